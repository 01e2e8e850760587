// Conversations that a person follows, and logging their replies; the room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import type {
  followThread,
  leaveThread,
  listThreads,
  logReply,
  Thread,
  ThreadOfMail,
} from '#contract/thread.ts';
import * as activities from '#api/activities/activities.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';
import type { ThreadRow } from './store.ts';

const mostThreads = 200;

/** One's conversations, newest first. */
export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listThreads>> {
  return deps.db.read(user, async (trx) => ({
    items: (await store.listThreadRows(trx, user, mostThreads)).map(toThread),
  }));
}

export interface AutomaticThread {
  readonly conversationId: string;
  readonly customerId: string;
  readonly startedAt: Date;
}

/** The conversations whose replies are logged by themselves for this person. */
export async function listAutomatic(
  { db }: Pick<Deps, 'db'>,
  user: SignedInUser,
): Promise<AutomaticThread[]> {
  const rows = await db.read(user, (trx) => store.listThreadRows(trx, user, mostThreads));
  return rows
    .filter((row) => row.mode === 'automatic')
    .map(({ conversationId, customer, startedAt }) => ({
      conversationId,
      customerId: customer.id,
      startedAt: new Date(startedAt),
    }));
}

/** The conversation of this mail as the person follows it; null when it is not followed. */
export async function threadOf(trx: Query, user: SignedInUser, mail: Mail): Promise<ThreadOfMail | null> {
  const { conversationId, messageId } = mail;
  if (conversationId === null || user.role === 'partner') return null;
  const row = await store.findThreadOf(trx, user, { conversationId, messageId });
  return row === null ? null : { ...toThread(row), isExcepted: row.isExcepted };
}

/** Follows the conversation of a logged mail; an entry without one is refused. */
export function follow(
  deps: Deps,
  user: SignedInUser,
  { activityId, mode }: Parsed<typeof followThread>,
): Promise<Reply<typeof followThread>> {
  return deps.db.transaction(user, async (trx) => {
    const found = await store.findFollowable(trx, user, activityId);
    if (found === null) throw new AppError('not_found');
    const { conversationId, customer, subject } = found;
    if (conversationId === null) throw refusal('activityId', 'no_conversation');
    const at = deps.clock.now();
    const wanted = { id: newId(), conversationId, customerId: customer.id, mode, subject, at };
    const id = await store.saveThread(trx, user, wanted);
    const thread = await getThread(trx, user, id);
    await writeAudit(trx, user, {
      action: 'thread.follow',
      recordKind: 'thread',
      recordId: id,
      after: thread,
      at,
    });
    return toThread(thread);
  });
}

/** Follows it no longer; what is logged stays. */
export function leave(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof leaveThread>,
): Promise<Reply<typeof leaveThread>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getThread(trx, user, id);
    await store.deleteThread(trx, user.organizationId, id);
    const at = deps.clock.now();
    await writeAudit(trx, user, { action: 'thread.leave', recordKind: 'thread', recordId: id, before, at });
    return { left: true };
  });
}

/** Logs a mail of a followed conversation with what would be proposed for it. */
export function logOne(
  deps: Deps,
  user: SignedInUser,
  { id, mail }: Parsed<typeof logReply>,
): Promise<Reply<typeof logReply>> {
  return deps.db.transaction(user, async (trx) => {
    const thread = await getThread(trx, user, id);
    if (mail.conversationId !== thread.conversationId) {
      throw refusal('mail.conversationId', 'other_conversation');
    }
    const { activity, created } = await activities.logByRule(deps, user, {
      customerId: thread.customer.id,
      mail,
      rule: 'reply',
    });
    return { activity, created };
  });
}

async function getThread(trx: Query, user: SignedInUser, id: string): Promise<ThreadRow> {
  const row = await store.findThread(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

function refusal(path: string, problem: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem }] });
}

function toThread({ id, mode, subject, customer, startedAt }: ThreadRow): Thread {
  return { id, mode, subject, customer, startedAt: new Date(startedAt).toISOString() };
}
