// The three ways back: a changed record gets its old values, a created one goes, a removed order line comes back.
import { sql } from 'kysely';
import { importKinds } from '#contract/import-map.ts';
import { normalizePhone } from '#api/customers/phone.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { isSame } from './compare.ts';
import type { Columns } from './compare.ts';
import { columnTypes } from './kinds/kind.ts';
import type { ImportTable, Value } from './kinds/kind.ts';
import { recordKinds } from './kinds/kinds.ts';
import { deleteRecords, listInUse } from './undo-store.ts';
import type { UndoneChange, UndoOutcome } from './undo-store.ts';
import type { RunContext } from './write/context.ts';
import { toPresent, withAttributes } from './write/records.ts';
import type { Present } from './write/records.ts';

type Context = RunContext & { readonly undoneBy: string | null };

const versioned: readonly ImportTable[] = ['customer', 'contact'];
const ways = ['email', 'phone', 'mobile'];

/** Every column that an import may write in this table, with its type. */
function typesOf(table: ImportTable): Record<string, string> {
  const kinds = importKinds.map((name) => recordKinds[name]).filter((kind) => kind.table === table);
  return Object.assign({}, ...kinds.map(columnTypes)) as Record<string, string>; // of string maps
}

const keyOf = (one: { recordId: string; part: number }) => `${one.recordId} ${one.part}`;

interface Standing extends Present {
  readonly part: number;
  readonly customerId: string | null;
}

async function findStanding(
  trx: Query,
  { organizationId }: RunContext,
  table: ImportTable,
  changes: readonly UndoneChange[],
): Promise<Map<string, Standing>> {
  const types = typesOf(table);
  const isLine = table === 'order_line';
  const isVersioned = versioned.includes(table);
  const list = [
    ...Object.keys(types).map((name) => `t."${name}"`),
    ...(isVersioned ? ['t.version', 't.attributes'] : []),
  ].join(', ');
  const { rows } = await sql<Record<string, unknown> & { found_id: string; found_part: number }>`
    select ${sql.raw(isLine ? 't.order_id' : 't.id')} as found_id, ${sql.raw(isLine ? 't.position' : '0')} as found_part, ${sql.raw(list)}
    from ${sql.table(table)} t join unnest(${changes.map((one) => one.recordId)}::uuid[], ${changes.map((one) => one.part)}::int[]) as k(id, part)
      on ${sql.raw(isLine ? 't.order_id = k.id and t.position = k.part' : 't.id = k.id')}
    where t.organization_id = ${organizationId}::uuid`.execute(trx);
  return new Map(
    rows.map((row) => {
      const present = toPresent(row, Object.keys(types));
      const customer = table === 'sales_order' ? row['customer_id'] : null;
      const standing = {
        ...present,
        part: row.found_part,
        customerId: typeof customer === 'string' ? customer : null,
      };
      return [keyOf({ recordId: row.found_id, part: row.found_part }), standing];
    }),
  );
}

/** Whether the record still stands as the run left it; addresses and numbers are looked after by themselves. */
function isUntouched(
  after: Columns | null,
  standing: Standing,
  types: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(after ?? {}).every(
    ([column, value]) =>
      (!(column in types) && !column.startsWith('attributes.')) ||
      isSame(value, standing.columns[column] ?? null),
  );
}

/** Puts the old values back. */
export async function restoreChanged(
  trx: Query,
  context: Context,
  changes: readonly UndoneChange[],
): Promise<UndoOutcome[]> {
  const [{ table } = { table: 'customer' as const }] = changes;
  const types = typesOf(table);
  const standing = await findStanding(trx, context, table, changes);
  const outcomes = changes.map((change): UndoOutcome => {
    const found = standing.get(keyOf(change));
    if (found === undefined) return { no: change.no, state: 'kept', reason: 'gone', customerId: null };
    const isFree = isUntouched(change.after, found, types);
    return {
      no: change.no,
      state: isFree ? 'undone' : 'kept',
      reason: isFree ? null : 'changed_since',
      customerId: found.customerId,
    };
  });
  const free = changes.filter((_change, index) => outcomes[index]?.state === 'undone');
  for (const change of free) await restoreOne(trx, context, change, types);
  await auditUndo(trx, context, free);
  return outcomes;
}

async function restoreOne(
  trx: Query,
  context: Context,
  change: UndoneChange,
  types: Readonly<Record<string, string>>,
): Promise<void> {
  const { organizationId, now } = context;
  const before = change.before ?? {};
  const set = Object.keys(before).filter((column) => column in types);
  const attributes = Object.keys(before).filter((column) => column.startsWith('attributes.'));
  const parts = [
    ...set.map(
      (column) => sql`${sql.ref(column)} = ${before[column] as Value}::${sql.raw(types[column] ?? 'text')}`,
    ),
    ...(attributes.length > 0
      ? [
          sql`attributes = (attributes - ${attributes.map((column) => column.slice('attributes.'.length))}::text[]) || ${JSON.stringify(withAttributes(pick(before, attributes))['attributes'])}::jsonb`,
        ]
      : []),
    ...(versioned.includes(change.table) ? [sql`version = version + 1`, sql`updated_at = ${now}`] : []),
  ];
  if (parts.length > 0) {
    const where =
      change.table === 'order_line'
        ? sql`order_id = ${change.recordId}::uuid and position = ${change.part}`
        : sql`id = ${change.recordId}::uuid`;
    await sql`update ${sql.table(change.table)} set ${sql.join(parts)}
      where organization_id = ${organizationId}::uuid and ${where}`.execute(trx);
  }
  if (change.table === 'contact') await removeWays(trx, context, change);
}

function pick(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, columns[name] ?? null]));
}

/** Addresses and numbers that the run had added. */
async function removeWays(
  trx: Query,
  { organizationId }: RunContext,
  { recordId, after }: UndoneChange,
): Promise<void> {
  const added = ways.map((name) => after?.[name]).filter((one) => typeof one === 'string');
  if (added.length === 0) return;
  const numbers = added.map((text) => normalizePhone(text)).filter((one) => one !== null);
  await sql`delete from contact_email where organization_id = ${organizationId}::uuid and contact_id = ${recordId}::uuid
    and address = any(${added}::text[])`.execute(trx);
  await sql`delete from contact_phone where organization_id = ${organizationId}::uuid and contact_id = ${recordId}::uuid
    and normalized = any(${numbers}::text[])`.execute(trx);
}

/** Deletes what the run had made, unless somebody changed it or something hangs on it since. */
export async function removeCreated(
  trx: Query,
  context: Context,
  changes: readonly UndoneChange[],
): Promise<UndoOutcome[]> {
  const [{ table } = { table: 'customer' as const }] = changes;
  const types = typesOf(table);
  const standing = await findStanding(trx, context, table, changes);
  const ids = changes.map((one) => one.recordId);
  const used = table === 'order_line' ? new Set<string>() : await listInUse(trx, context, table, ids);
  const outcomes = changes.map((change): UndoOutcome => {
    const found = standing.get(keyOf(change));
    const at = { no: change.no, customerId: null };
    if (found === undefined) return { ...at, state: 'undone', reason: null };
    if (used.has(change.recordId)) return { ...at, state: 'kept', reason: 'in_use' };
    const isChanged = (found.version ?? 1) > 1 || !isUntouched(change.after, found, types);
    return { ...at, state: isChanged ? 'kept' : 'undone', reason: isChanged ? 'changed_since' : null };
  });
  const free = changes.filter(
    (change, index) => outcomes[index]?.state === 'undone' && standing.has(keyOf(change)),
  );
  if (table === 'order_line') await deleteLines(trx, context, free);
  else if (free.length > 0)
    await deleteRecords(
      trx,
      context,
      table,
      free.map((one) => one.recordId),
    );
  await auditUndo(trx, context, free);
  return outcomes;
}

async function deleteLines(
  trx: Query,
  { organizationId }: RunContext,
  lines: readonly UndoneChange[],
): Promise<void> {
  await sql`delete from order_line l using unnest(${lines.map((one) => one.recordId)}::uuid[], ${lines.map((one) => one.part)}::int[]) as k(id, part)
    where l.organization_id = ${organizationId}::uuid and l.order_id = k.id and l.position = k.part`.execute(
    trx,
  );
}

/** Puts order lines back whose place is still free. */
export async function bringBackRemoved(
  trx: Query,
  context: Context,
  changes: readonly UndoneChange[],
): Promise<UndoOutcome[]> {
  const rows = changes.map(({ recordId, part, before }) => ({
    order_id: recordId,
    position: part,
    ...before,
  }));
  await sql`insert into order_line (organization_id, order_id, position, product_id, text, quantity, net_cents)
    select ${context.organizationId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(order_id uuid, position int, product_id uuid, text text, quantity numeric, net_cents bigint)
    where exists (select from sales_order s where s.organization_id = ${context.organizationId}::uuid and s.id = r.order_id)
    on conflict do nothing`.execute(trx);
  return changes.map(({ no }) => ({ no, state: 'undone', reason: null, customerId: null }));
}

/** In the name of who asked for it; told apart from edits by its source. */
async function auditUndo(trx: Query, context: Context, changes: readonly UndoneChange[]): Promise<void> {
  const edited = changes.filter((change) => versioned.includes(change.table));
  if (edited.length === 0) return;
  const rows = edited.map(({ table, recordId, before, after }) => ({
    id: newId(),
    action: `${table}.import_undo`,
    record_kind: table,
    record_id: recordId,
    before: after,
    after: before,
  }));
  await sql`insert into audit (organization_id, id, at, user_id, action, record_kind, record_id, before, after, source)
    select ${context.organizationId}::uuid, r.id, ${context.now}, ${context.undoneBy}::uuid, r.action, r.record_kind, r.record_id, r.before, r.after, 'import'
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, action text, record_kind text, record_id uuid, before jsonb, after jsonb)`.execute(trx);
}
