// One mail file (.eml, or any text) as a message; whatever is broken in it, there is always a message to show.
import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import type { MailboxAddress, MailboxAttachment, MailboxMessage } from '#demo/graph/mailbox-source.ts';

export interface ReadMail {
  readonly message: MailboxMessage;
  /** Whose copies these are (`X-Demo-Mailbox`); empty: everybody's. */
  readonly mailboxes: readonly string[];
  /** By attachment id. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** So much of a file that cannot be read is shown as it is. */
const shownBytes = 20_000;

/** Reads the file's bytes; `name` makes the ids stable. Never throws: a broken mail says so in its text. */
export async function readMail(name: string, bytes: Uint8Array): Promise<ReadMail> {
  const email = await parse(bytes);
  if (email === null) return describeBroken(name, bytes);
  const attachments = email.attachments.map((attachment, index) => describe(name, attachment, index));
  const message = {
    id: idOf('mail', name),
    conversationId: idOf('conversation', conversationOf(email, name)),
    internetMessageId: email.messageId ?? `<${idOf('made-up', name)}@no-message-id.invalid>`,
    subject: (email.subject ?? '').trim(),
    from: addressesOf([email.from ?? email.sender])[0] ?? null,
    to: addressesOf(email.to ?? []),
    cc: addressesOf(email.cc ?? []),
    ...timesOf(email.date),
    isRead: headerOf(email, 'x-demo-unread') === '',
    bodyText: textOf(email, bytes),
    bodyHtml: email.html ?? null,
    attachments: attachments.map((one) => one.attachment),
  };
  const contents = new Map(attachments.map((one) => [one.attachment.id, one.content]));
  return { message, mailboxes: listMailboxes(email), contents };
}

/** A mail of headers and body, or a bare body; null when nothing can be made of it. */
async function parse(bytes: Uint8Array): Promise<Email | null> {
  const start = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  const hasHeaders = /^(From |[\w-]+:)/.test(start);
  const whole = hasHeaders
    ? bytes
    : Buffer.concat([Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\n'), bytes]);
  try {
    return await PostalMime.parse(Buffer.from(whole), { maxNestingDepth: 64 });
  } catch {
    return null;
  }
}

function describeBroken(name: string, bytes: Uint8Array): ReadMail {
  const message = {
    id: idOf('mail', name),
    conversationId: idOf('conversation', name),
    internetMessageId: `<${idOf('made-up', name)}@no-message-id.invalid>`,
    subject: name,
    from: null,
    to: [],
    cc: [],
    ...timesOf(undefined),
    isRead: true,
    bodyText: `Diese Datei ist keine lesbare E-Mail.\n\n${Buffer.from(bytes.subarray(0, shownBytes)).toString('utf8')}`,
    bodyHtml: null,
    attachments: [],
  };
  return { message, mailboxes: [], contents: new Map() };
}

function describe(
  name: string,
  attachment: Attachment,
  index: number,
): { attachment: MailboxAttachment; content: Uint8Array } {
  const content = toBytes(attachment.content);
  const isInline = attachment.disposition === 'inline' || attachment.related === true;
  return {
    content,
    attachment: {
      id: idOf('attachment', `${name} ${index}`),
      name: attachment.filename ?? nameFor(attachment.mimeType, index),
      contentType: attachment.mimeType,
      sizeBytes: content.byteLength,
      isInline,
      contentId: attachment.contentId?.replace(/^<|>$/g, '') ?? null,
    },
  };
}

function nameFor(mimeType: string, index: number): string {
  if (mimeType === 'message/rfc822') return `Weitergeleitete E-Mail ${index + 1}.eml`;
  return `Anhang ${index + 1}`;
}

function toBytes(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

/** Groups flatten into their members; an entry without an address is passed over. */
function addressesOf(list: readonly (Address | undefined)[]): MailboxAddress[] {
  return list.flatMap((one) => {
    if (one === undefined) return [];
    if (one.group !== undefined) return addressesOf(one.group);
    return one.address === undefined || one.address === '' ? [] : [{ name: one.name, address: one.address }];
  });
}

function timesOf(date: string | undefined): { sentAt: Date; receivedAt: Date } {
  const at = new Date(date ?? '');
  const known = Number.isNaN(at.getTime()) ? new Date(0) : at;
  return { sentAt: known, receivedAt: known };
}

function textOf(email: Email, bytes: Uint8Array): string {
  if (email.text !== undefined && email.text.trim() !== '') return email.text;
  if (email.html === undefined)
    return email.attachments.some(({ filename }) => filename) ? '' : rawText(bytes);
  return convert(email.html, { wordwrap: false, selectors: [{ selector: 'img', format: 'skip' }] });
}

/** What stands in the file where no part could be read; '' where nothing does. */
function rawText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, shownBytes)).toString('utf8');
  const blank = /\r?\n\r?\n/.exec(text);
  const headerLine = /^([\w-]+:|[ \t]|From )/;
  const body =
    blank === null
      ? text
          .split(/\r?\n/)
          .filter((line) => !headerLine.test(line))
          .join('\n')
      : text.slice(blank.index + blank[0].length);
  return body.trim() === ''
    ? ''
    : `Diese E-Mail ist beschädigt. So steht sie in der Datei:\n\n${body.trim()}`;
}

/** A thread hangs together by its first message; without references by its subject. */
function conversationOf(email: Email, name: string): string {
  const first = `${email.references ?? ''} ${email.inReplyTo ?? ''}`.trim().split(/\s+/)[0];
  return first || email.messageId || `${name} ${email.subject ?? ''}`;
}

function listMailboxes(email: Email): string[] {
  return headerOf(email, 'x-demo-mailbox')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function headerOf(email: Email, key: string): string {
  return email.headers.find((one) => one.key === key)?.value ?? '';
}

/** Stable, URL-safe and without meaning. */
function idOf(kind: string, name: string): string {
  return createHash('sha256').update(`${kind} ${name}`).digest('hex').slice(0, 32);
}
