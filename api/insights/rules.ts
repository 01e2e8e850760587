// Hints out of figures: what others like this customer buy, and when the next order of a group is to be expected. Pure.
import type { CrossSelling, CustomerRevenue, Reorder, UpSelling } from '#contract/insight.ts';
import { daysBetween } from '#api/customers/dormancy.ts';

/** Fewer comparable customers tell nothing. */
const fewestPeers = 4;
const fewestBuyers = 3;
const crossShare = 0.5;
const upShare = 0.5;
const mostCross = 5;
const mostUp = 3;
/** Two gaps are chance, three days of orders a beginning. */
const fewestOrders = 3;
/** Longer ago than three rhythms it is no demand any more, but silence. */
const silentRhythms = 3;

interface Group {
  readonly id: string;
  readonly name: string;
}
interface Own extends Group {
  readonly isBought: boolean;
  readonly days: readonly string[];
  readonly yearCents: number;
}
interface Peer extends Group {
  readonly buyers: number;
  readonly usualCents: number | null;
}

/** Groups that at least half of the comparable customers buy and this one does not, the commonest first. */
export function crossSellingOf(own: readonly Own[], others: readonly Peer[], peers: number): CrossSelling[] {
  if (peers < fewestPeers) return [];
  const bought = new Set(own.filter((group) => group.isBought).map((group) => group.id));
  return others
    .filter(
      (group) => !bought.has(group.id) && group.buyers >= fewestBuyers && group.buyers / peers >= crossShare,
    )
    .sort((a, b) => b.buyers - a.buyers || a.name.localeCompare(b.name, 'de'))
    .slice(0, mostCross)
    .map(({ id, name, buyers }) => ({ group: { id, name }, buyers, peers }));
}

/** Groups bought for less than half of what is usual among comparable buyers, the greatest difference first. */
export function upSellingOf(own: readonly Own[], others: readonly Peer[], peers: number): UpSelling[] {
  if (peers < fewestPeers) return [];
  const ownOf = new Map(own.filter((group) => group.isBought).map((group) => [group.id, group.yearCents]));
  return others
    .flatMap(({ id, name, buyers, usualCents }) => {
      const ownCents = ownOf.get(id);
      if (ownCents === undefined || usualCents === null || buyers < fewestBuyers) return [];
      return ownCents < usualCents * upShare ? [{ group: { id, name }, ownCents, usualCents, buyers }] : [];
    })
    .sort((a, b) => b.usualCents - b.ownCents - (a.usualCents - a.ownCents))
    .slice(0, mostUp);
}

/** The next order of each group by the median of the days between orders; groups that fell silent are left out. */
export function reordersOf(own: readonly Own[], today: string): Reorder[] {
  return own
    .flatMap(({ id, name, days }): Reorder[] => {
      const last = days.at(-1);
      const everyDays = medianGap(days);
      if (last === undefined || everyDays === null || days.length < fewestOrders) return [];
      if (daysBetween(last, today) > everyDays * silentRhythms) return [];
      return [
        {
          group: { id, name },
          everyDays,
          orders: days.length,
          lastOn: last,
          expectedOn: dayAfter(last, everyDays),
        },
      ];
    })
    .sort(
      (a, b) => a.expectedOn.localeCompare(b.expectedOn) || a.group.name.localeCompare(b.group.name, 'de'),
    );
}

function medianGap(days: readonly string[]): number | null {
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
  gaps.sort((a, b) => a - b);
  const [low, high] = [gaps[Math.floor((gaps.length - 1) / 2)], gaps[Math.ceil((gaps.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : Math.max(1, Math.round((low + high) / 2));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

type MonthSums = Readonly<Record<string, { cents: number; marginCents: number | null }>>;

/** Twelve months up to today's, each beside the year before, and five years. */
export function revenueByMonth(sums: MonthSums, today: string): Pick<CustomerRevenue, 'months' | 'years'> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: 12 }, (_, at) => {
    const key = monthKey(year, month - 11 + at);
    const before = monthKey(year, month - 23 + at);
    return {
      month: `${key}-01`,
      cents: sums[key]?.cents ?? 0,
      previousYearCents: sums[before]?.cents ?? 0,
      marginCents: sums[key]?.marginCents ?? null,
    };
  });
  const years = [4, 3, 2, 1, 0].map((back) => sumYear(sums, year - back));
  return { months, years };
}

/** Months before the first of the year belong to earlier years: (2026, -1) is 2025-11. */
function monthKey(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);
}

function sumYear(sums: MonthSums, year: number): CustomerRevenue['years'][number] {
  const of = Object.entries(sums).filter(([month]) => month.startsWith(`${year}-`));
  const margins = of.flatMap(([, { marginCents }]) => (marginCents === null ? [] : [marginCents]));
  return {
    year,
    cents: of.reduce((sum, [, one]) => sum + one.cents, 0),
    marginCents: margins.length === 0 ? null : margins.reduce((sum, one) => sum + one, 0),
  };
}
