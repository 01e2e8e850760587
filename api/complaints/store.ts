// SQL of complaints, their story and numbers; what is read about escalations stands in escalation-store.ts.
import { sql } from 'kysely';
import type { Insertable, RawBuilder, Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Tables } from '#api/db/tables.ts';
import { AppError } from '#api/errors.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { ComplaintRow } from './row.ts';
import { selectComplaints } from './row.ts';

/** The complaint when this user may see its customer; null otherwise. */
export async function findComplaint(
  trx: Query,
  user: SignedInUser,
  id: string,
): Promise<ComplaintRow | null> {
  const condition = sql`c.organization_id = ${user.organizationId}::uuid and c.id = ${id}::uuid
    and ${visibleCustomers(user, 'k')}`;
  const { rows } = await selectComplaints(condition).execute(trx);
  return rows[0] ?? null;
}

/** The same; throws not_found, which is also the answer for what the user may not see. */
export async function getComplaintRow(trx: Query, user: SignedInUser, id: string): Promise<ComplaintRow> {
  const row = await findComplaint(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

/** The complaint for work of the system itself, which sees every customer. */
export async function findComplaintForSystem(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<ComplaintRow | null> {
  const condition = sql`c.organization_id = ${organizationId}::uuid and c.id = ${id}::uuid`;
  const { rows } = await selectComplaints(condition).execute(trx);
  return rows[0] ?? null;
}

/** Makes parallel changes of one complaint and of its escalation wait for each other. */
export async function lockComplaint(trx: Query, organizationId: string, id: string): Promise<void> {
  await sql`select 1 from complaint
    where organization_id = ${organizationId}::uuid and id = ${id}::uuid for update`.execute(trx);
}

export interface ListFilter {
  readonly customerId: string | null;
  readonly ownerId: string | null;
  readonly state: 'open' | 'closed';
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Open complaints by their next deadline, closed ones newest first. */
export async function listComplaintRows(
  trx: Query,
  user: SignedInUser,
  filter: ListFilter,
): Promise<{ row: ComplaintRow; sortAt: Date }[]> {
  const isOpen = filter.state === 'open';
  const sortAt = isOpen
    ? sql`date_trunc('milliseconds', case when c.answered_at is null then c.first_answer_due_at else c.resolution_due_at end)`
    : sql`date_trunc('milliseconds', coalesce(c.closed_at, c.received_at))`;
  const { after } = filter;
  const conditions: RawBuilder<unknown>[] = [
    sql`c.organization_id = ${user.organizationId}::uuid`,
    visibleCustomers(user, 'k'),
    isOpen ? sql`c.state <> 'closed'` : sql`c.state = 'closed'`,
  ];
  if (filter.customerId) conditions.push(sql`c.customer_id = ${filter.customerId}::uuid`);
  if (filter.ownerId) conditions.push(sql`c.owner_id = ${filter.ownerId}::uuid`);
  if (after) {
    const place = sql`(${sortAt}, c.id)`;
    const last = sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
    conditions.push(isOpen ? sql`${place} > ${last}` : sql`${place} < ${last}`);
  }
  const direction = isOpen ? sql`asc` : sql`desc`;
  const tail = sql`order by ${sortAt} ${direction}, c.id ${direction} limit ${filter.limit}`;
  const { rows } = await selectComplaints(sql.join(conditions, sql` and `), tail).execute(trx);
  return rows.map((row) => ({ row, sortAt: sortTime(row, isOpen) }));
}

function sortTime(row: ComplaintRow, isOpen: boolean): Date {
  if (!isOpen) return new Date(row.closed_at ?? row.received_at);
  return new Date(row.answered_at === null ? row.first_answer_due_at : row.resolution_due_at);
}

/** The next number of a series in a year; parallel callers wait for each other, so no number is given twice. */
export async function nextNumber(trx: Query, organizationId: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (organization_id, kind, year, last)
    values (${organizationId}::uuid, 'complaint', ${year}, 1)
    on conflict (organization_id, kind, year) do update set last = number_series.last + 1
    returning last`.execute(trx);
  return rows[0]?.last ?? 1;
}

export async function insertComplaint(trx: Query, row: Insertable<Tables['complaint']>): Promise<void> {
  await trx.insertInto('complaint').values(row).execute();
}

/** Changes a locked complaint and counts its version up; with `version` only when it still is that one. */
export async function updateComplaintRow(
  trx: Query,
  at: { organizationId: string; id: string; version: number | null; now: Date },
  change: Updateable<Tables['complaint']>,
): Promise<boolean> {
  let query = trx
    .updateTable('complaint')
    .set({ ...change, version: sql`version + 1`, updated_at: at.now })
    .where('organization_id', '=', at.organizationId)
    .where('id', '=', at.id);
  if (at.version !== null) query = query.where('version', '=', at.version);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Adds a line to the story of a complaint; `byId` null is the system itself. */
export async function addEvent(
  trx: Query,
  organizationId: string,
  event: { complaintId: string; at: Date; byId: string | null; kind: string; text?: string },
): Promise<void> {
  await trx
    .insertInto('complaint_event')
    .values({
      organization_id: organizationId,
      id: newId(),
      complaint_id: event.complaintId,
      at: event.at,
      by_id: event.byId,
      kind: event.kind,
      text: event.text ?? '',
    })
    .execute();
}

export interface EventRow {
  readonly at: Date;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly kind: string;
  readonly text: string;
}

/** The story of a complaint, oldest first. */
export async function listEvents(
  trx: Query,
  organizationId: string,
  complaintId: string,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ev.at, ev.by_id, u.name as by_name, ev.kind, ev.text from complaint_event ev
    left join app_user u on u.organization_id = ev.organization_id and u.id = ev.by_id
    where ev.organization_id = ${organizationId}::uuid and ev.complaint_id = ${complaintId}::uuid
    order by ev.at, ev.id`.execute(trx);
  return rows;
}

/** Ids of complaints that are not closed, some at a time. */
export async function listOpenIds(
  trx: Query,
  organizationId: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from complaint c
    where c.organization_id = ${organizationId}::uuid and c.state <> 'closed' and c.id > ${after}::uuid
    order by c.id limit ${limit}`.execute(trx);
  return rows.map(({ id }) => id);
}
