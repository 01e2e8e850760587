// Pure decisions about visits: who is due, what speaks against a time, which times are free, what the calendar says.
import type { DueState, VisitWarning } from '#contract/visit.ts';
import type { WorkingCalendar } from '#api/complaints/working-time.ts';
import type { CalendarEvent } from '#api/outside/graph.ts';

/** From when on a coming visit is called due, and how far ahead the list looks. */
export const dueWithinDays = 14;
export const horizonDays = 42;
const minuteMs = 60_000;
const dayMs = 86_400_000;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** overdue: the day has passed; due: within two weeks; upcoming: later. */
export function dueStateOf(dueOn: string, today: string): DueState {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, dueWithinDays) ? 'due' : 'upcoming';
}

/** A calendar day and so many days more. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Monday to Friday of the week in which the day lies. */
export function weekOf(day: string): string[] {
  const weekday = new Date(day).getUTCDay() || 7;
  return [0, 1, 2, 3, 4].map((index) => addDays(day, index + 1 - weekday));
}

/** What is said about a planned time; nothing of it forbids the time. */
export function warningsOf(
  span: Span,
  { calendar, others, now }: { calendar: WorkingCalendar; others: readonly Span[]; now: Date },
): VisitWarning[] {
  const work = calendar.spanOf(calendar.dayOf(new Date(span.from)));
  const isOutside = work !== null && (span.from < work.from || span.to > work.to);
  return [
    ...(span.from < now.getTime() ? (['in_past'] as const) : []),
    ...(others.some((other) => overlaps(span, other)) ? (['overlaps'] as const) : []),
    ...(work === null ? (['day_off'] as const) : []),
    ...(isOutside ? (['outside_hours'] as const) : []),
  ];
}

/** Whether two spans share time; one that begins as the other ends does not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}

/** How near two German postcodes lie: the digits they begin with alike, 0 to 5. */
export function postcodeNearness(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  const length = Math.min(one.length, other.length, 5);
  let alike = 0;
  while (alike < length && one[alike] === other[alike]) alike += 1;
  return alike;
}

/** 71229 and 71263 are neighbours, 71229 and 79098 are not. */
export const neighbourDigits = 2;

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly postcode: string | null;
}

/** The nearest of these, when one is a neighbour at all. */
export function nearestTo<T extends Neighbour>(postcode: string | null, others: readonly T[]): T | null {
  let best: T | null = null;
  for (const other of others) {
    const nearness = postcodeNearness(postcode, other.postcode);
    const isNearer = best === null || nearness > postcodeNearness(postcode, best.postcode);
    if (nearness >= neighbourDigits && isNearer) best = other;
  }
  return best;
}

export interface SlotSearch {
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  /** First day that comes into question. */
  readonly from: string;
  readonly days: number;
  readonly durationMinutes: number;
  readonly busy: readonly Span[];
}

/** Time to get there and away again, kept free on both sides; and the grid on which appointments begin. */
const travelMinutes = 30;
const gridMinutes = 30;
const perDay = 2;

/** Free times in working hours: at most two a day, the earliest of the morning and of the afternoon. */
export function freeSlots(search: SlotSearch): Span[] {
  const slots: Span[] = [];
  for (let index = 0; index < search.days; index += 1) {
    const work = search.calendar.spanOf(addDays(search.from, index));
    if (work !== null) slots.push(...slotsOfDay(work, search));
  }
  return slots;
}

function slotsOfDay(work: Span, { now, durationMinutes, busy }: SlotSearch): Span[] {
  const length = durationMinutes * minuteMs;
  const around = travelMinutes * minuteMs;
  const step = gridMinutes * minuteMs;
  const noon = (work.from + work.to) / 2;
  const free: Span[] = [];
  for (let from = work.from; from + length <= work.to; from += step) {
    const wide = { from: from - around, to: from + length + around };
    const isFree = from > now.getTime() && !busy.some((one) => overlaps(wide, one));
    if (isFree) free.push({ from, to: from + length });
  }
  const morning = free.find((slot) => slot.from < noon);
  const afternoon = free.find((slot) => slot.from >= noon);
  return [morning, afternoon].filter((slot) => slot !== undefined).slice(0, perDay);
}

/** All-day appointments carry days, not instants: they take the working time of those days. */
export function busySpans(events: readonly CalendarEvent[], calendar: WorkingCalendar): Span[] {
  return events.flatMap((event) => {
    if (event.isFree || event.isCancelled) return [];
    if (!event.isAllDay) return [{ from: event.startsAt.getTime(), to: event.endsAt.getTime() }];
    const spans: Span[] = [];
    const last = event.endsAt.toISOString().slice(0, 10);
    for (let day = event.startsAt.toISOString().slice(0, 10); day < last; day = addDays(day, 1)) {
      const work = calendar.spanOf(day);
      if (work !== null) spans.push(work);
    }
    return spans;
  });
}

export type CalendarChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'moved'; readonly startsAt: Date; readonly durationMinutes: number };

const shortest = 5;
const longest = 1440;

/** What an appointment says about its visit. While a change of ours is on its way (`isAhead`), ours wins. */
export function readCalendarChange(
  visit: { readonly startsAt: Date; readonly durationMinutes: number; readonly isAhead: boolean },
  event: CalendarEvent | null,
): CalendarChange {
  if (visit.isAhead) return { kind: 'none' };
  if (event === null || event.isCancelled) return { kind: 'deleted' };
  if (event.isAllDay) return { kind: 'none' };
  const minutes = Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / minuteMs);
  const durationMinutes = Math.min(longest, Math.max(shortest, minutes));
  const isSame =
    event.startsAt.getTime() === visit.startsAt.getTime() && durationMinutes === visit.durationMinutes;
  return isSame ? { kind: 'none' } : { kind: 'moved', startsAt: event.startsAt, durationMinutes };
}

/** Of an appointment that was made a series, the occurrence nearest to the visit. */
export function occurrenceOf(
  events: readonly CalendarEvent[],
  visit: { readonly eventId: string; readonly startsAt: Date },
): CalendarEvent | null {
  const fitting = events.filter((one) => one.id === visit.eventId || one.seriesId === visit.eventId);
  const distance = (event: CalendarEvent) => Math.abs(event.startsAt.getTime() - visit.startsAt.getTime());
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
