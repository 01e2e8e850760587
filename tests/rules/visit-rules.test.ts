// The decisions about visits, one case a line: who is due, what speaks against a time, which times are free, who is near.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingCalendar } from '#api/complaints/working-time.ts';
import type { CalendarEvent } from '#api/outside/graph.ts';
import {
  busySpans,
  dueStateOf,
  freeSlots,
  nearestTo,
  occurrenceOf,
  overlaps,
  postcodeNearness,
  readCalendarChange,
  warningsOf,
  weekOf,
} from '#api/visits/rules.ts';
import { reportText } from '#api/visits/report-text.ts';

const calendar = workingCalendar({
  timeZone: 'Europe/Berlin',
  start: '08:00',
  end: '17:00',
  region: 'DE-BW',
});
const now = new Date('2026-09-03T13:58:00+02:00');
const at = (time: string) => new Date(time).getTime();
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

function event(of: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: 'AAMk1',
    subject: 'Besuch',
    startsAt: new Date('2026-09-04T07:00:00Z'),
    endsAt: new Date('2026-09-04T08:00:00Z'),
    isAllDay: false,
    isFree: false,
    isCancelled: false,
    seriesId: null,
    transactionId: null,
    link: null,
    ...of,
  };
}

describe('due', () => {
  test.each([
    ['2026-09-02', 'overdue'],
    ['2026-09-03', 'due'],
    ['2026-09-17', 'due'],
    ['2026-09-18', 'upcoming'],
  ])('on %s a visit is %s', (dueOn, state) => {
    expect(dueStateOf(dueOn, '2026-09-03')).toBe(state);
  });

  test.each([
    ['2026-09-03', '2026-08-31', '2026-09-04'],
    ['2026-09-06', '2026-08-31', '2026-09-04'],
    ['2026-01-01', '2025-12-29', '2026-01-02'],
  ])('the week of %s goes from %s to %s', (day, monday, friday) => {
    const week = weekOf(day);
    expect([week.length, week[0], week[4]]).toEqual([5, monday, friday]);
  });
});

describe('a time', () => {
  const others = [span('2026-09-04T10:00:00+02:00', '2026-09-04T11:00:00+02:00')];
  test.each([
    ['free and in time', '2026-09-04T08:00', '2026-09-04T09:00', []],
    ['right after another', '2026-09-04T11:00', '2026-09-04T12:00', []],
    ['into another', '2026-09-04T09:30', '2026-09-04T10:30', ['overlaps']],
    ['yesterday', '2026-09-02T09:00', '2026-09-02T10:00', ['in_past']],
    ['before work', '2026-09-04T07:30', '2026-09-04T08:30', ['outside_hours']],
    ['past the end of work', '2026-09-04T16:30', '2026-09-04T17:30', ['outside_hours']],
    ['on a Saturday', '2026-09-05T10:00', '2026-09-05T11:00', ['day_off']],
    ['on the day of German unity', '2026-10-03T10:00', '2026-10-03T11:00', ['day_off']],
  ])('%s', (_title, from, to, warnings) => {
    const asked = span(`${from}:00+02:00`, `${to}:00+02:00`);
    expect(warningsOf(asked, { calendar, others, now })).toEqual(warnings);
  });
});

describe('neighbours', () => {
  test.each([
    ['71229', '71229', 5],
    ['71229', '71263', 3],
    ['71229', '71999', 2],
    ['71229', '70173', 1],
    ['71229', '20095', 0],
    ['71229', null, 0],
    [null, null, 0],
  ])('%s and %s begin alike in %i places', (one, other, places) => {
    expect(postcodeNearness(one, other)).toBe(places);
  });

  test('the nearest wins, and far ones are none', () => {
    const stops = ['79098', '71999', '71263'].map((postcode) => ({ id: postcode, name: '', postcode }));
    expect(nearestTo('71229', stops)?.postcode).toBe('71263');
    expect(nearestTo('20095', stops)).toBeNull();
  });
});

describe('free times', () => {
  const search = { calendar, now, from: '2026-09-03', days: 5, durationMinutes: 60, busy: [] };
  const shown = (slots: { from: number }[]) => slots.map((slot) => new Date(slot.from).toISOString());

  test('begin after now, in working hours, one in the morning and one in the afternoon', () => {
    expect(shown(freeSlots(search))).toEqual([
      '2026-09-03T12:00:00.000Z',
      '2026-09-04T06:00:00.000Z',
      '2026-09-04T10:30:00.000Z',
      '2026-09-07T06:00:00.000Z',
      '2026-09-07T10:30:00.000Z',
    ]);
  });

  test('keep half an hour on both sides of what is there', () => {
    const busy = [span('2026-09-04T08:00:00+02:00', '2026-09-04T09:00:00+02:00')];
    expect(shown(freeSlots({ ...search, from: '2026-09-04', days: 1, busy }))[0]).toBe(
      '2026-09-04T07:30:00.000Z',
    );
  });

  test('an all-day appointment takes its days, a free one nothing', () => {
    const holiday = event({
      isAllDay: true,
      startsAt: new Date('2026-09-04T00:00:00Z'),
      endsAt: new Date('2026-09-08T00:00:00Z'),
    });
    const busy = busySpans([holiday], calendar);
    expect(shown(freeSlots({ ...search, from: '2026-09-04', days: 4, busy }))).toEqual([]);
    expect(busySpans([{ ...holiday, isFree: true }], calendar)).toEqual([]);
    expect(busySpans([{ ...holiday, isCancelled: true }], calendar)).toEqual([]);
  });

  test('on the days when the clock changes, eight o’clock is eight o’clock', () => {
    const autumn = { ...search, now: new Date('2026-10-20T10:00:00Z'), from: '2026-10-23', days: 4 };
    expect(shown(freeSlots(autumn))).toEqual([
      '2026-10-23T06:00:00.000Z',
      '2026-10-23T10:30:00.000Z',
      '2026-10-26T07:00:00.000Z',
      '2026-10-26T11:30:00.000Z',
    ]);
  });

  test('never touch what is taken, whatever stands in the calendar', () => {
    const week = span('2026-09-03T00:00:00+02:00', '2026-09-10T00:00:00+02:00');
    const taken = fc
      .tuple(fc.integer({ min: week.from, max: week.to }), fc.integer({ min: 1, max: 300 }))
      .map(([from, minutes]) => ({ from, to: from + minutes * 60_000 }));
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 20 }), fc.integer({ min: 15, max: 240 }), (busy, minutes) => {
        const slots = freeSlots({ ...search, days: 7, durationMinutes: minutes, busy });
        return slots.every(
          (slot) =>
            slot.from > now.getTime() &&
            slot.to - slot.from === minutes * 60_000 &&
            !busy.some((one) => overlaps(slot, one)),
        );
      }),
      { seed: 20260903 },
    );
  });
});

describe('what the calendar says', () => {
  const visit = { startsAt: new Date('2026-09-04T07:00:00Z'), durationMinutes: 60, isAhead: false };
  const later = { startsAt: new Date('2026-09-04T09:00:00Z'), endsAt: new Date('2026-09-04T10:30:00Z') };
  test.each([
    ['the same', event(), { kind: 'none' }],
    ['moved', event(later), { kind: 'moved', startsAt: later.startsAt, durationMinutes: 90 }],
    ['gone', null, { kind: 'deleted' }],
    ['cancelled', event({ isCancelled: true }), { kind: 'deleted' }],
    ['made all-day', event({ isAllDay: true }), { kind: 'none' }],
  ])('%s', (_title, found, change) => {
    expect(readCalendarChange(visit, found)).toEqual(change);
  });

  test('a change of ours on its way wins', () => {
    expect(readCalendarChange({ ...visit, isAhead: true }, null)).toEqual({ kind: 'none' });
    expect(readCalendarChange({ ...visit, isAhead: true }, event(later))).toEqual({ kind: 'none' });
  });

  test('of a series the nearest occurrence is the visit', () => {
    const series = [7, 14, 21].map((day) =>
      event({
        id: `AAMk-${day}`,
        seriesId: 'AAMk1',
        startsAt: new Date(`2026-09-${String(day).padStart(2, '0')}T07:00:00Z`),
      }),
    );
    const found = occurrenceOf(series, { eventId: 'AAMk1', startsAt: new Date('2026-09-15T07:00:00Z') });
    expect(found?.id).toBe('AAMk-14');
    expect(occurrenceOf(series, { eventId: 'AAMk9', startsAt: visit.startsAt })).toBeNull();
  });
});

test('a report tells its story in the history', () => {
  const text = reportText({
    result: 'quote_wanted',
    summary: 'Neue Halle besichtigt.',
    agreements: 'Muster bis Freitag',
    nextVisitOn: '2026-11-12',
    presented: '',
    potentialCents: null,
    groups: [
      { name: 'Brandschutz', interest: 'interested' },
      { name: 'Werkzeug', interest: 'talked' },
    ],
    answers: [{ question: 'Mit der Lieferung zufrieden?', answer: 'Ja' }],
    prices: [
      { productText: 'TS 93', groupName: null, competitor: 'Fremd AG', priceCents: 4_190, unit: 'Stück' },
      { productText: '', groupName: 'Werkzeug', competitor: '', priceCents: 100, unit: 'm' },
    ],
  });

  expect(text.replaceAll('\u00a0', ' ')).toBe(
    [
      'Ergebnis: Angebot gewünscht',
      'Neue Halle besichtigt.',
      'Vereinbart: Muster bis Freitag',
      'Nächster Termin: 12.11.2026',
      'Gesprochen über: Brandschutz (Interesse), Werkzeug',
      'Mit der Lieferung zufrieden? – Ja',
      'Preis gehört: TS 93 (Fremd AG) 41,90 € je Stück',
      'Preis gehört: Werkzeug 1,00 € je m',
    ].join('\n'),
  );
});
