// All SQL of the search.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SearchHit } from '#contract/search.ts';
import { ratingSource } from '#api/customers/rating.ts';
import type { RatingSource } from '#api/customers/rating.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { KnownWord, SearchPlan, SplitMatches, WordMatch } from './rules.ts';

export interface HitRow {
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  readonly customer: SearchHit['customer'];
  readonly city: string | null;
  readonly postcode: string | null;
  readonly note: string | null;
  readonly figures: RatingSource;
  readonly score: number;
}

const mostWordsPerBeginning = 60;
const mostWeighed = 200;
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

/** Visible customers and contacts by the weight of their words; a contact also gains from its customer's words. */
export async function listByWords(
  trx: Query,
  user: SignedInUser,
  { finding, weighing }: SplitMatches,
  limit: number,
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
    )
    select w.kind, w.record_id as id, coalesce(k.name, c.name) as title, ${customerRef} as customer, c.city, c.postcode,
      k.job_title as note, ${ratingSource} as figures, w.score
    from weighed w
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = w.customer_id
    join organization o on o.organization_id = c.organization_id
    left join contact k on w.kind = 'contact' and k.organization_id = c.organization_id and k.id = w.record_id
    where w.kind = 'customer' or k.archived_at is null
    order by w.score desc, (w.kind = 'customer') desc, length(coalesce(k.name, c.name)), title, w.record_id
    limit ${limit}`.execute(trx);
  return rows;
}

/** The visible records of the words in `asked`, heaviest first: as `found`. */
function foundRecords(user: SignedInUser): RawBuilder<unknown> {
  return sql`
    hit as (
      select p.kind, p.record_id, p.customer_id, asked.place, max(asked.weight) as weight
      from asked join search_posting p on p.organization_id = ${user.organizationId}::uuid and p.word = asked.word
      group by p.kind, p.record_id, p.customer_id, asked.place
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
        and c.archived_at is null and ${visibleCustomers(user, 'c')}
      group by place.kind, place.record_id, place.customer_id
      order by weight desc limit ${mostWeighed}
    )`;
}

function unnestMatches(matches: readonly WordMatch[]): RawBuilder<unknown> {
  return sql`select * from unnest(${matches.map((one) => one.place)}::int[], ${matches.map((one) => one.word)}::text[],
    ${matches.map((one) => one.weight)}::float8[]) as asked(place, word, weight)`;
}

/** Visible records whose number, address or telephone number begins like the text. */
export async function listByNumber(
  trx: Query,
  user: SignedInUser,
  plan: SearchPlan,
  limit: number,
): Promise<HitRow[]> {
  const parts = [
    ...plan.numbers.flatMap((number) => numberLookUps(user, number)),
    ...(plan.address === null ? [] : [addressLookUp(user, plan.address)]),
    ...(plan.phone === null ? [] : phoneLookUps(user, plan.phone)),
  ];
  if (parts.length === 0) return [];
  const { rows } = await sql<HitRow>`
    select hit.kind, hit.id, hit.title, ${customerRef} as customer, c.city, c.postcode, hit.note, ${ratingSource} as figures,
      (1000 - length(hit.found))::float8 as score
    from (${sql.join(
      parts.map((part) => sql`(${part} limit ${limit})`),
      sql` union `,
    )}) hit
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = hit.customer_id
    join organization o on o.organization_id = c.organization_id
    order by score desc, hit.title, hit.id limit ${limit}`.execute(trx);
  return rows;
}

/** Joins the visible customers to a look-up `r` and keeps what begins with the text. */
function lookUp(
  user: SignedInUser,
  table: string,
  beginsWith: { column: string; text: string; fields: string },
) {
  const column = sql.ref(`r.${beginsWith.column}`);
  return sql`select ${sql.raw(beginsWith.fields)}, ${column} as found
    from ${sql.table(table)} r
    join customer c on c.organization_id = r.organization_id and c.id = ${sql.raw(table === 'customer' ? 'r.id' : 'r.customer_id')}
    where r.organization_id = ${user.organizationId}::uuid and ${column} >= ${beginsWith.text}
      and ${column} < ${beginsWith.text + afterAll} and c.archived_at is null and ${visibleCustomers(user, 'c')}`;
}

function numberLookUps(user: SignedInUser, number: string): RawBuilder<unknown>[] {
  const at = (table: string, kind: string, note: string) =>
    lookUp(user, table, {
      column: 'number',
      text: number,
      fields: `'${kind}' as kind, r.id, r.number as title, r.customer_id, ${note} as note`,
    });
  const customers = lookUp(user, 'customer', {
    column: 'number',
    text: number,
    fields: `'customer' as kind, r.id, r.name as title, r.id as customer_id, null::text as note`,
  });
  if (!/\d/.test(number)) return [customers];
  const complaints = at('complaint', 'complaint', 'r.title');
  if (user.role === 'partner') return [customers, complaints];
  return [
    customers,
    complaints,
    at('quote', 'quote', 'r.title'),
    at('sales_order', 'order', 'r.ordered_on::text'),
    at('invoice', 'invoice', 'r.invoiced_on::text'),
  ];
}

function addressLookUp(user: SignedInUser, address: string): RawBuilder<unknown> {
  return contactLookUp(user, sql`contact_email`, 'address', address);
}

function phoneLookUps(user: SignedInUser, phone: string): RawBuilder<unknown>[] {
  const customers = lookUp(user, 'customer', {
    column: 'phone_normalized',
    text: phone,
    fields: `'customer' as kind, r.id, r.name as title, r.id as customer_id, r.phone as note`,
  });
  return [customers, contactLookUp(user, sql`contact_phone`, 'normalized', phone)];
}

function contactLookUp(
  user: SignedInUser,
  table: RawBuilder<unknown>,
  name: string,
  text: string,
): RawBuilder<unknown> {
  const column = sql.ref(`r.${name}`);
  return sql`select 'contact' as kind, k.id, k.name as title, k.customer_id, k.job_title as note, ${column} as found
    from ${table} r
    join contact k on k.organization_id = r.organization_id and k.id = r.contact_id and k.archived_at is null
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where r.organization_id = ${user.organizationId}::uuid and ${column} >= ${text} and ${column} < ${text + afterAll}
      and c.archived_at is null and ${visibleCustomers(user, 'c')}`;
}
