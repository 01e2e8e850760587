// Brings the rows of an opened source into the database, batch by batch, each in its own transaction with its progress.
import type { Database, Query } from '#api/db/database.ts';
import type { Cell, OpenedSource, SourceRow } from './files/source.ts';
import type { Plan } from './mapping.ts';
import type { RowProblem } from './problems.ts';
import { createRowReader } from './rows.ts';
import type { ReadRow, Writing } from './rows.ts';
import { advanceRun, insertProblems } from './run-store.ts';
import { writeBatch } from './write/batch.ts';
import type { RunContext } from './write/context.ts';

/** The embedded database serves everybody over one connection, so its turns are shorter. */
const rowsPerBatch = { pglite: 500, postgres: 2_000 };

export interface RowsRun {
  readonly db: Database;
  readonly context: RunContext;
  readonly plan: Plan;
  readonly writing: Writing;
  readonly isDryRun: boolean;
  /** Rows that an interrupted run has written already. */
  readonly skip: number;
  readonly onBatch?: (rowsRead: number) => void;
  /** Ends the run after the batch under way, to be taken up again. */
  readonly signal?: AbortSignal | undefined;
}

export type RowsEnd = 'done' | 'cancelled' | 'interrupted';

/** Reads and writes all rows from `skip` on; says how it ended. Throws SourceError. */
export async function runRows(run: RowsRun, source: OpenedSource): Promise<RowsEnd> {
  const read = createRowReader(run.context.kind, run.plan.places, run.writing);
  let rowsRead = run.skip;
  for await (const rows of inBatches(source, run.skip, rowsPerBatch[run.db.kind])) {
    if (run.signal?.aborted === true) return 'interrupted';
    rowsRead += rows.length;
    const isCancelled = await run.db.system((trx) => runBatch(trx, run, rows.map(read)));
    run.onBatch?.(rowsRead);
    if (isCancelled) return 'cancelled';
  }
  return 'done';
}

async function runBatch(trx: Query, run: RowsRun, read: readonly (ReadRow | RowProblem)[]): Promise<boolean> {
  const good = read.filter((row): row is ReadRow => !('problem' in row));
  const refused = read.filter((row): row is RowProblem => 'problem' in row);
  const { counts, problems } = await writeBatch(trx, run.context, good, run.isDryRun);
  const all = [...refused, ...problems].sort((a, b) => a.line - b.line);
  await insertProblems(trx, run.context, all);
  const wrong = all.filter((problem) => problem.isNote !== true).length;
  return advanceRun(trx, run.context, { ...counts, wrong, rows: read.length });
}

async function* inBatches(source: OpenedSource, skip: number, size: number): AsyncGenerator<SourceRow[]> {
  let left = skip;
  let batch: SourceRow[] = [];
  for await (const portion of source.rows()) {
    if (left >= portion.length) {
      left -= portion.length;
      continue;
    }
    for (const row of left > 0 ? portion.slice(left) : portion) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    left = 0;
  }
  if (batch.length > 0) yield batch;
}

export interface Checked {
  readonly rows: number;
  /** The first rows, for finding out how values are written. */
  readonly sample: SourceRow[];
}

const sampleRows = 5_000;

/** Reads the whole source once without the database: what breaks it is known before anything is written. Throws SourceError. */
export async function checkSource(source: OpenedSource, signal?: AbortSignal): Promise<Checked> {
  const sample: SourceRow[] = [];
  let rows = 0;
  for await (const portion of source.rows()) {
    signal?.throwIfAborted();
    rows += portion.length;
    if (sample.length < sampleRows) sample.push(...portion.slice(0, sampleRows - sample.length));
  }
  return { rows, sample };
}

/** The first rows only, for a preview. */
export async function readSample(source: OpenedSource, count: number): Promise<SourceRow[]> {
  const sample: SourceRow[] = [];
  for await (const portion of source.rows()) {
    sample.push(...portion.slice(0, count - sample.length));
    if (sample.length >= count) break;
  }
  return sample;
}

/** A cell as people read it. */
export function cellText(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replaceAll('\0', '\u2400')
    .slice(0, 200);
}
