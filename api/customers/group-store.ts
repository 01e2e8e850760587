// All SQL of groups of companies: who belongs to whom.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { ratingSource } from './rating.ts';
import type { RatingSource } from './rating.ts';

/** Deeper no group is; also the brake for a circle that came from outside. */
const deepest = 50;

/** Lets only one transaction at a time change who belongs to whom, so that two changes cannot close a circle together. */
export async function lockGroups(trx: Query, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} groups`}, 0))`.execute(trx);
}

/** Whether `ancestorId` stands somewhere above `id`, or is it. */
export async function isAbove(
  trx: Query,
  organizationId: string,
  { ancestorId, id }: { ancestorId: string; id: string },
): Promise<boolean> {
  const { rows } = await sql`
    with recursive up (id, parent_id, depth) as (
      select id, parent_id, 0 from customer where organization_id = ${organizationId}::uuid and id = ${id}::uuid
      union all
      select p.id, p.parent_id, up.depth + 1 from up
      join customer p on p.organization_id = ${organizationId}::uuid and p.id = up.parent_id
      where up.depth < ${deepest}
    )
    select 1 from up where id = ${ancestorId}::uuid`.execute(trx);
  return rows.length > 0;
}

export interface MemberRow {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly city: string | null;
  readonly blocked_at: Date | null;
  readonly archived_at: Date | null;
  readonly depth: number;
  readonly parent_id: string | null;
  readonly revenue_12_months_cents: number;
  readonly rating: RatingSource;
  readonly member_count: number;
  readonly revenue_sum_cents: number;
}

/** The visible members of the group of a customer, from its head down, with count and sum over all of them. */
export async function listMembers(
  trx: Query,
  user: SignedInUser,
  { customerId, limit }: { customerId: string; limit: number },
): Promise<MemberRow[]> {
  const org = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<MemberRow>`
    with recursive up (id, parent_id, depth) as (
      select id, parent_id, 0 from customer where organization_id = ${org} and id = ${customerId}::uuid
      union all
      select p.id, p.parent_id, up.depth + 1 from up
      join customer p on p.organization_id = ${org} and p.id = up.parent_id where up.depth < ${deepest}
    ), down (id, depth, path) as (
      select id, 0, array[id] from (select id from up order by depth desc limit 1) head
      union all
      select p.id, down.depth + 1, down.path || p.id from down
      join customer p on p.organization_id = ${org} and p.parent_id = down.id where down.depth < ${deepest}
    ), seen as (
      select c.*, d.depth, d.path from down d join customer c on c.organization_id = ${org} and c.id = d.id
      where ${visibleCustomers(user, 'c')} and (c.archived_at is null or c.id = ${customerId}::uuid)
    )
    select c.id, c.number, c.name, c.city, c.blocked_at, c.archived_at, c.depth, c.revenue_12_months_cents,
      (select p.id from seen p where p.id = c.parent_id) as parent_id, ${ratingSource} as rating,
      count(*) over ()::int as member_count, sum(c.revenue_12_months_cents) over ()::bigint as revenue_sum_cents
    from seen c join organization o on o.organization_id = ${org}
    order by c.depth, c.name collate "und-x-icu", c.id limit ${limit}`.execute(trx);
  return rows;
}
