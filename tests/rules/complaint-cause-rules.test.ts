// The tree of causes and repeat complaints, as tables of cases.
import { describe, expect, test } from 'vitest';
import { orderTree } from '#api/complaint-causes/rules.ts';
import type { CauseRow } from '#api/complaint-causes/rules.ts';
import { repeatReasonsOf, windowStart } from '#api/complaint-causes/repeats.ts';
import type { RepeatFacts } from '#api/complaint-causes/repeats.ts';
import { branchOf, pathOf, refusePlace, topOf } from '#api/complaint-causes/tree.ts';

function row(id: string, parentId: string | null, change: Partial<CauseRow> = {}): CauseRow {
  const plain = { version: 1, name: id, position: 0, is_retired: false, uses: 0 };
  return { id, parent_id: parentId, ...plain, ...change };
}

/** ware > funktion > dicht, ware > oberflaeche; transport > verpackung (retired) > folie */
const tree = orderTree([
  row('folie', 'verpackung'),
  row('transport', null, { position: 1 }),
  row('verpackung', 'transport', { is_retired: true }),
  row('oberflaeche', 'ware', { position: 1 }),
  row('funktion', 'ware'),
  row('ware', null),
  row('dicht', 'funktion'),
]);

describe('the tree of causes', () => {
  test('each cause stands before those under it, with its level', () => {
    expect(tree.map(({ name, level }) => `${level} ${name}`)).toEqual([
      '1 ware',
      '2 funktion',
      '3 dicht',
      '2 oberflaeche',
      '1 transport',
      '2 verpackung',
      '3 folie',
    ]);
  });

  test('what stands under a retired cause is retired as well', () => {
    const retired = tree.filter(({ isRetired }) => isRetired).map(({ name }) => name);

    expect(retired).toEqual(['verpackung', 'folie']);
    expect(tree.find(({ name }) => name === 'folie')?.isRetiredItself).toBe(false);
  });

  test('a cause knows its way down, its first level and its branch', () => {
    expect(pathOf(tree, 'dicht')).toEqual(['ware', 'funktion', 'dicht']);
    expect(pathOf(tree, 'fehlt')).toEqual([]);
    expect(topOf(tree, 'dicht')).toBe('ware');
    expect(topOf(tree, 'ware')).toBe('ware');
    expect(branchOf(tree, 'ware')).toEqual(['ware', 'funktion', 'dicht', 'oberflaeche']);
  });

  test.each([
    ['a new one on the first level', null, null, null],
    ['a new one on the third level', null, 'funktion', null],
    ['a new one on a fourth level', null, 'dicht', 'too_deep'],
    ['under what is not there', null, 'fehlt', 'unknown'],
    ['under itself', 'ware', 'ware', 'circle'],
    ['under its own child', 'ware', 'funktion', 'circle'],
    ['under its own grandchild', 'ware', 'dicht', 'circle'],
    ['a leaf to another branch', 'dicht', 'oberflaeche', null],
    ['two levels under a second one', 'funktion', 'oberflaeche', 'too_deep'],
    ['two levels under a first one', 'funktion', 'transport', null],
    ['three levels under a first one', 'ware', 'transport', 'too_deep'],
    ['up to the first level', 'dicht', null, null],
  ] as const)('%s: %s under %s is %s', (_what, id, parentId, expected) => {
    expect(refusePlace(tree, id, parentId)).toBe(expected);
  });
});

function facts(change: Partial<RepeatFacts> = {}): RepeatFacts {
  return {
    id: 'b',
    receivedAt: new Date('2026-09-03T11:00:00Z'),
    category: 'product_defect',
    orderId: 'order-1',
    productIds: ['ts93', 'platte'],
    causeId: 'dicht',
    ...change,
  };
}
const earlier = new Date('2026-03-01T09:00:00Z');
const other = { id: 'a', receivedAt: earlier, orderId: 'order-0', productIds: ['griff'], causeId: null };

describe('repeat complaints', () => {
  test.each([
    ['the same order', { ...other, orderId: 'order-1' }, ['order']],
    ['another order with the same article and category', { ...other, productIds: ['ts93'] }, ['product']],
    ['the same article in another category', { ...other, productIds: ['ts93'], category: 'billing' }, []],
    ['the same cause', { ...other, causeId: 'dicht' }, ['cause']],
    ['order and cause', { ...other, orderId: 'order-1', causeId: 'dicht' }, ['order', 'cause']],
    [
      'the same order says it, its articles add nothing',
      { ...other, orderId: 'order-1', productIds: ['ts93'] },
      ['order'],
    ],
    ['nothing in common', other, []],
    ['both without order and cause', { ...other, orderId: null }, []],
    [
      'exactly twelve months before',
      { ...other, causeId: 'dicht', receivedAt: new Date('2025-09-03T11:00:00Z') },
      ['cause'],
    ],
    [
      'a minute more than twelve months',
      { ...other, causeId: 'dicht', receivedAt: new Date('2025-09-03T10:59:00Z') },
      [],
    ],
    ['one that came later', { ...other, causeId: 'dicht', receivedAt: new Date('2026-09-04T11:00:00Z') }, []],
    [
      'at the same moment, by its number',
      { ...other, causeId: 'dicht', receivedAt: new Date('2026-09-03T11:00:00Z') },
      ['cause'],
    ],
    ['itself', { ...other, id: 'b', causeId: 'dicht', receivedAt: new Date('2026-09-03T11:00:00Z') }, []],
  ])('%s', (_what, former, expected) => {
    expect(repeatReasonsOf(facts(), facts(former))).toEqual(expected);
  });

  test('a complaint without order and cause is never a repeat by having none', () => {
    const bare = { orderId: null, causeId: null, productIds: [] };

    expect(repeatReasonsOf(facts(bare), facts({ ...other, ...bare }))).toEqual([]);
  });

  test('the window ends on the same day of the year before, on a leap day the day after', () => {
    expect(windowStart(new Date('2028-02-29T10:00:00Z')).toISOString()).toBe('2027-03-01T10:00:00.000Z');
  });
});
