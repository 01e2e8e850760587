// Deadlines that stand still: cases worked out by hand, and the laws they have to keep.
import { describe, expect, test } from 'vitest';
import type { Pause } from '#api/complaints/deadlines.ts';
import { dueAfter, standingDue } from '#api/complaints/deadlines.ts';
import { addWorkingMinutes, publicHolidays, workingCalendar } from '#api/complaints/working-time.ts';
import type { ClosedDays } from '#api/complaints/working-time.ts';

const hours = { timeZone: 'Europe/Berlin', start: '08:00', end: '17:00', region: 'DE-BW' };
const calendar = workingCalendar(hours);
const at = (text: string) => new Date(text);
const pause = (from: string, until: string | null): Pause => ({
  from: at(from),
  until: until === null ? null : at(until),
});

describe('a pause moves the deadline by exactly the working time paused', () => {
  // received, hours, pauses, due; 2026-09-03 is a Thursday
  test.each([
    ['none', '2026-09-03T13:00:00+02:00', 4, [], '2026-09-03T17:00:00+02:00'],
    [
      'an hour',
      '2026-09-03T13:00:00+02:00',
      4,
      [['2026-09-03T14:00:00+02:00', '2026-09-03T15:00:00+02:00']],
      '2026-09-04T09:00:00+02:00',
    ],
    [
      'over the night: from 16:00 to 10:00 are three working hours',
      '2026-09-03T13:00:00+02:00',
      4,
      [['2026-09-03T16:00:00+02:00', '2026-09-04T10:00:00+02:00']],
      '2026-09-04T11:00:00+02:00',
    ],
    [
      'in the evening nothing is paused that was running',
      '2026-09-03T16:00:00+02:00',
      4,
      [['2026-09-03T18:00:00+02:00', '2026-09-04T07:00:00+02:00']],
      '2026-09-04T11:00:00+02:00',
    ],
    [
      'over a weekend: Friday noon to Monday noon are nine',
      '2026-09-04T11:00:00+02:00',
      4,
      [['2026-09-04T12:00:00+02:00', '2026-09-07T12:00:00+02:00']],
      '2026-09-07T15:00:00+02:00',
    ],
    [
      'over Easter: Thursday noon to Tuesday noon are nine',
      '2026-04-02T11:00:00+02:00',
      2,
      [['2026-04-02T12:00:00+02:00', '2026-04-07T12:00:00+02:00']],
      '2026-04-07T13:00:00+02:00',
    ],
    [
      'over the clock change of spring: Friday noon to Monday noon are nine',
      '2026-03-27T11:00:00+01:00',
      2,
      [['2026-03-27T12:00:00+01:00', '2026-03-30T12:00:00+02:00']],
      '2026-03-30T13:00:00+02:00',
    ],
    [
      'over the clock change of autumn: Friday noon to Monday noon are nine',
      '2026-10-23T11:00:00+02:00',
      2,
      [['2026-10-23T12:00:00+02:00', '2026-10-26T12:00:00+01:00']],
      '2026-10-26T13:00:00+01:00',
    ],
    [
      'over New Year: Wednesday 30 December noon to Monday 4 January noon are eighteen (31 December is worked)',
      '2026-12-30T11:00:00+01:00',
      2,
      [['2026-12-30T12:00:00+01:00', '2027-01-04T12:00:00+01:00']],
      '2027-01-04T13:00:00+01:00',
    ],
    [
      'twice',
      '2026-09-03T13:00:00+02:00',
      4,
      [
        ['2026-09-03T14:00:00+02:00', '2026-09-03T15:00:00+02:00'],
        ['2026-09-04T08:30:00+02:00', '2026-09-04T10:30:00+02:00'],
      ],
      '2026-09-04T11:00:00+02:00',
    ],
    [
      'the second would have been too late without the first',
      '2026-09-03T13:00:00+02:00',
      1,
      [
        ['2026-09-03T13:30:00+02:00', '2026-09-03T14:00:00+02:00'],
        ['2026-09-03T14:15:00+02:00', '2026-09-03T15:15:00+02:00'],
      ],
      '2026-09-03T15:30:00+02:00',
    ],
    [
      'after the deadline it changes nothing: what was missed stays missed',
      '2026-09-03T09:00:00+02:00',
      4,
      [['2026-09-03T13:00:00+02:00', '2026-09-07T13:00:00+02:00']],
      '2026-09-03T13:00:00+02:00',
    ],
    [
      'one that still lasts has moved nothing yet',
      '2026-09-03T13:00:00+02:00',
      4,
      [['2026-09-03T14:00:00+02:00', null]],
      '2026-09-03T17:00:00+02:00',
    ],
    [
      'one of before it was reopened no longer counts',
      '2026-09-04T08:00:00+02:00',
      4,
      [['2026-09-03T14:00:00+02:00', '2026-09-03T16:00:00+02:00']],
      '2026-09-04T12:00:00+02:00',
    ],
    [
      'one in the minute of the receipt counts',
      '2026-09-03T13:00:42+02:00',
      4,
      [['2026-09-03T13:00:00+02:00', '2026-09-03T14:00:00+02:00']],
      '2026-09-04T09:00:00+02:00',
    ],
  ] as const)('%s', (...row) => {
    const [, since, add, pauses, expected] = row;
    const list = pauses.map(([from, until]) => pause(from, until));

    expect(dueAfter(calendar, at(since), add * 60, list)).toEqual(at(expected));
  });

  test('while it lasts the deadline keeps its distance', () => {
    const due = at('2026-09-03T17:00:00+02:00');
    const from = at('2026-09-03T16:00:00+02:00');

    expect(standingDue(calendar, due, from, at('2026-09-07T09:00:00+02:00'))).toEqual({
      at: at('2026-09-07T10:00:00+02:00'),
      minutesLeft: 60,
      isMissed: false,
    });
    expect(
      standingDue(calendar, due, at('2026-09-03T17:30:00+02:00'), at('2026-09-04T09:00:00+02:00')),
    ).toEqual({ at: due, minutesLeft: -60, isMissed: true });
  });
});

describe('own hours and closings', () => {
  const day = { from: '07:00', to: '16:00' };
  const workshop = workingCalendar({
    ...hours,
    week: [day, day, day, day, { from: '07:00', to: '12:00' }, null, null],
  });
  const closedBy = (...closed: ClosedDays[]) => workingCalendar({ ...hours, closed });
  const christmas = closedBy({ from: '2020-12-24', to: '2020-12-31', isYearly: true });
  const overNewYear = closedBy({ from: '2020-12-28', to: '2020-01-05', isYearly: true });
  const once = closedBy({ from: '2026-08-03', to: '2026-08-14', isYearly: false });

  test.each([
    ['Friday afternoon is off', workshop, '2026-09-04T11:00:00+02:00', 2, '2026-09-07T08:00:00+02:00'],
    ['they begin early', workshop, '2026-09-03T06:00:00+02:00', 2, '2026-09-03T09:00:00+02:00'],
    ['closed every Christmas', christmas, '2026-12-23T16:00:00+01:00', 2, '2027-01-04T09:00:00+01:00'],
    ['the year after as well', christmas, '2027-12-23T16:00:00+01:00', 2, '2028-01-03T09:00:00+01:00'],
    ['closed over New Year', overNewYear, '2026-12-23T16:00:00+01:00', 11, '2027-01-07T09:00:00+01:00'],
    ['closed once in summer', once, '2026-07-31T16:00:00+02:00', 2, '2026-08-17T09:00:00+02:00'],
    ['but not the next year', once, '2027-07-30T16:00:00+02:00', 2, '2027-08-02T09:00:00+02:00'],
  ] as const)('%s', (...row) => {
    const [, own, since, add, expected] = row;
    expect(addWorkingMinutes(own, at(since), add * 60)).toEqual(at(expected));
  });

  test('work on Saturday is counted where there is any', () => {
    const shop = workingCalendar({
      ...hours,
      week: [null, day, day, day, day, { from: '09:00', to: '13:00' }, null],
    });

    expect(addWorkingMinutes(shop, at('2026-09-04T15:00:00+02:00'), 120)).toEqual(
      at('2026-09-05T10:00:00+02:00'),
    );
  });

  // from the holiday laws of the Länder; Easter Sunday is one in no Land but Brandenburg
  test('the public holidays of Baden-Württemberg in 2026', () => {
    const days = publicHolidays('DE-BW', 2026).map(([day]) => day.slice(5));

    expect(days.filter((day) => day !== '04-05' && day !== '05-24')).toEqual([
      ...[
        '01-01',
        '01-06',
        '04-03',
        '04-06',
        '05-01',
        '05-14',
        '05-25',
        '06-04',
        '10-03',
        '11-01',
        '12-25',
        '12-26',
      ],
    ]);
  });

  test.each([
    ['DE-BE', '2026-03-08', '2026-06-04'],
    ['DE-HH', '2026-10-31', '2026-11-01'],
    ['DE-SN', '2026-11-18', '2026-06-04'],
    ['DE-NW', '2026-06-04', '2026-10-31'],
    ['DE-TH', '2026-09-20', '2026-01-06'],
    ['DE-ST', '2026-01-06', '2026-11-01'],
  ])('%s is off on %s and works on %s', (region, off, worked) => {
    const days = publicHolidays(region, 2026).map(([day]) => day);

    expect(days).toContain(off);
    expect(days).not.toContain(worked);
  });
});
