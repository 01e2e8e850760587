// Where a customer stands in the matrix of revenue class and potential, and where it stood before. Pure.
import type { Cockpit } from '#contract/cockpit.ts';
import { addDays } from '../calendar.ts';

export const letters = ['A', 'B', 'C'] as const;
export const digits = ['1', '2', '3'] as const;

export interface PortfolioCell {
  name: string;
  count: number;
  isToday: boolean;
  /** The last year in which the customer stood here, when it has moved on since. */
  untilYear: number | null;
}

/** The nine cells, row by row. */
export function portfolioCells({ customer, portfolio, ratingHistory }: Cockpit): PortfolioCell[] {
  const today = customer.rating ? `${customer.rating.letter}${customer.rating.digit}` : null;
  const before = lastCellBefore(ratingHistory, today);
  return letters.flatMap((letter) =>
    digits.map((digit) => {
      const name = `${letter}${digit}`;
      const cell = portfolio.find((one) => one.letter === letter && one.digit === digit);
      return {
        name,
        count: cell?.count ?? 0,
        isToday: name === today,
        untilYear: before?.name === name ? before.untilYear : null,
      };
    }),
  );
}

/** A point of the history counts until the day before the next one. */
function lastCellBefore(history: Cockpit['ratingHistory'], today: string | null) {
  const points = [...history].sort((a, b) => a.on.localeCompare(b.on));
  for (const [index, point] of [...points.entries()].reverse()) {
    const name = `${point.letter}${point.digit}`;
    const next = points[index + 1];
    if (name !== today && next) return { name, untilYear: Number(addDays(next.on, -1).slice(0, 4)) };
  }
  return null;
}
