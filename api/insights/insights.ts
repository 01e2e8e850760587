// What the figures suggest about a customer, loaded after the first screen; the front door of this room.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { CustomerInsights, getCustomerInsights, getCustomerRevenue } from '#contract/insight.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { crossSellingOf, reordersOf, revenueByMonth, upSellingOf } from './rules.ts';
import { findInsightRow, findRevenueRow } from './store.ts';
import type { InsightRow } from './store.ts';

/** Hints, expected demand and prices of a visible customer; not_found for any other. */
export function get(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof getCustomerInsights>,
): Promise<Reply<typeof getCustomerInsights>> {
  const now = deps.clock.now();
  return deps.db.read(user, async (trx) => {
    const row = await findInsightRow(trx, user, { customerId: id, now });
    if (row === null) throw new AppError('not_found');
    return toInsights(row);
  });
}

function toInsights(row: InsightRow): CustomerInsights {
  const { today, groups, peer_groups: others, peers } = row;
  return {
    comparable: { count: peers, targetGroup: row.target_group, letter: row.rating_letter },
    groups: groups.map(({ id, name, isBought, days, yearCents }) => ({
      id,
      name,
      isBought,
      last12MonthsCents: yearCents,
      lastOn: days.at(-1) ?? null,
    })),
    crossSelling: crossSellingOf(groups, others, peers),
    upSelling: upSellingOf(groups, others, peers),
    reorders: reordersOf(groups, today),
    services: row.services,
    prices: row.prices,
    asOf: today,
  };
}

/** Revenue by month and year of a visible customer; not_found for any other. */
export function getRevenue(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof getCustomerRevenue>,
): Promise<Reply<typeof getCustomerRevenue>> {
  const now = deps.clock.now();
  return deps.db.read(user, async (trx) => {
    const row = await findRevenueRow(trx, user, { customerId: id, now });
    if (row === null) throw new AppError('not_found');
    return { ...revenueByMonth(row.months, row.today), showsMargin: row.shows_margin, asOf: row.today };
  });
}
