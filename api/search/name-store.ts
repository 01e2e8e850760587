// SQL of the search by names: which words of the index are meant, and the visible records where they stand.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ratingSource } from '#api/customers/rating.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { HitRow, Page } from './hit.ts';
import type { KnownWord, SearchPlan, SplitMatches, WordMatch } from './rules.ts';

const mostWordsPerBeginning = 60;
const mostWeighed = 200;
/** What lies further behind the best hit than this is noise. */
const leastShareOfBest = 0.4;
/** Greater than every character of a number, word or address. */
const afterAll = '\u{10ffff}';

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

/** The best visible customers and contacts by the weight of their words; a contact also gains from its customer's words. */
export async function listByWords(
  trx: Query,
  user: SignedInUser,
  { finding, weighing }: SplitMatches,
  page: Page,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`${prepared}
    with asked as (${unnestMatches(finding)}), more as (${unnestMatches(weighing)}),
    ${foundRecords(user)},
    weighed as (
      select found.*, found.weight + coalesce((
        select sum(best) from (
          select more.place, max(more.weight * spot.factor) as best
          from more
          cross join (values (found.kind, found.record_id, 1.0), ('customer', found.customer_id, 0.8)) spot(kind, record_id, factor)
          cross join lateral (select from search_posting p
            where p.organization_id = ${user.organizationId}::uuid and p.word = more.word
              and p.kind = spot.kind and p.record_id = spot.record_id limit 1) there
          group by more.place) added), 0) as score
      from found
    ),
    ranked as (
      select w.kind, w.record_id, w.customer_id, w.score, coalesce(k.name, c.name) as title, k.job_title,
        (c.archived_at is not null or k.archived_at is not null) as is_archived,
        row_number() over (partition by w.kind order by w.score desc,
          c.archived_at is not null or k.archived_at is not null, length(coalesce(k.name, c.name)), coalesce(k.name, c.name), w.record_id) as place,
        count(*) over (partition by w.kind) as total
      from weighed w
      join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = w.customer_id
      left join contact k on w.kind = 'contact' and k.organization_id = c.organization_id and k.id = w.record_id
      where w.score >= ${leastShareOfBest}::float8 * (select max(score) from weighed)
    )
    select w.kind, w.record_id as id, w.title, ${customerRef} as customer, c.city, c.postcode, w.job_title as note,
      ${ratingSource} as figures, w.score, null::timestamptz as at, null::text as text, w.is_archived, w.total::int as total, false as is_number
    from ranked w
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = w.customer_id
    join organization o on o.organization_id = c.organization_id
    where w.place > ${page.offset}::int and w.place <= ${page.offset}::int + ${page.limit}::int
      and (${page.kind}::text is null or w.kind = ${page.kind}::text)
    order by w.score desc, w.is_archived, (w.kind = 'customer') desc, w.place`.execute(trx);
  return rows;
}

/** The visible records of the words in `asked`, heaviest first: as `found`. Attributes ('customer+') are not for partners. */
function foundRecords(user: SignedInUser): RawBuilder<unknown> {
  const kinds = user.role === 'partner' ? sql`and p.kind in ('customer', 'contact')` : sql``;
  return sql`
    hit as (
      select rtrim(p.kind, '+') as kind, p.record_id, p.customer_id, asked.place, max(asked.weight) as weight
      from asked join search_posting p on p.organization_id = ${user.organizationId}::uuid and p.word = asked.word ${kinds}
      group by 1, p.record_id, p.customer_id, asked.place
    ),
    found as (
      select place.kind, place.record_id, place.customer_id, sum(place.weight) as weight
      from (
        select kind, record_id, customer_id, place, max(weight) as weight from (
          select * from hit
          union all
          select contact.kind, contact.record_id, contact.customer_id, company.place, company.weight * 0.8
          from (select distinct kind, record_id, customer_id from hit where kind = 'contact') contact
          join hit company on company.kind = 'customer' and company.record_id = contact.customer_id
        ) both_ways group by kind, record_id, customer_id, place
      ) place
      join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = place.customer_id
        and ${visibleCustomers(user, 'c')}
      group by place.kind, place.record_id, place.customer_id
      order by weight desc limit ${mostWeighed}
    )`;
}

function unnestMatches(matches: readonly WordMatch[]): RawBuilder<unknown> {
  return sql`select * from unnest(${matches.map((one) => one.place)}::int[], ${matches.map((one) => one.word)}::text[],
    ${matches.map((one) => one.weight)}::float8[]) as asked(place, word, weight)`;
}
