// The import of the command line: several files under one map, in one transaction or not at all. The front door of this room.
import type { ImportKind, ImportMapping } from '#contract/import-map.ts';
import { importKinds } from '#contract/import-map.ts';
import type { Database, Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { readAttributeFields } from './attribute-fields.ts';
import { SourceError } from './files/source.ts';
import { recordKinds } from './kinds/kinds.ts';
import type { RecordKind } from './kinds/kind.ts';
import { mappingOf } from './maps.ts';
import type { ImportMap } from './maps.ts';
import { importMessages, sayProblem } from './messages.ts';
import type { ImportLanguage } from './messages.ts';
import { runFile } from './run-file.ts';

export interface ImportRequest {
  readonly organizationId: string;
  /** The organisation does not exist yet; it is made under this name, in a dry run for its length. */
  readonly newOrganizationName?: string;
  readonly files: Readonly<Partial<Record<ImportKind, string>>>;
  readonly map: ImportMap;
  readonly isDryRun: boolean;
  readonly language: ImportLanguage;
  readonly now: Date;
  /** Told after each batch how many lines of the file have been read. */
  readonly onProgress?: (kind: ImportKind, lines: number) => void;
}

export interface WrongLine {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

export interface Counts {
  created: number;
  changed: number;
  same: number;
  wrong: number;
}

export interface ImportReport {
  readonly counts: Partial<Record<ImportKind, Counts>>;
  /** The first 10,000; `counts` tells how many there are. */
  readonly wrongLines: WrongLine[];
}

/** A file or map that cannot be used at all; nothing was stored. The message is a sentence for the administrator. */
export class ImportError extends Error {}

const mostWrongLines = 10_000;

/** Runs the import; a dry run does everything and then takes it back. Throws ImportError. */
export async function runImport(db: Database, request: ImportRequest): Promise<ImportReport> {
  const report: ImportReport = { counts: {}, wrongLines: [] };
  try {
    await db.system(async (trx) => {
      await createOrganization(trx, request);
      for (const kind of importKinds) await importFile(db, trx, { request, kind, report });
      if (request.isDryRun) throw new DryRun();
      await noteImport(trx, request, report);
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return report;
}

/** Thrown at the end of a dry run so that the transaction is taken back. */
class DryRun extends Error {}

async function createOrganization(trx: Query, request: ImportRequest): Promise<void> {
  const { organizationId, newOrganizationName: name } = request;
  if (name === undefined) return;
  await trx.insertInto('organization').values({ organization_id: organizationId, name }).execute();
}

interface FileImport {
  readonly request: ImportRequest;
  readonly kind: ImportKind;
  readonly report: ImportReport;
}

async function importFile(db: Database, trx: Query, { request, kind, report }: FileImport): Promise<void> {
  const path = request.files[kind];
  if (path === undefined) return;
  const words = importMessages[request.language];
  const mapping = mappingOf(request.map, kind);
  if (mapping === null) throw new ImportError(words.missingMap(words.kind[kind]));
  const runId = newId();
  await insertRun(trx, { request, kind, runId, path, mapping });
  try {
    await runFile({
      db,
      organizationId: request.organizationId,
      runId,
      sourceId: null,
      kind: await kindWithAttributes(trx, request.organizationId, kind),
      path,
      mapping,
      isDryRun: false,
      isFullLoad: false,
      now: request.now,
      skip: 0,
      onBatch: (lines) => request.onProgress?.(kind, lines),
    });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.problem === 'header_only') report.counts[kind] = { created: 0, changed: 0, same: 0, wrong: 0 };
    else throw new ImportError(words.inFile(path, sayProblem(request.language, error.problem, error)));
  }
  await readReport(trx, { request, kind, report }, { runId, path });
}

/** The kind with the company's own attributes as further fields. */
export async function kindWithAttributes(
  trx: Query,
  organizationId: string,
  name: ImportKind,
): Promise<RecordKind> {
  const kind = recordKinds[name];
  const fields = await readAttributeFields(trx, organizationId, name);
  return fields.length === 0 ? kind : { ...kind, fields: [...kind.fields, ...fields] };
}

interface NewRun {
  readonly request: ImportRequest;
  readonly kind: ImportKind;
  readonly runId: string;
  readonly path: string;
  readonly mapping: ImportMapping;
}

async function insertRun(trx: Query, { request, kind, runId, path, mapping }: NewRun): Promise<void> {
  await trx
    .insertInto('import_run')
    .values({
      organization_id: request.organizationId,
      id: runId,
      source_id: null,
      kind,
      file_id: null,
      file_name: path.split(/[\\/]/).at(-1) ?? path,
      is_dry_run: false,
      settings: JSON.stringify({ mapping, isFullLoad: false }),
      state: 'done',
      rows_total: null,
      problem: null,
      started_by: null,
      created_at: request.now,
      started_at: request.now,
      finished_at: request.now,
      undone_by: null,
      undone_at: null,
    })
    .execute();
}

async function readReport(
  trx: Query,
  { request, kind, report }: FileImport,
  { runId, path }: { runId: string; path: string },
): Promise<void> {
  const { organizationId, language } = request;
  const { created, changed, same, wrong } = await trx
    .selectFrom('import_run')
    .select(['created', 'changed', 'same', 'wrong'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  report.counts[kind] = { created, changed, same, wrong };
  const problems = await trx
    .selectFrom('import_problem')
    .select(['line', 'problem', 'column_name', 'value'])
    .where('organization_id', '=', organizationId)
    .where('run_id', '=', runId)
    .where('is_note', '=', false)
    .orderBy('line')
    .limit(mostWrongLines - report.wrongLines.length)
    .execute();
  for (const { line, problem, column_name: column, value } of problems)
    report.wrongLines.push({
      file: path,
      line,
      sentence: sayProblem(language, problem, { column, value, line }),
    });
}

async function noteImport(trx: Query, request: ImportRequest, report: ImportReport): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      organization_id: request.organizationId,
      id: newId(),
      at: request.now,
      user_id: null,
      action: 'import.run',
      record_kind: 'import',
      record_id: newId(),
      before: null,
      after: JSON.stringify({ files: request.files, counts: report.counts }),
      source: 'import',
      request_id: null,
    })
    .execute();
}
