// A run in the background, from fetching to its end; taken up again where it was if the server stops in between.
import { ImportKind, ImportMapping } from '#contract/import-map.ts';
import { z } from 'zod';
import { writeAudit } from '#api/db/audit.ts';
import type { Deps } from '#api/deps.ts';
import { RetryAt } from '#api/jobs/job.ts';
import type { Attempt } from '#api/jobs/job.ts';
import { AskedToWait } from './endpoint/fetch-page.ts';
import { hasFile, importPath, removeFile } from './files/disk.ts';
import { SourceError } from './files/source.ts';
import { kindWithAttributes } from './import.ts';
import { proposeMapping } from './mapping.ts';
import { openSource } from './files/open-source.ts';
import { bringFile } from './origin.ts';
import { runFile } from './run-file.ts';
import { changeRun } from './runs-store.ts';
import { findSource, toSource } from './source-store.ts';

interface RunId {
  readonly organizationId: string;
  readonly runId: string;
}

const Settings = z.object({ mapping: ImportMapping, isFullLoad: z.boolean() });
const pollMs = 3_000;

/** Does the run that is waiting, or goes on with one that was interrupted; others of the organisation wait their turn. */
export async function performRun(deps: Deps, id: RunId, { signal }: Attempt): Promise<void> {
  const run = await takeRun(deps, id);
  if (run === null) return;
  try {
    const path = await bring(deps, id, run, signal);
    const end = await write(deps, id, run, { path, signal });
    if (end === 'interrupted') throw new RetryAt(deps.clock.now());
    await finish(deps, id, { state: end, problem: null });
    await removeFetched(deps, id);
  } catch (error) {
    await handleFailure(deps, id, error, signal);
  }
}

async function handleFailure(deps: Deps, id: RunId, error: unknown, signal: AbortSignal): Promise<void> {
  if (error instanceof RetryAt) throw error;
  if (signal.aborted) throw new RetryAt(deps.clock.now());
  if (error instanceof AskedToWait)
    throw new RetryAt(new Date(deps.clock.now().getTime() + error.seconds * 1_000));
  if (!(error instanceof SourceError)) throw error;
  const { problem, line, column, value } = error;
  await finish(deps, id, { state: 'failed', problem: { problem, line, column, value } });
  await removeFetched(deps, id);
}

/** Told when the job has been tried for the last time: the run must not look as if it still went on. */
export async function failRun(deps: Deps, id: RunId): Promise<void> {
  await finish(deps, id, {
    state: 'failed',
    problem: { problem: 'not_readable', line: null, column: '', value: '' },
  });
}

type TakenRun = NonNullable<Awaited<ReturnType<typeof takeRun>>>;

/** The run, now under way; null when it has ended meanwhile. Throws RetryAt while another one is writing. */
async function takeRun(deps: Deps, { organizationId, runId }: RunId) {
  return deps.db.system(async (trx) => {
    const run = await trx
      .selectFrom('import_run')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('id', '=', runId)
      .executeTakeFirst();
    const isOpen =
      run !== undefined && ['waiting', 'fetching', 'checking', 'writing', 'finishing'].includes(run.state);
    if (!isOpen) return null;
    const other = await trx
      .selectFrom('import_run')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('state', 'in', ['fetching', 'checking', 'writing', 'finishing', 'undoing'])
      .where('id', '<>', runId)
      .executeTakeFirst();
    if (other !== undefined)
      throw new RetryAt(new Date(deps.clock.now().getTime() + pollMs), 'another run is writing');
    const source = run.source_id === null ? null : await findSource(trx, organizationId, run.source_id);
    const isNew = run.state === 'waiting';
    if (isNew)
      await changeRun(trx, organizationId, runId, {
        state: 'fetching',
        started_at: run.started_at ?? deps.clock.now(),
      });
    return {
      kind: await kindWithAttributes(trx, organizationId, ImportKind.parse(run.kind)),
      fileId: run.file_id,
      sourceId: run.source_id,
      source: source === null ? null : { ...toSource(source), sealedSecret: source.secret },
      isDryRun: run.is_dry_run,
      settings: Settings.parse(run.settings),
      startedAt: run.started_at ?? deps.clock.now(),
      skip: run.rows_read,
    };
  });
}

/** What an interrupted run has fetched already is not fetched again: its rows must stay the same. */
async function bring(deps: Deps, id: RunId, run: TakenRun, signal: AbortSignal): Promise<string> {
  const { organizationId, runId } = id;
  if (run.skip > 0) {
    const name = run.fileId ?? (run.source?.place === 'endpoint' ? `${runId}.ndjson` : runId);
    const path = importPath(deps.config, organizationId, name);
    if (await hasFile(path)) return path;
    throw new SourceError('file_gone');
  }
  const file = run.fileId === null ? null : { id: run.fileId };
  return bringFile(deps, { organizationId, id: runId, source: run.source, file, signal });
}

async function write(deps: Deps, id: RunId, run: TakenRun, at: { path: string; signal: AbortSignal }) {
  const { organizationId, runId } = id;
  const change = (columns: Parameters<typeof changeRun>[3]) =>
    deps.db.system((trx) => changeRun(trx, organizationId, runId, columns));
  await change({ state: 'checking' });
  const mapping = await completeMapping(run, at.path);
  return runFile({
    db: deps.db,
    organizationId,
    runId,
    sourceId: run.sourceId,
    kind: run.kind,
    path: at.path,
    mapping,
    isDryRun: run.isDryRun,
    isFullLoad: run.settings.isFullLoad,
    now: run.startedAt,
    skip: run.skip,
    signal: at.signal,
    onState: (state, rowsTotal) => change({ state, rows_total: rowsTotal }),
  });
}

/** A map without columns is filled from the header, as the preview proposes. */
async function completeMapping(
  { kind, settings: { mapping } }: TakenRun,
  path: string,
): Promise<ImportMapping> {
  if (Object.keys(mapping.columns).length > 0) return mapping;
  const { header } = await openSource(path, mapping);
  return { ...mapping, columns: proposeMapping(kind, header).columns };
}

interface End {
  readonly state: 'done' | 'cancelled' | 'failed';
  readonly problem: object | null;
}

async function finish(deps: Deps, { organizationId, runId }: RunId, { state, problem }: End): Promise<void> {
  const now = deps.clock.now();
  await deps.db.system(async (trx) => {
    await changeRun(trx, organizationId, runId, {
      state,
      problem: problem === null ? null : JSON.stringify(problem),
      finished_at: now,
    });
    await writeAudit(
      trx,
      { organizationId, id: null },
      {
        action: `import.${state}`,
        recordKind: 'import_run',
        recordId: runId,
        after: problem ?? {},
        source: 'job',
        at: now,
      },
    );
  });
}

async function removeFetched(deps: Deps, { organizationId, runId }: RunId): Promise<void> {
  for (const name of [runId, `${runId}.ndjson`]) await removeFile(deps.config, organizationId, name);
}
