// What tests of logging on send do again and again: a mailbox that grows, Anna's choice, and what is in the history.
import { setMailSettings, tellSentMail } from '#contract/sent-mail.ts';
import type { MailboxMessage, MailboxSource } from '#demo/graph/mailbox-source.ts';
import { buildMessage } from './graph-server.ts';
import type { World } from './world.ts';

export const tietz = 's.tietz@hollerbach-metallbau.test';
const anna = { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' };

/** A mailbox whose mails a test adds; everybody reads the same. */
export function growingMailbox(): MailboxSource & { readonly mails: MailboxMessage[] } {
  const mails: MailboxMessage[] = [];
  return {
    mails,
    listMessages: () => Promise.resolve(mails),
    readMessage: (_reader, _mailbox, id) => Promise.resolve(mails.find((mail) => mail.id === id) ?? null),
    readAttachment: (_reader, _mailbox, at) => {
      const attachment = mails
        .find((mail) => mail.id === at.messageId)
        ?.attachments.find((one) => one.id === at.attachmentId);
      if (attachment === undefined) return Promise.resolve(null);
      return Promise.resolve({ attachment, bytes: Buffer.alloc(attachment.sizeBytes, 'x') });
    },
  };
}

let count = 0;

/** A mail that Anna sent to Sabine Tietz at this moment. */
export function sentMessage(at: Date, changes: Partial<MailboxMessage> = {}): MailboxMessage {
  count += 1;
  return buildMessage({
    id: `AAMkSent${count}=`,
    internetMessageId: `<sent-${count}@brenner-lohse.test>`,
    conversationId: `AAQkSent${count}=`,
    subject: `Angebot ${count}`,
    from: anna,
    to: [{ name: 'Sabine Tietz', address: tietz }],
    sentAt: at,
    receivedAt: at,
    bodyText: 'Guten Tag Frau Tietz, anbei das Angebot.',
    bodyHtml: null,
    attachments: [],
    ...changes,
  });
}

/** Handles for a suite; both are there once its tests run. */
export function sentMailCase(suite: () => { world: World }) {
  const call = () => suite().world;
  let id = 0;
  const newId = () => `0198f0a0-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`;
  return {
    newId,
    advance: (ms: number) => call().clock.set(new Date(call().clock.now().getTime() + ms)),
    logOnSend: (isOn: boolean) => call().call('anna', setMailSettings, { logOnSend: isOn }),
    tell: async (mail: Pick<MailboxMessage, 'subject'>, more: { id?: string; isLogged?: boolean } = {}) =>
      (
        await call().call('anna', tellSentMail, {
          id: newId(),
          isLogged: true,
          recipients: [tietz],
          secondsAgo: 0,
          subject: mail.subject,
          ...more,
        })
      ).body,
  };
}
