// SQL of the search by names: which words of the index are meant, and the visible records where they stand.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ratingSource } from '#api/customers/rating.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { seesAllCustomers, visibleCustomers } from '#api/rights/visible.ts';
import type { HitRow } from './hit.ts';
import type { NameRow } from './rank.ts';
import type { KnownWord, SearchPlan, WordMatch } from './rules.ts';

const mostWordsPerBeginning = 60;
/** The heaviest records, before and after those are left out that the user may not see. */
const mostCandidates = 300;
const mostFound = 120;
const fewFound = 20;
/** Greater than every character of a number, word or address. */
const afterAll = '\u{10ffff}';

/** For this transaction plans are made once per connection: planning a search anew takes longer than the search. */
export async function keepPlans(trx: Query): Promise<void> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(trx);
}

/** Words of the index within reach of the plan's words: equal up to left-out letters, or beginning like the last one. */
export async function listKnownWords(
  trx: Query,
  organizationId: string,
  plan: SearchPlan,
): Promise<KnownWord[]> {
  // a look-up per word: joined as a whole, the planner would rather read the entire vocabulary
  const { rows } = await sql<KnownWord>`${prepared}
    select d.word, w.records
    from (select distinct word from search_delete
      where organization_id = ${organizationId}::uuid and variant = any((select ${plan.variants}::text[])::text[])) d
    cross join lateral (select records from search_word
      where organization_id = ${organizationId}::uuid and word = d.word limit 1) w
    union
    (select w.word, w.records from search_word w
      where w.organization_id = ${organizationId}::uuid
        and w.word >= ${plan.unfinished}::text and w.word < ${`${plan.unfinished ?? ''}${afterAll}`}
      order by w.records desc, w.word limit ${mostWordsPerBeginning})`.execute(trx);
  return rows;
}

/** The heaviest visible customers and contacts; a contact also gains from its customer's words, and each from those that only weigh. */
export async function listByWords(
  trx: Query,
  user: SignedInUser,
  finding: readonly WordMatch[],
  weighing: readonly WordMatch[],
): Promise<NameRow[]> {
  if (weighing.length > 0) return listTelling(trx, user, finding, weighing);
  const rows = await listHeaviest(trx, user, finding, mostCandidates);
  // Whoever sees little may have hits only among those that were cut off.
  const mayMissSome = rows.length < fewFound && !seesAllCustomers(user);
  const postings = finding.reduce((sum, match) => sum + match.records, 0);
  return mayMissSome && postings > mostCandidates ? listHeaviest(trx, user, finding, postings) : rows;
}

/** Few postings: all their records, each with what its other words weigh. The limit cuts none off, but tells the planner. */
async function listTelling(
  trx: Query,
  user: SignedInUser,
  finding: readonly WordMatch[],
  weighing: readonly WordMatch[],
): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`${prepared}
    with asked as (${unnestMatches(finding)}),
    more as materialized (${unnestMatches(weighing)}),
    own as materialized (
      select rtrim(p.kind, '+') as kind, p.record_id, p.customer_id
      from asked join search_posting p on p.organization_id = ${user.organizationId}::uuid and p.word = asked.word ${kindsFor(user)}
      group by 1, 2, 3
    ),
    heaviest as (
      select own.*, (select sum(more.weight) from search_posting p join more on more.word = p.word
        where p.organization_id = ${user.organizationId}::uuid and p.record_id = own.record_id ${kindsFor(user)}) as weight
      from own limit ${sql.lit(mostCandidates)}
    )
    select ${nameColumns}
    from heaviest h ${namesOf(user)}
    order by h.weight desc, h.record_id limit ${mostFound}`.execute(trx);
  return rows;
}

/** Attributes ('customer+') are not for partners. */
function kindsFor(user: SignedInUser): RawBuilder<unknown> {
  return user.role === 'partner' ? sql`and p.kind in ('customer', 'contact')` : sql``;
}

const nameColumns = sql`h.kind, h.record_id as id, h.customer_id as "customerId", h.weight, c.name as "customerName",
  k.name as "contactName", concat_ws(' ', c.city, c.postcode) as town, (c.archived_at is not null or k.archived_at is not null) as "isArchived"`;

function namesOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = h.customer_id and ${visibleCustomers(user, 'c')}
    left join contact k on h.kind = 'contact' and k.organization_id = ${user.organizationId}::uuid and k.id = h.record_id`;
}

async function listHeaviest(
  trx: Query,
  user: SignedInUser,
  finding: readonly WordMatch[],
  candidates: number,
): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`${prepared}
    with asked as (${unnestMatches(finding)}),
    own as materialized (
      select p.record_id, p.customer_id, sum(asked.weight) as weight, bit_or(1 << asked.place) as places
      from asked join search_posting p on p.organization_id = ${user.organizationId}::uuid and p.word = asked.word ${kindsFor(user)}
      group by 1, 2
    ),
    heaviest as (
      select 'customer' as kind, record_id, customer_id, weight, weight as total from own where record_id = customer_id
      union all
      select 'contact', own.record_id, own.customer_id, own.weight,
        own.weight + coalesce(case when own.places & company.places = 0 then company.weight * 0.8 end, 0)
      from own left join own company on company.record_id = own.customer_id where own.record_id <> own.customer_id
      order by total desc, record_id limit ${candidates === mostCandidates ? sql.lit(mostCandidates) : sql`${candidates}::int`}
    )
    select ${nameColumns}
    from heaviest h ${namesOf(user)}
    order by h.total desc, h.record_id limit ${mostFound}`.execute(trx);
  return rows;
}

/** The hits of these records, in their order. */
export async function readHits(
  trx: Query,
  user: SignedInUser,
  found: readonly NameRow[],
): Promise<Omit<HitRow, 'total'>[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<Omit<HitRow, 'total'>>`${prepared}
    select w.kind, w.id, coalesce(k.name, c.name) as title, ${customerRef} as customer, c.city, c.postcode, k.job_title as note,
      ${ratingSource} as figures, null::timestamptz as at, null::text as text,
      (c.archived_at is not null or k.archived_at is not null) as is_archived, false as is_number
    from unnest(${found.map(({ kind }) => kind)}::text[], ${found.map(({ id }) => id)}::uuid[],
      ${found.map(({ customerId }) => customerId)}::uuid[]) with ordinality as w(kind, id, customer_id, place)
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = w.customer_id and ${visibleCustomers(user, 'c')}
    join organization o on o.organization_id = c.organization_id
    left join contact k on w.kind = 'contact' and k.organization_id = c.organization_id and k.id = w.id
    order by w.place`.execute(trx);
  return rows;
}

function unnestMatches(matches: readonly WordMatch[]): RawBuilder<unknown> {
  return sql`select * from unnest(${matches.map((one) => one.place)}::int[], ${matches.map((one) => one.word)}::text[],
    ${matches.map((one) => one.weight)}::float8[]) as asked(place, word, weight)`;
}
