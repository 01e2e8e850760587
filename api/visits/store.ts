// SQL of visits as people plan, see and change them; what the calendar needs stands in calendar-store.ts.
import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';
import type { Person } from '#contract/user.ts';
import type { Visit } from '#contract/visit.ts';
import type { CalendarSource } from '#api/complaints/calendar.ts';
import { closedDays } from '#api/complaints/calendar.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { visitColumns, visitSource } from './row.ts';
import type { VisitRow } from './row.ts';

/** Visits are seen by whoever sees the customer. */
function visibleVisits(user: SignedInUser): RawBuilder<boolean> {
  return sql<boolean>`(v.organization_id = ${user.organizationId}::uuid and ${visibleCustomers(user, 'c')})`;
}

/** A visit the user may see; null otherwise. */
export async function findVisit(trx: Query, user: SignedInUser, id: string): Promise<VisitRow | null> {
  const { rows } = await sql<VisitRow>`select ${visitColumns} from ${visitSource}
    where v.id = ${id}::uuid and ${visibleVisits(user)}`.execute(trx);
  return rows[0] ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockVisit(trx: Query, user: SignedInUser, id: string): Promise<VisitRow | null> {
  await sql`select 1 from visit where organization_id = ${user.organizationId}::uuid and id = ${id}::uuid for update`.execute(
    trx,
  );
  return findVisit(trx, user, id);
}

export interface VisitFilter {
  readonly customerId: string | undefined;
  readonly isMine: boolean;
  readonly state: Visit['state'] | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const inState: Readonly<Record<Visit['state'], RawBuilder<unknown>>> = {
  planned: sql`v.cancelled_at is null and v.reported_at is null`,
  reported: sql`v.cancelled_at is null and v.reported_at is not null`,
  cancelled: sql`v.cancelled_at is not null`,
};

/** Planned ones soonest first, all others newest first. */
export async function listVisitRows(
  trx: Query,
  user: SignedInUser,
  { customerId, isMine, state, after, limit }: VisitFilter,
): Promise<VisitRow[]> {
  const isPlanned = state === 'planned';
  const compare = isPlanned ? sql`>` : sql`<`;
  const direction = isPlanned ? sql`asc` : sql`desc`;
  const at = sql`date_trunc('milliseconds', v.starts_at)`;
  const { rows } = await sql<VisitRow>`select ${visitColumns} from ${visitSource}
    where ${visibleVisits(user)} and ${state === undefined ? sql`true` : inState[state]}
      ${customerId === undefined ? sql`` : sql`and v.customer_id = ${customerId}::uuid`}
      ${isMine ? sql`and v.user_id = ${user.id}::uuid` : sql``}
      ${after === null ? sql`` : sql`and (${at}, v.id) ${compare} (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by ${at} ${direction}, v.id ${direction} limit ${limit}`.execute(trx);
  return rows;
}

/** One person's visits that begin in this time and were not called off, as this user may see them. */
export async function listVisitsBetween(
  trx: Query,
  user: SignedInUser,
  of: { userId: string; from: Date; to: Date },
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`select ${visitColumns} from ${visitSource}
    where ${visibleVisits(user)} and v.user_id = ${of.userId}::uuid and v.cancelled_at is null
      and v.starts_at >= ${of.from} and v.starts_at < ${of.to}
    order by v.starts_at, v.id limit 200`.execute(trx);
  return rows;
}

/** When this person is at other customers around that time, whoever may see those. */
export async function listOtherSpans(
  trx: Query,
  organizationId: string,
  of: { userId: string; exceptId: string | null; from: Date; to: Date },
): Promise<{ from: number; to: number }[]> {
  const { rows } = await sql<{ starts_at: Date; duration_minutes: number }>`
    select starts_at, duration_minutes from visit
    where organization_id = ${organizationId}::uuid and user_id = ${of.userId}::uuid and cancelled_at is null
      and reported_at is null and id is distinct from ${of.exceptId}::uuid
      and starts_at > ${of.from}::timestamptz - interval '1 day' and starts_at < ${of.to}::timestamptz`.execute(
    trx,
  );
  return rows.map(({ starts_at, duration_minutes }) => {
    const from = starts_at.getTime();
    return { from, to: from + duration_minutes * 60_000 };
  });
}

export interface PlaceOfCustomer {
  readonly id: string;
  readonly name: string;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly archived_at: Date | null;
}

/** The customer to be visited; null for one the user may not see. */
export async function findCustomer(
  trx: Query,
  user: SignedInUser,
  customerId: string,
): Promise<PlaceOfCustomer | null> {
  const { rows } = await sql<PlaceOfCustomer>`select c.id, c.name, c.street, c.postcode, c.city, c.archived_at
    from customer c where c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** Of these people, those who are contacts of this customer. */
export async function findContacts(
  trx: Query,
  organizationId: string,
  of: { customerId: string; ids: readonly string[] },
): Promise<string[]> {
  if (of.ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from contact
    where organization_id = ${organizationId}::uuid and customer_id = ${of.customerId}::uuid and id = any(${of.ids}::uuid[])`.execute(
    trx,
  );
  return rows.map((row) => row.id);
}

export async function insertVisit(trx: Query, row: Insertable<Tables['visit']>): Promise<void> {
  await trx.insertInto('visit').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateVisitRow = versionedUpdate('visit');

/** Whom one means to meet; those met already stay noted as met. */
export async function replacePeople(
  trx: Query,
  organizationId: string,
  of: { visitId: string; contactIds: readonly string[]; areMet: boolean },
): Promise<void> {
  await sql`delete from visit_contact where organization_id = ${organizationId}::uuid and visit_id = ${of.visitId}::uuid`.execute(
    trx,
  );
  if (of.contactIds.length === 0) return;
  await sql`insert into visit_contact (organization_id, visit_id, contact_id, is_met)
    select ${organizationId}::uuid, ${of.visitId}::uuid, id, ${of.areMet} from unnest(${of.contactIds}::uuid[]) as id`.execute(
    trx,
  );
}

export type Company = CalendarSource;

/** Working hours, closings and zone of the organisation. */
export async function readCompany(trx: Query, organizationId: string): Promise<Company> {
  const { rows } = await sql<Company>`
    select org.time_zone, org.holiday_region, org.workday_start, org.workday_end, org.working_week, ${closedDays('org')}
    from organization org where org.organization_id = ${organizationId}::uuid`.execute(trx);
  const [company] = rows;
  if (company === undefined) throw new Error('The organisation is gone.');
  return company;
}

/** A colleague; null for nobody and for people who visit no customers. */
export async function findVisitor(trx: Query, organizationId: string, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`select id, name from app_user
    where organization_id = ${organizationId}::uuid and id = ${id}::uuid and role in ('sales', 'manager', 'admin')`.execute(
    trx,
  );
  return rows[0] ?? null;
}
