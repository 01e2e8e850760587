// Moving everything that hangs on one record to another, noting each row, and moving it back. All SQL of it.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { MovedKind } from '#contract/merge.ts';
import type { Query } from '#api/db/database.ts';

/** A table whose rows point to the record by `column`; `key` tells its rows apart. */
interface MovedTable {
  readonly kind: MovedKind;
  readonly table: string;
  readonly column: string;
  readonly key: string;
  readonly keyType: 'uuid' | 'text';
  /** The pointer is part of the primary key: the winner may have the same row already. */
  readonly isSet?: true;
  /** A row that the winner has as well stays where it is: it carries more than its key. */
  readonly staysWhereTwice?: true;
}

const byId = (kind: MovedKind, table: string, column = 'customer_id'): MovedTable => ({
  kind,
  table,
  column,
  key: 'id',
  keyType: 'uuid',
});
const asSet = (kind: MovedKind, table: string, key: string, keyType: 'uuid' | 'text'): MovedTable => ({
  kind,
  table,
  column: 'customer_id',
  key,
  keyType,
  isSet: true,
});

const ofCustomer: readonly MovedTable[] = [
  byId('contacts', 'contact'),
  byId('activities', 'activity'),
  byId('complaints', 'complaint'),
  byId('quotes', 'quote'),
  byId('orders', 'sales_order'),
  byId('invoices', 'invoice'),
  byId('follow_ups', 'follow_up'),
  byId('visits', 'visit'),
  { ...byId('visit_reports', 'visit_report'), key: 'visit_id' },
  byId('projects', 'project'),
  byId('prices', 'price_heard'),
  byId('service_intervals', 'service_interval'),
  byId('addresses', 'customer_address'),
  byId('members', 'customer', 'parent_id'),
  { ...byId('corrections', 'match_correction'), key: 'address', keyType: 'text' },
  { ...byId('numbers', 'customer_number_alias'), key: 'number', keyType: 'text' },
  asSet('domains', 'customer_domain', 'domain', 'text'),
  asSet('shares', 'customer_share', 'user_id', 'uuid'),
  asSet('product_groups', 'customer_product_group', 'group_id', 'uuid'),
];

const ofContact: readonly MovedTable[] = [
  byId('activities', 'activity', 'contact_id'),
  byId('consents', 'consent_event', 'contact_id'),
  {
    kind: 'visit_contacts',
    table: 'visit_contact',
    column: 'contact_id',
    key: 'visit_id',
    keyType: 'uuid',
    staysWhereTwice: true,
  },
];

const tables = { customer: ofCustomer, contact: ofContact } as const;
export type MergedKind = keyof typeof tables;

/** Which records a merge is about. */
export interface Merging {
  readonly organizationId: string;
  readonly mergeId: string;
  readonly kind: MergedKind;
  readonly winnerId: string;
  readonly loserId: string;
}

export interface Moved {
  readonly kind: MovedKind;
  readonly count: number;
}

/** How many rows of each kind hang on the record. */
export async function countRows(
  trx: Query,
  of: { organizationId: string; kind: MergedKind; id: string },
): Promise<Moved[]> {
  const parts = tables[of.kind].map(
    ({
      kind,
      table,
      column,
    }) => sql`select ${kind}::text as kind, count(*)::int as count from ${sql.table(table)}
      where organization_id = ${of.organizationId}::uuid and ${sql.ref(column)} = ${of.id}::uuid`,
  );
  const { rows } = await sql<Moved>`${sql.join(parts, sql` union all `)}`.execute(trx);
  return rows.filter((row) => row.count > 0);
}

/** Moves every row of the loser to the winner and notes it. */
export async function moveRows(trx: Query, merging: Merging): Promise<void> {
  for (const table of tables[merging.kind]) {
    await (table.isSet === true ? moveSet(trx, merging, table) : moveTable(trx, merging, table));
  }
}

async function moveTable(
  trx: Query,
  merging: Merging,
  { table, column, key, staysWhereTwice }: MovedTable,
): Promise<void> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const isItself = table === 'customer' ? sql`and id <> ${winnerId}::uuid` : sql``;
  const isTwice =
    staysWhereTwice === true
      ? sql`and ${sql.ref(key)} not in (select ${sql.ref(key)} from ${sql.table(table)}
          where organization_id = ${organizationId}::uuid and ${sql.ref(column)} = ${winnerId}::uuid)`
      : sql``;
  await sql`
    with moved as (
      update ${sql.table(table)} set ${sql.ref(column)} = ${winnerId}::uuid
      where organization_id = ${organizationId}::uuid and ${sql.ref(column)} = ${loserId}::uuid ${isItself} ${isTwice}
      returning ${sql.ref(key)}::text as key
    )
    insert into merge_move (organization_id, merge_id, table_name, record_key)
    select ${organizationId}::uuid, ${mergeId}::uuid, ${table}::text, key from moved`.execute(trx);
}

/** Rows of which the pointer is a part of the key are copied to the winner and taken from the loser. */
async function moveSet(
  trx: Query,
  merging: Merging,
  { table, column, key, keyType }: MovedTable,
): Promise<void> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const of = (id: string): RawBuilder<unknown> =>
    sql`organization_id = ${organizationId}::uuid and ${sql.ref(column)} = ${id}::uuid`;
  await sql`
    insert into merge_move (organization_id, merge_id, table_name, record_key, was_there)
    select ${organizationId}::uuid, ${mergeId}::uuid, ${table}::text, ${sql.ref(key)}::text,
      ${sql.ref(key)} in (select ${sql.ref(key)} from ${sql.table(table)} where ${of(winnerId)})
    from ${sql.table(table)} where ${of(loserId)}`.execute(trx);
  await sql`delete from ${sql.table(table)} where ${of(loserId)}`.execute(trx);
  await sql`
    insert into ${sql.table(table)} (organization_id, ${sql.ref(column)}, ${sql.ref(key)})
    select organization_id, ${winnerId}::uuid, record_key::${sql.raw(keyType)} from merge_move
    where organization_id = ${organizationId}::uuid and merge_id = ${mergeId}::uuid and table_name = ${table}
    on conflict do nothing`.execute(trx);
}

/** Moves the noted rows home; answers those that stay because they are elsewhere by now, or gone. */
export async function moveBack(trx: Query, merging: Merging): Promise<Moved[]> {
  const left: Moved[] = [];
  for (const table of tables[merging.kind]) {
    const count = await (table.isSet === true
      ? backSet(trx, merging, table)
      : backTable(trx, merging, table));
    if (count > 0) left.push({ kind: table.kind, count });
  }
  return left;
}

async function backTable(
  trx: Query,
  merging: Merging,
  { table, column, key, keyType }: MovedTable,
): Promise<number> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const { rows } = await sql<{ left: number }>`
    with noted as (
      select record_key::${sql.raw(keyType)} as key from merge_move
      where organization_id = ${organizationId}::uuid and merge_id = ${mergeId}::uuid and table_name = ${table}
    ), home as (
      update ${sql.table(table)} t set ${sql.ref(column)} = ${loserId}::uuid from noted
      where t.organization_id = ${organizationId}::uuid and t.${sql.ref(key)} = noted.key and t.${sql.ref(column)} = ${winnerId}::uuid
      returning 1
    )
    select ((select count(*) from noted) - (select count(*) from home))::int as left`.execute(trx);
  return rows[0]?.left ?? 0;
}

async function backSet(
  trx: Query,
  merging: Merging,
  { table, column, key, keyType }: MovedTable,
): Promise<number> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const noted = sql`from merge_move m where m.organization_id = ${organizationId}::uuid and m.merge_id = ${mergeId}::uuid
    and m.table_name = ${table}`;
  await sql`delete from ${sql.table(table)} t where t.organization_id = ${organizationId}::uuid
    and t.${sql.ref(column)} = ${winnerId}::uuid
    and t.${sql.ref(key)} in (select m.record_key::${sql.raw(keyType)} ${noted} and not m.was_there)`.execute(
    trx,
  );
  await sql`insert into ${sql.table(table)} (organization_id, ${sql.ref(column)}, ${sql.ref(key)})
    select ${organizationId}::uuid, ${loserId}::uuid, m.record_key::${sql.raw(keyType)} ${noted}
    on conflict do nothing`.execute(trx);
  return 0;
}

/** What a merge moved, by kind. */
export async function listMoved(
  trx: Query,
  organizationId: string,
  mergeIds: readonly string[],
): Promise<Map<string, Moved[]>> {
  const { rows } = await sql<{ merge_id: string; table_name: string; count: number }>`
    select merge_id, table_name, count(*)::int as count from merge_move
    where organization_id = ${organizationId}::uuid and merge_id = any(${mergeIds}::uuid[])
    group by merge_id, table_name`.execute(trx);
  const kinds = new Map<string, MovedKind>([
    ...[...ofCustomer, ...ofContact].map((one) => [one.table, one.kind] as const),
    ['contact_email', 'emails'],
    ['contact_phone', 'phones'],
  ]);
  const moved = new Map<string, Moved[]>();
  for (const { merge_id, table_name, count } of rows) {
    const kind = kinds.get(table_name);
    if (kind !== undefined) moved.set(merge_id, [...(moved.get(merge_id) ?? []), { kind, count }]);
  }
  return moved;
}
