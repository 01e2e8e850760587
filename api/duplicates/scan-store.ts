// SQL of the nightly run: candidates by what they share, set-based; what is needed to weigh them; the pairs found.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { freeMailDomains } from '#api/customers/free-mail-domains.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { streetKey } from './similar-store.ts';
import type { Weighed } from './rules.ts';

/** A word that stands in more names is looked at only together with the beginning of the postcode. */
const rareUpTo = 12;
const knownUpTo = 3_000;
/** What more than so many share tells nobody apart: a switchboard, a business park, a common name in a town. */
const mostSharing = 25;

/**
 * Notes all pairs that share a rare word, a word and the region, a telephone, a domain, an address of mail or a place. A word
 * of the town or of a site shows where somebody is, not who; names alone never make one of two in different regions.
 * Members of one group of companies and pairs already dismissed are left out. Answers how many there are.
 */
export async function collectCandidates(trx: Query, organizationId: string): Promise<number> {
  const org = sql`${organizationId}::uuid`;
  await sql`set local statement_timeout = '5min'`.execute(trx);
  await sql`delete from duplicate_candidate where organization_id = ${org}`.execute(trx);
  const { rows } = await sql<{ count: number }>`
    with living as materialized (
      select id, parent_id, kind, postcode, street, phone_normalized, search_fold(name) as folded, left(postcode, 2) as area,
        regexp_replace(search_fold(city), '[^[:alnum:]]+', '', 'g') as town
      from customer where organization_id = ${org} and archived_at is null
    ), worded as materialized (
      select p.word, w.records, p.record_id as id from search_posting p
      join search_word w on w.organization_id = ${org} and w.word = p.word and w.records between 2 and ${knownUpTo}
      join living l on l.id = p.record_id and position(p.word in l.folded) > 0
      where p.organization_id = ${org} and p.kind = 'customer' and length(p.word) > 2
    ), keyed (key, id) as materialized (${keysOf(organizationId)}
    ), telling as materialized (
      select key from keyed group by key having count(*) between 2 and ${mostSharing}
    ), usable as materialized (select k.key, k.id from keyed k join telling using (key) join living l using (id)
    ), noted as (
      insert into duplicate_candidate (organization_id, customer_a, customer_b)
      select distinct ${org}, one.id, other.id from usable one join usable other on other.key = one.key and one.id < other.id
      join living a on a.id = one.id join living b on b.id = other.id
      where (left(one.key, 1) in ('p', 'e', 'd', 'a') or a.area is null or b.area is null or a.area = b.area or a.town = b.town)
        and a.parent_id is distinct from b.id and b.parent_id is distinct from a.id
        and (a.parent_id is null or a.parent_id is distinct from b.parent_id)
        and not exists (select from duplicate_pair p where p.organization_id = ${org} and p.customer_a = one.id
          and p.customer_b = other.id and p.state = 'dismissed')
      returning 1
    )
    select count(*)::int as count from noted`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** What two entries of the same firm may share, as one text each, with the customer who has it. */
function keysOf(organizationId: string): RawBuilder<unknown> {
  const org = sql`${organizationId}::uuid`;
  return sql`
      select 'w:' || word, id from worded where records <= ${rareUpTo}
      union
      select 'r:' || left(l.postcode, 3) || ':' || w.word, l.id from worded w join living l using (id)
        where w.records > ${rareUpTo} and l.postcode is not null
      union
      select 't:' || w.word || ':' || v.word, w.id from worded w join worded v on v.id = w.id and v.word > w.word
        where w.records > ${rareUpTo} and v.records > ${rareUpTo}
      union
      select 'n:' || left(w.word, 4) || ':' || l.postcode, l.id from worded w join living l using (id) where l.postcode is not null
      union
      select 'p:' || phone_normalized, id from living where phone_normalized is not null
      union
      select 'p:' || p.normalized, k.customer_id from contact_phone p
        join contact k on k.organization_id = ${org} and k.id = p.contact_id and k.archived_at is null
        where p.organization_id = ${org}
      union
      select 'e:' || e.address, k.customer_id from contact_email e
        join contact k on k.organization_id = ${org} and k.id = e.contact_id and k.archived_at is null
        where e.organization_id = ${org}
      union
      select 'd:' || e.domain, k.customer_id from contact_email e
        join contact k on k.organization_id = ${org} and k.id = e.contact_id and k.archived_at is null
        where e.organization_id = ${org} and e.domain <> all (${[...freeMailDomains]}::text[])
      union
      select 'd:' || domain, customer_id from customer_domain where organization_id = ${org}
      union
      select 'a:' || postcode || ':' || ${streetKey(sql`street`)}, id from living where postcode is not null and street <> ''`;
}

export interface CandidateRow {
  readonly a: string;
  readonly b: string;
  readonly names: [string, string];
  readonly kinds: [string, string];
  readonly postcodes: [string | null, string | null];
  readonly cities: [string | null, string | null];
  readonly same_email: boolean;
  readonly same_phone: boolean;
  readonly same_domain: boolean;
  readonly same_address: boolean;
}

/** A place in the candidates' order; the one before the first of them. */
export const beforeAll: Pick<CandidateRow, 'a' | 'b'> = {
  a: '00000000-0000-0000-0000-000000000000',
  b: '00000000-0000-0000-0000-000000000000',
};

/** The next candidates behind this one in their order, with all that they are weighed by. */
export async function listCandidates(
  trx: Query,
  organizationId: string,
  { after, limit }: { after: Pick<CandidateRow, 'a' | 'b'>; limit: number },
): Promise<CandidateRow[]> {
  const org = sql`${organizationId}::uuid`;
  const { rows } = await sql<CandidateRow>`
    with taken as materialized (
      select customer_a, customer_b from duplicate_candidate
      where organization_id = ${org} and (customer_a, customer_b) > (${after.a}::uuid, ${after.b}::uuid)
      order by customer_a, customer_b limit ${limit}
    ), each as materialized (
      select c.id, c.name, c.kind, c.postcode, c.city, c.street,
        array(select e.address from contact k join contact_email e on e.organization_id = ${org} and e.contact_id = k.id
          where k.organization_id = ${org} and k.customer_id = c.id and k.archived_at is null) as emails,
        array(select e.domain from contact k join contact_email e on e.organization_id = ${org} and e.contact_id = k.id
          where k.organization_id = ${org} and k.customer_id = c.id and k.archived_at is null and c.kind = 'company'
            and e.domain <> all (${[...freeMailDomains]}::text[])
          union select d.domain from customer_domain d where d.organization_id = ${org} and d.customer_id = c.id) as domains,
        array(select p.normalized from contact k join contact_phone p on p.organization_id = ${org} and p.contact_id = k.id
          where k.organization_id = ${org} and k.customer_id = c.id and k.archived_at is null)
          || array_remove(array[c.phone_normalized], null) as phones,
        c.postcode || ':' || nullif(${streetKey(sql`c.street`)}, '') as place
      from (select customer_a as id from taken union select customer_b from taken) of
      cross join lateral (select * from customer where organization_id = ${org} and id = of.id offset 0) c
    )
    select a.id as a, b.id as b, json_build_array(a.name, b.name) as names, json_build_array(a.kind, b.kind) as kinds,
      json_build_array(a.postcode, b.postcode) as postcodes, json_build_array(a.city, b.city) as cities,
      a.emails && b.emails as same_email, a.phones && b.phones as same_phone, a.domains && b.domains as same_domain,
      coalesce(a.place = b.place, false) as same_address
    from taken t join each a on a.id = t.customer_a join each b on b.id = t.customer_b
    order by 1, 2`.execute(trx);
  return rows;
}

export interface FoundPair extends Weighed {
  readonly a: string;
  readonly b: string;
}

/** Keeps the pairs; one known already gets its new score, and what people said of it stays. */
export async function savePairs(
  trx: Query,
  organizationId: string,
  { pairs, now }: { pairs: readonly FoundPair[]; now: Date },
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ a, b, score, reasons }) => ({ id: newId(), a, b, score, reasons }));
  await sql`
    insert into duplicate_pair (organization_id, id, customer_a, customer_b, score, reasons, found_at)
    select ${organizationId}::uuid, id, a, b, score, reasons, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, a uuid, b uuid, score int, reasons text[])
    on conflict (organization_id, customer_a, customer_b)
      do update set score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at`.execute(
    trx,
  );
}

/** Forgets the candidates and open pairs that the run begun at `since` did not find again, and notes the day. */
export async function finishScan(
  trx: Query,
  organizationId: string,
  { since, today }: { since: Date; today: string },
): Promise<void> {
  await trx.deleteFrom('duplicate_candidate').where('organization_id', '=', organizationId).execute();
  await trx
    .deleteFrom('duplicate_pair')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .where('found_at', '<', since)
    .execute();
  await trx
    .updateTable('organization')
    .set({ duplicates_on: today })
    .where('organization_id', '=', organizationId)
    .execute();
}

export interface DueOrganization {
  readonly organization_id: string;
  readonly today: string;
}

/** Organisations in which nobody looked for duplicates on their present day. */
export async function listDue(trx: Query, now: Date): Promise<DueOrganization[]> {
  const { rows } = await sql<DueOrganization>`
    select organization_id, (${now}::timestamptz at time zone time_zone)::date as today from organization
    where duplicates_on is null or duplicates_on < (${now}::timestamptz at time zone time_zone)::date
    order by organization_id`.execute(trx);
  return rows;
}
