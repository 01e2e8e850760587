// How long a complaint took, in working time and as its deadlines are reckoned: pauses do not count, what came back begins anew. Pure.
import type { Pause } from '#api/complaints/deadlines.ts';
import type { WorkingCalendar } from '#api/complaints/working-time.ts';
import { workingMinutesBetween } from '#api/complaints/working-time.ts';

export interface Course {
  readonly receivedAt: Date;
  readonly createdAt: Date;
  /** Since when the deadlines run: receipt, or when it was reopened. */
  readonly since: Date;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly firstAnswerDueAt: Date;
  readonly resolutionDueAt: Date;
  /** Oldest first. */
  readonly pauses: readonly Pause[];
}

export interface Durations {
  readonly registrationMinutes: number;
  readonly firstAnswerMinutes: number | null;
  readonly resolutionMinutes: number | null;
  readonly firstAnswerKept: boolean | null;
  readonly resolutionKept: boolean | null;
  /** Still open: missed from this moment on; null while it stands still or is settled. */
  readonly firstAnswerDueAt: Date | null;
  readonly resolutionDueAt: Date | null;
}

/** Whoever closes without having answered has answered by it. */
export function durationsOf(calendar: WorkingCalendar, course: Course): Durations {
  const { receivedAt, createdAt, since, closedAt, pauses } = course;
  const answeredAt = course.answeredAt ?? closedAt;
  const stands = pauses.some(({ until }) => until === null);
  const open = (settledAt: Date | null, dueAt: Date) => (settledAt === null && !stands ? dueAt : null);
  const took = (until: Date | null) => {
    if (until === null) return null;
    // answered before it came back: the time of then
    const from = until < since ? receivedAt : since;
    return Math.max(0, netMinutes(calendar, { from, until, pauses }));
  };
  return {
    registrationMinutes: Math.max(0, workingMinutesBetween(calendar, receivedAt, createdAt)),
    firstAnswerMinutes: took(answeredAt),
    resolutionMinutes: took(closedAt),
    firstAnswerKept: answeredAt && answeredAt <= course.firstAnswerDueAt,
    resolutionKept: closedAt && closedAt <= course.resolutionDueAt,
    firstAnswerDueAt: open(answeredAt, course.firstAnswerDueAt),
    resolutionDueAt: open(closedAt, course.resolutionDueAt),
  };
}

interface Span {
  readonly from: Date;
  readonly until: Date;
  readonly pauses: readonly Pause[];
}

function netMinutes(calendar: WorkingCalendar, { from, until, pauses }: Span): number {
  const paused = pauses.map((pause) => {
    const start = pause.from > from ? pause.from : from;
    const end = pause.until === null || pause.until > until ? until : pause.until;
    return start < end ? workingMinutesBetween(calendar, start, end) : 0;
  });
  return workingMinutesBetween(calendar, from, until) - paused.reduce((sum, minutes) => sum + minutes, 0);
}
