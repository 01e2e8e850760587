// Follow-ups: set, moved, completed, sent to the owner's To Do. The front door of this room.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  createFollowUp,
  FollowUp,
  getFollowUp,
  listFollowUps,
  retryFollowUp,
  updateFollowUp,
} from '#contract/follow-up.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { add } from './add.ts';
import { saveToDoJob } from './jobs.ts';
import { toFollowUp } from './row.ts';
import type { FollowUpRow } from './row.ts';
import { isWebLink } from './rules.ts';
import * as store from './store.ts';
import { changeToDo } from './to-do-store.ts';
import { askToDoSoon } from './waiting.ts';

export { add, findMadeWith, removeMadeWith } from './add.ts';
export { mailLinkOf } from './links.ts';
export { followUpColumns, followUpSource, toFollowUp } from './row.ts';
export type { FollowUpRow } from './row.ts';
export { askToDoSoon, resumeWaiting } from './waiting.ts';

/** Sets a follow-up, for oneself unless an owner is named; its task is on the way when this answers. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createFollowUp>,
): Promise<Reply<typeof createFollowUp>> {
  return deps.db.transaction(user, async (trx) => {
    const ownerId = input.ownerId ?? user.id;
    const found = await store.findReferences(trx, user, { ...input, ownerId });
    if (found.customer === null) throw new AppError('not_found');
    refuseUnknown({ ...input, ownerId }, found);
    const { customerId, title, dueOn, activityId, complaintId, mailLink } = input;
    const id = await add(deps, trx, user, {
      customerId,
      ownerId,
      title,
      dueOn,
      activityId,
      complaintId,
      mailLink,
      at: deps.clock.now(),
    });
    return getVisible(trx, user, id);
  });
}

function refuseUnknown(
  input: Parsed<typeof createFollowUp> & { ownerId: string },
  found: store.References,
): void {
  const fields = [];
  if (found.owner === null) fields.push({ path: 'ownerId', problem: 'unknown' });
  if (input.activityId !== null && found.activity === null)
    fields.push({ path: 'activityId', problem: 'unknown' });
  if (input.complaintId !== null && found.complaint === null)
    fields.push({ path: 'complaintId', problem: 'unknown' });
  if (input.mailLink !== null && !isWebLink(input.mailLink))
    fields.push({ path: 'mailLink', problem: 'not_allowed' });
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

/** One follow-up; not_found for one the user may not see. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getFollowUp>,
): Promise<Reply<typeof getFollowUp>> {
  return deps.db.read(user, (trx) => getVisible(trx, user, input.id));
}

async function getRow(trx: Query, user: SignedInUser, id: string): Promise<FollowUpRow> {
  const row = await store.findFollowUp(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

async function getVisible(trx: Query, user: SignedInUser, id: string): Promise<FollowUp> {
  return toFollowUp(user, await getRow(trx, user, id));
}

/** A page of follow-ups; looking at one's own also makes To Do be asked what changed there. */
export async function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listFollowUps>,
): Promise<Reply<typeof listFollowUps>> {
  const { customerId, mine = false, state, cursor, limit } = input;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await deps.db.read(user, async (trx) => {
    const page = { customerId, isMine: mine, state, after, limit: limit + 1 };
    const found = await store.listFollowUpRows(trx, user, page);
    const isUnknown = found.length === 0 && customerId !== undefined;
    if (isUnknown && !(await store.seesCustomer(trx, user, customerId))) throw new AppError('not_found');
    return found;
  });
  if (mine && cursor === undefined) await askToDoSoon(deps, user);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: items.map((row) => toFollowUp(user, row)),
    nextCursor: hasMore ? encodeCursor([sortValue(last, state), last.id]) : null,
  };
}

function sortValue(row: FollowUpRow, state: 'open' | 'completed'): string {
  return state === 'open' ? row.due_on : new Date(row.completed_at ?? 0).toISOString();
}

function readCursor(cursor: string): [string, string] {
  const [sort, id] = decodeCursor(cursor, 2).map(String);
  const isFit =
    sort !== undefined && /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(sort) && !Number.isNaN(Date.parse(sort));
  if (!isFit || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [sort, id];
}

/** Renames, moves, completes or reopens; stale_version carries the follow-up as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateFollowUp>,
  version: number,
): Promise<Reply<typeof updateFollowUp>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getVisible(trx, user, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const columns = columnsOf(deps, user, input, before);
    if (Object.keys(columns).length === 0) return before;
    const { organizationId } = user;
    const isWritten = await store.updateFollowUpRow(trx, organizationId, { id: input.id, version }, columns);
    if (!isWritten) {
      throw new AppError('stale_version', { current: await getVisible(trx, user, input.id) });
    }
    await enqueueSave(deps, trx, organizationId, input.id);
    const after = await getVisible(trx, user, input.id);
    await writeAudit(trx, user, {
      action: 'follow_up.update',
      recordKind: 'follow_up',
      recordId: input.id,
      before: { title: before.title, dueOn: before.dueOn, completedAt: before.completedAt },
      after: { title: after.title, dueOn: after.dueOn, completedAt: after.completedAt },
      at: deps.clock.now(),
    });
    return after;
  });
}

/** Only what really differs, so that saying the same again changes nothing. */
function columnsOf(
  deps: Deps,
  user: SignedInUser,
  { title, dueOn, completed }: Parsed<typeof updateFollowUp>,
  before: FollowUp,
) {
  const isCompleted = before.completedAt !== null;
  const completedColumns =
    completed === undefined || completed === isCompleted
      ? {}
      : completed
        ? { completed_at: deps.clock.now(), completed_by: user.id }
        : { completed_at: null, completed_by: null };
  return {
    ...(title === undefined || title === before.title ? {} : { title }),
    ...(dueOn === undefined || dueOn === before.dueOn ? {} : { due_on: dueOn }),
    ...completedColumns,
  };
}

/** Sends a follow-up that is not in To Do once more; one that is there already stays as it is. */
export function retry(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof retryFollowUp>,
): Promise<Reply<typeof retryFollowUp>> {
  return deps.db.transaction(user, async (trx) => {
    const row = await getRow(trx, user, input.id);
    if (row.to_do_state === 'in_to_do') return toFollowUp(user, row);
    await changeToDo(trx, user.organizationId, input.id, {
      to_do_state: 'pending',
      to_do_problem: null,
      to_do_next_attempt_at: null,
      to_do_sent_version: null,
    });
    await enqueueSave(deps, trx, user.organizationId, input.id);
    return getVisible(trx, user, input.id);
  });
}

async function enqueueSave(
  deps: Deps,
  trx: Query,
  organizationId: string,
  followUpId: string,
): Promise<void> {
  const payload = { organizationId, followUpId };
  await deps.jobs.enqueue(trx, saveToDoJob, payload, { singletonKey: followUpId });
}
