// What the ERP's orders say of a customer: revenue by month, twelve months, rhythm, rating over the years, value.
import { dormancyOf, daysBetween } from '#api/customers/dormancy.ts';
import { customerValueCents, retentionOf } from '#api/customers/customer-value.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { marginCents } from './orders.ts';
import type { SeedOrder } from './orders.ts';
import { createChance } from './random.ts';

const aFromCents = 10_000_000;
const bFromCents = 2_500_000;

type Letter = 'A' | 'B' | 'C';
type Digit = '1' | '2' | '3';
interface Cell {
  readonly letter: Letter;
  readonly digit: Digit;
}

export interface SeedFigures {
  /** `2026-09-01` → cents. */
  readonly months: ReadonlyMap<string, number>;
  /** `2026-09-01` → cents of margin. */
  readonly marginMonths: ReadonlyMap<string, number>;
  readonly revenue12Months: number;
  readonly margin12Months: number;
  readonly lastOrderOn: string | null;
  readonly usualDays: number | null;
  readonly silentDays: number | null;
  readonly rating: Cell | null;
  readonly ratingHistory: readonly (Cell & { readonly on: string })[];
  readonly valueCents: number | null;
}

/** The figures of one customer from its own orders, oldest first. */
export function reckonFigures(
  customer: SeedCustomer,
  orders: readonly SeedOrder[],
  calendar: SeedCalendar,
): SeedFigures {
  const { today } = calendar;
  const yearAgo = `${calendar.year - 1}${today.slice(4)}`;
  const lastYear = orders.filter((order) => order.orderedOn > yearAgo && order.orderedOn <= today);
  const revenue12Months = sumOf(lastYear.map((order) => order.cents));
  const lastOrderOn = orders.at(-1)?.orderedOn ?? null;
  const usualDays = usualDaysOf(orders);
  const dormancy = dormancyOf(lastOrderOn, usualDays, today);
  const rating = rate(revenue12Months, customer.shareOfWallet);
  return {
    months: sumMonths(orders, (order) => order.cents),
    marginMonths: sumMonths(orders, marginCents),
    revenue12Months,
    margin12Months: sumOf(lastYear.map(marginCents)),
    lastOrderOn,
    usualDays,
    silentDays: dormancy?.silentDays ?? null,
    rating,
    ratingHistory: rating === null ? [] : rateYears(customer, orders, calendar, rating),
    valueCents:
      orders.length === 0
        ? null
        : customerValueCents(sumOf(lastYear.map(marginCents)), retentionOf(dormancy !== null)),
  };
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0);
}

function sumMonths(orders: readonly SeedOrder[], centsOf: (order: SeedOrder) => number): Map<string, number> {
  const months = new Map<string, number>();
  for (const order of orders) {
    const month = `${order.orderedOn.slice(0, 7)}-01`;
    months.set(month, (months.get(month) ?? 0) + centsOf(order));
  }
  return months;
}

/** The median of the days between two orders. */
function usualDaysOf(orders: readonly SeedOrder[]): number | null {
  const days = [...new Set(orders.map((order) => order.orderedOn))];
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  gaps.sort((a, b) => a - b);
  const middle = (gaps.length - 1) / 2;
  const [low, high] = [gaps[Math.floor(middle)], gaps[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** By the rules an organisation begins with (migration 0008): for planning the story, the stored rating is the database's own. */
function rate(revenueCents: number, share: number | null): Cell | null {
  if (revenueCents <= 0 && share === null) return null;
  const letter = revenueCents >= aFromCents ? 'A' : revenueCents >= bFromCents ? 'B' : 'C';
  const digit = share === null ? '2' : share < 30 ? '1' : share < 60 ? '2' : '3';
  return { letter, digit };
}

/** The class on each New Year's Day by the year before, with a share of wallet that was another then. */
function rateYears(
  customer: SeedCustomer,
  orders: readonly SeedOrder[],
  { year }: SeedCalendar,
  rating: Cell,
): SeedFigures['ratingHistory'] {
  const told = customer.number === hollerbachNumber ? hollerbachHistory : null;
  return [3, 2, 1, 0].flatMap((back) => {
    const on = `${year - back}-01-01`;
    const before = orders.filter((order) => order.orderedOn.startsWith(String(year - back - 1)));
    const share = createChance(`share ${customer.number} ${back}`).int(-25, 25);
    const then = Math.min(95, Math.max(5, (customer.shareOfWallet ?? 50) + share));
    const cell =
      told?.[back] ?? (back === 0 ? rating : rate(sumOf(before.map((order) => order.cents)), then));
    return cell === null ? [] : [{ on, ...cell }];
  });
}

/** By years back: B1 until last year, A2 since. */
const hollerbachHistory: readonly Cell[] = [
  { letter: 'A', digit: '2' },
  { letter: 'B', digit: '1' },
  { letter: 'B', digit: '1' },
  { letter: 'B', digit: '1' },
];
