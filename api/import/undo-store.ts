// SQL about what a run did: the next portion to take back, its outcome, who uses a record by now.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Columns } from './compare.ts';
import type { ImportTable } from './kinds/kind.ts';
import type { RunContext } from './write/context.ts';

export interface UndoneChange {
  readonly no: number;
  readonly table: ImportTable;
  readonly recordId: string;
  readonly part: number;
  readonly action: 'created' | 'changed' | 'removed';
  readonly before: Columns | null;
  readonly after: Columns | null;
}

export interface UndoOutcome {
  readonly no: number;
  readonly state: 'undone' | 'kept';
  readonly reason: 'changed_since' | 'in_use' | 'gone' | null;
  /** A customer whose figures follow from it. */
  readonly customerId: string | null;
}

/** Children before parents, the last change first. */
const order = sql`array_position(array['order_line','price_heard','service_interval','project','invoice','quote','contact','sales_order','product','product_group','customer'], table_name)`;

export async function nextChanges(
  trx: Query,
  { organizationId, runId }: RunContext,
  limit: number,
): Promise<UndoneChange[]> {
  const { rows } = await sql<UndoneChange>`
    select no, table_name as "table", record_id as "recordId", part, action, before, after from import_change
    where organization_id = ${organizationId}::uuid and run_id = ${runId}::uuid and undo_state is null
    order by ${order}, no desc limit ${limit}`.execute(trx);
  return rows;
}

/** Writes how each change ended, and how many were left as they are. */
export async function markUndone(
  trx: Query,
  { organizationId, runId }: RunContext,
  outcomes: readonly UndoOutcome[],
): Promise<void> {
  await sql`update import_change c set undo_state = r.state, undo_reason = r.reason
    from json_to_recordset(${JSON.stringify(outcomes)}::json) as r(no bigint, state text, reason text)
    where c.organization_id = ${organizationId}::uuid and c.run_id = ${runId}::uuid and c.no = r.no`.execute(
    trx,
  );
  const kept = outcomes.filter((one) => one.state === 'kept').length;
  await sql`update import_run set undo_kept = undo_kept + ${kept}
    where organization_id = ${organizationId}::uuid and id = ${runId}::uuid`.execute(trx);
}

/** What the source said about records whose change was taken back no longer counts as known. */
export async function forgetRecords(
  trx: Query,
  { organizationId }: RunContext,
  recordIds: readonly string[],
): Promise<void> {
  await sql`delete from import_memory where organization_id = ${organizationId}::uuid
    and record_id = any(${recordIds}::uuid[])`.execute(trx);
}

/** By which columns other tables name a record. */
const namedBy: Readonly<Record<ImportTable, readonly string[]>> = {
  customer: ['customer_id', 'parent_id'],
  contact: ['contact_id'],
  product_group: ['group_id', 'product_group_id'],
  product: ['product_id'],
  sales_order: ['order_id'],
  quote: ['quote_id'],
  invoice: ['invoice_id'],
  project: ['project_id'],
  service_interval: [],
  price_heard: [],
  order_line: [],
};

/** What belongs to a record and goes with it. */
const belongings: Partial<Record<ImportTable, readonly string[]>> = {
  customer: ['revenue_month', 'customer_domain', 'customer_product_group', 'rating_history', 'rating_move'],
  contact: ['contact_email', 'contact_phone'],
  product_group: ['customer_product_group'],
};

/** What the search keeps about a record is made anew from the record itself. */
function belongsTo(table: ImportTable, other: string): boolean {
  return other.startsWith('search_') || belongings[table]?.includes(other) === true;
}

async function listReferences(trx: Query, table: ImportTable): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column" from pg_class c
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attname = any(${namedBy[table]}::text[])
      and a.atttypid = 'uuid'::regtype and c.relname not like 'import%'
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')`.execute(
    trx,
  );
  return rows;
}

/** Which of these records something else refers to that would be lost or hang in the air without them. */
export async function listInUse(
  trx: Query,
  { organizationId }: RunContext,
  table: ImportTable,
  ids: readonly string[],
): Promise<Set<string>> {
  const used = new Set<string>();
  for (const reference of await listReferences(trx, table)) {
    if (belongsTo(table, reference.table)) continue;
    const column = sql.ref(reference.column);
    const { rows } = await sql<{ id: string }>`
      select distinct ${column} as id from ${sql.table(reference.table)}
      where organization_id = ${organizationId}::uuid and ${column} = any(${ids}::uuid[])`.execute(trx);
    for (const { id } of rows) used.add(id);
  }
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from activity_link
    where organization_id = ${organizationId}::uuid and record_id = any(${ids}::uuid[])`.execute(trx);
  for (const { id } of rows) used.add(id);
  return used;
}

/** Deletes records with what belongs to them. */
export async function deleteRecords(
  trx: Query,
  { organizationId }: RunContext,
  table: ImportTable,
  ids: readonly string[],
): Promise<void> {
  for (const reference of await listReferences(trx, table)) {
    if (!belongsTo(table, reference.table)) continue;
    await sql`delete from ${sql.table(reference.table)}
      where organization_id = ${organizationId}::uuid and ${sql.ref(reference.column)} = any(${ids}::uuid[])`.execute(
      trx,
    );
  }
  await sql`delete from ${sql.table(table)} where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[])`.execute(
    trx,
  );
  // what the triggers of that deletion have noted about records that are gone
  if (table !== 'customer') return;
  for (const noted of ['rating_move', 'search_stale', 'search_text', 'search_number'])
    await sql`delete from ${sql.table(noted)} where organization_id = ${organizationId}::uuid
      and customer_id = any(${ids}::uuid[])`.execute(trx);
}
