// Working time: deadlines are counted in the company's working hours, over weekends, public holidays and clock changes.
import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** Monday first; null: nobody works on that weekday. Times '08:00'. */
export type WorkingWeek = readonly ({ readonly from: string; readonly to: string } | null)[];

/** Calendar days on which the company is closed, both included; yearly ones by their day and month alone. */
export interface ClosedDays {
  readonly from: string;
  readonly to: string;
  readonly isYearly: boolean;
}

/** As kept in the organisation row: zone 'Europe/Berlin', times '08:00' or '08:00:00', region 'DE-BW' (country, Land). */
export interface WorkingHours {
  readonly timeZone: string;
  readonly start: string;
  readonly end: string;
  readonly region: string;
  /** In place of Monday to Friday from start to end. */
  readonly week?: WorkingWeek | null;
  readonly closed?: readonly ClosedDays[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export interface WorkingCalendar {
  readonly timeZone: string;
  /** The calendar day of an instant in the company's zone, `2026-09-03`. */
  dayOf(at: Date): string;
  /** Working time of a calendar day as epoch milliseconds, or null on days off. */
  spanOf(day: string): Span | null;
}

const millisecondsPerMinute = 60_000;
const longestBreakDays = 800;
const mostCalendars = 200;
const calendars = new Map<string, WorkingCalendar>();

/** The calendar of a company; the same settings share one, because reading the holiday rules of a year is slow. */
export function workingCalendar(hours: WorkingHours): WorkingCalendar {
  const { timeZone, start, end, region, week = null, closed = [] } = hours;
  const key = JSON.stringify([timeZone, start, end, region, week, closed]);
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= mostCalendars) calendars.clear(); // settings that were changed meanwhile
  const calendar = createCalendar(hours);
  calendars.set(key, calendar);
  return calendar;
}

function createCalendar(hours: WorkingHours): WorkingCalendar {
  const { timeZone, region, closed = [] } = hours;
  const isHoliday = createHolidays(region);
  const week = hours.week ?? officeWeek(hours);
  const spans = new Map<string, Span | null>();

  function readSpan(day: string): Span | null {
    const midnight = DateTime.fromISO(day, { zone: timeZone });
    const worked = week[midnight.weekday - 1] ?? null;
    if (worked === null || isHoliday(day) || isClosed(closed, day)) return null;
    const from = atTime(midnight, worked.from);
    const to = atTime(midnight, worked.to);
    return to > from ? { from, to } : null;
  }

  return {
    timeZone,
    dayOf: (at) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd'),
    spanOf: (day) => {
      const known = spans.get(day);
      if (known !== undefined) return known;
      const span = readSpan(day);
      spans.set(day, span);
      return span;
    },
  };
}

function officeWeek({ start, end }: Pick<WorkingHours, 'start' | 'end'>): WorkingWeek {
  const worked = { from: start, to: end };
  return [worked, worked, worked, worked, worked, null, null];
}

/** Whether the company itself is closed on that day; a yearly closing may run over New Year. */
export function isClosed(closed: readonly ClosedDays[], day: string): boolean {
  return closed.some(({ from, to, isYearly }) => {
    if (!isYearly) return from <= day && day <= to;
    const [first, last, here] = [from, to, day].map((one) => one.slice(5)) as [string, string, string];
    return first <= last ? first <= here && here <= last : here >= first || here <= last;
  });
}

/** Public holidays of a year in a region by their day, `['2026-06-04', 'Fronleichnam']`. */
export function publicHolidays(
  region: string,
  year: number,
  language: 'de' | 'en' = 'de',
): [day: string, name: string][] {
  const [country = '', state] = region.split('-');
  const all = new Holidays(country, state ?? '', { languages: language }).getHolidays(year) ?? [];
  return all.filter((one) => one.type === 'public').map((one) => [one.date.slice(0, 10), one.name]);
}

/** Public holidays only; school and bank days are worked. Easter rules come from the date-holidays package. */
function createHolidays(region: string): (day: string) => boolean {
  const years = new Map<string, Set<string>>();
  return (day) => {
    const year = day.slice(0, 4);
    let days = years.get(year);
    if (!days) {
      days = new Set(publicHolidays(region, Number(year)).map(([holiday]) => holiday));
      years.set(year, days);
    }
    return days.has(day);
  };
}

function atTime(midnight: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return midnight.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}

function nextDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

/** The instant after so many minutes of working time, counted from the full minute; exactly the end of a working day stays on that day. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * millisecondsPerMinute;
  let at = Math.floor(from.getTime() / millisecondsPerMinute) * millisecondsPerMinute;
  if (left <= 0) return from;
  let day = calendar.dayOf(from);
  for (let daysOff = 0; daysOff < longestBreakDays; day = nextDay(day)) {
    const span = calendar.spanOf(day);
    daysOff = span ? 0 : daysOff + 1;
    if (!span) continue;
    at = Math.max(at, span.from);
    const room = Math.max(0, span.to - at);
    if (left <= room) return new Date(at + left);
    left -= room;
  }
  throw new Error('The calendar has no working time.');
}

/** Whole minutes of working time between two instants; negative when `to` lies before `from`. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to < from) return 0 - workingMinutesBetween(calendar, to, from);
  const last = calendar.dayOf(to);
  let sum = 0;
  for (let day = calendar.dayOf(from); day <= last; day = nextDay(day)) {
    const span = calendar.spanOf(day);
    if (!span) continue;
    sum += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
  }
  return Math.trunc(sum / millisecondsPerMinute);
}

/** The first working day on or after a calendar day; follow-ups are never suggested for a Sunday. */
export function nextWorkingDay(calendar: WorkingCalendar, day: string): string {
  let candidate = day;
  for (let tries = 0; tries < longestBreakDays; tries += 1) {
    if (calendar.spanOf(candidate)) return candidate;
    candidate = nextDay(candidate);
  }
  return day;
}
