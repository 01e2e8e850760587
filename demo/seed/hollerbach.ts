// The lead customer of every picture: revenue 96,2 / 118,7 / 146,3 / 139,8 / 79,8 T€, 91,2 T€ last year up to today.
import type { SeedCalendar } from './calendar.ts';
import { workdayNear } from './calendar.ts';
import type { PlannedOrder } from './plan.ts';

export const hollerbachNumber = '20417';
export const hollerbachOrderNumber = 'AU-26-0907';

const hundredEuro = 10_000;
const pastYears = [9_620_000, 11_870_000, 14_630_000] as const;
const lastYear = 13_980_000;
const lastYearToDate = 9_120_000;
const thisYear = 7_980_000;
/** What last year's running month had brought by today's day of the month. */
const runningToDate = 120_000;

/** The overdue invoice, the order of the complaint (twelve lines, the first of them four door closers), and two small ones. */
const recent = [
  { offset: -56, cents: 624_000 },
  {
    offset: -22,
    cents: 843_000,
    number: hollerbachOrderNumber,
    lineCount: 12,
    first: { name: 'Türschließer TS 93', quantity: 4, cents: 191_200 },
  },
  { offset: -14, cents: 19_000 },
  { offset: -3, cents: 264_000 },
];

/** Hollerbach's orders; from April to November the figures are exact on any day, else close. */
export function planHollerbach(calendar: SeedCalendar): PlannedOrder[] {
  const { year } = calendar;
  const past = pastYears.flatMap((cents, index) => spread(cents, monthsOf(year - 4 + index, 1, 12)));
  return [...past, ...planLastYear(calendar), ...planThisYear(calendar)];
}

/** The running month weighs by its days, as the cockpit reckons it, so that "up to today" comes out at 91,2. */
function planLastYear({ today, year }: SeedCalendar): PlannedOrder[] {
  const [month, day] = [Number(today.slice(5, 7)), Number(today.slice(8, 10))];
  if (month < 4 || month > 11) return spread(lastYear, monthsOf(year - 1, 1, 12));
  const daysInMonth = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  const before = lastYearToDate - runningToDate;
  const running = Math.round((runningToDate * daysInMonth) / Math.min(day, daysInMonth));
  const [name = ''] = monthsOf(year - 1, month, month);
  const [first, last] = [workdayNear(`${name}-01`, 1), workdayNear(`${name}-${daysInMonth}`, -1)];
  const early = { orderedOn: Number(first.slice(8)) <= day ? first : `${name}-01`, cents: runningToDate };
  const late = {
    orderedOn: Number(last.slice(8)) > day ? last : `${name}-${daysInMonth}`,
    cents: running - runningToDate,
  };
  return [
    ...spread(before, monthsOf(year - 1, 1, month - 1)),
    early,
    ...(late.cents > 0 ? [late] : []),
    ...spread(lastYear - before - running, monthsOf(year - 1, month + 1, 12)),
  ];
}

function planThisYear(calendar: SeedCalendar): PlannedOrder[] {
  const known = recent.map(({ offset, ...order }) => ({ ...order, orderedOn: calendar.day(offset) }));
  const rest = thisYear - known.reduce((sum, one) => sum + one.cents, 0);
  const early = calendar.day(-62);
  const lastMonth = early.startsWith(String(calendar.year)) ? Number(early.slice(5, 7)) : 1;
  return [...spread(rest, monthsOf(calendar.year, 1, lastMonth)), ...known].filter(
    (one) => one.orderedOn <= calendar.today,
  );
}

function monthsOf(year: number, from: number, to: number): string[] {
  return Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, index) => `${year}-${String(from + index).padStart(2, '0')}`,
  );
}

/** Two orders a month, in whole hundred euro but the last, which takes what is left to the cent. */
function spread(cents: number, months: readonly string[]): PlannedOrder[] {
  const days = months.flatMap((month) => [`${month}-06`, `${month}-19`]);
  const each = Math.round(cents / days.length / hundredEuro) * hundredEuro;
  return days.map((day, index) => ({
    orderedOn: workdayNear(day, 1),
    cents: index === days.length - 1 ? cents - each * (days.length - 1) : each,
  }));
}
