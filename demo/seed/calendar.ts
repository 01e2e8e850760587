// Days of the sample data, counted from the day of seeding; on weekends nobody works.
import { DateTime } from 'luxon';

/** The moment for which mails and stories are written. */
const referenceTime = '2026-09-03T13:58:00+02:00';
const zone = 'Europe/Berlin';
const dayMs = 86_400_000;
const halfHourMs = 30 * 60_000;

export interface SeedCalendar {
  readonly now: Date;
  /** The day of seeding, `2026-09-03`. */
  readonly today: string;
  readonly year: number;
  /** `26` of the current year, for document numbers. */
  readonly shortYear: string;
  /** A calendar day so many days from today; a weekend moves to the nearest working day further away from today. */
  day(offset: number): string;
  /** A point in time on such a day, `09:30` in Berlin. What was past at the reference moment is past, what was to come is to come. */
  at(offset: number, time: string): Date;
  /** Moves a point in time written for the reference moment: earlier days by whole days, that day's by the exact distance. */
  move(at: Date): Date;
}

/** The calendar around the moment of seeding, in Berlin. */
export function createSeedCalendar(now: Date): SeedCalendar {
  const today = DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');
  const year = Number(today.slice(0, 4));
  const reference = Date.parse(referenceTime);
  const shiftDays = Math.round((Date.parse(today) - Date.parse(referenceTime.slice(0, 10))) / dayMs);
  const day = (offset: number) => (offset === 0 ? today : workdayNear(addDays(today, offset), offset));

  function at(offset: number, time: string): Date {
    const wall = toInstant(day(offset), time);
    if (offset !== 0) return wall;
    const distance = toInstant(referenceTime.slice(0, 10), time).getTime() - reference;
    if (distance <= 0) return wall <= now ? wall : new Date(now.getTime() + distance);
    return wall > now ? wall : new Date(Math.ceil((now.getTime() + 1) / halfHourMs) * halfHourMs);
  }

  function move(written: Date): Date {
    const moment = DateTime.fromJSDate(written, { zone });
    if (moment.toFormat('yyyy-MM-dd') === referenceTime.slice(0, 10)) {
      return new Date(now.getTime() + written.getTime() - reference);
    }
    return moment.plus({ days: shiftDays }).toJSDate();
  }

  return { now, today, year, shortYear: today.slice(2, 4), day, at, move };
}

function toInstant(day: string, time: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}

/** `2026-09-03` and so many days more. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The day itself, or for a weekend the Friday before (`direction` below 0) or the Monday after. */
export function workdayNear(day: string, direction: number): string {
  const weekday = new Date(day).getUTCDay() || 7;
  if (weekday <= 5) return day;
  return addDays(day, direction < 0 ? 5 - weekday : 8 - weekday);
}
