// The deadlines of a complaint as columns: working hours by class and severity, counted from receipt, standing still in pauses.
import type { CustomerClass, Severity } from './rules.ts';
import { deadlineHours } from './rules.ts';
import type { WorkingCalendar } from './working-time.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts';

export interface DeadlineColumns {
  readonly first_answer_due_at: Date;
  readonly first_answer_hours: number;
  readonly resolution_due_at: Date;
  readonly resolution_hours: number;
}

/** Waiting for the customer, in full minutes; `until` null while it lasts. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

const minutesPerHour = 60;

/** Both deadlines of a complaint that runs since that moment and was never paused. */
export function reckonDeadlines(
  calendar: WorkingCalendar,
  rating: CustomerClass | null,
  severity: Severity,
  since: Date,
): DeadlineColumns {
  return deadlineColumns(calendar, deadlineHours(rating, severity), since, []);
}

/** The same for given hours, with its pauses. */
export function deadlineColumns(
  calendar: WorkingCalendar,
  hours: { firstAnswer: number; resolution: number },
  since: Date,
  pauses: readonly Pause[],
): DeadlineColumns {
  const due = (share: number) => dueAfter(calendar, since, share * minutesPerHour, pauses);
  return {
    first_answer_due_at: due(hours.firstAnswer),
    first_answer_hours: hours.firstAnswer,
    resolution_due_at: due(hours.resolution),
    resolution_hours: hours.resolution,
  };
}

/**
 * The end of so many working minutes: every pause that began before it moves it by exactly the working time paused, and no
 * other does, so that what was missed stays missed. A pause that still lasts has moved nothing yet. Pauses in their order.
 */
export function dueAfter(
  calendar: WorkingCalendar,
  since: Date,
  minutes: number,
  pauses: readonly Pause[],
): Date {
  const first = fullMinute(since);
  let due = addWorkingMinutes(calendar, since, minutes);
  for (const { from, until } of pauses) {
    if (until === null || from < first || from >= due) continue;
    due = addWorkingMinutes(calendar, due, workingMinutesBetween(calendar, from, until));
  }
  return due;
}

/** Where a deadline stands now: while a pause lasts that began before it, it keeps its distance to the present. */
export function standingDue(
  calendar: WorkingCalendar,
  due: Date,
  pausedFrom: Date | null,
  now: Date,
): { at: Date; minutesLeft: number; isMissed: boolean } {
  if (pausedFrom === null || due < pausedFrom) {
    return { at: due, minutesLeft: workingMinutesBetween(calendar, now, due), isMissed: due < now };
  }
  const minutesLeft = workingMinutesBetween(calendar, pausedFrom, due);
  return { at: addWorkingMinutes(calendar, now, minutesLeft), minutesLeft, isMissed: false };
}

/** The working time paused so far, in minutes. */
export function pausedMinutes(calendar: WorkingCalendar, pauses: readonly Pause[], now: Date): number {
  return pauses.reduce(
    (sum, { from, until }) => sum + workingMinutesBetween(calendar, from, until ?? now),
    0,
  );
}

/** The full minute in which something happened; pauses begin and end with it, as deadlines do. */
export function fullMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}
