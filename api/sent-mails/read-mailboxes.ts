// Reads mailboxes where the administrator allows it: what was sent is logged for who wants that, and replies in followed
// conversations, without anybody opening Outlook. Each mail once, however often a folder is read again.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { MailChanges, MailHead } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { listAutomatic, type AutomaticThread } from '#api/threads/threads.ts';
import { findUserById } from '#api/users/users.ts';
import { logMailOf } from './log-sent.ts';
import * as mailboxes from './mailbox-store.ts';
import type { DueMailbox } from './mailbox-store.ts';
import { askedSince, findSent } from './rules.ts';
import * as store from './store.ts';

const everyMs = 60_000;
const mostAtOnce = 50;
/** After a refusal that only people can end. */
const refusedMs = 60 * 60_000;
/** A new start after 410 overlaps with what was read, since mails may have come late. */
const overlapMs = 60 * 60_000;

/** Everything that is due, one folder after the other; a folder that fails keeps none of the others. */
export async function readMailboxes(deps: Deps): Promise<void> {
  if (!deps.config.readsMailboxes) return;
  const now = deps.clock.now();
  const triedBefore = new Date(now.getTime() - everyMs);
  const due = await deps.db.system((trx) => mailboxes.listDue(trx, { now, triedBefore, limit: mostAtOnce }));
  for (const mailbox of due) {
    await readMailbox(deps, mailbox).catch((reason: unknown) => {
      const { userId, folder } = mailbox;
      deps.log.warn({ userId, folder, reason: String(reason) }, 'a mailbox could not be read');
    });
  }
}

/** What of a folder concerns us: since when, and what to do with one of its mails. */
interface Interest {
  readonly since: Date;
  take(head: MailHead): Promise<void>;
}

async function readMailbox(deps: Deps, mailbox: DueMailbox): Promise<void> {
  const at = deps.clock.now();
  const user = await findUserById(deps, mailbox.organizationId, mailbox.userId);
  const interest = user === null ? null : await interestIn(deps, user, mailbox);
  if (interest === null) return;
  try {
    const { mails, deltaLink } = await readChanges(deps, mailbox, interest.since);
    for (const head of mails) await interest.take(head);
    await deps.db.transaction(mailbox, (trx) => mailboxes.noteRead(trx, mailbox, { deltaLink, at }));
  } catch (error) {
    const notBefore = pauseAfter(error, at);
    await deps.db.transaction(mailbox, (trx) =>
      mailboxes.noteTried(trx, mailbox, { at, notBefore, since: interest.since }),
    );
    if (!isAway(error)) throw error;
  }
}

async function readChanges(deps: Deps, mailbox: DueMailbox, since: Date): Promise<MailChanges> {
  const known = await deps.db.read(mailbox, (trx) => mailboxes.findSync(trx, mailbox));
  const deltaLink = known?.delta_link ?? null;
  const goOn =
    deltaLink === null ? null : await deps.graph.listMailChanges(mailbox, mailbox.folder, { deltaLink });
  if (goOn !== null) return goOn;
  const from =
    known === null || deltaLink === null ? since : new Date(new Date(known.read_at).getTime() - overlapMs);
  const anew = await deps.graph.listMailChanges(mailbox, mailbox.folder, { since: from });
  if (anew === null) throw new AppError('outside_unavailable', { retry: true });
  return anew;
}

/** Graph's own pause, an hour where only people can help, else none beyond the usual. */
function pauseAfter(error: unknown, at: Date): Date | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'consent_required') return new Date(at.getTime() + refusedMs);
  const asked = (error as { retryAt?: unknown }).retryAt; // absent where nobody asked for a pause
  return asked instanceof Date ? asked : null;
}

/** Somebody who is signed out is waited for, quietly. */
function isAway(error: unknown): boolean {
  return error instanceof AppError && ['token_expired', 'consent_required'].includes(error.code);
}

async function interestIn(deps: Deps, user: SignedInUser, mailbox: DueMailbox): Promise<Interest | null> {
  if (mailbox.folder === 'inbox') return interestInReplies(deps, user);
  const setting = await deps.db.read(mailbox, (trx) => store.findSetting(trx, mailbox));
  if (setting?.log_on_send !== true) return null;
  const since = new Date(setting.since_at);
  return { since, take: (head) => (head.sentAt < since ? Promise.resolve() : takeSent(deps, user, head)) };
}

async function interestInReplies(deps: Deps, user: SignedInUser): Promise<Interest | null> {
  const threads = await listAutomatic(deps, user);
  const [first] = [...threads].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  if (first === undefined) return null;
  const of = (head: MailHead): AutomaticThread | undefined =>
    threads.find((one) => one.conversationId === head.conversationId && one.startedAt <= head.sentAt);
  return {
    since: first.startedAt,
    async take(head) {
      const thread = of(head);
      if (thread === undefined) return;
      const { customerId } = thread;
      await logMailOf(deps, user, { head, rule: 'reply', customerId }, () => Promise.resolve());
    },
  };
}

/** A mail that Outlook told of answers for its row; excepted ones stay out, however late they are seen. */
async function takeSent(deps: Deps, user: SignedInUser, head: MailHead): Promise<void> {
  const of = { organizationId: user.organizationId, userId: user.id };
  const [claimed, rows] = await deps.db.read(user, (trx) =>
    Promise.all([store.listClaimed(trx, of, [head.messageId]), store.listUnclaimed(trx, of, longAgo(head))]),
  );
  if (claimed.size > 0) return;
  const row = rows.find((one) => findSent({ ...one, sentAt: new Date(one.sent_at) }, [head]) !== null);
  const known = row === undefined ? null : { ...of, id: row.id };
  if (known !== null && row?.reason === 'excepted') {
    const outcome = { state: 'not_logged', reason: 'excepted', messageId: head.messageId } as const;
    return deps.db.transaction(user, (trx) => store.finish(trx, known, outcome));
  }
  await logMailOf(deps, user, { head, rule: 'sent', customerId: null }, async (trx, outcome) => {
    if (known !== null) await store.finish(trx, known, outcome);
  });
}

const longestHeldBackMs = 30 * 24 * 60 * 60_000;

function longAgo(head: MailHead): Date {
  return new Date(askedSince(head.sentAt).getTime() - longestHeldBackMs);
}
