// All SQL of attributes: their definitions, and the values in customers and contacts.
import { sql } from 'kysely';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Attribute, AttributeRecordKind, AttributeValue, AttributeValues } from '#contract/attribute.ts';
import type { Role } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

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

export interface AttributeRecord {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly values: AttributeValues;
}

/** A customer or contact that the user may see, locked when it is about to change; null otherwise. */
export async function findRecord(
  trx: Query,
  user: SignedInUser,
  of: { id: string; recordKind: AttributeRecordKind; lock: boolean },
): Promise<AttributeRecord | null> {
  const isCustomer = of.recordKind === 'customer';
  const record = isCustomer
    ? sql`customer c`
    : sql`contact r join customer c
    on c.organization_id = r.organization_id and c.id = r.customer_id`;
  const alias = isCustomer ? 'c' : 'r';
  const { rows } = await sql<AttributeRecord>`
    select ${sql.ref(`${alias}.id`)} as id, ${sql.ref(`${alias}.version`)} as version, c.id as "customerId",
      ${sql.ref(`${alias}.attributes`)} as values
    from ${record}
    where ${sql.ref(`${alias}.organization_id`)} = ${user.organizationId}::uuid
      and ${sql.ref(`${alias}.id`)} = ${of.id}::uuid and ${visibleCustomers(user, 'c')}
    ${of.lock ? sql`for update of ${sql.ref(alias)}` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

/** Puts all values of a record in place and counts its version up; the caller holds the lock. */
export async function writeValues(
  trx: Query,
  user: SignedInUser,
  of: { id: string; recordKind: AttributeRecordKind; values: AttributeValues; now: Date },
): Promise<void> {
  await sql`update ${sql.table(of.recordKind)} set attributes = ${JSON.stringify(of.values)}::jsonb,
      version = version + 1, updated_at = ${of.now}, updated_by = ${user.id}::uuid
    where organization_id = ${user.organizationId}::uuid and id = ${of.id}::uuid`.execute(trx);
}
