// Logs one mail of a mailbox by a rule: only then its text is asked for, and every reason against it is asked before.
import type { SentMailReason } from '#contract/sent-mail.ts';
import { neverLogReasons } from '#contract/never-log.ts';
import type { logRules } from '#contract/activity.ts';
import * as activities from '#api/activities/activities.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { match } from '#api/mails/mails.ts';
import { whyNeverLogged } from '#api/never-log/never-log.ts';
import type { MailHead } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { chooseCustomer, toMail } from './rules.ts';
import * as store from './store.ts';

export interface Logging {
  readonly head: MailHead;
  readonly rule: (typeof logRules)[number];
  /** Where it goes when that is known already (a followed conversation). */
  readonly customerId: string | null;
}

type Note = (trx: Query, outcome: store.Outcome) => Promise<void>;

/** Logs the mail, or finds out why not; `note` is told which in the transaction that makes it true. */
export async function logMailOf(deps: Deps, user: SignedInUser, logging: Logging, note: Note): Promise<void> {
  const { messageId } = logging.head;
  const tell = (outcome: store.Outcome) =>
    deps.db.transaction(user, (trx) => note(trx, { ...outcome, messageId }));
  const found = await judge(deps, user, logging);
  if ('state' in found) return tell(found);
  const content = await deps.graph.readMailContent(graphUser(user), logging.head.id);
  const mail = { ...toMail(logging.head), ...content, attachments: [...content.attachments] };
  const input = { customerId: found.customerId, mail, rule: logging.rule };
  try {
    await deps.db.transaction(user, async (trx) => {
      const { activity } = await activities.logByRule(deps, user, input);
      await note(trx, { state: 'logged', activityId: activity.id, messageId });
    });
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    await tell(outcome);
  }
}

/** Everything that can be known without the text, the cheapest first. */
async function judge(
  deps: Deps,
  user: SignedInUser,
  { head, customerId }: Logging,
): Promise<{ customerId: string } | store.Outcome> {
  const mail = toMail(head);
  const [never, entry] = await deps.db.read(user, (trx) =>
    Promise.all([whyNeverLogged(trx, user, mail), store.findEntry(trx, user.organizationId, head.messageId)]),
  );
  if (never !== null) return refused(never.reason);
  if (entry?.isUndone === true) return refused('taken_back');
  if (entry !== null) return { state: 'logged', activityId: entry.loggedBy === user.id ? entry.id : null };
  const found = customerId === null ? chooseCustomer(await match(deps, user, { mail })) : { customerId };
  if (typeof found === 'string') return refused(found);
  return (await deps.graph.isMailPrivate(graphUser(user), head.id)) ? refused('private') : found;
}

const refused = (reason: SentMailReason): store.Outcome => ({ state: 'not_logged', reason });

/** Null: it may go better the next time. */
function outcomeOf(error: unknown): store.Outcome | null {
  if (!(error instanceof AppError)) return null;
  // Logged in the same moment by somebody whose entries this person does not see.
  if (error.code === 'duplicate') return { state: 'logged' };
  if (error.code === 'not_found') return refused('no_customer');
  if (error.code !== 'never_log') return null;
  const current = error.current as { reason?: unknown } | undefined; // activities.log throws it with a NeverLog
  return refused(neverLogReasons.find((reason) => reason === current?.reason) ?? 'address');
}

function graphUser({ organizationId, id: userId }: SignedInUser) {
  return { organizationId, userId };
}
