// The customers and contacts that the index of names is made of, with what else finds them: town, sites, attributes.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';

export interface IndexedRecord {
  readonly kind: 'customer' | 'contact';
  readonly record_id: string;
  readonly customer_id: string;
  /** What everybody who sees the customer may find it by. */
  readonly name: string;
  /** Attributes: found by staff only. */
  readonly more: string;
}

const recordsPerBatch = 20_000;

/** Values of an attribute as people read them: a text, or the labels of what was chosen. */
const valueText = sql`case
  when d.type in ('choice', 'multiple_choice') then (
    select string_agg(concat_ws(' ', choice->>'labelDe', choice->>'labelEn'), ' ') from jsonb_array_elements(d.choices) choice
    where choice->>'id' = value #>> '{}' or value @> jsonb_build_array(choice->>'id'))
  else value #>> '{}' end`;

/** The searchable attributes' words of a row `r`; only those that the whole staff may see. */
function attributesOf(recordKind: 'customer' | 'contact'): RawBuilder<string> {
  return sql<string>`coalesce((select string_agg(${valueText}, ' ') from jsonb_each(r.attributes) given(id, value)
    join attribute d on d.organization_id = r.organization_id and d.id::text = given.id and d.record_kind = ${sql.lit(recordKind)}
      and d.searchable and d.retired_at is null and d.visible_to @> '{sales,manager,admin}'), '')`;
}

/** Customers whose id fits, and their contacts. */
export async function listRecords(
  trx: Query,
  organizationId: string,
  ids: RawBuilder<unknown>,
): Promise<IndexedRecord[]> {
  const { rows } = await sql<IndexedRecord>`
    select 'customer' as kind, r.id as record_id, r.id as customer_id,
      concat_ws(' ', r.name, r.city, r.postcode, (select string_agg(concat_ws(' ', s.label, s.city, s.postcode), ' ')
        from customer_address s where s.organization_id = r.organization_id and s.customer_id = r.id and s.removed_at is null)) as name,
      case when r.attributes = '{}' then '' else ${attributesOf('customer')} end as more
    from customer r where r.organization_id = ${organizationId}::uuid and r.id ${ids}
    union all
    select 'contact', r.id, r.customer_id, r.name,
      case when r.attributes = '{}' then '' else ${attributesOf('contact')} end
    from contact r where r.organization_id = ${organizationId}::uuid and r.customer_id ${ids}`.execute(trx);
  return rows;
}

/** All of an organisation, batch by batch. */
export async function* listAllRecords(trx: Query, organizationId: string): AsyncGenerator<IndexedRecord[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from customer where organization_id = ${organizationId}::uuid and id > ${after}::uuid
      order by id limit ${recordsPerBatch}`.execute(trx);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield await listRecords(trx, organizationId, sql`between ${rows[0]?.id}::uuid and ${last.id}::uuid`);
    after = last.id;
  }
}

/** Takes up to `limit` customers whose words are out of date, leaving those that another server works on. */
export async function takeStale(
  trx: Query,
  limit: number,
): Promise<{ organizationId: string; ids: string[] } | null> {
  const { rows } = await sql<{ organization_id: string; customer_id: string }>`
    select organization_id, customer_id from search_stale
    where organization_id = (select organization_id from search_stale limit 1)
    order by customer_id limit ${limit} for update skip locked`.execute(trx);
  const first = rows[0];
  if (first === undefined) return null;
  return { organizationId: first.organization_id, ids: rows.map((row) => row.customer_id) };
}

/** Marks the customers that carry attributes as out of date when another set of attributes became searchable. */
export async function noticeAttributes(trx: Query): Promise<void> {
  const { rows } = await sql<{ organization_id: string }>`
    with now as (
      select o.organization_id, coalesce((select md5(string_agg(concat_ws(' ', d.id, d.type, d.choices, d.visible_to), ' ' order by d.id))
        from attribute d where d.organization_id = o.organization_id and d.searchable and d.retired_at is null), '') as seen
      from organization o
    )
    insert into search_attributes as known (organization_id, seen) select organization_id, seen from now
    on conflict (organization_id) do update set seen = excluded.seen where known.seen <> excluded.seen
    returning organization_id`.execute(trx);
  for (const { organization_id } of rows) {
    await sql`
      insert into search_stale (organization_id, customer_id)
      select organization_id, id from customer where organization_id = ${organization_id}::uuid and attributes <> '{}'
      union
      select organization_id, customer_id from contact where organization_id = ${organization_id}::uuid and attributes <> '{}'
      order by 1, 2 on conflict do nothing`.execute(trx);
  }
}
