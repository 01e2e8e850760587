// A folder of mail files as mailboxes for the local Graph: the demo's own mails by person, any other folder for everybody.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailboxMessage, MailboxReader, MailboxSource } from '#demo/graph/mailbox-source.ts';
import { readMail } from './read-mail.ts';

/** Shared mailboxes of the demo company and who may open them, by the beginnings of their addresses. */
const sharedMailboxes: Readonly<Record<string, readonly string[]>> = {
  'vertrieb-suedwest': ['anna', 'jonas', 'petra'],
};
const mailFile = /\.(eml|txt)$/i;

export interface MailboxOptions {
  readonly folder: string;
  /** Moves the times of the mails; the demo's are written for one day. */
  readonly move?: (at: Date) => Date;
}

/** A mail without the bytes of its attachments, which are read from the file when asked for. */
interface Kept {
  readonly file: string;
  readonly message: MailboxMessage;
  readonly mailboxes: readonly string[];
}

/** Throws when the folder cannot be read; files in it that are no mails are shown as what they are. */
export async function openMailbox({ folder, move = same }: MailboxOptions): Promise<MailboxSource> {
  const mails: Kept[] = [];
  const names = (await readdir(folder)).filter((name) => mailFile.test(name)).sort();
  for (const name of names) mails.push(await keep(folder, name, move));
  const copies = (reader: MailboxReader, mailbox: string | null) =>
    listCopies(mails, ownerOf(reader, mailbox));

  return {
    listMessages: (reader, mailbox) =>
      Promise.resolve(
        copies(reader, mailbox)
          .map((copy) => copy.message)
          .sort(newestFirst),
      ),
    readMessage: (reader, mailbox, id) =>
      Promise.resolve(findCopy(copies(reader, mailbox), id)?.message ?? null),
    readAttachment: async (reader, mailbox, at) => {
      const copy = findCopy(copies(reader, mailbox), at.messageId);
      const attachment = copy?.message.attachments.find((one) => one.id === at.attachmentId);
      if (copy === undefined || attachment === undefined) return null;
      const { contents } = await readMail(copy.file, await readFile(join(folder, copy.file)));
      const bytes = contents.get(at.attachmentId);
      return bytes === undefined ? null : { attachment, bytes };
    },
  };
}

function same(at: Date): Date {
  return at;
}

async function keep(folder: string, file: string, move: (at: Date) => Date): Promise<Kept> {
  const { message, mailboxes } = await readMail(file, await readFile(join(folder, file)));
  const times = { sentAt: move(message.sentAt), receivedAt: move(message.receivedAt) };
  return { file, mailboxes, message: { ...message, ...times } };
}

/** The short name of whose mailbox is read: the reader's own or a shared one; null when it is not open to the reader. */
function ownerOf(reader: MailboxReader, mailbox: string | null): string | null {
  const self = shortName(reader.mail);
  if (mailbox === null || mailbox.toLowerCase() === reader.mail.toLowerCase()) return self;
  const shared = mailbox.toLowerCase().split('@')[0] ?? '';
  return sharedMailboxes[shared]?.includes(self) ? shared : null;
}

function shortName(address: string): string {
  return address.toLowerCase().split(/[.@]/)[0] ?? '';
}

/** Each mailbox holds copies with ids of their own, as Exchange does; the Message-ID is the same in all. */
function listCopies(mails: readonly Kept[], owner: string | null): Kept[] {
  if (owner === null) return [];
  return mails
    .filter((mail) => mail.mailboxes.length === 0 || mail.mailboxes.includes(owner))
    .map((mail) => ({ ...mail, message: { ...mail.message, id: `${owner}-${mail.message.id}` } }));
}

function findCopy(copies: readonly Kept[], id: string): Kept | undefined {
  return copies.find((copy) => copy.message.id === id);
}

function newestFirst(a: MailboxMessage, b: MailboxMessage): number {
  return b.receivedAt.getTime() - a.receivedAt.getTime();
}
