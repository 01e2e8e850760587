// Which quotes and orders the told activities belong to, read from the numbers in their words.
import type { SeedActivity } from './activities.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId } from './people.ts';
import type { SeedQuote } from './quotes.ts';

interface Documents {
  readonly quotes: readonly SeedQuote[];
  readonly orders: readonly SeedOrder[];
}

const documentNumber = /\b(AN|AU)-\d{2}-\d{4}\b/g;
/** Told without a number, and meaning that quote. */
const impliedQuotes: Readonly<Record<string, string>> = {
  'Liefertermin Kita Süd': 'AN-26-1182',
  'Angebot Turnhalle nachgefasst': 'AN-26-1167',
};

/** Rows of activity_link. */
export function buildLinkRows(activities: readonly SeedActivity[], { quotes, orders }: Documents) {
  const records = new Map<string, { kind: string; id: string }>([
    ...quotes.map(({ id, number }) => [number, { kind: 'quote', id }] as const),
    ...orders.map(({ id, number }) => [number, { kind: 'order', id }] as const),
  ]);
  return activities.flatMap((activity) =>
    numbersIn(activity).flatMap((number) => {
      const record = records.get(number);
      if (record === undefined) return [];
      const { kind, id } = record;
      return [
        { organization_id: organizationId, activity_id: activity.id, kind, record_id: id, label: number },
      ];
    }),
  );
}

function numbersIn({ subject, text }: SeedActivity): string[] {
  const implied = impliedQuotes[subject];
  return [...new Set([...(`${subject} ${text}`.match(documentNumber) ?? []), ...(implied ? [implied] : [])])];
}
