// Activities: previewed, logged, listed, taken back. The front door of this room.
import type { listActivities, undoActivity } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import * as followUps from '#api/follow-ups/follow-ups.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { releaseWaiting } from './attachment-store.ts';
import { fetchAttachmentsJob } from './jobs.ts';
import { canUndoActivity, toActivity } from './row.ts';
import * as store from './store.ts';

export { get as getAttachment, retry as retryAttachment } from './attachments.ts';
export { add as addAttachment } from './add-attachment.ts';
export { remove as removeAttachment } from './remove-attachment.ts';
export { correct, get } from './correct.ts';
export { keepFromOutside } from './from-outside.ts';
export { log, logMail } from './log.ts';
export { logByRule } from './log-by-rule.ts';
export { preview } from './preview.ts';
export { rewrite } from './rewrite.ts';

/** A page of a customer's history; not_found for a customer the user may not see. */
export async function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listActivities>,
): Promise<Reply<typeof listActivities>> {
  const { customerId, kind, direction, personId, from, to, cursor, limit } = input;
  const text = input.text?.trim() === '' ? undefined : input.text;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await deps.db.read(user, async (trx) => {
    const asked = { customerId, kind, direction, personId, from, to, text };
    const filter = { ...asked, after, limit: limit + 1 };
    const found = await store.listActivityRows(trx, user, filter);
    if (found.length === 0 && !(await store.seesCustomer(trx, user, customerId)))
      throw new AppError('not_found');
    return found;
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: items.map((row) => toActivity(user, row)),
    nextCursor: hasMore ? encodeCursor([new Date(last.occurred_at).toISOString(), last.id]) : null,
  };
}

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  const isFit = at !== undefined && /^\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!isFit || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [at, id];
}

/** Takes an entry out of every view, with the open follow-up set in the same moment; a second time changes nothing. */
export function undo(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof undoActivity>,
): Promise<Reply<typeof undoActivity>> {
  return deps.db.transaction(user, async (trx) => {
    const activity = await store.lockActivity(trx, user, input.id);
    if (activity === null) throw new AppError('not_found');
    if (!canUndoActivity(user, activity.logged_by)) throw new AppError('forbidden');
    if (activity.undone_at !== null) return { undone: true };
    const at = deps.clock.now();
    await store.markUndone(trx, user, { id: input.id, at });
    const made = { activityId: input.id, byId: activity.logged_by, at: activity.logged_at };
    await followUps.removeMadeWith(deps, trx, user, made);
    await writeAudit(trx, user, {
      action: 'activity.undo',
      recordKind: 'activity',
      recordId: input.id,
      before: activity,
      at,
    });
    return { undone: true };
  });
}

/** To be called at a person's first request after the sign-in had run out: attachments that waited are fetched. */
export async function resumeWaiting(deps: Deps, user: GraphUser): Promise<void> {
  const { organizationId } = user;
  await deps.db.transaction({ organizationId }, async (trx) => {
    for (const activityId of await releaseWaiting(trx, user)) {
      await deps.jobs.enqueue(
        trx,
        fetchAttachmentsJob,
        { organizationId, activityId },
        { singletonKey: activityId },
      );
    }
  });
}
