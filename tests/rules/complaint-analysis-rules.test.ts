// What is said of figures of complaints, as tables of cases: durations in working time, handfuls, rates, Pareto.
import { describe, expect, test } from 'vitest';
import { durationsOf } from '#api/complaint-analysis/durations.ts';
import type { Course } from '#api/complaint-analysis/durations.ts';
import { paretoOf, per100Orders, satisfactionOf, spreadOf } from '#api/complaint-analysis/rules.ts';
import { workingCalendar } from '#api/complaints/working-time.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';

const calendar = workingCalendar({
  timeZone: 'Europe/Berlin',
  start: '08:00',
  end: '17:00',
  region: 'DE-BW',
});
const at = (moment: string) => new Date(`2026-${moment}:00+02:00`);

/** Received on Thursday 3 September at 13:00, first answer due at 17:00, solution on Monday at 11:00. */
function course(change: Partial<Course> = {}): Course {
  return {
    receivedAt: at('09-03T13:00'),
    createdAt: at('09-03T13:12'),
    since: at('09-03T13:00'),
    answeredAt: null,
    closedAt: null,
    firstAnswerDueAt: at('09-03T17:00'),
    resolutionDueAt: at('09-07T11:00'),
    pauses: [],
    ...change,
  };
}

describe('durations', () => {
  test.each([
    [
      'answered in the afternoon',
      { answeredAt: at('09-03T15:30') },
      { firstAnswerMinutes: 150, firstAnswerKept: true },
    ],
    [
      'exactly at the deadline',
      { answeredAt: at('09-03T17:00') },
      { firstAnswerMinutes: 240, firstAnswerKept: true },
    ],
    [
      'the next morning',
      { answeredAt: at('09-04T08:30') },
      { firstAnswerMinutes: 270, firstAnswerKept: false },
    ],
    [
      'over the weekend',
      { closedAt: at('09-07T09:00') },
      { resolutionMinutes: 240 + 540 + 60, resolutionKept: true },
    ],
    [
      'closed without an answer: answered by it',
      { closedAt: at('09-03T14:00') },
      { firstAnswerMinutes: 60, firstAnswerKept: true },
    ],
    [
      'nothing yet',
      {},
      {
        firstAnswerMinutes: null,
        firstAnswerKept: null,
        firstAnswerDueAt: at('09-03T17:00'),
        resolutionDueAt: at('09-07T11:00'),
      },
    ],
    [
      'settled deadlines are no longer open',
      { answeredAt: at('09-03T15:00'), closedAt: at('09-04T10:00') },
      { firstAnswerDueAt: null, resolutionDueAt: null },
    ],
    [
      'time paused does not count',
      { closedAt: at('09-04T12:00'), pauses: [{ from: at('09-03T14:00'), until: at('09-04T09:00') }] },
      { resolutionMinutes: 60 + 180 },
    ],
    [
      'a pause over night and one after the end',
      { answeredAt: at('09-03T15:00'), pauses: [{ from: at('09-03T14:30'), until: at('09-04T09:00') }] },
      { firstAnswerMinutes: 90 },
    ],
    [
      'while it stands still nothing is missed',
      { pauses: [{ from: at('09-03T14:00'), until: null }] },
      { firstAnswerDueAt: null, resolutionDueAt: null },
    ],
    [
      'what came back begins anew; its answer of then keeps its time',
      { since: at('09-07T08:00'), answeredAt: at('09-03T14:00'), closedAt: at('09-07T10:00') },
      { firstAnswerMinutes: 60, resolutionMinutes: 120 },
    ],
    ['recorded the next day', { createdAt: at('09-04T09:00') }, { registrationMinutes: 300 }],
    [
      'recorded before it was received by the clock',
      { createdAt: at('09-03T12:50') },
      { registrationMinutes: 0 },
    ],
  ])('%s', (_what, change, expected) => {
    expect(durationsOf(calendar, course(change))).toMatchObject(expected);
  });
});

describe('medians', () => {
  test.each([
    ['of none', 0, [], { count: 0, medianMinutes: null, p90Minutes: null }],
    ['of four are not said', 4, [60, 90], { count: 4, medianMinutes: null, p90Minutes: null }],
    ['of five are', 5, [60, 90], { count: 5, medianMinutes: 60, p90Minutes: 90 }],
    ['are whole minutes', 6, [62.5, 90.4], { count: 6, medianMinutes: 63, p90Minutes: 90 }],
  ] as const)('%s', (_what, count, values, expected) => {
    expect(spreadOf(count, values)).toEqual(expected);
  });
});

test.each([
  [0, null, null],
  [4, 4.5, null],
  [5, 4.25, 4.3],
])('the average of %s answers (%s) is %s', (answers, average, expected) => {
  expect(satisfactionOf(answers, average)).toEqual({ answers, average: expected });
});

test.each([
  [3, 200, 1.5],
  [1, 3, 33.3],
  [0, 50, 0],
  [7, 0, null],
  [7, null, null],
])('%s complaints on %s orders are %s per 100', (complaints, orders, expected) => {
  expect(per100Orders(complaints, orders)).toBe(expected);
});

function cause(id: string, parentId: string | null): ComplaintCause {
  const rest = { position: 0, isRetired: false, isRetiredItself: false, uses: 0, version: 1 };
  return { id, parentId, name: id, level: parentId === null ? 1 : 2, ...rest };
}
const tree = [
  cause('ware', null),
  cause('dicht', 'ware'),
  cause('kratzer', 'ware'),
  cause('transport', null),
];

describe('the causes by frequency', () => {
  const counts = [
    { causeId: 'kratzer', count: 2 },
    { causeId: 'dicht', count: 5 },
    { causeId: 'transport', count: 6 },
    { causeId: 'ware', count: 1 },
  ];
  const short = (level: 'top' | 'exact', of = counts) =>
    paretoOf(of, tree, level).map((bar) => [
      bar.path.join('›'),
      bar.count,
      bar.sharePercent,
      bar.cumulatedPercent,
    ]);

  test('as they were given', () => {
    expect(short('exact')).toEqual([
      ['transport', 6, 42.9, 42.9],
      ['ware›dicht', 5, 35.7, 78.6],
      ['ware›kratzer', 2, 14.3, 92.9],
      ['ware', 1, 7.1, 100],
    ]);
  });

  test('by the first level, with all that stands under it', () => {
    expect(short('top')).toEqual([
      ['ware', 8, 57.1, 57.1],
      ['transport', 6, 42.9, 100],
    ]);
  });

  test('equal ones stand by their names, none at all is an empty chart', () => {
    const equal = [
      { causeId: 'transport', count: 3 },
      { causeId: 'dicht', count: 3 },
    ];

    expect(short('exact', equal).map(([path]) => path)).toEqual(['transport', 'ware›dicht']);
    expect(short('exact', [])).toEqual([]);
  });

  test('more than ten: the rest stands together, at the end, and the last share is 100', () => {
    const many = Array.from({ length: 14 }, (_, index) => cause(`c${String(index).padStart(2, '0')}`, null));
    const bars = paretoOf(
      many.map(({ id }, index) => ({ causeId: id, count: index < 12 ? 3 : 40 })),
      many,
      'exact',
    );

    expect(bars).toHaveLength(11);
    expect(bars.at(-1)).toEqual({
      causeId: null,
      path: [],
      count: 12,
      sharePercent: 10.3,
      cumulatedPercent: 100,
    });
    expect(bars.slice(0, 3).map(({ causeId }) => causeId)).toEqual(['c12', 'c13', 'c00']);
  });
});
