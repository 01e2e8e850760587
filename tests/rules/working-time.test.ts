// Working time, worked out by hand for Baden-Württemberg and neighbours, and the laws it has to keep.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingMinutes,
  nextWorkingDay,
  workingCalendar,
  workingMinutesBetween,
} from '#api/complaints/working-time.ts';

const hours = { timeZone: 'Europe/Berlin', start: '08:00', end: '17:00', region: 'DE-BW' };
const calendar = workingCalendar(hours);

describe('adding working hours', () => {
  test.each([
    ['the same day', '2026-09-03T13:00:00+02:00', 4, '2026-09-03T17:00:00+02:00'],
    [
      'the same day, seconds are not carried over night',
      '2026-09-03T13:00:42+02:00',
      4,
      '2026-09-03T17:00:00+02:00',
    ],
    ['over the night', '2026-09-03T16:00:00+02:00', 4, '2026-09-04T11:00:00+02:00'],
    ['over the weekend', '2026-09-04T16:30:00+02:00', 1, '2026-09-07T08:30:00+02:00'],
    ['received before work begins', '2026-09-03T06:12:00+02:00', 4, '2026-09-03T12:00:00+02:00'],
    ['received at night', '2026-09-03T22:00:00+02:00', 4, '2026-09-04T12:00:00+02:00'],
    ['received on a Sunday', '2026-09-06T10:00:00+02:00', 4, '2026-09-07T12:00:00+02:00'],
    ['over Easter', '2026-04-02T15:00:00+02:00', 4, '2026-04-07T10:00:00+02:00'],
    ['over Fronleichnam, off in this Land', '2026-06-03T16:00:00+02:00', 2, '2026-06-05T09:00:00+02:00'],
    ['over Christmas', '2026-12-24T16:00:00+01:00', 2, '2026-12-28T09:00:00+01:00'],
    ['Heiligabend is worked', '2026-12-23T16:00:00+01:00', 2, '2026-12-24T09:00:00+01:00'],
    ['clocks go forward on 29 March', '2026-03-27T16:00:00+01:00', 2, '2026-03-30T09:00:00+02:00'],
    ['clocks go back on 25 October', '2026-10-23T16:00:00+02:00', 2, '2026-10-26T09:00:00+01:00'],
    ['two weeks', '2026-09-03T08:00:00+02:00', 90, '2026-09-16T17:00:00+02:00'],
    ['half hours', '2026-09-03T13:00:00+02:00', 4.5, '2026-09-04T08:30:00+02:00'],
    ['nothing', '2026-09-06T10:00:00+02:00', 0, '2026-09-06T10:00:00+02:00'],
  ])('%s', (_title, from, add, expected) => {
    expect(addWorkingMinutes(calendar, new Date(from), add * 60)).toEqual(new Date(expected));
  });

  test.each([
    ['DE-BW', '2026-06-05T09:00:00+02:00'],
    ['DE-HH', '2026-06-04T09:00:00+02:00'],
    ['DE', '2026-06-04T09:00:00+02:00'],
  ])('the holidays are those of %s', (region, expected) => {
    const there = workingCalendar({ ...hours, region });

    expect(addWorkingMinutes(there, new Date('2026-06-03T16:00:00+02:00'), 120)).toEqual(new Date(expected));
  });

  test('hours over the missing hour of a night shift are real hours', () => {
    const early = workingCalendar({ ...hours, start: '00:00', end: '06:00', region: 'DE' });

    // Monday 30 March has six hours; Sunday with its missing hour is off
    expect(addWorkingMinutes(early, new Date('2026-03-27T05:00:00+01:00'), 120)).toEqual(
      new Date('2026-03-30T01:00:00+02:00'),
    );
  });

  test('a calendar without any working time is refused', () => {
    const never = workingCalendar({ ...hours, start: '17:00', end: '08:00' });

    expect(() => addWorkingMinutes(never, new Date('2026-09-03T13:00:00+02:00'), 1)).toThrow('no working');
  });
});

describe('working minutes between two instants', () => {
  test.each([
    ['13:58 to 17:00', '2026-09-03T13:58:00+02:00', '2026-09-03T17:00:00+02:00', 182],
    ['after hours nothing runs', '2026-09-03T17:30:00+02:00', '2026-09-03T23:00:00+02:00', 0],
    ['a whole weekend', '2026-09-05T00:00:00+02:00', '2026-09-07T00:00:00+02:00', 0],
    ['Friday noon to Monday noon', '2026-09-04T12:00:00+02:00', '2026-09-07T12:00:00+02:00', 540],
    ['backwards', '2026-09-03T17:00:00+02:00', '2026-09-03T16:00:00+02:00', -60],
    ['seconds are cut', '2026-09-03T16:00:30+02:00', '2026-09-03T17:00:00+02:00', 59],
    ['a whole year', '2026-01-01T00:00:00+01:00', '2027-01-01T00:00:00+01:00', 252 * 540],
  ])('%s', (_title, from, to, expected) => {
    expect(workingMinutesBetween(calendar, new Date(from), new Date(to))).toBe(expected);
  });
});

describe('the next working day', () => {
  test.each([
    ['2026-09-03', '2026-09-03'],
    ['2026-09-05', '2026-09-07'],
    ['2026-10-31', '2026-11-02'],
    ['2026-04-03', '2026-04-07'],
  ])('%s becomes %s', (day, expected) => {
    expect(nextWorkingDay(calendar, day)).toBe(expected);
  });
});

describe('laws', () => {
  const minute = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
  const instant = minute.map((m) => new Date(Date.UTC(2025, 0, 1) + m * 60_000));
  const amount = fc.integer({ min: 0, max: 5_000 });

  test('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(instant, amount, amount, (from, a, b) => {
        const twice = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, a), b);
        expect(twice).toEqual(addWorkingMinutes(calendar, from, a + b));
      }),
      { seed: 7 },
    );
  });

  test('what was added is what lies between', () => {
    fc.assert(
      fc.property(instant, amount, (from, a) => {
        expect(workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, a))).toBe(a);
      }),
      { seed: 8 },
    );
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(instant, instant, amount, (x, y, a) => {
        const [early, late] = x <= y ? [x, y] : [y, x];
        const first = addWorkingMinutes(calendar, early, a).getTime();
        expect(addWorkingMinutes(calendar, late, a).getTime()).toBeGreaterThanOrEqual(first);
      }),
      { seed: 9 },
    );
  });

  test('stretches add up', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), (three) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const sum = workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c);
        expect(workingMinutesBetween(calendar, a, c)).toBe(sum);
      }),
      { seed: 10 },
    );
  });
});
