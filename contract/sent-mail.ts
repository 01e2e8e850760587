// Logging on send: a person's own choice, and what became of the mails that were sent with it.
import { z } from 'zod';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { neverLogReasons } from './never-log.ts';
import { sendLimits } from './send-limits.ts';

/** `waiting`: it is looked for in Sent Items, at first every few seconds. */
const sentMailStates = ['waiting', 'waiting_for_sign_in', 'logged', 'not_logged'] as const;
/** Why a sent mail was not logged. `excepted`: "dieses Mal nicht ablegen"; `not_found`: it never came into Sent Items. */
const sentMailReasons = [
  ...neverLogReasons,
  'excepted',
  'no_customer',
  'several_customers',
  'not_found',
  'no_consent',
  'taken_back',
  'failed',
] as const;
export type SentMailReason = (typeof sentMailReasons)[number];

export const SentMail = z.object({
  id: Id,
  subject: z.string(),
  recipients: z.array(z.string()),
  sentAt: Timestamp,
  state: z.enum(sentMailStates),
  reason: z.enum(sentMailReasons).nullable(),
  activityId: Id.nullable(),
});
export type SentMail = z.infer<typeof SentMail>;

/** `readsMailboxes`: the administrator lets the server look into Sent Items and inboxes by itself. */
export const MailSettings = z.object({ logOnSend: z.boolean(), readsMailboxes: z.boolean() });
export type MailSettings = z.infer<typeof MailSettings>;

export const getMailSettings = endpoint({
  name: 'getMailSettings',
  method: 'GET',
  path: '/api/mail-settings',
  summary: 'Whether one’s mails are logged when they are sent.',
  input: Nothing,
  reply: MailSettings,
});
export const setMailSettings = endpoint({
  name: 'setMailSettings',
  method: 'PATCH',
  path: '/api/mail-settings',
  summary: 'Lets one’s mails be logged when they are sent, or no longer.',
  input: z.strictObject({ logOnSend: z.boolean() }),
  reply: MailSettings,
});
/**
 * Told when a mail is sent, before it has its Message-ID; the server looks for it in Sent Items. Telling the same id again
 * changes what is wanted as long as nothing is logged: only the last word about a draft counts.
 */
export const tellSentMail = endpoint({
  name: 'tellSentMail',
  method: 'POST',
  path: '/api/sent-mails',
  summary: 'A mail is being sent and is to be logged, or expressly not.',
  input: z.strictObject({
    id: Id,
    isLogged: z.boolean(),
    subject: z.string().max(2000),
    recipients: z.array(z.string().max(320)).max(sendLimits.recipients),
    /** How long ago that was: what could not be told at once is told later. */
    secondsAgo: z
      .int()
      .min(0)
      .max(30 * 24 * 3600),
  }),
  reply: SentMail,
});
export const listSentMails = endpoint({
  name: 'listSentMails',
  method: 'GET',
  path: '/api/sent-mails',
  summary: 'What became of one’s mails sent last, newest first, at most 50.',
  input: Nothing,
  reply: z.object({ items: z.array(SentMail) }),
});
