// Logging on send, as rules: which mail of Sent Items was meant, where it belongs, and when to look again. Pure.
import type { Match } from '#contract/cockpit.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { Mail } from '#contract/mail.ts';
import type { SentMailReason } from '#contract/sent-mail.ts';
import { cleanAddress } from '#api/mails/people.ts';
import type { MailHead } from '#api/outside/graph.ts';

export interface Expected {
  readonly subject: string;
  readonly recipients: readonly string[];
  readonly sentAt: Date;
}

/** The clocks of Outlook and server may differ by so much. */
const clockSlackMs = 5 * 60_000;

/** When Sent Items has to be asked from to find a mail that was sent at this time. */
export function askedSince(sentAt: Date): Date {
  return new Date(sentAt.getTime() - clockSlackMs);
}

/** The mail that was meant: same subject, same recipients, sent since then; of several the first that nobody claimed. */
export function findSent(
  expected: Expected,
  mails: readonly MailHead[],
  claimed: ReadonlySet<string> = new Set(),
): MailHead | null {
  const recipients = keyOf(expected.recipients);
  const since = askedSince(expected.sentAt).getTime();
  const fitting = mails.filter(
    (mail) =>
      mail.subject.trim() === expected.subject.trim() &&
      mail.sentAt.getTime() >= since &&
      !claimed.has(mail.messageId) &&
      keyOf(addressesOf(mail)) === recipients,
  );
  return fitting.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())[0] ?? null;
}

function addressesOf({ to, cc, bcc }: MailHead): string[] {
  return [...to, ...cc, ...bcc].map(({ address }) => address);
}

/** Names of Exchange without an @ stand differently in draft and sent mail, so that they do not count. */
function keyOf(addresses: readonly string[]): string {
  const clean = addresses.map(cleanAddress).filter((address) => address !== null);
  return [...new Set(clean)].sort().join(' ');
}

/** The one customer that is certain; null when there is none or several. */
export function certainCustomer({ kind, chosen, candidates }: Match): CustomerRef | null {
  const certain = kind === 'internal' || chosen === null ? undefined : candidates[chosen];
  return certain?.customer ?? null;
}

/** The same, or why there is none. */
export function chooseCustomer(match: Match): { customerId: string } | SentMailReason {
  const certain = certainCustomer(match);
  if (certain !== null) return { customerId: certain.id };
  if (match.kind === 'internal') return 'internal';
  return match.kind === 'ambiguous' ? 'several_customers' : 'no_customer';
}

/** A mail as rooms know it, without its text, which is asked for only when it is logged. */
export function toMail({
  id,
  messageId,
  conversationId,
  subject,
  from,
  to,
  cc,
  bcc,
  sentAt,
}: MailHead): Mail {
  return {
    messageId,
    itemId: id,
    mailbox: null,
    conversationId,
    subject,
    from,
    to: [...to],
    cc: [...cc, ...bcc],
    sentAt: sentAt.toISOString(),
    bodyText: '',
    attachments: [],
  };
}

/** A mail that is still being written, for matching its people. */
export function draftTo(from: { name: string; email: string }, recipients: readonly string[]): Mail {
  return {
    messageId: '<draft>',
    itemId: null,
    mailbox: null,
    conversationId: null,
    subject: '',
    from: { name: from.name, address: from.email },
    to: recipients.map((address) => ({ name: '', address })),
    cc: [],
    sentAt: new Date(0).toISOString(),
    bodyText: '',
    attachments: [],
  };
}

const minuteMs = 60_000;
/** Mails can be held back (deferred delivery, "Senden rückgängig"), so it is looked for over a day, ever more rarely. */
const tries: readonly (readonly [ageMs: number, everyMs: number])[] = [
  [minuteMs, 5_000],
  [10 * minuteMs, minuteMs],
  [2 * 60 * minuteMs, 10 * minuteMs],
  [26 * 60 * minuteMs, 60 * minuteMs],
];

/** When to look in Sent Items again; null when it has been waited for long enough. */
export function nextLook(sentAt: Date, now: Date): Date | null {
  const age = now.getTime() - sentAt.getTime();
  const step = tries.find(([ageMs]) => age < ageMs);
  return step === undefined ? null : new Date(now.getTime() + step[1]);
}
