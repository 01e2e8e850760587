// Waiting for the customer: the clock of a complaint stands still, with a reason and a day on which it goes on by itself.
import { DateTime } from 'luxon';
import type { Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { Deps } from '#api/deps.ts';
import { calendarOf } from './calendar.ts';
import { deadlineColumns, fullMinute } from './deadlines.ts';
import { forCase } from './for-case.ts';
import * as pauseStore from './pause-store.ts';
import { pausesOf, sinceOf } from './record.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';

interface At {
  readonly organizationId: string;
  readonly complaintId: string;
  /** Null: the system itself. */
  readonly byId: string | null;
  readonly now: Date;
}

/** Stops the clock. */
export function startPause(trx: Query, at: At, why: { reason: string; untilOn: string }): Promise<void> {
  return pauseStore.insertPause(trx, at, { ...why, from: fullMinute(at.now) });
}

/** Lets the clock go on; answers the deadlines as they are now. Nothing when it was running. */
export async function endPause(
  trx: Query,
  at: At,
  row: ComplaintRow,
): Promise<Updateable<Tables['complaint']>> {
  const pauses = row.pauses.map((pause) => ({ ...pause }));
  const running = pauses.find((pause) => pause.until === null);
  if (running === undefined) return {};
  const until = fullMinute(at.now);
  await pauseStore.endPause(trx, at, until);
  running.until = until.toISOString();
  return reckonRow({ ...row, pauses });
}

/** The deadlines of a complaint by the hours that were promised, its pauses and its calendar of today. */
export function reckonRow(row: ComplaintRow): Updateable<Tables['complaint']> {
  const hours = { firstAnswer: row.first_answer_hours, resolution: row.resolution_hours };
  const due = deadlineColumns(calendarOf(row), hours, sinceOf(row), pausesOf(row));
  const isMoved = (next: Date, before: Date | string) => next.getTime() !== new Date(before).getTime();
  const reckoned_from = row.reckoned_from === null ? null : new Date(row.reckoned_from);
  return {
    ...due,
    reckoned_from,
    ...(isMoved(due.first_answer_due_at, row.first_answer_due_at) ? { first_answer_warned_at: null } : {}),
    ...(isMoved(due.resolution_due_at, row.resolution_due_at) ? { resolution_warned_at: null } : {}),
  };
}

/** Sweep: what waited until today goes on, as if at midnight, however late the sweep comes. */
export async function resumeOverdue(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const cases = await deps.db.system((trx) => pauseStore.listOverduePauses(trx, now));
  for (const one of cases) {
    await forCase(deps, one, async (trx, row) => {
      const pause = row.pauses.find(({ until }) => until === null);
      const midnight = DateTime.fromISO(pause?.untilOn ?? '', { zone: row.time_zone });
      if (pause === undefined || midnight.toJSDate() > now) return;
      const at = { ...one, byId: null, now: midnight.toJSDate() };
      const columns = await endPause(trx, at, row);
      const { organizationId, complaintId } = one;
      await store.updateComplaintRow(trx, { organizationId, id: complaintId, version: null, now }, columns);
      await store.addEvent(trx, organizationId, { complaintId, at: now, byId: null, kind: 'resumed' });
    });
  }
}
