// SQL of the rating: the rules in force, rating everybody by them, and trying others on everybody.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { RatingPreview } from '#contract/rating.ts';
import type { RatingRule, Strategies } from '#contract/rating-scale.ts';
import type { Role } from '#contract/user.ts';
import { customerRefOf } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';

export interface RulesRow {
  readonly version: number;
  readonly rules: RatingRule[];
  readonly strategy: Strategies;
  readonly note: string | null;
  readonly saved_at: Date | null;
  readonly saved_by: { id: string; name: string } | null;
  readonly target_groups: string[];
  readonly time_zone: string;
}

const savedBy = sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
  where u.organization_id = v.organization_id and u.id = v.saved_by) as saved_by`;

/** The rules in force; with `lock` nobody else saves until this transaction ends. */
export async function readRules(
  trx: Query,
  organizationId: string,
  { lock = false } = {},
): Promise<RulesRow> {
  const { rows } = await sql<RulesRow>`
    select o.rating_version as version, o.rating_rules as rules, o.rating_strategy as strategy, o.time_zone,
      v.note, v.saved_at, ${savedBy},
      array(select distinct c.target_group from customer c
        where c.organization_id = o.organization_id and c.target_group is not null order by 1) as target_groups
    from organization o
    left join rating_version v on v.organization_id = o.organization_id and v.version = o.rating_version
    where o.organization_id = ${organizationId}::uuid ${lock ? sql`for update of o` : sql``}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no organisation ${organizationId}.`);
  return row;
}

/** The ids of attributes that rules may ask for. */
export async function listAttributeIds(trx: Query, organizationId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from attribute
    where organization_id = ${organizationId}::uuid and record_kind = 'customer' and retired_at is null`.execute(
    trx,
  );
  return new Set(rows.map((row) => row.id));
}

/** The ids of attributes of customers that a role may see; retired ones too, since old rules name them. */
export async function listSeenAttributes(
  trx: Query,
  organizationId: string,
  role: Role | null,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from attribute
    where organization_id = ${organizationId}::uuid and record_kind = 'customer'
      and (${role}::text = any(visible_to) or ${role === 'admin'})`.execute(trx);
  return new Set(rows.map((row) => row.id));
}

export interface VersionRow {
  readonly version: number;
  readonly rules: RatingRule[];
  readonly strategy: Strategies;
  readonly note: string;
  readonly moved: number;
  readonly saved_at: Date;
  readonly saved_by: { id: string; name: string } | null;
}

/** Versions below `before`, newest first. */
export async function listVersionRows(
  trx: Query,
  organizationId: string,
  page: { before: number | null; limit: number },
): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.rules, v.strategy, v.note, v.moved, v.saved_at, ${savedBy} from rating_version v
    where v.organization_id = ${organizationId}::uuid
      ${page.before === null ? sql`` : sql`and v.version < ${page.before}`}
    order by v.version desc limit ${page.limit}`.execute(trx);
  return rows;
}

/** Puts new rules in force and keeps them as a version. */
export async function writeRules(
  trx: Query,
  organizationId: string,
  saved: Pick<VersionRow, 'version' | 'rules' | 'strategy' | 'note' | 'saved_at'> & { by: string | null },
): Promise<void> {
  const { version, rules, strategy, note } = saved;
  const visits = Object.fromEntries(Object.entries(strategy).map(([cell, one]) => [cell, one.visitsPerYear]));
  await trx
    .updateTable('organization')
    .set({
      rating_version: version,
      rating_rules: JSON.stringify(rules),
      rating_strategy: JSON.stringify(strategy),
      visits_per_year: JSON.stringify(visits),
    })
    .where('organization_id', '=', organizationId)
    .execute();
  await trx
    .insertInto('rating_version')
    .values({
      organization_id: organizationId,
      version,
      rules: JSON.stringify(rules),
      strategy: JSON.stringify(strategy),
      note,
      saved_at: saved.saved_at,
      saved_by: saved.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function noteMoved(
  trx: Query,
  organizationId: string,
  { version, moved }: { version: number; moved: number },
): Promise<void> {
  await trx
    .updateTable('rating_version')
    .set({ moved })
    .where('organization_id', '=', organizationId)
    .where('version', '=', version)
    .execute();
}

/** The rating of customer `c` by these rules. */
function ratedBy(rules: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`rate_customer(${rules}, c.target_group, c.revenue_12_months_cents, c.margin_12_months_cents,
    c.share_of_wallet_percent, c.employees, c.attributes)`;
}

/** Rates every customer by the rules in force, in one statement; writes only what changed. */
export async function rateAll(trx: Query, organizationId: string): Promise<void> {
  await allowTime(trx);
  await sql`update customer k
    set rating_letter = r.reason ->> 'letter', rating_digit = r.reason ->> 'digit', rating_reason = r.reason
    from (select c.id, ${ratedBy(sql`o.rating_rules`)} as reason
      from customer c join organization o using (organization_id) where c.organization_id = ${organizationId}::uuid) r
    where k.organization_id = ${organizationId}::uuid and k.id = r.id
      and (k.rating_letter, k.rating_digit, k.rating_reason)
        is distinct from (r.reason ->> 'letter', r.reason ->> 'digit', r.reason)`.execute(trx);
}

/** What these rules would make of everybody, beside what is; in one statement. */
export async function previewAll(
  trx: Query,
  organizationId: string,
  { rules, movers }: { rules: readonly RatingRule[]; movers: number },
): Promise<Omit<RatingPreview, 'cells'> & { cells: { cell: string; before: number; after: number }[] }> {
  await allowTime(trx);
  const given = sql`${JSON.stringify(rules)}::jsonb`;
  const { rows } = await sql<Awaited<ReturnType<typeof previewAll>>>`
    with rated as materialized (
      select c.id, c.number, c.name, c.blocked_at, c.archived_at, c.revenue_12_months_cents,
        c.rating_letter || c.rating_digit as before, ${ratedBy(given)} as reason
      from customer c where c.organization_id = ${organizationId}::uuid and c.archived_at is null),
    classed as materialized (
      select *, (reason ->> 'letter') || (reason ->> 'digit') as after from rated)
    select count(*)::int as customers,
      count(*) filter (where before is distinct from after)::int as moved,
      count(*) filter (where before is null)::int as "unratedBefore",
      count(*) filter (where after is null)::int as "unratedAfter",
      (select json_agg(counted) from (
        select of.cell, (select count(*)::int from classed where before = of.cell) as before,
          (select count(*)::int from classed where after = of.cell) as after
        from unnest(array['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3']) of (cell)) counted) as cells,
      (select coalesce(json_agg(mover), '[]') from (
        select ${customerRefOf('classed')} as customer, before, after,
          revenue_12_months_cents as "revenueCents"
        from classed where before is distinct from after
        order by abs(coalesce(ascii(before), 68) - coalesce(ascii(after), 68)) * 3
            + abs(coalesce(right(before, 1)::int, 0) - coalesce(right(after, 1)::int, 0)) desc,
          revenue_12_months_cents desc, id limit ${movers}) mover) as movers
    from classed`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always has a row');
  return row;
}

/** Ten seconds per 100,000 customers are usual for nobody; a slow machine gets its time. */
async function allowTime(trx: Query): Promise<void> {
  await sql`set local statement_timeout = '5min'`.execute(trx);
}

export interface DueOrganization {
  readonly organization_id: string;
  readonly today: string;
}

/** Organisations whose twelve months were not reckoned for their today yet. */
export async function listUnrated(trx: Query, now: Date): Promise<DueOrganization[]> {
  const { rows } = await sql<DueOrganization>`
    select organization_id, (${now}::timestamptz at time zone time_zone)::date as today from organization
    where rated_on is null or rated_on < (${now}::timestamptz at time zone time_zone)::date
    order by organization_id`.execute(trx);
  return rows;
}

/** Organisations with moves that are not in the history yet. */
export async function listMoved(trx: Query, now: Date): Promise<DueOrganization[]> {
  const { rows } = await sql<DueOrganization>`
    select organization_id, (${now}::timestamptz at time zone time_zone)::date as today from organization o
    where exists (select from rating_move m where m.organization_id = o.organization_id)`.execute(trx);
  return rows;
}

/** Moves the twelve months on to this day, from the orders; customers without any order keep their figures. */
export async function moveYearOn(trx: Query, organizationId: string, today: string): Promise<void> {
  await allowTime(trx);
  await sql`update customer c set revenue_12_months_cents = f.cents, margin_12_months_cents = f.margin
    from (select customer_id,
        coalesce(sum(total_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date), 0)::bigint as cents,
        (sum(margin_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date))::bigint as margin
      from sales_order where organization_id = ${organizationId}::uuid group by customer_id) f
    where c.organization_id = ${organizationId}::uuid and c.id = f.customer_id
      and (c.revenue_12_months_cents, c.margin_12_months_cents) is distinct from (f.cents, f.margin)`.execute(
    trx,
  );
}

/** Product groups that a customer has bought, as the orders tell it. */
export async function noteProductGroups(trx: Query, organizationId: string): Promise<void> {
  await sql`insert into customer_product_group (organization_id, customer_id, group_id)
    select distinct s.organization_id, s.customer_id, p.group_id
    from order_line l
    join sales_order s on s.organization_id = l.organization_id and s.id = l.order_id
    join product p on p.organization_id = l.organization_id and p.id = l.product_id
    where l.organization_id = ${organizationId}::uuid and p.group_id is not null
    on conflict do nothing`.execute(trx);
}

export async function markRated(trx: Query, organizationId: string, today: string): Promise<void> {
  await trx
    .updateTable('organization')
    .set({ rated_on: today })
    .where('organization_id', '=', organizationId)
    .execute();
}
