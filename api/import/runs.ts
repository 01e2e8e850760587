// Runs: started, watched, stopped, undone. Use-cases of the administrator; the work itself is done by jobs.ts.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  cancelImport,
  getImportErrors,
  getImportRun,
  ImportRun,
  listImportRuns,
  startImport,
  undoImport,
} from '#contract/import.ts';
import type { ImportMapping } from '#contract/import-map.ts';
import type { ImportProblem } from '#contract/import-preview.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { FileReply } from '#api/http/serve.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { toCsvFile } from './error-file.ts';
import { runImportJob, undoImportJob } from './run-jobs.ts';
import { importMessages, sayProblem } from './messages.ts';
import { checkSourceAndFile } from './origin.ts';
import type { KnownSource } from './origin.ts';
import { sentenceOf } from './preview.ts';
import * as store from './runs-store.ts';

const shownProblems = 100;

/** Starts a run in the background; a source's own map counts where none is given. */
export function start(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof startImport>,
): Promise<Reply<typeof startImport>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { source, file } = await checkSourceAndFile(trx, organizationId, input);
    const id = await enqueueRun(deps, trx, {
      organizationId,
      userId: user.id,
      kind: input.kind,
      source,
      file,
      mapping: input.mapping ?? source?.mapping ?? { columns: {} },
      isDryRun: input.isDryRun,
      isFullLoad: input.isFullLoad ?? source?.isFullLoad ?? false,
    });
    const run = await getOne(trx, organizationId, id);
    const action = input.isDryRun ? 'import.dry_run' : 'import.start';
    await audit(deps, trx, user, { action, run });
    return run;
  });
}

export interface NewRun {
  readonly organizationId: string;
  /** Null: the nightly schedule. */
  readonly userId: string | null;
  readonly kind: ImportRun['kind'];
  readonly source: Pick<KnownSource, 'id' | 'name' | 'location'> | null;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
  readonly isFullLoad: boolean;
}

/** Writes the run and its job in the caller's transaction; answers the run's id. */
export async function enqueueRun(deps: Deps, trx: Query, run: NewRun): Promise<string> {
  const { organizationId, mapping, isFullLoad, source, file } = run;
  const id = newId();
  await store.insertRun(trx, {
    organization_id: organizationId,
    id,
    source_id: source?.id ?? null,
    kind: run.kind,
    file_id: file?.id ?? null,
    file_name: file?.name ?? source?.location ?? '',
    is_dry_run: run.isDryRun,
    settings: JSON.stringify({ mapping, isFullLoad }),
    rows_total: null,
    problem: null,
    started_by: run.userId,
    created_at: deps.clock.now(),
    started_at: null,
    finished_at: null,
    undone_by: null,
    undone_at: null,
  });
  await deps.jobs.enqueue(trx, runImportJob, { organizationId, runId: id });
  return id;
}

async function getOne(trx: Query, organizationId: string, id: string): Promise<ImportRun> {
  const run = await store.findRun(trx, organizationId, id);
  if (run === null) throw new AppError('not_found');
  return run;
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, run }: { action: string; run: ImportRun },
) {
  const after = { kind: run.kind, fileName: run.fileName, source: run.source?.name ?? null };
  await writeAudit(trx, user, {
    action,
    recordKind: 'import_run',
    recordId: run.id,
    after,
    at: deps.clock.now(),
  });
}

export function list(
  deps: Deps,
  user: SignedInUser,
  { sourceId, cursor, limit }: Parsed<typeof listImportRuns>,
): Promise<Reply<typeof listImportRuns>> {
  return deps.db.read(user, async (trx) => {
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows = await store.listRuns(trx, user.organizationId, { sourceId, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor([last.createdAt, last.id]) : null };
  });
}

function readCursor(cursor: string): [string, string] {
  const [at = '', id = ''] = decodeCursor(cursor, 2).map(String);
  const isFit = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!isFit || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  return [at, id];
}

/** One run with the first of its problems. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getImportRun>,
): Promise<Reply<typeof getImportRun>> {
  return deps.db.read(user, async (trx) => {
    const { organizationId } = user;
    const run = await getOne(trx, organizationId, input.id);
    const page = { after: 0, limit: shownProblems };
    const problems = await store.listProblems(trx, organizationId, run.id, { ...page, isNote: false });
    const notes = await store.listProblems(trx, organizationId, run.id, { ...page, isNote: true });
    return {
      run,
      problems: problems.map(toRowProblem),
      notes: notes.map(toRowProblem),
      undoLeft: run.undoKept === 0 ? [] : await store.listUndoLeft(trx, organizationId, run.id),
    };
  });
}

function toRowProblem({ line, problem, column_name: column, value }: store.ProblemRow): ImportProblem {
  return { line, problem, column, value, sentence: sentenceOf(problem, { line, column, value }) };
}

/** Asks a run to stop; one that has not begun yet ends at once. */
export function cancel(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof cancelImport>,
): Promise<Reply<typeof cancelImport>> {
  return deps.db.transaction(user, async (trx) => {
    const run = await getOne(trx, user.organizationId, input.id);
    if (!['waiting', 'fetching', 'checking', 'writing'].includes(run.state)) return run;
    const now = deps.clock.now();
    const isOver = run.state === 'waiting';
    await store.changeRun(trx, user.organizationId, run.id, {
      cancel_asked: true,
      ...(isOver ? { state: 'cancelled', finished_at: now } : {}),
    });
    await audit(deps, trx, user, { action: 'import.cancel', run });
    return getOne(trx, user.organizationId, run.id);
  });
}

/** Takes a run back in the background. */
export function undo(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof undoImport>,
): Promise<Reply<typeof undoImport>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const run = await getOne(trx, organizationId, input.id);
    if (run.state === 'undoing' || run.state === 'undone') return run;
    if (!run.canUndo) throw new AppError('transition_not_allowed');
    await store.changeRun(trx, organizationId, run.id, { state: 'undoing', undone_by: user.id });
    await deps.jobs.enqueue(trx, undoImportJob, { organizationId, runId: run.id });
    await audit(deps, trx, user, { action: 'import.undo', run });
    return getOne(trx, organizationId, run.id);
  });
}

const perPage = 5_000;

/** Every row that could not be taken, with the reason in front, ready to be corrected and imported again. */
export function errors(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getImportErrors>,
): Promise<FileReply> {
  return deps.db.read(user, async (trx) => {
    const run = await getOne(trx, user.organizationId, input.id);
    const words = importMessages[input.language].errorHeader;
    const rows: string[][] = [];
    let after = 0;
    for (;;) {
      const page = { isNote: false, after, limit: perPage };
      const found = await store.listProblems(trx, user.organizationId, run.id, page);
      for (const { line, problem, column_name: column, value, cells } of found)
        rows.push([
          sayProblem(input.language, problem, { column, value, line }),
          String(line),
          ...(Array.isArray(cells) ? cells.map(String) : []),
        ]);
      after = found.at(-1)?.no ?? 0;
      if (found.length < perPage) break;
    }
    return {
      bytes: toCsvFile([words.reason, words.line], rows),
      contentType: 'text/csv; charset=utf-8',
      name: errorFileName(run.fileName, input.language),
    };
  });
}

/** `Fehler-kunden.csv` for `kunden.xlsx`: the rows come as CSV whatever the file was. */
function errorFileName(fileName: string, language: 'de' | 'en'): string {
  const plain = fileName.replace(/\.(csv|txt|xlsx)$/i, '').replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
  return `${language === 'de' ? 'Fehler' : 'Errors'}-${plain.slice(0, 80)}.csv`;
}
