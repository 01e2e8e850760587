// Before a deadline is missed: the owner is warned once, in the story, in "Mein Tag" and by a mail to himself.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { defineJob, RetryAt } from '#api/jobs/job.ts';
import { calendarOf } from './calendar.ts';
import { customerUrl } from './card-record-jobs.ts';
import { findColleague } from './intake-store.ts';
import * as pauseStore from './pause-store.ts';
import type { CalendarRow, Warning } from './pause-store.ts';
import { situationOf } from './record.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';
import { addWorkingMinutes } from './working-time.ts';
import { DateTime } from 'luxon';

const waitForSignInMs = 15 * 60_000;

/** One mail per deadline, from the owner to himself; pointless once the deadline is met or over. */
export const sendDeadlineWarning = defineJob({
  name: 'complaints.send-deadline-warning',
  payload: z.object({ organizationId: Id, complaintId: Id, which: z.enum(['first_answer', 'resolution']) }),
  run: async (deps, { organizationId, complaintId, which }) => {
    const now = deps.clock.now();
    const found = await deps.db.read({ organizationId }, async (trx) => {
      const row = await store.findComplaintForSystem(trx, organizationId, complaintId);
      const owner = row && (await findColleague(trx, organizationId, row.owner_id));
      return row && owner && isStillNear(row, which, now) ? { row, owner } : null;
    });
    if (found === null) return;
    const { row, owner } = found;
    try {
      await deps.graph.sendMail(
        { organizationId, userId: owner.id },
        { to: owner.email, ...warningMail(row, which, customerUrl(deps, row.customer_id)) },
      );
    } catch (error) {
      const waits = error instanceof AppError && error.code === 'token_expired';
      if (waits) throw new RetryAt(new Date(now.getTime() + waitForSignInMs), error.code);
      throw error;
    }
  },
});

function dueOf(row: ComplaintRow, which: Warning): Date {
  return new Date(which === 'first_answer' ? row.first_answer_due_at : row.resolution_due_at);
}

function isStillNear(row: ComplaintRow, which: Warning, now: Date): boolean {
  const isMet = row.state === 'closed' || (which === 'first_answer' && row.answered_at !== null);
  return !isMet && !situationOf(row).isPaused && dueOf(row, which) > now;
}

function warningMail(row: ComplaintRow, which: Warning, url: string): { subject: string; text: string } {
  const due = DateTime.fromJSDate(dueOf(row, which), { zone: row.time_zone }).toFormat('dd.MM.yyyy, HH:mm');
  const what = which === 'first_answer' ? 'Die Erstantwort' : 'Die Lösung';
  return {
    subject: `Frist läuft ab: ${row.number} ${row.title}`,
    text: `${what} zu ${row.number} „${row.title}“ (${row.customer_name}) ist bis ${due} Uhr fällig.\n\n${url}\n`,
  };
}

/** Sweep: whatever comes near its deadline is warned of, once per deadline. */
export async function warnOfDeadlines(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  for (const calendar of await deps.db.system((trx) => pauseStore.listCalendars(trx))) {
    try {
      await deps.db.transaction({ organizationId: calendar.organization_id }, async (trx) => {
        await warn(deps, trx, {
          calendar,
          which: 'first_answer',
          minutes: calendar.warn_first_answer_minutes,
          now,
        });
        await warn(deps, trx, {
          calendar,
          which: 'resolution',
          minutes: calendar.warn_resolution_minutes,
          now,
        });
      });
    } catch (error) {
      deps.log.error({ err: error, locationId: calendar.location_id }, 'nobody could be warned of deadlines');
    }
  }
}

async function warn(
  deps: Deps,
  trx: Query,
  given: { calendar: CalendarRow; which: Warning; minutes: number; now: Date },
): Promise<void> {
  const { calendar, which, minutes, now } = given;
  const organizationId = calendar.organization_id;
  const until = addWorkingMinutes(calendarOf(calendar), now, minutes);
  const at = { organizationId, locationId: calendar.location_id, which };
  for (const complaintId of await pauseStore.markWarned(trx, at, { now, until })) {
    await store.addEvent(trx, organizationId, { complaintId, at: now, byId: null, kind: `warned_${which}` });
    await deps.jobs.enqueue(trx, sendDeadlineWarning, { organizationId, complaintId, which });
  }
}
