// Finding, inserting and updating the records of a batch, whatever their table: one statement each.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Columns } from '../compare.ts';
import type { ImportTable, Value } from '../kinds/kind.ts';
import type { RunContext } from './context.ts';

export interface Present {
  readonly recordId: string;
  readonly version: number | null;
  readonly columns: Columns;
}

const attributesOf = 'attributes.';

/** Types of the columns that keys consist of. */
const keyTypes: Readonly<Record<string, string>> = {
  number: 'text',
  name: 'text',
  subject: 'text',
  competitor: 'text',
  product_text: 'text',
  customer_id: 'uuid',
  order_id: 'uuid',
  position: 'int',
  heard_on: 'date',
};

function idColumn(table: ImportTable): RawBuilder<unknown> {
  return sql.ref(table === 'order_line' ? 't.order_id' : 't.id');
}

/** The records with these key columns, by the index of the row that asks for them. */
export async function findPresent(
  trx: Query,
  context: RunContext,
  asked: readonly Columns[],
): Promise<Map<number, Present>> {
  const { kind, organizationId, types } = context;
  const columns = Object.keys(types);
  const keys = asked.map((row, i) => ({
    i,
    ...Object.fromEntries(kind.key.map((name) => [name, row[name]])),
  }));
  const shape = kind.key.map((name) => `${quoted(name)} ${keyTypes[name] ?? 'text'}`).join(', ');
  const equal = kind.key.map((name) => `t.${quoted(name)} = k.${quoted(name)}`).join(' and ');
  const list = [
    ...columns.map((name) => `t.${quoted(name)}`),
    ...(kind.isEdited === true ? ['t.version'] : []),
    ...(context.writesAttributes ? ['t.attributes'] : []),
  ];
  const { rows } = await sql<Record<string, unknown> & { asked_by: number; found_id: string }>`
    select k.i as asked_by, ${idColumn(kind.table)} as found_id ${sql.raw(list.map((name) => `, ${name}`).join(''))}
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(i int, ${sql.raw(shape)})
    join ${sql.table(kind.table)} t on t.organization_id = ${organizationId}::uuid and ${sql.raw(equal)}`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.asked_by, toPresent(row, columns)]));
}

export function toPresent(
  row: Record<string, unknown> & { found_id: string },
  columns: readonly string[],
): Present {
  const attributes = Object.entries((row['attributes'] ?? {}) as Record<string, Value>); // a jsonb object
  return {
    recordId: row.found_id,
    version: typeof row['version'] === 'number' ? row['version'] : null,
    columns: Object.fromEntries([
      ...columns.map((name) => [name, (row[name] ?? null) as Value] as const), // text, number or day
      ...attributes.map(([id, value]) => [`${attributesOf}${id}`, value] as const),
    ]),
  };
}

/** Which of these numbers belong to customers that were merged into others. */
export async function listMergedNumbers(
  trx: Query,
  organizationId: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await sql<{ number: string }>`select number from customer_number_alias
    where organization_id = ${organizationId}::uuid and number = any(${numbers}::text[])`.execute(trx);
  return new Set(rows.map((row) => row.number));
}

export interface NewRecord {
  readonly id: string;
  readonly columns: Columns;
}

/** Inserts records; columns that none of them carries keep the table's default. */
export async function insertRecords(
  trx: Query,
  context: RunContext,
  records: readonly NewRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { kind, organizationId, now } = context;
  const types = {
    ...(kind.table === 'order_line' ? {} : { id: 'uuid' }),
    ...context.types,
    ...extraTypes(records),
    ...(context.writesAttributes ? { attributes: 'jsonb' } : {}),
  };
  const names = Object.keys(types).map(quoted).join(', ');
  const rows = records.map(({ id, columns }) => ({ id, ...withAttributes(columns) }));
  const stamps =
    kind.isEdited === true
      ? { names: ', created_at, updated_at', values: sql`, ${now}, ${now}` }
      : { names: '', values: sql`` };
  await sql`insert into ${sql.table(kind.table)} (organization_id, ${sql.raw(names)}${sql.raw(stamps.names)})
    select ${organizationId}::uuid, ${sql.raw(selected(types))} ${stamps.values}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(${sql.raw(shapeOf(types))})`.execute(trx);
}

/** Columns beside the mapped ones that the import itself fills for new customers. */
const extras: Readonly<Record<string, string>> = {
  territory_id: 'uuid',
  owner_id: 'uuid',
  territory_rule: 'text',
  territory_rule_value: 'text',
  order_id: 'uuid',
  position: 'int',
};

function extraTypes(records: readonly NewRecord[]): Record<string, string> {
  const used = Object.entries(extras).filter(([name]) => records.some(({ columns }) => name in columns));
  return Object.fromEntries(used);
}

export interface ChangedRecord {
  readonly present: Present;
  readonly part: number;
  /** All mapped columns as they are to stand. */
  readonly columns: Columns;
}

/** Updates records; answers the ids of those that nobody has changed since they were read. */
export async function updateRecords(
  trx: Query,
  context: RunContext,
  records: readonly ChangedRecord[],
): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const { kind, organizationId, now } = context;
  const isLine = kind.table === 'order_line';
  const types = Object.fromEntries(
    Object.entries(context.types).filter(([name]) => !kind.key.includes(name) || name === 'name'),
  );
  const rows = records.map(({ present, part, columns }) => ({
    ...withAttributes(columns),
    _id: present.recordId,
    _part: part,
    _version: present.version,
  }));
  const set = [
    ...Object.keys(types).map((name) => `${quoted(name)} = r.${quoted(name)}`),
    ...(context.writesAttributes ? ["attributes = t.attributes || coalesce(r.attributes, '{}')"] : []),
    ...(kind.isEdited === true ? ['version = t.version + 1'] : []),
  ];
  if (set.length === 0) return new Set(records.map((record) => record.present.recordId));
  const shape = shapeOf({ ...types, ...(context.writesAttributes ? { attributes: 'jsonb' } : {}) });
  const { rows: written } = await sql<{ id: string }>`
    update ${sql.table(kind.table)} t set ${sql.raw(set.join(', '))} ${kind.isEdited === true ? sql`, updated_at = ${now}` : sql``}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(_id uuid, _part int, _version int ${sql.raw(shape === '' ? '' : `, ${shape}`)})
    where t.organization_id = ${organizationId}::uuid and ${idColumn(kind.table)} = r._id
      ${isLine ? sql`and t.position = r._part` : sql``} ${kind.isEdited === true ? sql`and t.version = r._version` : sql``}
    returning ${idColumn(kind.table)} as id`.execute(trx);
  return new Set(written.map((row) => row.id));
}

/** Attributes are one jsonb column; here they go by `attributes.<id>`. */
export function withAttributes(columns: Columns): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  const attributes: Record<string, Value> = {};
  for (const [name, value] of Object.entries(columns)) {
    if (!name.startsWith(attributesOf)) plain[name] = value;
    else if (value !== null) attributes[name.slice(attributesOf.length)] = value;
  }
  return { ...plain, attributes };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}

function selected(types: Readonly<Record<string, string>>): string {
  return Object.keys(types)
    .map((name) => `r.${quoted(name)}`)
    .join(', ');
}

function shapeOf(types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, type]) => `${quoted(name)} ${type}`)
    .join(', ');
}
