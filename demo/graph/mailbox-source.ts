// What the local Graph asks of whoever holds the mails (demo/mailbox reads .eml files); plain data, no wire format.
export interface MailboxAddress {
  readonly name: string;
  readonly address: string;
}

export interface MailboxAttachment {
  /** Stable and URL-safe: it is the Graph attachment id that the pane sends to the server. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly isInline: boolean;
  /** Without angle brackets, as in `cid:` links; null for plain attachments. */
  readonly contentId: string | null;
}

export interface MailboxMessage {
  /** Stable and URL-safe: it is the Graph message id (Outlook's REST id). */
  readonly id: string;
  readonly conversationId: string;
  /** With angle brackets, as in the header. */
  readonly internetMessageId: string;
  readonly subject: string;
  readonly from: MailboxAddress | null;
  readonly to: readonly MailboxAddress[];
  readonly cc: readonly MailboxAddress[];
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly isRead: boolean;
  /** Its sender marked it as private; left out: no. */
  readonly isPrivate?: boolean;
  readonly bodyText: string;
  /** As it came, not sanitised; null for plain-text mails. */
  readonly bodyHtml: string | null;
  readonly attachments: readonly MailboxAttachment[];
}

/** The signed-in person whose mailbox is read. */
export interface MailboxReader {
  readonly id: string;
  readonly mail: string;
}

/** `mailbox` null: the reader's own; else a shared mailbox's address. What the reader may not open answers [] or null. */
export interface MailboxSource {
  listMessages(reader: MailboxReader, mailbox: string | null): Promise<readonly MailboxMessage[]>;
  readMessage(reader: MailboxReader, mailbox: string | null, id: string): Promise<MailboxMessage | null>;
  readAttachment(
    reader: MailboxReader,
    mailbox: string | null,
    at: { readonly messageId: string; readonly attachmentId: string },
  ): Promise<{ readonly attachment: MailboxAttachment; readonly bytes: Uint8Array } | null>;
}
