// SQL between visits and the calendar: what still has to be sent, what was sent, what is compared.
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { GraphUser } from '#api/outside/graph.ts';

/** A visit as the job sees it that sends it to the calendar. */
export interface Outgoing {
  readonly id: string;
  readonly version: number;
  readonly kind: 'visit' | 'first_contact';
  readonly user_id: string;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly customer_number: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly starts_at: Date;
  readonly duration_minutes: number;
  readonly subject: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly cancelled_at: Date | null;
  readonly calendar_state: string;
  readonly calendar_event_id: string | null;
  readonly calendar_sent_version: number | null;
  readonly calendar_round: number;
  readonly people: string[];
}

export async function findOutgoing(trx: Query, organizationId: string, id: string): Promise<Outgoing | null> {
  const { rows } = await sql<Outgoing>`
    select v.id, v.version, v.kind, v.user_id, v.customer_id, c.name as customer_name, c.number as customer_number,
      c.street, c.postcode, c.city, c.phone, v.starts_at, v.duration_minutes, v.subject, v.place, v.note, v.cancelled_at,
      v.calendar_state, v.calendar_event_id, v.calendar_sent_version, v.calendar_round,
      array(select k.name from visit_contact p join contact k on k.organization_id = p.organization_id and k.id = p.contact_id
        where p.organization_id = v.organization_id and p.visit_id = v.id order by k.name) as people
    from visit v join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
    where v.organization_id = ${organizationId}::uuid and v.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** Changes what is known of the way to the calendar; the version that people see stays. */
export async function changeCalendar(
  trx: Query,
  organizationId: string,
  id: string,
  change: Updateable<Tables['visit']>,
): Promise<void> {
  await trx
    .updateTable('visit')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Lets everything of this person that waited for a sign-in go on; answers the ids. */
export async function releaseWaiting(trx: Query, { organizationId, userId }: GraphUser): Promise<string[]> {
  const rows = await trx
    .updateTable('visit')
    .set({ calendar_state: 'pending', calendar_problem: null })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('calendar_state', '=', 'waiting_for_sign_in')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** A visit as its appointment is compared with it. */
export interface Mirror {
  readonly id: string;
  readonly version: number;
  readonly starts_at: Date;
  readonly duration_minutes: number;
  readonly calendar_event_id: string;
  readonly calendar_sent_version: number | null;
}

/** This person's planned visits of that time that stand in the calendar; for changing them locked. */
export async function listMirrors(
  trx: Query,
  user: GraphUser,
  { from, to, isForChange }: { from: Date; to: Date; isForChange: boolean },
): Promise<Mirror[]> {
  const { rows } = await sql<Mirror>`
    select id, version, starts_at, duration_minutes, calendar_event_id, calendar_sent_version from visit
    where organization_id = ${user.organizationId}::uuid and user_id = ${user.userId}::uuid
      and calendar_state = 'in_calendar' and calendar_event_id is not null and cancelled_at is null and reported_at is null
      and starts_at >= ${from} and starts_at < ${to}
    order by id ${isForChange ? sql`for update` : sql``}`.execute(trx);
  return rows;
}

/** Which of these appointments are visits of ours: event id to visit id. */
export async function findVisitsOfEvents(
  trx: Query,
  user: GraphUser,
  eventIds: readonly string[],
): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<{
    event_id: string;
    id: string;
  }>`select calendar_event_id as event_id, id from visit
    where organization_id = ${user.organizationId}::uuid and user_id = ${user.userId}::uuid
      and calendar_event_id = any(${eventIds})`.execute(trx);
  return new Map(rows.map((row) => [row.event_id, row.id]));
}

/** Who has coming visits in a calendar that was last compared before `before`, with the last of those visits. */
export async function listDueComparisons(
  trx: Query,
  { before, from, limit }: { before: Date; from: Date; limit: number },
): Promise<(GraphUser & { until: Date })[]> {
  const { rows } = await sql<GraphUser & { until: Date }>`
    select v.organization_id as "organizationId", v.user_id as "userId", max(v.starts_at) as until
    from visit v left join calendar_sync s on s.organization_id = v.organization_id and s.user_id = v.user_id
    where v.calendar_state = 'in_calendar' and v.cancelled_at is null and v.reported_at is null
      and v.starts_at >= ${from} and (s.synced_at is null or s.synced_at < ${before})
    group by v.organization_id, v.user_id, s.synced_at
    order by s.synced_at nulls first limit ${limit}`.execute(trx);
  return rows;
}

export async function noteCompared(
  trx: Query,
  { organizationId, userId }: GraphUser,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('calendar_sync')
    .values({ organization_id: organizationId, user_id: userId, synced_at: at })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet({ synced_at: at }))
    .execute();
}
