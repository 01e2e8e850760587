// What people sent in the demo, as mails in Sent Items beside those that the mailbox brings along.
import { randomBytes, randomUUID } from 'node:crypto';
import { bareSubject } from '#contract/subject.ts';
import type { MailboxMessage, MailboxSource } from './mailbox-source.ts';
import type { SentMail, ToDoStore } from './to-do-store.ts';
import type { GraphPerson } from './wire.ts';

export type Folder = 'inbox' | 'sentitems';

/** A new mail of this moment, with the ids that Exchange gives it. */
export function newSentMail(
  mail: Pick<SentMail, 'to' | 'cc' | 'subject' | 'text' | 'isHtml'>,
  at: Date,
): SentMail {
  return {
    ...mail,
    at: at.toISOString(),
    id: `AAMkSent${randomBytes(24).toString('base64url')}=`,
    messageId: `<${randomUUID()}@brenner-lohse.test>`,
  };
}

/** The person's mails, what was sent here included, oldest first; of one folder, or of all for null. */
export async function listMails(
  { mailbox, store }: { mailbox: MailboxSource; store: ToDoStore },
  person: GraphPerson,
  folder: Folder | null,
): Promise<MailboxMessage[]> {
  const given = await mailbox.listMessages(person, null);
  const sent = store.person(person.id).sent.flatMap((mail) => asMessage(mail, person, given));
  return [...given, ...sent]
    .filter((message) => folder === null || isSentBy(message, person) === (folder === 'sentitems'))
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function isSentBy({ from }: MailboxMessage, person: GraphPerson): boolean {
  return from?.address.toLowerCase() === person.mail.toLowerCase();
}

function asMessage(mail: SentMail, person: GraphPerson, others: readonly MailboxMessage[]): MailboxMessage[] {
  const { id, messageId, subject } = mail;
  if (id === undefined || messageId === undefined) return [];
  const topic = bareSubject(subject);
  const answered = others.find((one) => bareSubject(one.subject) === topic);
  const asPerson = (address: string) => ({ name: '', address });
  return [
    {
      id,
      internetMessageId: messageId,
      conversationId: answered?.conversationId ?? `AAQk${id}`,
      subject,
      from: { name: person.displayName, address: person.mail },
      to: mail.to.map(asPerson),
      cc: (mail.cc ?? []).map(asPerson),
      sentAt: new Date(mail.at),
      receivedAt: new Date(mail.at),
      isRead: true,
      bodyText: mail.isHtml === true ? textOf(mail.text) : mail.text,
      bodyHtml: mail.isHtml === true ? mail.text : null,
      attachments: [],
    },
  ];
}

function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li|blockquote)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
