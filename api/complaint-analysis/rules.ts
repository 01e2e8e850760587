// What is said of figures: no median of a handful, no rate without orders, causes by frequency with their cumulated share. Pure.
import { fewestValues } from '#contract/complaint-analysis.ts';
import type { ParetoBar, Satisfaction, Spread } from '#contract/complaint-analysis.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';
import { pathOf, topOf } from '#api/complaint-causes/tree.ts';

/** `median` and `p90` in minutes, as the database interpolates them; both null below five values. */
export function spreadOf(count: number, [median = null, p90 = null]: readonly (number | null)[]): Spread {
  const isEnough = count >= fewestValues;
  const whole = (minutes: number | null) => (isEnough && minutes !== null ? Math.round(minutes) : null);
  return { count, medianMinutes: whole(median), p90Minutes: whole(p90) };
}

/** With one decimal, null below five answers. */
export function satisfactionOf(answers: number, average: number | null): Satisfaction {
  const isEnough = answers >= fewestValues && average !== null;
  return { answers, average: isEnough ? roundTo1(average) : null };
}

/** Complaints per 100 orders with one decimal; null where there were none. */
export function per100Orders(complaints: number, orders: number | null): number | null {
  return orders === null || orders === 0 ? null : roundTo1((complaints / orders) * 100);
}

const mostBars = 10;

export interface CauseCount {
  readonly causeId: string;
  readonly count: number;
}

/**
 * Bars by frequency, equal ones by name, at most ten and one for all the rest. Shares are of the complaints that have a cause;
 * the last cumulated one is 100.
 */
export function paretoOf(
  counts: readonly CauseCount[],
  tree: readonly ComplaintCause[],
  level: 'top' | 'exact',
): ParetoBar[] {
  const sums = new Map<string, number>();
  for (const { causeId, count } of counts) {
    const id = level === 'top' ? topOf(tree, causeId) : causeId;
    sums.set(id, (sums.get(id) ?? 0) + count);
  }
  const named = [...sums].map(([causeId, count]) => ({ causeId, count, path: pathOf(tree, causeId) }));
  named.sort((a, b) => b.count - a.count || a.path.join().localeCompare(b.path.join(), 'de'));
  return withShares(named.length > mostBars ? withRest(named) : named);
}

type Bar = Pick<ParetoBar, 'causeId' | 'path' | 'count'>;

function withRest(bars: readonly Bar[]): Bar[] {
  const count = sumOf(bars.slice(mostBars));
  return [...bars.slice(0, mostBars), { causeId: null, path: [], count }];
}

function withShares(bars: readonly Bar[]): ParetoBar[] {
  const total = sumOf(bars);
  return bars.map((bar, index) => ({
    ...bar,
    sharePercent: roundTo1((bar.count / total) * 100),
    cumulatedPercent: roundTo1((sumOf(bars.slice(0, index + 1)) / total) * 100),
  }));
}

function sumOf(bars: readonly { count: number }[]): number {
  return bars.reduce((sum, { count }) => sum + count, 0);
}

function roundTo1(value: number): number {
  return Math.round(value * 10) / 10;
}
