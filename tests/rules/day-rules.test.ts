// Where a task stands in the day, and in which order.
import { describe, expect, test } from 'vitest';
import type { DayTask } from '#contract/day.ts';
import { compareTasks, partOf } from '#api/my-day/rules.ts';

const days = { today: '2026-09-03', tomorrow: '2026-09-04' };

describe('the part of the day', () => {
  test.each([
    // kind, overdue, today, tomorrow, later
    ['escalation', 'now', 'now', 'now', 'now'],
    ['complaint', 'now', 'now', 'today', 'next'],
    ['follow_up', 'now', 'now', 'next', 'next'],
    ['quote', 'today', 'today', 'today', 'next'],
    ['dormant', 'today', 'today', 'next', 'next'],
    ['payment', 'today', 'today', 'next', 'next'],
  ] as const)('of %s: overdue %s, today %s, tomorrow %s, later %s', (kind, ...expected) => {
    const found = ['2026-09-02', '2026-09-03', '2026-09-04', '2026-09-08'].map((day) =>
      partOf(kind, day, days),
    );

    expect(found).toEqual(expected);
  });
});

test('by due time, then by class, unrated last', () => {
  const task = (dueAt: string, letter: 'A' | 'B' | null, title: string) =>
    ({
      kind: 'dormant',
      dueAt,
      rating: letter && { letter, digit: '2' },
      title,
    }) as unknown as DayTask & { title: string }; // only what the order looks at
  const tasks = [
    task('2026-09-04T15:00:00Z', 'A', 'later'),
    task('2026-09-03T15:00:00Z', null, 'unrated'),
    task('2026-09-03T15:00:00Z', 'B', 'B'),
    task('2026-09-03T15:00:00Z', 'A', 'A'),
  ];

  expect(tasks.toSorted(compareTasks).map(({ title }) => title)).toEqual(['A', 'B', 'unrated', 'later']);
});
