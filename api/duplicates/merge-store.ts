// SQL of merges: rows as they stand, and what a merge does to them.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { MergedKind } from './move-store.ts';

/** A whole row by column names, as JSON. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Both rows in one order, so that two merges at once wait for each other instead of locking up. */
export async function lockRows(
  trx: Query,
  organizationId: string,
  kind: MergedKind,
  ids: readonly string[],
): Promise<Map<string, Snapshot>> {
  const { rows } = await sql<{ id: string; row: Snapshot }>`
    select t.id, to_jsonb(t) as row from ${sql.table(kind)} t
    where t.organization_id = ${organizationId}::uuid and t.id = any(${ids}::uuid[]) order by t.id for update`.execute(
    trx,
  );
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** Takes these columns of one row over into another. */
export async function copyColumns(
  trx: Query,
  organizationId: string,
  kind: MergedKind,
  { from, to, columns }: { from: string; to: string; columns: readonly string[] },
): Promise<void> {
  if (columns.length === 0) return;
  const set = sql.join(columns.map((name) => sql`${sql.ref(name)} = l.${sql.ref(name)}`));
  await sql`update ${sql.table(kind)} w set ${set} from ${sql.table(kind)} l
    where w.organization_id = ${organizationId}::uuid and w.id = ${to}::uuid
      and l.organization_id = ${organizationId}::uuid and l.id = ${from}::uuid`.execute(trx);
}

/** Sets these columns back to what a snapshot says; the version goes on. */
export async function restoreColumns(
  trx: Query,
  organizationId: string,
  kind: MergedKind,
  {
    id,
    snapshot,
    columns,
    by,
    now,
  }: {
    id: string;
    snapshot: Snapshot;
    columns: readonly string[];
    by: string;
    now: Date;
  },
): Promise<void> {
  const each = columns.map((name) => sql`${sql.ref(name)} = b.${sql.ref(name)}`);
  const set = sql.join([
    ...each,
    sql`version = t.version + 1`,
    sql`updated_at = ${now}`,
    sql`updated_by = ${by}::uuid`,
  ]);
  await sql`update ${sql.table(kind)} t set ${set}
    from jsonb_populate_record(null::${sql.table(kind)}, ${JSON.stringify(snapshot)}::jsonb) b
    where t.organization_id = ${organizationId}::uuid and t.id = ${id}::uuid`.execute(trx);
}

/** Puts the loser away, pointing to the winner; an archived one keeps its day. */
export async function retire(
  trx: Query,
  user: SignedInUser,
  kind: MergedKind,
  { loserId, winnerId, now }: { loserId: string; winnerId: string; now: Date },
): Promise<void> {
  const number = kind === 'customer' ? sql`number = null,` : sql``;
  await sql`update ${sql.table(kind)} set ${number} merged_into_id = ${winnerId}::uuid,
      archived_at = coalesce(archived_at, ${now}), archived_by = coalesce(archived_by, ${user.id}::uuid),
      version = version + 1, updated_at = ${now}, updated_by = ${user.id}::uuid
    where organization_id = ${user.organizationId}::uuid and id = ${loserId}::uuid`.execute(trx);
}

/** Attributes of both, those of one side first where both have one; the earliest day since when; a block of either. */
export async function joinCustomers(
  trx: Query,
  organizationId: string,
  {
    winnerId,
    loserId,
    attributesOf,
  }: { winnerId: string; loserId: string; attributesOf: 'winner' | 'loser' },
): Promise<void> {
  const attributes =
    attributesOf === 'winner' ? sql`l.attributes || w.attributes` : sql`w.attributes || l.attributes`;
  await sql`update customer w set attributes = ${attributes},
      customer_since = least(w.customer_since, l.customer_since),
      blocked_reason = case when w.blocked_at is null then l.blocked_reason else w.blocked_reason end,
      blocked_by = case when w.blocked_at is null then l.blocked_by else w.blocked_by end,
      blocked_at = coalesce(w.blocked_at, l.blocked_at)
    from customer l
    where w.organization_id = ${organizationId}::uuid and w.id = ${winnerId}::uuid
      and l.organization_id = ${organizationId}::uuid and l.id = ${loserId}::uuid`.execute(trx);
}

export async function setParent(
  trx: Query,
  organizationId: string,
  { id, parentId }: { id: string; parentId: string | null },
): Promise<void> {
  await sql`update customer set parent_id = ${parentId}::uuid
    where organization_id = ${organizationId}::uuid and id = ${id}::uuid`.execute(trx);
}

export async function addAlias(
  trx: Query,
  organizationId: string,
  { number, customerId }: { number: string; customerId: string },
): Promise<void> {
  await trx
    .insertInto('customer_number_alias')
    .values({ organization_id: organizationId, number, customer_id: customerId })
    .execute();
}

export async function removeAlias(trx: Query, organizationId: string, number: string): Promise<void> {
  await trx
    .deleteFrom('customer_number_alias')
    .where('organization_id', '=', organizationId)
    .where('number', '=', number)
    .execute();
}

export interface NumberHolder {
  readonly number: string;
  readonly customer_id: string;
}

/** Who goes by these numbers, as the first or as a further one. */
export async function listNumberHolders(
  trx: Query,
  organizationId: string,
  numbers: readonly string[],
): Promise<NumberHolder[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<NumberHolder>`
    select number, id as customer_id from customer
    where organization_id = ${organizationId}::uuid and number = any(${numbers}::text[])
    union all select number, customer_id from customer_number_alias
    where organization_id = ${organizationId}::uuid and number = any(${numbers}::text[])`.execute(trx);
  return rows;
}

export interface NewMerge {
  readonly id: string;
  readonly kind: MergedKind;
  readonly winnerId: string;
  readonly loserId: string;
  readonly winnerBefore: Snapshot;
  readonly loserBefore: Snapshot;
  readonly now: Date;
}

/** Opens the record of a merge; the winner as it came out is noted at the end. */
export async function insertMerge(trx: Query, user: SignedInUser, merge: NewMerge): Promise<void> {
  await trx
    .insertInto('record_merge')
    .values({
      organization_id: user.organizationId,
      id: merge.id,
      record_kind: merge.kind,
      winner_id: merge.winnerId,
      loser_id: merge.loserId,
      winner_before: JSON.stringify(merge.winnerBefore),
      winner_after: JSON.stringify({}),
      loser_before: JSON.stringify(merge.loserBefore),
      extra: JSON.stringify({}),
      merged_by: user.id,
      merged_at: merge.now,
    })
    .execute();
}

/** Notes how the merge left the winner, and what undo has to know besides. */
export async function closeMerge(
  trx: Query,
  organizationId: string,
  merge: { id: string; kind: MergedKind; winnerId: string; extra: unknown },
): Promise<void> {
  await sql`update record_merge m set extra = ${JSON.stringify(merge.extra)}::jsonb,
      winner_after = (select to_jsonb(t) from ${sql.table(merge.kind)} t
        where t.organization_id = m.organization_id and t.id = ${merge.winnerId}::uuid)
    where m.organization_id = ${organizationId}::uuid and m.id = ${merge.id}::uuid`.execute(trx);
}

export async function markUndone(
  trx: Query,
  user: SignedInUser,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await trx
    .updateTable('record_merge')
    .set({ undone_at: now, undone_by: user.id })
    .where('organization_id', '=', user.organizationId)
    .where('id', '=', id)
    .execute();
}

/** Locks a merge so that it is undone once. */
export async function lockMerge(trx: Query, organizationId: string, id: string): Promise<void> {
  await sql`select 1 from record_merge where organization_id = ${organizationId}::uuid and id = ${id}::uuid for update`.execute(
    trx,
  );
}

/** Rows of the winner that a contact's merge adds, noted so that undo takes exactly them away. */
export async function noteAdded(
  trx: Query,
  organizationId: string,
  { mergeId, table, keys }: { mergeId: string; table: string; keys: readonly string[] },
): Promise<void> {
  await sql`insert into merge_move (organization_id, merge_id, table_name, record_key)
    select ${organizationId}::uuid, ${mergeId}::uuid, ${table}::text, key from unnest(${keys}::text[]) key
    on conflict do nothing`.execute(trx);
}

/** Rows as they stand, without locking them. */
export async function readSnapshots(
  trx: Query,
  organizationId: string,
  kind: MergedKind,
  ids: readonly string[],
): Promise<Map<string, Snapshot>> {
  const { rows } = await sql<{ id: string; row: Snapshot }>`
    select t.id, to_jsonb(t) as row from ${sql.table(kind)} t
    where t.organization_id = ${organizationId}::uuid and t.id = any(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, row }) => [id, row]));
}
