// Dates, money and sizes as people read them, in both languages, reckoned from the server's now in Berlin.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isWorkingDay, shiftToWorkingDay } from '#screens/calendar.ts';
import { createFormat } from '#screens/format.ts';
import { parseEuro } from '#screens/money.ts';
import { createServerClock, serverTimeIn } from '#screens/server-clock.ts';

const now = '2026-09-03T11:58:00Z';
const de = createFormat('de', now);
const en = createFormat('en', now);
/** Fixed spaces read as spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('German and English', () => {
  it.each([
    ['date', de.date('2026-09-03'), '03.09.2026'],
    ['date', en.date('2026-09-03'), '3 Sept 2026'],
    ['short date', de.shortDate('2026-09-01'), '01.09.'],
    ['short date', en.shortDate('2026-09-01'), '1 Sept'],
    ['weekday', de.weekdayDate('2026-09-04'), 'Fr 04.09.'],
    ['weekday', en.weekdayDate('2026-09-04'), 'Fri 4 Sept'],
    ['date and time', de.dateTime('2026-09-03T12:02:00Z'), '03.09.2026, 14:02'],
    ['date and time', en.dateTime('2026-09-03T12:02:00Z'), '3 Sept 2026, 14:02'],
    ['euro', de.euro(4_260_000), '42.600 €'],
    ['euro', en.euro(12_840_000), '€128,400'],
    ['euro with cents', de.euro(24_050), '240,50 €'],
    ['whole euro', de.wholeEuro(1_486_035), '14.860 €'],
    ['thousands', de.thousands(9_620_000), '96,2'],
    ['thousands', en.thousands(9_620_000), '96.2'],
    ['percent', de.percent(12.5, 1), '12,5 %'],
    ['percent', en.percent(70), '70%'],
    ['megabytes', de.fileSize(2_100_000), '2,1 MB'],
    ['kilobytes', de.fileSize(184_000), '184 KB'],
    ['a tiny file', de.fileSize(12), '1 KB'],
    ['working hours', de.workingTime(182), '3 Std.'],
    ['working minutes', de.workingTime(45), '45 Min.'],
    ['between one and two hours', de.workingTime(75), '1 Std. 15 Min.'],
    ['working hours', en.workingTime(182), '3 h'],
  ])('%s: %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    ['2026-09-03', 'Heute', 'Today'],
    ['2026-09-04', 'Morgen', 'Tomorrow'],
    ['2026-09-02', 'Gestern', 'Yesterday'],
    ['2026-09-07', 'Mo 07.09.', 'Mon 7 Sept'],
  ])('%s is said as %s and %s', (day, german, english) => {
    expect(plain(de.relativeDay(day))).toBe(german);
    expect(plain(en.relativeDay(day))).toBe(english);
  });

  it('knows that 23:30 UTC is tomorrow in Berlin', () => {
    expect(de.relativeDay('2026-09-03T23:30:00Z')).toBe('Morgen');
    expect(de.moment('2026-09-03T15:00:00Z')).toBe('heute, 17:00');
  });
});

describe('working days', () => {
  it.each([
    ['2026-09-06', '2026-09-07', 'a Sunday'],
    ['2026-04-03', '2026-04-07', 'Good Friday, with Easter Monday behind it'],
    ['2026-12-25', '2026-12-28', 'Christmas'],
    ['2026-05-14', '2026-05-15', 'Ascension'],
    ['2026-09-04', '2026-09-04', 'a working day'],
  ])('%s is shifted to %s (%s)', (day, expected) => {
    expect(shiftToWorkingDay(day)).toBe(expected);
  });

  it('always lead to a working day at most five days later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const day = addDays('2000-01-01', offset);
        const shifted = shiftToWorkingDay(day);
        return isWorkingDay(shifted) && daysBetween(day, shifted) >= 0 && daysBetween(day, shifted) <= 5;
      }),
    );
  });

  it('adding and counting days are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (count) => {
        return daysBetween('2026-03-28', addDays('2026-03-28', count)) === count;
      }),
    );
  });
});

describe('amounts that people type', () => {
  it.each([
    ['240', 24_000],
    ['240,50', 24_050],
    ['1.240,5 €', 124_050],
    ['1,240.50', 124_050],
    ['12.40', 1_240],
    ['zwölf', null],
    ['-5', null],
    ['', null],
  ])('%s', (text, cents) => {
    expect(parseEuro(text)).toBe(cents);
  });
});

describe('the server’s clock', () => {
  it('goes by the server, whatever the device says', () => {
    let deviceMs = Date.parse('2030-01-01T00:00:00Z');
    const clock = createServerClock(() => deviceMs);

    clock.observe(now);
    deviceMs += 60_000;

    expect(clock.now()).toBe('2026-09-03T11:59:00.000Z');
    expect(dayOf(clock.now())).toBe('2026-09-03');
  });

  it('is found in replies, also inside the cockpit', () => {
    expect(serverTimeIn({ now })).toBe(now);
    expect(serverTimeIn({ match: {}, cockpit: { asOf: now } })).toBe(now);
    expect(serverTimeIn({ cockpit: null })).toBeNull();
  });
});
