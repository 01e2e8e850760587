// A merge as screens see it.
import type { listMerges, Merge } from '#contract/merge.ts';
import { movedKinds } from '#contract/merge.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { findCustomer } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findMerge, listMergeRows } from './merge-store.ts';
import type { MergeRow } from './merge-store.ts';
import { listMoved } from './move-store.ts';
import type { Moved } from './move-store.ts';

/** Merges of a customer and of its contacts, of which the user sees both sides. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listMerges>,
): Promise<Reply<typeof listMerges>> {
  return deps.db.read(user, async (trx) => {
    if ((await findCustomer(trx, user, input.customerId)) === null) throw new AppError('not_found');
    const rows = await listMergeRows(trx, user, input.customerId);
    const moved = await listMoved(
      trx,
      user.organizationId,
      rows.map((row) => row.id),
    );
    return { items: rows.map((row) => toMerge(row, moved.get(row.id) ?? [])) };
  });
}

/** One merge; not_found for one of which the user does not see both sides. */
export async function readMerge(trx: Query, user: SignedInUser, id: string): Promise<Merge> {
  const row = await findMerge(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return toMerge(row, (await listMoved(trx, user.organizationId, [id])).get(id) ?? []);
}

function toMerge(row: MergeRow, moved: readonly Moved[]): Merge {
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
