// What stands beside a customer on screen: whose twin it may be, and who became part of it of late.
import { takenOverDays, type listTwins } from '#contract/duplicate.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { findCustomer } from '#api/customers/customers.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { toPair } from './duplicates.ts';
import { listTakenOver } from './merge-list-store.ts';
import type { MergeRow } from './merge-list-store.ts';
import { listPairsOfCustomer } from './pair-store.ts';

const dayMs = 24 * 60 * 60_000;

/** Open pairs and merges of the last `takenOverDays` days, each only where the user sees both sides. */
export function listTwinsOf(
  deps: Deps,
  user: SignedInUser,
  { customerId }: Parsed<typeof listTwins>,
): Promise<Reply<typeof listTwins>> {
  const since = new Date(deps.clock.now().getTime() - takenOverDays * dayMs);
  return deps.db.read(user, async (trx) => {
    if ((await findCustomer(trx, user, customerId)) === null) throw new AppError('not_found');
    const pairs = await listPairsOfCustomer(trx, user, customerId);
    const merges = await listTakenOver(trx, user, { customerId, since });
    return { pairs: pairs.map(toPair), takenOver: merges.map(toTakenOver) };
  });
}

function toTakenOver({ loser_id, loser_before, merged_by, merged_at }: MergeRow) {
  const { name, number } = loser_before;
  return {
    id: loser_id,
    name: String(name),
    number: typeof number === 'string' ? number : null,
    by: merged_by,
    at: merged_at.toISOString(),
  };
}
