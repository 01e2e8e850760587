// A merge as screens see it, the list of past ones, and where an old link leads.
import type { followMergedCustomer, listMerges, Merge } from '#contract/merge.ts';
import { movedKinds } from '#contract/merge.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { findCustomer } from '#api/customers/customers.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findFollowed, findMerge, listMergeRows } from './merge-list-store.ts';
import type { MergeRow } from './merge-list-store.ts';
import { listNumberHolders, readSnapshots } from './merge-store.ts';
import { listMoved } from './move-store.ts';
import type { Moved } from './move-store.ts';
import { numbersOf, undoProblemOf } from './undo-rules.ts';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Past merges of which the user sees both sides; those of one customer and its contacts when it is named. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listMerges>,
): Promise<Reply<typeof listMerges>> {
  const { customerId = null, cursor, limit } = input;
  const after = cursor === undefined ? null : readCursor(cursor);
  return deps.db.read(user, async (trx) => {
    const isUnseen = customerId !== null && (await findCustomer(trx, user, customerId)) === null;
    if (isUnseen) throw new AppError('not_found');
    const rows = await listMergeRows(trx, user, { customerId, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      items: await toMerges(trx, user.organizationId, shown),
      nextCursor: isMore ? encodeCursor([last.merged_at.toISOString(), last.id]) : null,
    };
  });
}

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)) || !idPattern.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [new Date(at).toISOString(), id];
}

/** Where a customer went that was merged; null for one that was not, and where the end is not visible. */
export function follow(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof followMergedCustomer>,
): Promise<Reply<typeof followMergedCustomer>> {
  return deps.db.read(user, async (trx) => {
    const row = await findFollowed(trx, user, input.customerId);
    if (row === null) return { merged: null };
    const { id, number, name, merged_by: by, merged_at: at } = row;
    return { merged: { into: { id, number, name }, by, at: at.toISOString() } };
  });
}

/** One merge; not_found for one of which the user does not see both sides. */
export async function readMerge(trx: Query, user: SignedInUser, id: string): Promise<Merge> {
  const row = await findMerge(trx, user, id);
  const [merge] = row === null ? [] : await toMerges(trx, user.organizationId, [row]);
  if (merge === undefined) throw new AppError('not_found');
  return merge;
}

async function toMerges(trx: Query, organizationId: string, rows: readonly MergeRow[]): Promise<Merge[]> {
  const idsOf = (kind: MergeRow['kind']) =>
    rows.filter((row) => row.kind === kind).flatMap((row) => [row.winner_id, row.loser_id]);
  const now = new Map([
    ...(await readSnapshots(trx, organizationId, 'customer', idsOf('customer'))),
    ...(await readSnapshots(trx, organizationId, 'contact', idsOf('contact'))),
  ]);
  const holders = await listNumberHolders(trx, organizationId, rows.flatMap(numbersOf));
  const moved = await listMoved(
    trx,
    organizationId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...toMerge(row, moved.get(row.id) ?? []),
    undoProblem: undoProblemOf(row, {
      winner: now.get(row.winner_id),
      loser: now.get(row.loser_id),
      holders,
    }),
  }));
}

function toMerge(row: MergeRow, moved: readonly Moved[]): Omit<Merge, 'undoProblem'> {
  const { name, number } = row.loser_before;
  return {
    id: row.id,
    kind: row.kind,
    winner: { id: row.winner_id, name: row.winner_name },
    loser: { id: row.loser_id, name: String(name), number: typeof number === 'string' ? number : null },
    by: row.merged_by,
    at: row.merged_at.toISOString(),
    moved: inOrder(moved),
    undone: row.undone_at === null ? null : { by: row.undone_by, at: row.undone_at.toISOString() },
  };
}

/** In the order of the screen. */
export function inOrder(moved: readonly Moved[]): Moved[] {
  return moved.toSorted((a, b) => movedKinds.indexOf(a.kind) - movedKinds.indexOf(b.kind));
}
