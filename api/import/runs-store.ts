// SQL of runs as people see them: the list, one run with its problems, starting, asking to stop.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { ImportRun } from '#contract/import.ts';
import { ImportKind } from '#contract/import-map.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { sentenceOf } from './preview.ts';

interface RunRow {
  readonly id: string;
  readonly kind: string;
  readonly source: { id: string; name: string } | null;
  readonly file_name: string;
  readonly is_dry_run: boolean;
  readonly state: ImportRun['state'];
  readonly rows_total: number | null;
  readonly rows_read: number;
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
  readonly kept: number;
  readonly missing: number;
  readonly problem: { problem: string; line: number | null; column: string; value: string } | null;
  readonly cancel_asked: boolean;
  readonly started_by: { id: string; name: string } | null;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly undone_at: Date | null;
  readonly undone_by: { id: string; name: string } | null;
  readonly undo_kept: number;
  readonly has_changes: boolean;
  readonly has_file: boolean;
}

const person = (column: string) => sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
  where u.organization_id = r.organization_id and u.id = ${sql.ref(`r.${column}`)})`;

const columns = sql`r.id, r.kind, r.file_name, r.is_dry_run, r.state, r.rows_total, r.rows_read, r.created, r.changed, r.same,
  r.wrong, r.kept, r.missing, r.problem, r.cancel_asked, r.created_at, r.started_at, r.finished_at, r.undone_at, r.undo_kept,
  (select json_build_object('id', s.id, 'name', s.name) from import_source s
    where s.organization_id = r.organization_id and s.id = r.source_id) as source,
  ${person('started_by')} as started_by, ${person('undone_by')} as undone_by,
  exists (select from import_change c where c.organization_id = r.organization_id and c.run_id = r.id) as has_changes,
  (exists (select from import_file f where f.organization_id = r.organization_id and f.id = r.file_id and f.removed_at is null)
    or (r.file_id is null and exists (select from import_source s where s.organization_id = r.organization_id
      and s.id = r.source_id and s.archived_at is null and s.place <> 'upload'))) as has_file`;

const ended: readonly string[] = ['done', 'failed', 'cancelled'];

export function toRun(row: RunRow): ImportRun {
  const { problem } = row;
  const isUndoable = ended.includes(row.state) && !row.is_dry_run && row.has_changes;
  return {
    id: row.id,
    kind: ImportKind.parse(row.kind),
    source: row.source,
    fileName: row.file_name,
    isDryRun: row.is_dry_run,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsRead: row.rows_read,
    created: row.created,
    changed: row.changed,
    same: row.same,
    wrong: row.wrong,
    kept: row.kept,
    missing: row.missing,
    problem: problem === null ? null : { ...problem, sentence: sentenceOf(problem.problem, problem) },
    isCancelAsked: row.cancel_asked,
    startedBy: row.started_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
    undoKept: row.undo_kept,
    canUndo: isUndoable,
    canRepeat: row.has_file,
  };
}

export async function findRun(trx: Query, organizationId: string, id: string): Promise<ImportRun | null> {
  const { rows } = await sql<RunRow>`select ${columns} from import_run r
    where r.organization_id = ${organizationId}::uuid and r.id = ${id}::uuid`.execute(trx);
  return rows[0] === undefined ? null : toRun(rows[0]);
}

export async function listRuns(
  trx: Query,
  organizationId: string,
  page: { sourceId: string | undefined; after: readonly [string, string] | null; limit: number },
): Promise<ImportRun[]> {
  const { sourceId, after, limit } = page;
  const { rows } = await sql<RunRow>`select ${columns} from import_run r
    where r.organization_id = ${organizationId}::uuid
      ${sourceId === undefined ? sql`` : sql`and r.source_id = ${sourceId}::uuid`}
      ${after === null ? sql`` : sql`and (date_trunc('milliseconds', r.created_at), r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by date_trunc('milliseconds', r.created_at) desc, r.id desc limit ${limit}`.execute(trx);
  return rows.map(toRun);
}

export async function insertRun(trx: Query, row: Insertable<Tables['import_run']>): Promise<void> {
  await trx.insertInto('import_run').values(row).execute();
}

export async function changeRun(
  trx: Query,
  organizationId: string,
  id: string,
  change: Updateable<Tables['import_run']>,
): Promise<void> {
  await trx
    .updateTable('import_run')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export interface ProblemRow {
  readonly line: number;
  readonly problem: string;
  readonly column_name: string;
  readonly value: string;
  readonly cells: unknown;
}

export async function listProblems(
  trx: Query,
  organizationId: string,
  runId: string,
  page: { isNote: boolean; after: number; limit: number },
): Promise<(ProblemRow & { no: number })[]> {
  return trx
    .selectFrom('import_problem')
    .select(['no', 'line', 'problem', 'column_name', 'value', 'cells'])
    .where('organization_id', '=', organizationId)
    .where('run_id', '=', runId)
    .where('is_note', '=', page.isNote)
    .where('no', '>', page.after)
    .orderBy('no')
    .limit(page.limit)
    .execute();
}

/** What an undo left as it is, by the record's own name. */
export async function listUndoLeft(
  trx: Query,
  organizationId: string,
  runId: string,
): Promise<{ record: string; reason: string }[]> {
  const { rows } = await sql<{ record: string; reason: string }>`
    select coalesce((select concat_ws(' ', k.number, k.name) from customer k where k.organization_id = c.organization_id and k.id = c.record_id),
        (select t.name from contact t where t.organization_id = c.organization_id and t.id = c.record_id),
        c.after ->> 'number', c.after ->> 'name', c.table_name) as record, coalesce(c.undo_reason, '') as reason
    from import_change c where c.organization_id = ${organizationId}::uuid and c.run_id = ${runId}::uuid and c.undo_state = 'kept'
    order by c.no limit 200`.execute(trx);
  return rows;
}
