// What a run writes down beside the records: what undoes it, the audit trail, what the source said, whose figures follow.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Columns } from '../compare.ts';
import type { ImportTable } from '../kinds/kind.ts';
import type { RunContext } from './context.ts';

export interface Change {
  readonly table: ImportTable;
  readonly recordId: string;
  readonly part: number;
  readonly action: 'created' | 'changed' | 'removed';
  readonly before: Columns | null;
  readonly after: Columns | null;
}

/** Keeps what stood before, so that the run can be taken back. */
export async function noteChanges(
  trx: Query,
  context: RunContext,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => {
    context.changes += 1;
    return {
      no: context.changes,
      table_name: change.table,
      record_id: change.recordId,
      part: change.part,
      action: change.action,
      before: change.before,
      after: change.after,
    };
  });
  await sql`insert into import_change (organization_id, run_id, no, table_name, record_id, part, action, before, after)
    select ${context.organizationId}::uuid, ${context.runId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(no bigint, table_name text, record_id uuid, part int, action text, before jsonb, after jsonb)`.execute(
    trx,
  );
}

/** The audit trail of records that people edit as well. */
export async function auditChanges(
  trx: Query,
  context: RunContext,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    id: newId(),
    action: `${change.table}.import`,
    record_kind: change.table,
    record_id: change.recordId,
    before: change.before,
    after: change.after,
  }));
  await sql`insert into audit (organization_id, id, at, user_id, action, record_kind, record_id, before, after, source)
    select ${context.organizationId}::uuid, r.id, ${context.now}, (select started_by from import_run
        where organization_id = ${context.organizationId}::uuid and id = ${context.runId}::uuid),
      r.action, r.record_kind, r.record_id, r.before, r.after, 'import'
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, action text, record_kind text, record_id uuid, before jsonb, after jsonb)`.execute(trx);
}

export interface Remembered {
  readonly key: string;
  readonly recordId: string;
  readonly fields: Columns;
}

/** What this source said last about the records with these keys. */
export async function recall(
  trx: Query,
  { organizationId, sourceId, kind }: RunContext,
  keys: readonly string[],
): Promise<Map<string, Columns>> {
  if (sourceId === null) return new Map();
  const { rows } = await sql<{ key: string; fields: Columns }>`
    select key, fields from import_memory
    where organization_id = ${organizationId}::uuid and source_id = ${sourceId}::uuid and kind = ${kind.kind}
      and key = any(${keys}::text[])`.execute(trx);
  return new Map(rows.map((row) => [row.key, row.fields]));
}

/** Remembers what the source says now. */
export async function remember(
  trx: Query,
  { organizationId, sourceId, kind }: RunContext,
  records: readonly Remembered[],
): Promise<void> {
  if (sourceId === null || records.length === 0) return;
  await sql`insert into import_memory (organization_id, source_id, kind, key, record_id, fields)
    select ${organizationId}::uuid, ${sourceId}::uuid, ${kind.kind}, r.* from json_to_recordset(${JSON.stringify(records)}::json)
      as r(key text, "recordId" uuid, fields jsonb)
    on conflict (organization_id, source_id, kind, key)
    do update set record_id = excluded.record_id, fields = import_memory.fields || excluded.fields`.execute(
    trx,
  );
}

/** Enters the keys of a batch; answers those that this run has met for the first time. */
export async function enterKeys(
  trx: Query,
  { organizationId, runId }: RunContext,
  keys: readonly { key: string; line: number }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    insert into import_key (organization_id, run_id, key, line)
    select ${organizationId}::uuid, ${runId}::uuid, r.* from unnest(
      ${keys.map((one) => one.key)}::text[], ${keys.map((one) => one.line)}::int[]) as r(key, line)
    on conflict do nothing returning key`.execute(trx);
  return new Set(rows.map((row) => row.key));
}

/** Notes whose figures have to be reckoned anew at the end. */
export async function touch(
  trx: Query,
  { organizationId, runId }: RunContext,
  kind: 'customer' | 'order',
  recordIds: Iterable<string>,
): Promise<void> {
  await sql`insert into import_touched (organization_id, run_id, kind, record_id)
    select distinct ${organizationId}::uuid, ${runId}::uuid, ${kind}, id from unnest(${[...recordIds]}::uuid[]) as id
    on conflict do nothing`.execute(trx);
}

/** Which of these records a person has changed by hand at some time. */
export async function listEdited(
  trx: Query,
  { organizationId, kind }: RunContext,
  recordIds: readonly string[],
): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from audit
    where organization_id = ${organizationId}::uuid and record_kind = ${kind.table} and record_id = any(${recordIds}::uuid[])
      and user_id is not null and source <> 'import'`.execute(trx);
  return new Set(rows.map((row) => row.id));
}
