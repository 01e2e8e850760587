// SQL of pauses, and of deadlines that come near.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { CalendarSource } from './calendar.ts';
import { calendarColumns } from './calendar.ts';
import type { Case } from './for-case.ts';

type At = Case & { readonly byId: string | null };

export async function insertPause(
  trx: Query,
  at: At,
  pause: { reason: string; untilOn: string; from: Date },
): Promise<void> {
  await trx
    .insertInto('complaint_pause')
    .values({
      organization_id: at.organizationId,
      id: newId(),
      complaint_id: at.complaintId,
      reason: pause.reason,
      until_on: pause.untilOn,
      from_at: pause.from,
      until_at: null,
      started_by: at.byId,
      ended_by: null,
    })
    .execute();
}

/** Ends the pause that lasts. */
export async function endPause(trx: Query, at: At, until: Date): Promise<void> {
  await trx
    .updateTable('complaint_pause')
    .set({ until_at: until, ended_by: at.byId })
    .where('organization_id', '=', at.organizationId)
    .where('complaint_id', '=', at.complaintId)
    .where('until_at', 'is', null)
    .execute();
}

const casesAtOnce = 500;

/** Complaints that have waited until today, in the zone of their company. */
export async function listOverduePauses(trx: Query, now: Date): Promise<Case[]> {
  const { rows } = await sql<Case>`
    select p.organization_id as "organizationId", p.complaint_id as "complaintId" from complaint_pause p
    join organization org on org.organization_id = p.organization_id
    where p.until_at is null and p.until_on <= (${now}::timestamptz at time zone org.time_zone)::date
    order by p.until_on limit ${casesAtOnce}`.execute(trx);
  return rows;
}

export interface CalendarRow extends CalendarSource {
  readonly organization_id: string;
  /** Null: the company's own calendar. */
  readonly location_id: string | null;
  readonly warn_first_answer_minutes: number;
  readonly warn_resolution_minutes: number;
}

/** Every calendar by which complaints run. */
export async function listCalendars(trx: Query): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select org.organization_id, place.id as location_id, ${calendarColumns}, org.warn_first_answer_minutes,
      org.warn_resolution_minutes
    from organization org cross join lateral (
      select null::uuid as id, null::text as holiday_region, null::jsonb as working_week
      union all
      select l.id, l.holiday_region, l.working_week from location l
      where l.organization_id = org.organization_id) place`.execute(trx);
  return rows;
}

export type Warning = 'first_answer' | 'resolution';

/** Marks the complaints whose deadline lies between now and `until` as warned, and answers those that were not before. */
export async function markWarned(
  trx: Query,
  at: { organizationId: string; locationId: string | null; which: Warning },
  times: { now: Date; until: Date },
): Promise<string[]> {
  const due = sql.ref(`c.${at.which}_due_at`);
  const { rows } = await sql<{ id: string }>`
    update complaint c set ${sql.ref(`${at.which}_warned_at`)} = ${times.now}
    where c.organization_id = ${at.organizationId}::uuid and c.location_id is not distinct from ${at.locationId}::uuid
      and c.state <> 'closed' ${at.which === 'first_answer' ? sql`and c.answered_at is null` : sql``}
      and ${sql.ref(`c.${at.which}_warned_at`)} is null and ${due} > ${times.now} and ${due} <= ${times.until}
      and not exists (select from complaint_pause p where p.organization_id = c.organization_id
        and p.complaint_id = c.id and p.until_at is null)
    returning c.id`.execute(trx);
  return rows.map(({ id }) => id);
}
