// Whether a merge can be taken back, and what stands against it. Pure.
import type { UndoProblem } from '#contract/merge.ts';
import type { MergeRow } from './merge-list-store.ts';
import type { NumberHolder, Snapshot } from './merge-store.ts';

/** What the rule looks at: both records as they are, and who has their numbers. */
export interface UndoFacts {
  readonly winner: Snapshot | undefined;
  readonly loser: Snapshot | undefined;
  readonly holders: readonly NumberHolder[];
}

type Noted = Pick<
  MergeRow,
  'kind' | 'winner_id' | 'loser_id' | 'winner_before' | 'loser_before' | 'undone_at'
>;

/** The first thing that stands against an undo; null when nothing does. */
export function undoProblemOf(row: Noted, { winner, loser, holders }: UndoFacts): UndoProblem | null {
  if (row.undone_at !== null) return 'already_undone';
  if (winner === undefined || loser === undefined) return 'record_gone';
  if (winner['merged_into_id'] !== null) return 'winner_merged_since';
  if (loser['merged_into_id'] !== row.winner_id) return 'loser_merged_since';
  const isApart = row.kind === 'contact' && winner['customer_id'] !== loser['customer_id'];
  if (isApart) return 'customer_merged_since';
  const numbers = numbersOf(row);
  const isTaken = holders.some(
    ({ number, customer_id: holder }) =>
      numbers.includes(number) && holder !== row.winner_id && holder !== row.loser_id,
  );
  return isTaken ? 'number_taken' : null;
}

/** The ERP numbers that an undo gives back. */
export function numbersOf({ kind, winner_before, loser_before }: Noted): string[] {
  if (kind !== 'customer') return [];
  return [loser_before['number'], winner_before['number']].filter((number) => typeof number === 'string');
}
