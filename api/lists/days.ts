// Which days an operator means, reckoned from the company's today. Pure.
import type { ListOperator } from '#contract/list-filter.ts';
import type { Operand } from './operand.ts';

/** First and last day, both within; null is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

type Reckon = (days: { first: string; last: string; count: number; today: string }) => DayRange;

const reckon: Readonly<Partial<Record<ListOperator, Reckon>>> = {
  equals: ({ first }) => ({ from: first, to: first }),
  less: ({ first }) => ({ from: null, to: shift(first, -1) }),
  at_least: ({ first }) => ({ from: first, to: null }),
  between: ({ first, last }) => ({ from: first, to: last }),
  older_than_days: ({ today, count }) => ({ from: null, to: shift(today, -count - 1) }),
  within_past_days: ({ today, count }) => ({ from: shift(today, -count), to: today }),
  within_next_days: ({ today, count }) => ({ from: today, to: shift(today, count) }),
  today: ({ today }) => ({ from: today, to: today }),
  this_month: ({ today }) => monthOf(today, 0),
  last_month: ({ today }) => monthOf(today, -1),
  this_year: ({ today }) => yearOf(today, 0),
  last_year: ({ today }) => yearOf(today, -1),
};

/** The days of an operator on dates; `today` is `2026-09-03`. */
export function daysOf(operator: ListOperator, { texts, numbers }: Operand, today: string): DayRange {
  const [first = today, last = first] = texts;
  const [count = 0] = numbers;
  return reckon[operator]?.({ first, last, count, today }) ?? { from: null, to: null };
}

function yearOf(today: string, step: number): DayRange {
  const year = String(Number(today.slice(0, 4)) + step).padStart(4, '0');
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function monthOf(today: string, step: number): DayRange {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1 + step;
  return { from: textOf(Date.UTC(year, month, 1)), to: textOf(Date.UTC(year, month + 1, 0)) };
}
/** Days before year 1 are as good as none. */
function shift(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return at < Date.parse('0001-01-01T00:00:00Z') ? '0001-01-01' : textOf(at);
}

function textOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
