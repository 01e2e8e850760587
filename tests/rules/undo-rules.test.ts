// Whether a merge can be taken back: each thing that stands against it, and the first of several.
import { describe, expect, test } from 'vitest';
import { undoProblemOf } from '#api/duplicates/undo-rules.ts';
import type { UndoFacts } from '#api/duplicates/undo-rules.ts';

const row = {
  kind: 'customer',
  winner_id: 'w',
  loser_id: 'l',
  winner_before: { number: '1' },
  loser_before: { number: '2' },
  undone_at: null,
} as const;
const facts: UndoFacts = {
  winner: { merged_into_id: null, customer_id: 'c' },
  loser: { merged_into_id: 'w', customer_id: 'c' },
  holders: [
    { number: '1', customer_id: 'w' },
    { number: '2', customer_id: 'w' },
  ],
};

describe('an undo', () => {
  test.each<[string | null, object, object]>([
    [null, {}, {}],
    ['already_undone', { undone_at: new Date() }, { winner: undefined }],
    ['record_gone', {}, { winner: undefined }],
    ['record_gone', {}, { loser: undefined }],
    ['winner_merged_since', {}, { winner: { merged_into_id: 'x' } }],
    ['loser_merged_since', {}, { loser: { merged_into_id: 'x' } }],
    ['loser_merged_since', {}, { loser: { merged_into_id: null } }],
    ['number_taken', {}, { holders: [{ number: '2', customer_id: 'x' }] }],
    [null, {}, { holders: [{ number: '3', customer_id: 'x' }] }],
    [null, {}, { holders: [{ number: '2', customer_id: 'l' }] }],
    [
      'customer_merged_since',
      { kind: 'contact' },
      { winner: { merged_into_id: null, customer_id: 'elsewhere' } },
    ],
    [null, { kind: 'contact' }, { holders: [{ number: '2', customer_id: 'x' }] }],
  ])('answers %s for %j, %j', (problem, noted, found) => {
    expect(undoProblemOf({ ...row, ...noted }, { ...facts, ...found })).toBe(problem);
  });
});
