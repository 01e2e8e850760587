// All SQL of attributes: their definitions, and the values in customers and contacts.
import { sql } from 'kysely';
import type { Insertable, RawBuilder, Selectable, Updateable } from 'kysely';
import type { Attribute, AttributeRecordKind, AttributeValue } from '#contract/attribute.ts';
import type { Role } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { StoredValue } from './rules.ts';

type Row = Selectable<Tables['attribute']> & { uses?: number };

function toAttribute(row: Row): Attribute {
  return {
    id: row.id,
    version: row.version,
    recordKind: row.record_kind,
    key: row.key,
    labelDe: row.label_de,
    labelEn: row.label_en,
    type: row.type,
    choices: row.choices as Attribute['choices'], // written by this room only
    group: row.group_name,
    required: row.required,
    visibleTo: row.visible_to as Role[], // written by this room only
    searchable: row.searchable,
    position: row.position,
    retired: row.retired_at !== null,
    uses: row.uses ?? null,
  };
}

/** All definitions of the organisation in order, hidden and retired ones among them. */
export async function readAttributes(
  trx: Query,
  organizationId: string,
  recordKind?: AttributeRecordKind,
): Promise<Attribute[]> {
  const rows = await trx
    .selectFrom('attribute')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(recordKind !== undefined, (query) => query.where('record_kind', '=', recordKind ?? 'customer'))
    .orderBy('record_kind')
    .orderBy('position')
    .orderBy('key')
    .execute();
  return rows.map(toAttribute);
}

/** One definition, locked against parallel changes. */
export async function lockAttribute(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<Attribute | null> {
  const row = await trx
    .selectFrom('attribute')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toAttribute(row);
}

export async function insertAttribute(trx: Query, row: Insertable<Tables['attribute']>): Promise<void> {
  await trx.insertInto('attribute').values(row).execute();
}

/** Writes the change and counts the version up; the caller holds the lock and has compared versions. */
export async function updateAttributeRow(
  trx: Query,
  organizationId: string,
  at: { id: string; version: number },
  change: Updateable<Tables['attribute']>,
): Promise<void> {
  await trx
    .updateTable('attribute')
    .set({ ...change, version: at.version + 1 })
    .where('organization_id', '=', organizationId)
    .where('id', '=', at.id)
    .execute();
}

export async function deleteAttributeRow(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('attribute')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Every value of an attribute with its record. */
export async function readValues(
  trx: Query,
  organizationId: string,
  of: { id: string; recordKind: AttributeRecordKind },
): Promise<{ recordId: string; value: AttributeValue }[]> {
  const { rows } = await sql<{ recordId: string; value: AttributeValue }>`
    select r.id as "recordId", r.attributes -> ${of.id}::text as value from ${sql.table(of.recordKind)} r
    where r.organization_id = ${organizationId}::uuid and r.attributes -> ${of.id}::text is not null`.execute(
    trx,
  );
  return rows;
}

/** How many records have a value, for every attribute at once. */
export async function countUses(trx: Query, organizationId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; uses: number }>`
    select id, count(*)::int as uses from (
      select jsonb_object_keys(attributes) as id from customer
      where organization_id = ${organizationId}::uuid and attributes <> '{}'
      union all select jsonb_object_keys(attributes) from contact
      where organization_id = ${organizationId}::uuid and attributes <> '{}') used
    group by id`.execute(trx);
  return new Map(rows.map((row) => [row.id, row.uses]));
}

/** Puts converted values in the place of the old ones. */
export async function replaceValues(
  trx: Query,
  organizationId: string,
  of: { id: string; recordKind: AttributeRecordKind },
  values: readonly { recordId: string; value: AttributeValue }[],
): Promise<void> {
  const ids = values.map((one) => one.recordId);
  const texts = values.map((one) => JSON.stringify(one.value));
  await sql`
    update ${sql.table(of.recordKind)} r set attributes = r.attributes || jsonb_build_object(${of.id}::text, fresh.value::jsonb)
    from unnest(${ids}::uuid[], ${texts}::text[]) as fresh (id, value)
    where r.organization_id = ${organizationId}::uuid and r.id = fresh.id`.execute(trx);
}

/** Values of a record with whom they are shown to, for rows whose table has this alias; null where there are none. */
export function storedValues(
  recordKind: AttributeRecordKind,
  alias: string,
): RawBuilder<StoredValue[] | null> {
  const values = sql.ref(`${alias}.attributes`);
  return sql<StoredValue[] | null>`case when ${values} = '{}' then null else (
    select json_agg(json_build_object('id', m.id, 'visibleTo', m.visible_to, 'value', ${values} -> m.id::text))
    from attribute m
    where m.organization_id = ${sql.ref(`${alias}.organization_id`)} and m.record_kind = ${sql.lit(recordKind)}
      and m.retired_at is null and ${values} -> m.id::text is not null) end`;
}

/** Texts of a record's searchable attributes, choices by their labels in both languages. */
export async function readSearchableTexts(
  trx: Query,
  organizationId: string,
  of: { recordKind: AttributeRecordKind; recordIds: readonly string[] },
): Promise<{ recordId: string; text: string }[]> {
  const { rows } = await sql<{ recordId: string; text: string }>`
    select r.id as "recordId", string_agg(case
      when m.type in ('choice', 'multiple_choice') then (
        select string_agg(choice ->> 'labelDe' || ' ' || (choice ->> 'labelEn'), ' ')
        from jsonb_array_elements(m.choices) choice
        where r.attributes -> m.id::text @> to_jsonb(choice ->> 'id'))
      else r.attributes ->> m.id::text end, ' ' order by m.position, m.key) as text
    from ${sql.table(of.recordKind)} r
    join attribute m on m.organization_id = r.organization_id and m.record_kind = ${of.recordKind}
      and m.searchable and m.retired_at is null and r.attributes -> m.id::text is not null
    where r.organization_id = ${organizationId}::uuid and r.id = any(${of.recordIds}::uuid[])
    group by r.id`.execute(trx);
  return rows;
}
