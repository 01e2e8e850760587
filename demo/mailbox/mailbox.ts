// A folder of mail files as mailboxes for the local Graph: the demo's own mails by person, any other folder for everybody.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailboxMessage, MailboxReader, MailboxSource } from '#demo/graph/mailbox-source.ts';
import { readMail } from './read-mail.ts';
import type { ReadMail } from './read-mail.ts';

/** Shared mailboxes of the demo company and who may open them, by the beginnings of their addresses. */
const sharedMailboxes: Readonly<Record<string, readonly string[]>> = {
  'vertrieb-suedwest': ['anna', 'jonas', 'petra'],
};
const mailFile = /\.(eml|txt)$/i;
const dayMs = 86_400_000;

export interface MailboxOptions {
  readonly folder: string;
  /** Moves every mail by whole days; the demo's mails are written for its reference day. */
  readonly shiftDays: number;
}

/** Throws when the folder cannot be read; files in it that are no mails are shown as what they are. */
export async function openMailbox({ folder, shiftDays }: MailboxOptions): Promise<MailboxSource> {
  const names = (await readdir(folder)).filter((name) => mailFile.test(name)).sort();
  const mails = await Promise.all(names.map((name) => readMailFile(folder, name, shiftDays)));
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
    readAttachment: (reader, mailbox, at) => {
      const copy = findCopy(copies(reader, mailbox), at.messageId);
      const attachment = copy?.message.attachments.find((one) => one.id === at.attachmentId);
      const bytes = copy?.contents.get(at.attachmentId);
      return Promise.resolve(attachment === undefined || bytes === undefined ? null : { attachment, bytes });
    },
  };
}

async function readMailFile(folder: string, name: string, shiftDays: number): Promise<ReadMail> {
  const mail = await readMail(name, await readFile(join(folder, name)));
  const move = (at: Date) => new Date(at.getTime() + shiftDays * dayMs);
  const { sentAt, receivedAt } = mail.message;
  return { ...mail, message: { ...mail.message, sentAt: move(sentAt), receivedAt: move(receivedAt) } };
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
function listCopies(mails: readonly ReadMail[], owner: string | null): ReadMail[] {
  if (owner === null) return [];
  return mails
    .filter((mail) => mail.mailboxes.length === 0 || mail.mailboxes.includes(owner))
    .map((mail) => ({ ...mail, message: { ...mail.message, id: `${owner}-${mail.message.id}` } }));
}

function findCopy(copies: readonly ReadMail[], id: string): ReadMail | undefined {
  return copies.find((copy) => copy.message.id === id);
}

function newestFirst(a: MailboxMessage, b: MailboxMessage): number {
  return b.receivedAt.getTime() - a.receivedAt.getTime();
}
