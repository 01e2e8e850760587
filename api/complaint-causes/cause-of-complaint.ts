// The cause of one complaint, and the former complaints of the same customer that make it a repeat.
import type {
  CauseOfComplaint,
  ComplaintCause,
  FormerComplaint,
  getCauseOfComplaint,
  setCauseOfComplaint,
} from '#contract/complaint-cause.ts';
import type { Parsed } from '#contract/endpoint.ts';
import { writeCause } from '#api/complaints/cause.ts';
import { getLocked } from '#api/complaints/change.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readCauses } from './complaint-causes.ts';
import type { RepeatFacts } from './repeats.ts';
import { repeatReasonsOf, windowStart } from './repeats.ts';
import type { CompareRow } from './store.ts';
import * as store from './store.ts';
import { pathOf } from './tree.ts';

/** The cause with the names above it, and the former complaints with the reason for each. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getCauseOfComplaint>,
): Promise<CauseOfComplaint> {
  return deps.db.read(user, (trx) => read(trx, user, input.id));
}

/** Gives the cause over the version one has seen; a retired or unknown one is refused. */
export function set(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof setCauseOfComplaint>,
  version: number,
): Promise<CauseOfComplaint> {
  return deps.db.transaction(user, async (trx) => {
    const now = deps.clock.now();
    await store.holdCauses(trx, user.organizationId);
    await getLocked(trx, user, { id: input.id, version, now });
    const before = await read(trx, user, input.id);
    if (input.causeId === (before.cause?.id ?? null)) return before;
    const tree = await readCauses(trx, user.organizationId);
    const path = input.causeId === null ? [] : getPath(tree, input.causeId);
    await writeCause(trx, user, { id: input.id, causeId: input.causeId, text: path.join(' › '), now });
    const after = await read(trx, user, input.id);
    await writeAudit(trx, user, {
      action: 'complaint.cause',
      recordKind: 'complaint',
      recordId: input.id,
      before: { cause: before.cause?.path.join(' › ') ?? null },
      after: { cause: after.cause?.path.join(' › ') ?? null },
      at: now,
    });
    return after;
  });
}

function getPath(tree: readonly ComplaintCause[], causeId: string): string[] {
  const cause = tree.find((one) => one.id === causeId);
  if (cause === undefined || cause.isRetired) {
    const problem = cause === undefined ? 'unknown' : 'retired';
    throw new AppError('invalid_input', { fields: [{ path: 'causeId', problem }] });
  }
  return pathOf(tree, causeId);
}

async function read(trx: Query, user: SignedInUser, complaintId: string): Promise<CauseOfComplaint> {
  const [one, ...others] = await store.listToCompare(trx, user, complaintId, windowStart);
  if (one === undefined) throw new AppError('not_found');
  const tree = one.cause_id === null ? [] : await readCauses(trx, user.organizationId);
  const cause = tree.find(({ id }) => id === one.cause_id);
  return {
    version: one.version,
    cause: cause ? { id: cause.id, path: pathOf(tree, cause.id), isRetired: cause.isRetired } : null,
    former: others.flatMap((other) => toFormer(one, other)),
  };
}

function toFormer(one: CompareRow, other: CompareRow): FormerComplaint[] {
  const because = repeatReasonsOf(factsOf(one), factsOf(other));
  if (because.length === 0) return [];
  const { id, number, title, state } = other;
  return [{ id, number, title, state, receivedAt: other.received_at.toISOString(), because }];
}

function factsOf(row: CompareRow): RepeatFacts {
  return {
    id: row.id,
    receivedAt: row.received_at,
    category: row.category,
    orderId: row.order_id,
    productIds: row.product_ids,
    causeId: row.cause_id,
  };
}
