// The deadlines of a complaint as columns: working hours by class and severity, counted from receipt.
import type { CustomerClass, Severity } from './rules.ts';
import { deadlineHours } from './rules.ts';
import type { WorkingCalendar } from './working-time.ts';
import { addWorkingMinutes } from './working-time.ts';

export interface DeadlineColumns {
  readonly first_answer_due_at: Date;
  readonly first_answer_hours: number;
  readonly resolution_due_at: Date;
  readonly resolution_hours: number;
}

const minutesPerHour = 60;

/** Both deadlines of a complaint received at that moment. */
export function reckonDeadlines(
  calendar: WorkingCalendar,
  rating: CustomerClass | null,
  severity: Severity,
  receivedAt: Date,
): DeadlineColumns {
  const hours = deadlineHours(rating, severity);
  return {
    first_answer_due_at: addWorkingMinutes(calendar, receivedAt, hours.firstAnswer * minutesPerHour),
    first_answer_hours: hours.firstAnswer,
    resolution_due_at: addWorkingMinutes(calendar, receivedAt, hours.resolution * minutesPerHour),
    resolution_hours: hours.resolution,
  };
}
