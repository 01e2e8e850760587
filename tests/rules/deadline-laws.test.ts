// The laws that deadlines which stand still have to keep, whatever is received and paused when.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pause } from '#api/complaints/deadlines.ts';
import { dueAfter, fullMinute, pausedMinutes, standingDue } from '#api/complaints/deadlines.ts';
import { workingCalendar, workingMinutesBetween } from '#api/complaints/working-time.ts';

const at = (text: string) => new Date(text);
const calendar = workingCalendar({
  timeZone: 'Europe/Berlin',
  start: '08:00',
  end: '17:00',
  region: 'DE-BW',
});

describe('laws', () => {
  const start = Date.UTC(2025, 0, 1);
  const instant = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((m) => new Date(start + m * 60_000));
  const amount = fc.integer({ min: 1, max: 4_000 });
  /** Pauses in their order, none touching another. */
  const pauses = fc
    .uniqueArray(instant, { minLength: 0, maxLength: 8, selector: (one) => one.getTime() })
    .map((times) => {
      const sorted = times.toSorted((a, b) => a.getTime() - b.getTime());
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i): Pause => {
        return { from: sorted[2 * i] ?? new Date(0), until: sorted[2 * i + 1] ?? null };
      });
    });

  test('between receipt and deadline lies the promised time and what was paused, to the minute', () => {
    fc.assert(
      fc.property(instant, amount, pauses, (since, minutes, list) => {
        const due = dueAfter(calendar, since, minutes, list);
        const counted = list.filter(({ from }) => from >= since && from < due);
        const paused = pausedMinutes(calendar, counted, due);
        expect(workingMinutesBetween(calendar, since, due)).toBe(minutes + paused);
      }),
      { seed: 11 },
    );
  });

  test('a pause never brings a deadline forward, and a longer one never less back', () => {
    fc.assert(
      fc.property(fc.tuple(instant, amount, instant, amount, amount), (drawn) => {
        const [since, minutes, from, short, more] = drawn;
        const until = (length: number) => new Date(from.getTime() + length * 60_000);
        const without = dueAfter(calendar, since, minutes, []);
        const brief = dueAfter(calendar, since, minutes, [{ from, until: until(short) }]);
        const long = dueAfter(calendar, since, minutes, [{ from, until: until(short + more) }]);
        expect(brief.getTime()).toBeGreaterThanOrEqual(without.getTime());
        expect(long.getTime()).toBeGreaterThanOrEqual(brief.getTime());
      }),
      { seed: 12 },
    );
  });

  test('what is shown while it lasts is what it becomes when it ends then', () => {
    fc.assert(
      fc.property(instant, amount, instant, amount, (since, minutes, from, length) => {
        fc.pre(from >= since);
        const now = new Date(from.getTime() + length * 60_000);
        const due = dueAfter(calendar, since, minutes, []);
        fc.pre(from < due);
        const shown = standingDue(calendar, due, from, now).at;
        const ended = dueAfter(calendar, since, minutes, [{ from, until: now }]);
        // at the very end of a working day both names of the same working moment are right
        expect(workingMinutesBetween(calendar, shown, ended)).toBe(0);
      }),
      { seed: 13 },
    );
  });

  test('two pauses that touch are one', () => {
    fc.assert(
      fc.property(instant, amount, fc.tuple(instant, instant, instant), (since, minutes, three) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const one = dueAfter(calendar, since, minutes, [{ from: a, until: c }]);
        const two = dueAfter(calendar, since, minutes, [
          { from: a, until: b },
          { from: b, until: c },
        ]);
        fc.pre(a >= since && workingMinutesBetween(calendar, a, dueAfter(calendar, since, minutes, [])) > 0);
        expect(workingMinutesBetween(calendar, one, two)).toBe(0);
      }),
      { seed: 14 },
    );
  });

  test('a full minute is never later than the moment in it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2025-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z'), noInvalidDate: true }),
        (moment) => {
          const minute = fullMinute(moment);
          expect(minute.getTime() % 60_000).toBe(0);
          expect(moment.getTime() - minute.getTime()).toBeLessThan(60_000);
          expect(minute <= moment).toBe(true);
        },
      ),
      { seed: 15 },
    );
  });
});
