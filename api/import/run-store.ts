// SQL of a run's own rows: its progress, its problems, what it leaves behind.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { RowProblem } from './problems.ts';
import type { Counts } from './write/batch.ts';

interface RunId {
  readonly organizationId: string;
  readonly runId: string;
}

/** More wrong rows than that are counted, and not kept one by one. */
const mostProblems = 100_000;
const mostNotes = 10_000;

/** Keeps what could not be taken, with the row as it stands in the file. */
export async function insertProblems(
  trx: Query,
  { organizationId, runId }: RunId,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map((problem, index) => ({
    index: index + 1,
    line: problem.line,
    is_note: problem.isNote === true,
    problem: problem.problem,
    column_name: clean(problem.column),
    value: clean(problem.value),
    cells: problem.isNote === true ? null : (problem.cells ?? null)?.map(clean),
  }));
  await sql`insert into import_problem (organization_id, run_id, no, line, is_note, problem, column_name, value, cells)
    select ${organizationId}::uuid, ${runId}::uuid, known.last + r.index, r.line, r.is_note, r.problem, r.column_name, r.value, r.cells
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(index int, line int, is_note boolean, problem text, column_name text, value text, cells jsonb),
      (select coalesce(max(no), 0) as last, count(*) filter (where is_note) as notes from import_problem
        where organization_id = ${organizationId}::uuid and run_id = ${runId}::uuid) known
    where known.last < ${mostProblems} and (not r.is_note or known.notes < ${mostNotes})`.execute(trx);
}

/** Half a sign (a lone surrogate) and the zero character cannot be stored. */
function clean(text: string): string {
  return text
    .replaceAll('\0', '\u2400')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** Adds a batch to the run's counts, in the batch's own transaction; true when somebody wants the run to stop. */
export async function advanceRun(
  trx: Query,
  { organizationId, runId }: RunId,
  batch: Counts & { readonly wrong: number; readonly rows: number },
): Promise<boolean> {
  const { rows } = await sql<{ cancel_asked: boolean }>`
    update import_run set rows_read = rows_read + ${batch.rows}, created = created + ${batch.created},
      changed = changed + ${batch.changed}, same = same + ${batch.same}, wrong = wrong + ${batch.wrong}, kept = kept + ${batch.kept}
    where organization_id = ${organizationId}::uuid and id = ${runId}::uuid returning cancel_asked`.execute(
    trx,
  );
  return rows[0]?.cancel_asked ?? true;
}

/** The number of the run's last change, for going on after an interruption. */
export async function lastChange(trx: Query, { organizationId, runId }: RunId): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(no), 0) as last from import_change
    where organization_id = ${organizationId}::uuid and run_id = ${runId}::uuid`.execute(trx);
  return Number(rows[0]?.last ?? 0);
}

/** What a run needs only while it is under way. */
export async function dropKeys(trx: Query, { organizationId, runId }: RunId): Promise<void> {
  for (const table of ['import_key', 'import_touched'] as const)
    await trx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('run_id', '=', runId)
      .execute();
}

/** Known to this source from earlier runs, and not in this full load: counted and noted, never deleted. */
export async function noteMissing(
  trx: Query,
  run: RunId & { readonly sourceId: string; readonly kind: string },
): Promise<void> {
  const { organizationId, runId, sourceId, kind } = run;
  const missing = sql`from import_memory m
    where m.organization_id = ${organizationId}::uuid and m.source_id = ${sourceId}::uuid and m.kind = ${kind}
      and not exists (select from import_key k where k.organization_id = ${organizationId}::uuid
        and k.run_id = ${runId}::uuid and k.key = m.key)`;
  const { rows } = await sql<{ key: string }>`select m.key ${missing} order by m.key limit 1000`.execute(trx);
  await insertProblems(
    trx,
    run,
    rows.map(({ key }) => ({ line: 0, problem: 'gone_from_file', column: '', value: key, isNote: true })),
  );
  await sql`update import_run set missing = (select count(*) ${missing})
    where organization_id = ${organizationId}::uuid and id = ${runId}::uuid`.execute(trx);
}
