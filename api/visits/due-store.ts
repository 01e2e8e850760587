// Who is due for a visit, in SQL: the rhythm of the class and the last visit; a customer with a coming visit is not due.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { Person, Territory } from '#contract/user.ts';
import type { DueState } from '#contract/visit.ts';
import { customerRef, ratingSource } from '#api/customers/customers.ts';
import type { ratingFor } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { dueWithinDays, horizonDays } from './rules.ts';

type RatingSource = Parameters<typeof ratingFor>[1];

export interface DueRow {
  readonly customer: CustomerRef;
  readonly rating_source: RatingSource;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly owner: Person | null;
  readonly territory: Territory | null;
  readonly per_year: number;
  readonly interval_days: number;
  readonly last_visit_on: string | null;
  /** The day agreed at the last visit, which beats the rhythm. */
  readonly agreed_on: string | null;
  readonly due_on: string;
}

export interface DueFilter {
  /** Customers of this person only. */
  readonly ownerId: string | undefined;
  readonly territoryId: string | undefined;
  readonly postcode: string | undefined;
  readonly letter: string | undefined;
}

/** Visits a year that the strategy of customer c's class asks for, of organisation o. */
const perYear = sql`(o.visits_per_year ->> (c.rating_letter || c.rating_digit))::numeric`;

/**
 * Every company with a rhythm and no coming visit (private buyers come to us): who, how often, when last, when due.
 * Whoever was never visited is due since it is known.
 */
function rhythms(
  user: SignedInUser,
  filter: DueFilter,
  now: Date,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { ownerId, territoryId, postcode, letter } = filter;
  return sql`select ${columns}, ${perYear}::float8 as per_year, round(365 / ${perYear})::int as interval_days,
      (last.at at time zone o.time_zone)::date as last_visit_on,
      last.agreed_on, coalesce(last.agreed_on, (last.at at time zone o.time_zone)::date + round(365 / ${perYear})::int,
        (c.created_at at time zone o.time_zone)::date) as due_on,
      (${now}::timestamptz at time zone o.time_zone)::date as today
    from customer c join organization o on o.organization_id = c.organization_id
    left join lateral (select v.starts_at as at, r.next_visit_on as agreed_on from visit v
      left join visit_report r on r.organization_id = v.organization_id and r.visit_id = v.id
        and exists (select from activity a where a.organization_id = r.organization_id and a.id = r.activity_id and a.undone_at is null)
      where v.organization_id = c.organization_id and v.customer_id = c.id and v.cancelled_at is null
      order by v.starts_at desc limit 1) last on true
    where ${visibleCustomers(user, 'c')} and c.kind = 'company' and c.archived_at is null and c.blocked_at is null
      and c.rating_letter is not null and c.rating_digit is not null and ${perYear} > 0
      and (last.at is null or last.at <= ${now}::timestamptz)
      ${ownerId === undefined ? sql`` : sql`and c.owner_id = ${ownerId}::uuid`}
      ${territoryId === undefined ? sql`` : sql`and c.territory_id = ${territoryId}::uuid`}
      ${postcode === undefined ? sql`` : sql`and left(c.postcode, ${postcode.length}::int) = ${postcode}`}
      ${letter === undefined ? sql`` : sql`and c.rating_letter = ${letter}`}`;
}

const listColumns = sql`c.id, ${customerRef} as customer, ${ratingSource} as rating_source, c.postcode, c.city,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = c.organization_id and u.id = c.owner_id) as owner,
  (select json_build_object('id', t.id, 'name', t.name) from territory t
    where t.organization_id = c.organization_id and t.id = c.territory_id) as territory`;

const inState: Readonly<Record<DueState, RawBuilder<unknown>>> = {
  overdue: sql`due_on < today`,
  due: sql`due_on between today and today + ${dueWithinDays}::int`,
  upcoming: sql`due_on > today + ${dueWithinDays}::int`,
};

export interface DuePage {
  readonly state: DueState | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Longest due first. */
export async function listDueRows(
  trx: Query,
  user: SignedInUser,
  filter: DueFilter,
  { now, state, after, limit }: DuePage & { now: Date },
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`select * from (${rhythms(user, filter, now, listColumns)}) due
    where due_on <= today + ${horizonDays}::int ${state === undefined ? sql`` : sql`and ${inState[state]}`}
      ${after === null ? sql`` : sql`and (due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`}
    order by due_on, id limit ${limit}`.execute(trx);
  return rows;
}

export interface DueCounts {
  readonly overdue: number;
  readonly due: number;
  readonly upcoming: number;
}

export async function countDue(
  trx: Query,
  user: SignedInUser,
  filter: DueFilter,
  now: Date,
): Promise<DueCounts> {
  const { rows } = await sql<DueCounts>`select count(*) filter (where ${inState.overdue})::int as overdue,
      count(*) filter (where ${inState.due})::int as due, count(*) filter (where ${inState.upcoming})::int as upcoming
    from (${rhythms(user, filter, now, sql`c.id`)}) due where due_on <= today + ${horizonDays}::int`.execute(
    trx,
  );
  return rows[0] ?? { overdue: 0, due: 0, upcoming: 0 };
}

/** How many of one's own customers are overdue, as one value for another room's statement. */
export function dueCount(user: SignedInUser, now: Date): RawBuilder<number> {
  const mine = { ownerId: user.id, territoryId: undefined, postcode: undefined, letter: undefined };
  return sql<number>`(select count(*)::int from (${rhythms(user, mine, now, sql`c.id`)}) due where ${inState.overdue})`;
}

/** The territories in which this user sees customers, for the filter. */
export async function listTerritories(trx: Query, user: SignedInUser): Promise<Territory[]> {
  const { rows } = await sql<Territory>`select t.id, t.name from territory t
    where t.organization_id = ${user.organizationId}::uuid and exists (select from customer c
      where c.territory_id = t.id and ${visibleCustomers(user, 'c')})
    order by t.name, t.id`.execute(trx);
  return rows;
}
