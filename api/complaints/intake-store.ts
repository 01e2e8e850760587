// SQL for taking a complaint in: the customer, its orders, who would own it and who would decide.
import { sql } from 'kysely';
import { ratingColumns } from '#api/customers/rating.ts';
import type { RatingSource } from '#api/customers/rating.ts';
import type { Query } from '#api/db/database.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { CalendarSource } from './calendar.ts';
import { calendarColumns } from './calendar.ts';
import type { OrderRow } from './row.ts';
import { orderJson } from './row.ts';

export interface IntakeCustomer extends RatingSource, CalendarSource {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly owner_id: string | null;
  readonly territory_id: string | null;
  /** The location in charge of its territory; null: the company's calendar counts. */
  readonly location_id: string | null;
}

/** The customer with its calendar and the company's thresholds; null when this user may not see it. */
export async function findIntakeCustomer(
  trx: Query,
  user: SignedInUser,
  customerId: string,
): Promise<IntakeCustomer | null> {
  const { rows } = await sql<IntakeCustomer>`
    select k.id, k.number, k.name, k.owner_id, k.territory_id, ${ratingColumns('k', 'org')},
      ${calendarColumns}, place.id as location_id
    from customer k join organization org on org.organization_id = k.organization_id
    left join territory t on t.organization_id = k.organization_id and t.id = k.territory_id
    left join location place on place.organization_id = k.organization_id and place.id = t.location_id and place.archived_at is null
    where k.organization_id = ${user.organizationId}::uuid and k.id = ${customerId}::uuid
      and k.archived_at is null and ${visibleCustomers(user, 'k')}`.execute(trx);
  return rows[0] ?? null;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string | null;
  readonly role: 'sales' | 'manager' | 'admin' | 'partner' | null;
  readonly deputyId: string | null;
}

const colleague = sql`u.id, u.name, u.email, u.job_title as title, u.role, (
  select d.id from app_user d where d.organization_id = u.organization_id and d.id = u.deputy_id
    and d.active and d.role in ('manager', 'admin')) as "deputyId"`;

/** An active person of the organisation who has a role; null otherwise. */
export async function findColleague(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<Colleague | null> {
  const { rows } = await sql<Colleague>`
    select ${colleague} from app_user u
    where u.organization_id = ${organizationId}::uuid and u.id = ${id}::uuid and u.active and u.role is not null`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Who would answer: the territory's inside sales first, then the customer's owner, then another of the territory. */
export async function findUsualOwner(
  trx: Query,
  organizationId: string,
  customer: IntakeCustomer,
): Promise<Colleague | null> {
  const { rows } = await sql<Colleague>`
    select ${colleague} from app_user u
    where u.organization_id = ${organizationId}::uuid and u.active and u.role in ('sales', 'manager', 'admin')
      and (u.id = ${customer.owner_id}::uuid or exists (select from user_territory t
        where t.organization_id = u.organization_id and t.user_id = u.id and t.territory_id = ${customer.territory_id}::uuid))
    order by (u.role = 'sales' and u.job_title ilike '%innendienst%') is true desc,
      (u.id = ${customer.owner_id}::uuid) is true desc, (u.role = 'sales') desc, u.name, u.id
    limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Who decides about escalations: the manager of the complaint's owner, else of the customer's owner, else any. */
export async function findDecider(
  trx: Query,
  organizationId: string,
  people: { ownerId: string; customerOwnerId: string | null },
): Promise<Colleague | null> {
  const managerOf = (id: string | null) =>
    sql`(select p.manager_id from app_user p where p.organization_id = ${organizationId}::uuid and p.id = ${id}::uuid)`;
  const { rows } = await sql<Colleague>`
    select ${colleague} from app_user u
    where u.organization_id = ${organizationId}::uuid and u.active and u.role in ('manager', 'admin')
    order by (u.id = ${managerOf(people.ownerId)}) is true desc, (u.id = ${managerOf(people.customerOwnerId)}) is true desc,
      (u.role = 'manager') desc, (u.deputy_id is not null) desc, u.name, u.id
    limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** The same, but never this person: who asked for something does not decide about it. Null when there is nobody else. */
export async function findDeciderBut(
  trx: Query,
  organizationId: string,
  people: { ownerId: string; customerOwnerId: string | null },
  butId: string,
): Promise<Colleague | null> {
  const usual = await findDecider(trx, organizationId, people);
  if (usual === null || usual.id !== butId) return usual;
  const others = await listDeciders(trx, organizationId);
  return others.find(({ id }) => id === usual.deputyId) ?? others.find(({ id }) => id !== butId) ?? null;
}

/** Managers and administrators to whom an escalation can be given. */
export async function listDeciders(trx: Query, organizationId: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select ${colleague} from app_user u
    where u.organization_id = ${organizationId}::uuid and u.active and u.role in ('manager', 'admin')
    order by (u.role = 'manager') desc, u.name, u.id limit 10`.execute(trx);
  return rows;
}

/** The customer's last orders, and those whose number is among `numbers` (lower case) however old they are. */
export async function listOrders(
  trx: Query,
  organizationId: string,
  customerId: string,
  numbers: readonly string[],
): Promise<OrderRow[]> {
  const { rows } = await sql<{ order: OrderRow }>`
    select ${orderJson} as order from (
      (select * from sales_order o where o.organization_id = ${organizationId}::uuid and o.customer_id = ${customerId}::uuid
        order by o.ordered_on desc, o.id desc limit 12)
      union
      (select * from sales_order o where o.organization_id = ${organizationId}::uuid and o.customer_id = ${customerId}::uuid
        and lower(o.number) = any(${numbers}::text[]))) o
    order by o.ordered_on desc, o.id desc`.execute(trx);
  return rows.map((row) => row.order);
}

export async function hasOrder(
  trx: Query,
  organizationId: string,
  at: { customerId: string; orderId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sales_order o where o.organization_id = ${organizationId}::uuid and o.id = ${at.orderId}::uuid
      and o.customer_id = ${at.customerId}::uuid`.execute(trx);
  return rows.length === 1;
}

/** Complaints of the customer that are not closed, newest first, so that none is taken in twice. */
export async function listOpenTitles(
  trx: Query,
  organizationId: string,
  customerId: string,
): Promise<{ id: string; number: string; title: string }[]> {
  const { rows } = await sql<{ id: string; number: string; title: string }>`
    select c.id, c.number, c.title from complaint c
    where c.organization_id = ${organizationId}::uuid and c.customer_id = ${customerId}::uuid and c.state <> 'closed'
    order by c.received_at desc, c.id desc limit 20`.execute(trx);
  return rows;
}
