// Revenue per year from monthly sums, and the previous year up to the same day. Pure.
import type { Revenue } from '#contract/cockpit.ts';

/** Cents by month, '2026-09' → 123. */
export type MonthlyCents = Readonly<Record<string, number>>;

const yearsShown = 5;

/** The last five years with the running one; the previous year's running month counts by its days. */
export function revenueOf(months: MonthlyCents, last12MonthsCents: number, today: string): Revenue {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: yearsShown }, (_, at) => thisYear - yearsShown + 1 + at);
  return {
    years: years.map((year) => ({ year, cents: sumOf(months, (month) => month.startsWith(`${year}-`)) })),
    previousYearToDateCents: yearToDate(months, thisYear - 1, today),
    last12MonthsCents,
    asOf: today,
  };
}

/** Whole months before today's month, and of that month as many days as have passed this year. */
function yearToDate(months: MonthlyCents, year: number, today: string): number {
  const [, month = '01', day = '01'] = today.split('-');
  const current = `${year}-${month}`;
  const before = sumOf(months, (one) => one.startsWith(`${year}-`) && one < current);
  const daysInMonth = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  const share = Math.min(Number(day), daysInMonth) / daysInMonth;
  return before + Math.round((months[current] ?? 0) * share);
}

function sumOf(months: MonthlyCents, isCounted: (month: string) => boolean): number {
  return Object.entries(months).reduce((sum, [month, cents]) => sum + (isCounted(month) ? cents : 0), 0);
}
