// SQL of escalations, their cards, and the buttons pressed.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { Case } from './for-case.ts';

export async function insertEscalation(trx: Query, row: Insertable<Tables['escalation']>): Promise<void> {
  await trx.insertInto('escalation').values(row).execute();
}

export async function updateEscalation(
  trx: Query,
  at: { organizationId: string; id: string },
  change: Updateable<Tables['escalation']>,
): Promise<void> {
  await trx
    .updateTable('escalation')
    .set(change)
    .where('organization_id', '=', at.organizationId)
    .where('id', '=', at.id)
    .execute();
}

/** Says that this person gets a card of the escalation; a job posts it. */
export async function wantCard(
  trx: Query,
  at: { organizationId: string; escalationId: string; userId: string },
): Promise<void> {
  await trx
    .insertInto('escalation_card')
    .values({ organization_id: at.organizationId, escalation_id: at.escalationId, user_id: at.userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who pressed the button when it acted; null when it did not yet. */
export async function findPress(
  trx: Query,
  organizationId: string,
  escalationId: string,
  dedupeKey: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('escalation_press')
    .select('pressed_by')
    .where('organization_id', '=', organizationId)
    .where('escalation_id', '=', escalationId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirst();
  return row?.pressed_by ?? null;
}

export async function insertPress(trx: Query, row: Insertable<Tables['escalation_press']>): Promise<void> {
  await trx.insertInto('escalation_press').values(row).execute();
}

/** Who asked the question that is out now; null when nobody did. */
export async function findAsker(
  trx: Query,
  organizationId: string,
  complaintId: string,
): Promise<string | null> {
  const { rows } = await sql<{ by_id: string | null }>`
    select by_id from complaint_event where organization_id = ${organizationId}::uuid
      and complaint_id = ${complaintId}::uuid and kind = 'escalation_asked_back'
    order by at desc, id desc limit 1`.execute(trx);
  return rows[0]?.by_id ?? null;
}

const casesAtOnce = 500;

/** Complaints whose deadline is over, that do not wait for the customer, and for which no escalation runs or was raised since. */
export async function listMissedDeadlines(trx: Query, now: Date): Promise<Case[]> {
  const { rows } = await sql<Case>`
    select c.organization_id as "organizationId", c.id as "complaintId" from complaint c
    where c.state <> 'closed' and ((c.answered_at is null and c.first_answer_due_at < ${now}) or c.resolution_due_at < ${now})
      and not exists (select from escalation e where e.organization_id = c.organization_id and e.complaint_id = c.id
        and (e.state not in ('decided', 'stopped') or (e.reason = 'deadline_missed' and e.raised_at >=
          case when c.resolution_due_at < ${now} then c.resolution_due_at else c.first_answer_due_at end)))
      and not exists (select from complaint_pause p where p.organization_id = c.organization_id
        and p.complaint_id = c.id and p.until_at is null)
    order by c.first_answer_due_at limit ${casesAtOnce}`.execute(trx);
  return rows;
}

/** Escalations nobody acted upon until the deputy's time has come. */
export async function listDueForDeputy(trx: Query, now: Date): Promise<Case[]> {
  const { rows } = await sql<Case>`
    select e.organization_id as "organizationId", e.complaint_id as "complaintId" from escalation e
    where e.state = 'open' and e.level = 1 and e.deputy_at <= ${now}
    order by e.deputy_at limit ${casesAtOnce}`.execute(trx);
  return rows;
}

/** Whether this deadline was escalated for having been missed already. */
export async function wasEscalatedSince(
  trx: Query,
  at: { organizationId: string; complaintId: string },
  deadline: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from escalation e where e.organization_id = ${at.organizationId}::uuid and e.complaint_id = ${at.complaintId}::uuid
      and e.reason = 'deadline_missed' and e.raised_at >= ${deadline} limit 1`.execute(trx);
  return rows.length > 0;
}
