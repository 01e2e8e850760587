// Goodwill: who may grant how much alone, and who decides about more: the tables.
import { describe, expect, test } from 'vitest';
import {
  goodwillLeft,
  goodwillLimit,
  measureMovesOf,
  needsSecondPerson,
} from '#api/complaints/measure-rules.ts';

const limits = { version: 1, salesCents: 25_000, managerCents: 200_000, adminCents: null };

test.each([
  ['sales', 25_000],
  ['manager', 200_000],
  ['admin', null],
  ['partner', 0],
  [null, 0],
] as const)('%s may grant %s', (role, expected) => {
  expect(goodwillLimit(limits, { id: 'x', role })).toBe(expected);
});

test.each([
  [25_000, 0, 25_000],
  [25_000, 10_000, 15_000],
  [25_000, 40_000, 0],
  [null, 40_000, null],
])('of %s with %s agreed already %s is left', (limit, agreed, expected) => {
  expect(goodwillLeft(limit, agreed)).toBe(expected);
});

describe('a second person is needed', () => {
  test.each([
    ['goodwill', 25_000, 25_000, false],
    ['goodwill', 25_001, 25_000, true],
    ['goodwill', 1, 0, true],
    ['goodwill', 0, 0, false],
    ['goodwill', 9_000_000, null, false],
    ['credit', 9_000_000, 25_000, false],
    ['replacement', 9_000_000, 0, false],
  ] as const)('%s of %i with %s left: %s', (kind, costCents, left, expected) => {
    expect(needsSecondPerson({ kind, costCents }, left)).toBe(expected);
  });
});

describe('who decides', () => {
  test.each([
    ['requested', 'jonas', { id: 'petra', role: 'manager' }, true],
    ['requested', 'petra', { id: 'petra', role: 'manager' }, false],
    ['requested', 'petra', { id: 'miriam', role: 'admin' }, true],
    ['requested', 'jonas', { id: 'anna', role: 'sales' }, false],
    ['agreed', 'jonas', { id: 'petra', role: 'manager' }, false],
    ['refused', 'jonas', { id: 'petra', role: 'manager' }, false],
  ] as const)('%s, asked by %s, %o: %s', (state, askedById, actor, expected) => {
    expect(measureMovesOf({ state, askedById }, actor)).toEqual(expected ? ['approve', 'refuse'] : []);
  });
});
