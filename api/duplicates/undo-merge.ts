// Taking a merge back: every noted row goes home; what came in since, or was moved on, stays where it is.
import type { undoMerge } from '#contract/merge.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { isAbove, lockGroups } from '#api/customers/group-store.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { noteMoves } from '#api/rating/history.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomers } from '#api/search/search.ts';
import { undoContactParts } from './contact-parts.ts';
import { undoFigures } from './figures.ts';
import type { FigureNote } from './figures.ts';
import { restoredColumns, whatToRestore } from './merge-fields.ts';
import { inOrder, readMerge } from './merge-record.ts';
import { findMerge } from './merge-list-store.ts';
import type { MergeRow } from './merge-list-store.ts';
import * as store from './merge-store.ts';
import type { Snapshot } from './merge-store.ts';
import { moveBack } from './move-store.ts';
import type { Merging } from './move-store.ts';
import { todayOf } from './today.ts';
import { numbersOf, undoProblemOf } from './undo-rules.ts';

/** Undoes a merge; transition_not_allowed with the reason when it cannot be undone (any more, or yet). */
export function undo(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof undoMerge>,
): Promise<Reply<typeof undoMerge>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockMerge(trx, organizationId, input.id);
    const row = await findMerge(trx, user, input.id);
    if (row === null) throw new AppError('not_found');
    const merging = mergingOf(organizationId, row);
    if (row.kind === 'customer') await lockGroups(trx, organizationId);
    const ids = [row.winner_id, row.loser_id];
    const now = await store.lockRows(trx, organizationId, row.kind, ids);
    const winner = await refuse(trx, organizationId, row, now);
    const keptFields = await restoreFields(deps, trx, user, { row, winner });
    const left = await moveBack(trx, merging);
    if (row.kind === 'customer') await openCircles(trx, merging);
    if (row.kind === 'contact') await undoContactParts(trx, merging, row.extra);
    else await restoreFigures(deps, trx, merging, row);
    await store.markUndone(trx, user, { id: row.id, now: deps.clock.now() });
    await indexAgain(trx, organizationId, row, winner);
    await audit(deps, trx, user, { row, left, keptFields });
    return { merge: await readMerge(trx, user, row.id), left: inOrder(left), keptFields };
  });
}

function mergingOf(organizationId: string, row: MergeRow): Merging {
  const { id: mergeId, kind, winner_id: winnerId, loser_id: loserId } = row;
  return { organizationId, mergeId, kind, winnerId, loserId };
}

/** Answers the winner as it stands now. */
async function refuse(
  trx: Query,
  organizationId: string,
  row: MergeRow,
  now: ReadonlyMap<string, Snapshot>,
): Promise<Snapshot> {
  const [winner, loser] = [now.get(row.winner_id), now.get(row.loser_id)];
  const holders = await store.listNumberHolders(trx, organizationId, numbersOf(row));
  const problem = undoProblemOf(row, { winner, loser, holders });
  if (problem !== null || winner === undefined) {
    throw new AppError('transition_not_allowed', {
      fields: [{ path: 'merge', problem: problem ?? 'record_gone' }],
    });
  }
  return winner;
}

/** The winner's fields first, so that the loser's number is free; answers what the winner keeps. */
async function restoreFields(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { row, winner }: { row: MergeRow; winner: Snapshot },
): Promise<string[]> {
  const { organizationId } = user;
  const { back, kept } = whatToRestore(restoredColumns[row.kind], {
    before: row.winner_before,
    after: row.winner_after,
    now: winner,
  });
  const alias = row.extra['alias'];
  if (typeof alias === 'string') await store.removeAlias(trx, organizationId, alias);
  const by = { by: user.id, now: deps.clock.now() };
  const number = row.loser_before['number'] ?? null;
  // a number that somebody gave the winner by hand stays; the one it had from the loser goes home in any case
  const isHeld = number !== null && winner['number'] === number && !back.includes('number');
  const columns = isHeld ? [...back, 'number'] : back;
  await store.restoreColumns(trx, organizationId, row.kind, {
    id: row.winner_id,
    snapshot: row.winner_before,
    columns: [...columns],
    ...by,
  });
  await store.restoreColumns(trx, organizationId, row.kind, {
    id: row.loser_id,
    snapshot: row.loser_before,
    columns: ['archived_at', 'archived_by', 'merged_into_id', ...(row.kind === 'customer' ? ['number'] : [])],
    ...by,
  });
  return kept.filter((name) => !columns.includes(name));
}

/** A winner that was put elsewhere in the group since could now stand below itself. */
async function openCircles(trx: Query, { organizationId, winnerId, loserId }: Merging): Promise<void> {
  for (const id of [winnerId, loserId]) {
    const parentId = (await store.readSnapshots(trx, organizationId, 'customer', [id])).get(id)?.[
      'parent_id'
    ];
    if (typeof parentId !== 'string') continue;
    if (!(await isAbove(trx, organizationId, { ancestorId: id, id: parentId }))) continue;
    await store.setParent(trx, organizationId, { id, parentId: null });
  }
}

async function restoreFigures(deps: Deps, trx: Query, merging: Merging, row: MergeRow): Promise<void> {
  const { organizationId, winnerId, loserId } = merging;
  const today = await todayOf(deps, trx, organizationId);
  const note = row.extra['figures'] as FigureNote; // written by the merge itself
  const { winner_before: winnerBefore, loser_before: loserBefore } = row;
  await undoFigures(trx, merging, { note, winnerBefore, loserBefore, today });
  for (const customerId of [winnerId, loserId]) {
    await noteMoves(trx, organizationId, { onDay: today, customerId });
  }
}

async function indexAgain(
  trx: Query,
  organizationId: string,
  row: MergeRow,
  winner: Snapshot,
): Promise<void> {
  const ids = row.kind === 'customer' ? [row.winner_id, row.loser_id] : [String(winner['customer_id'])];
  await indexCustomers(trx, organizationId, ids);
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { row, left, keptFields }: { row: MergeRow; left: unknown; keptFields: readonly string[] },
): Promise<void> {
  for (const recordId of [row.winner_id, row.loser_id]) {
    await writeAudit(trx, user, {
      action: `${row.kind}.merge_undo`,
      recordKind: row.kind,
      recordId,
      after: { mergeId: row.id, winnerId: row.winner_id, loserId: row.loser_id, left, keptFields },
      at: deps.clock.now(),
    });
  }
}
