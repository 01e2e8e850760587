// Which rating rules can be used: gaps, overlaps and everything else that would leave a customer without one class.
import { describe, expect, it } from 'vitest';
import { buildRatingRule } from '#contract/examples-rating.ts';
import type { DigitBand, LetterBand, RatingRule } from '#contract/rating-scale.ts';
import { problemsOf } from '#api/rating/rules.ts';

const attribute = '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c41';
const check = (...rules: RatingRule[]) => problemsOf(rules, new Set([attribute]));
const letters = (...bands: [LetterBand['class'], number | null, number | null][]): RatingRule['letter'] => ({
  by: 'revenue',
  bands: bands.map(([name, from, to]) => ({ class: name, from, to })),
});
const digits = (
  by: 'share_of_wallet' | 'employees',
  ...bands: [DigitBand['class'], number | null, number | null][]
): RatingRule['digit'] => ({ by, bands: bands.map(([name, from, to]) => ({ class: name, from, to })) });

describe('the thresholds of the letter', () => {
  it.each([
    ['what an organisation begins with', letters(['A', 100, null], ['B', 50, 100], ['C', null, 50]), []],
    ['in any order', letters(['C', null, 50], ['A', 100, null], ['B', 50, 100]), []],
    ['a gap between B and A', letters(['A', 100, null], ['B', 50, 90], ['C', null, 50]), [[0, 'gap']]],
    ['an overlap of C and B', letters(['A', 100, null], ['B', 50, 100], ['C', null, 60]), [[1, 'overlap']]],
    [
      'a gap and an overlap',
      letters(['A', 100, null], ['B', 50, 90], ['C', null, 60]),
      [
        [0, 'gap'],
        [1, 'overlap'],
      ],
    ],
    ['B above A', letters(['A', 100, null], ['B', 120, 150], ['C', null, 120]), [[0, 'wrong_order']]],
    ['A that ends', letters(['A', 100, 200], ['B', 50, 100], ['C', null, 50]), [[0, 'not_open']]],
    ['C that begins', letters(['A', 100, null], ['B', 50, 100], ['C', 0, 50]), [[2, 'not_open']]],
    [
      'a band of nothing',
      letters(['A', 100, null], ['B', 100, 100], ['C', null, 100]),
      [
        [0, 'wrong_order'],
        [1, 'empty_band'],
      ],
    ],
  ] as const)('%s', (_name, letter, problems) => {
    const expected = problems.map(([at, problem]) => ({ path: `rules.0.letter.bands.${at}`, problem }));

    expect(check(buildRatingRule({ letter }))).toEqual(expected);
  });

  it('need every class once', () => {
    const path = 'rules.0.letter.bands';
    const twoBands = letters(['A', 100, null], ['C', null, 100]);
    const fourBands = letters(['A', 100, null], ['B', 50, 100], ['B', 40, 50], ['C', null, 40]);

    expect(check(buildRatingRule({ letter: twoBands }))).toEqual([{ path, problem: 'missing_class' }]);
    expect(check(buildRatingRule({ letter: fourBands }))).toEqual([{ path, problem: 'duplicate_class' }]);
  });
});

describe('the thresholds of the digit', () => {
  it.each([
    [
      'the smaller the share, the better',
      digits('share_of_wallet', ['1', null, 30], ['2', 30, 60], ['3', 60, null]),
      [],
    ],
    [
      'the more employees, the better',
      digits('employees', ['1', 50, null], ['2', 10, 50], ['3', null, 10]),
      [],
    ],
    [
      'employees the wrong way round',
      digits('employees', ['1', null, 10], ['2', 10, 50], ['3', 50, null]),
      [0, 2],
    ],
  ] as const)('%s', (_name, digit, wrong) => {
    const expected = wrong.map((at) => ({ path: `rules.0.digit.bands.${at}`, problem: 'not_open' }));

    expect(check(buildRatingRule({ digit }))).toEqual(expected);
  });
});

describe('several rules', () => {
  it('need one for all target groups, and none twice', () => {
    const dealers = buildRatingRule({ targetGroup: 'Händler' });

    expect(check(dealers, buildRatingRule())).toEqual([]);
    expect(check(dealers)).toEqual([{ path: 'rules', problem: 'missing_default' }]);
    expect(check(dealers, buildRatingRule(), dealers)).toEqual([
      { path: 'rules.2.targetGroup', problem: 'duplicate_group' },
    ]);
  });
});

describe('a free rule', () => {
  const rule = (
    condition: Partial<{
      field: 'attribute' | 'employees';
      attributeId: string | null;
      operator: 'gte' | 'is';
      value: string | number | boolean;
    }>,
  ) =>
    buildRatingRule({
      digit: {
        by: 'rule',
        classes: [
          {
            class: '1',
            match: 'all',
            conditions: [
              {
                field: 'attribute',
                attributeId: attribute,
                operator: 'is',
                value: true,
                label: '',
                valueLabel: '',
                ...condition,
              },
            ],
          },
        ],
      },
    });
  const at = 'rules.0.digit.classes.0.conditions.0';

  it.each([
    [{}, []],
    [
      { attributeId: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c99' },
      [{ path: `${at}.attributeId`, problem: 'unknown_attribute' }],
    ],
    [{ attributeId: null }, [{ path: `${at}.attributeId`, problem: 'unknown_attribute' }]],
    [
      { field: 'employees', operator: 'gte', value: 'viele' },
      [{ path: `${at}.value`, problem: 'wrong_value' }],
    ],
    [{ field: 'employees', operator: 'gte', value: 20 }, []],
    [{ operator: 'is', value: '' }, [{ path: `${at}.value`, problem: 'wrong_value' }]],
  ] as const)('%j is judged', (condition, problems) => {
    expect(check(rule(condition))).toEqual(problems);
  });
});
