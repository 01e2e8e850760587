// The questions of the analysis as SQL: figures of a period, the same by a dimension, causes, orders, and the complaints behind.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { analysisDimensions, analysedKinds } from '#contract/complaint-analysis.ts';
import type { Complaint } from '#contract/complaint.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Narrowed } from './filter.ts';
import { behind, figuresFrom, lastScore, ordersFrom } from './filter.ts';
import type { CauseCount } from './rules.ts';

export type Dimension = (typeof analysisDimensions)[number];
type Percentiles = (number | null)[] | null;

export interface FiguresRow {
  readonly complaints: number;
  readonly first_answers: number;
  readonly first_answer: Percentiles;
  readonly resolutions: number;
  readonly resolution: Percentiles;
  readonly resolution_kept: number;
  readonly resolution_missed: number;
  readonly repeats: number;
  readonly cost_cents: number;
}

export interface AllFiguresRow extends FiguresRow {
  readonly registrations: number;
  readonly registration: Percentiles;
  readonly first_answer_kept: number;
  readonly first_answer_missed: number;
  readonly with_cost: number;
}

function spread(column: string): RawBuilder<unknown> {
  return sql`to_json(percentile_cont(array[0.5, 0.9]) within group (order by ${sql.ref(column)}))`;
}

const count = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::int`;

function figureColumns(now: Date): RawBuilder<unknown> {
  return sql`count(*)::int as complaints,
    count(f.first_answer_minutes)::int as first_answers, ${spread('f.first_answer_minutes')} as first_answer,
    count(f.resolution_minutes)::int as resolutions, ${spread('f.resolution_minutes')} as resolution,
    ${count(behind('resolution_kept', now))} as resolution_kept,
    ${count(behind('resolution_missed', now))} as resolution_missed,
    ${count(behind('repeat', now))} as repeats, coalesce(sum(f.cost_cents), 0)::bigint as cost_cents`;
}

/** Figures of all complaints that the filter finds. */
export async function readFigures(
  trx: Query,
  user: SignedInUser,
  filter: Narrowed,
  now: Date,
): Promise<AllFiguresRow> {
  const { rows } = await sql<AllFiguresRow>`
    select ${figureColumns(now)}, count(f.registration_minutes)::int as registrations,
      ${spread('f.registration_minutes')} as registration,
      ${count(behind('first_answer_kept', now))} as first_answer_kept,
      ${count(behind('first_answer_missed', now))} as first_answer_missed,
      ${count(behind('with_cost', now))} as with_cost
    from ${figuresFrom(user, filter)}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate has one row.');
  return row;
}

/** How many complaints each cause has, and how many have none (null). */
export async function countCauses(
  trx: Query,
  user: SignedInUser,
  filter: Narrowed,
): Promise<{ counts: CauseCount[]; without: number }> {
  const { rows } = await sql<{ causeId: string | null; count: number }>`
    select f.cause_id as "causeId", count(*)::int as count
    from ${figuresFrom(user, filter)} group by f.cause_id`.execute(trx);
  const counts = rows.flatMap(({ causeId, count: some }) =>
    causeId === null ? [] : [{ causeId, count: some }],
  );
  return { counts, without: rows.find(({ causeId }) => causeId === null)?.count ?? 0 };
}

/** The orders of the period that the rate is based on; null where they cannot be told apart so. */
export async function countOrders(trx: Query, user: SignedInUser, filter: Narrowed): Promise<number | null> {
  const from = ordersFrom(user, filter);
  if (from === null) return null;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${from}`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** How many customers answered whether they were satisfied, and what on average. */
export async function readSatisfaction(
  trx: Query,
  user: SignedInUser,
  filter: Narrowed,
): Promise<{ answers: number; average: number | null }> {
  const { rows } = await sql<{ answers: number; average: number | null }>`
    select count(rated.score)::int as answers, avg(rated.score)::float8 as average
    from (select ${lastScore} as score from ${figuresFrom(user, filter)} and exists (
      select from complaint_survey asked where asked.organization_id = f.organization_id
        and asked.complaint_id = f.complaint_id and asked.answered_at is not null)) rated`.execute(trx);
  return rows[0] ?? { answers: 0, average: null };
}

export interface DimensionRow extends FiguresRow {
  readonly key: string | null;
  readonly label: string | null;
}

const keys: Readonly<Record<Dimension, string>> = {
  product_group: 'f.product_group_id',
  class: 'k.rating_letter',
  location: 'f.location_id',
  owner: 'f.owner_id',
};
const names: Readonly<Record<Dimension, RawBuilder<unknown>>> = {
  product_group: sql`(select g.name from product_group g where g.organization_id = found.org and g.id = found.key)`,
  class: sql`found.key`,
  location: sql`(select place.name from location place where place.organization_id = found.org and place.id = found.key)`,
  owner: sql`(select u.name from app_user u where u.organization_id = found.org and u.id = found.key)`,
};

/** The figures by one dimension, most complaints first. */
export async function readBreakdown(
  trx: Query,
  user: SignedInUser,
  { by, now, ...filter }: Narrowed & { by: Dimension; now: Date },
): Promise<DimensionRow[]> {
  const key = sql.ref(keys[by]);
  const { rows } = await sql<DimensionRow>`
    select found.*, ${names[by]} as label from (
      select ${user.organizationId}::uuid as org, ${key} as key, ${figureColumns(now)}
      from ${figuresFrom(user, filter, by === 'class')} group by ${key}) found
    order by found.complaints desc, label, found.key`.execute(trx);
  return rows;
}

/** Orders by the same key; an order counts for each product group in it. Empty for owners, who have no orders. */
export async function countOrdersBy(
  trx: Query,
  user: SignedInUser,
  { by, ...filter }: Narrowed & { by: Dimension },
): Promise<ReadonlyMap<string, number> | null> {
  const from = ordersFrom(user, filter);
  if (from === null || by === 'owner') return null;
  const statement =
    by === 'product_group'
      ? sql`select product.group_id as key, count(distinct line.order_id)::int as count
          from (select o.organization_id, o.id from ${from}) mine
          join order_line line on line.organization_id = mine.organization_id and line.order_id = mine.id
          join product on product.organization_id = line.organization_id and product.id = line.product_id
          group by product.group_id`
      : sql`select ${sql.ref(by === 'class' ? 'k.rating_letter' : 't.location_id')} as key, count(*)::int as count
          from ${from} group by 1`;
  const { rows } = await sql<{ key: string | null; count: number }>`${statement}`.execute(trx);
  return new Map(rows.map((row) => [row.key ?? 'none', row.count]));
}

export interface BehindRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly customer_name: string;
  readonly customer_letter: string | null;
  readonly location_name: string | null;
  readonly group_name: string | null;
  readonly received_at: Date;
  readonly received_on: string;
  readonly state: Complaint['state'];
  readonly cause_id: string | null;
  readonly registration_minutes: number | null;
  readonly first_answer_minutes: number | null;
  readonly resolution_minutes: number | null;
  readonly first_answer_kept: boolean | null;
  readonly resolution_kept: boolean | null;
  readonly cost_cents: number;
  readonly is_repeat: boolean;
  readonly score: number | null;
}

export interface Page {
  readonly which: (typeof analysedKinds)[number];
  readonly now: Date;
  readonly after: { readonly on: string; readonly id: string } | null;
  readonly limit: number;
}

/** The complaints behind a figure, newest first. */
export async function listBehind(
  trx: Query,
  user: SignedInUser,
  filter: Narrowed,
  { which, now, after, limit }: Page,
): Promise<BehindRow[]> {
  const next =
    after === null
      ? sql``
      : sql`and (f.received_on, f.complaint_id) < (${after.on}::date, ${after.id}::uuid)`;
  const { rows } = await sql<BehindRow>`
    select c.id, c.number, c.title, c.state, c.received_at, customer.name as customer_name,
      customer.rating_letter as customer_letter, place.name as location_name, groups.name as group_name, picked.*
    from (
      select f.organization_id, f.complaint_id, f.customer_id, f.location_id, f.product_group_id,
        f.received_on::text as received_on, f.cause_id, f.registration_minutes, f.first_answer_minutes,
        f.resolution_minutes, f.first_answer_kept, f.resolution_kept, f.cost_cents, f.is_repeat,
        ${lastScore} as score
      from ${figuresFrom(user, filter)} and ${behind(which, now)} ${next}
      order by f.received_on desc, f.complaint_id desc limit ${limit}) picked
    join complaint c on c.organization_id = picked.organization_id and c.id = picked.complaint_id
    join customer on customer.organization_id = picked.organization_id and customer.id = picked.customer_id
    left join location place on place.organization_id = picked.organization_id and place.id = picked.location_id
    left join product_group groups on groups.organization_id = picked.organization_id and groups.id = picked.product_group_id
    order by picked.received_on desc, picked.complaint_id desc`.execute(trx);
  return rows;
}
