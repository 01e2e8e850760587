// Turns an Outlook item, already read, into the mail that screens and server know; cuts what the contract would refuse.
import { mailLimits, type Mail, type MailAddress, type MailAttachment } from '#contract/mail.ts';

interface ReadItem {
  item: Office.MessageRead;
  bodyText: string;
  /** All internet headers as text; empty when the host does not tell. */
  headers: string;
  owner: string | null;
  toRestId: (itemId: string) => string;
}

/** A mail as plain data; ids are REST ids, so that the server can ask Graph for them. */
export function toMail({ item, bodyText, headers, owner, toRestId }: ReadItem): Mail {
  const itemId = item.itemId ? toRestId(item.itemId) : null;
  return {
    messageId: (item.internetMessageId || standInMessageId(itemId)).slice(0, 998),
    itemId,
    mailbox: owner,
    conversationId: item.conversationId || null,
    subject: (item.subject ?? '').slice(0, 2000),
    from: toAddress(item.from ?? item.sender),
    to: toAddresses(item.to),
    cc: toAddresses(item.cc),
    sentAt: item.dateTimeCreated.toISOString(),
    bodyText: bodyText.slice(0, mailLimits.bodyCharacters),
    attachments: (item.attachments ?? [])
      .slice(0, mailLimits.attachments)
      .map((attachment) => toAttachment(attachment, toRestId)),
    ...(/^Sensitivity:\s*(?:private|personal)\s*$/im.test(headers) ? { isPrivate: true } : {}),
  };
}

/** Drafts and some system mails carry none; the id of this copy then has to tell it apart. */
function standInMessageId(itemId: string | null): string {
  return `<${itemId ?? 'unknown'}@no-message-id.invalid>`;
}

function toAddress(details: Office.EmailAddressDetails | undefined): MailAddress {
  return {
    name: (details?.displayName ?? '').slice(0, 500),
    address: (details?.emailAddress ?? '').slice(0, 320),
  };
}

function toAddresses(list: Office.EmailAddressDetails[] | undefined): MailAddress[] {
  return (list ?? []).slice(0, mailLimits.recipients).map(toAddress);
}

function toAttachment(
  { id, name, contentType, size, isInline }: Office.AttachmentDetails,
  toRestId: (itemId: string) => string,
): MailAttachment {
  return {
    id: toRestId(id).slice(0, 1000),
    name: name.slice(0, 500),
    contentType: (contentType ?? '').slice(0, 200),
    sizeBytes: Math.max(0, Math.round(size)),
    isInline,
  };
}
