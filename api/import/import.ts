// The import: each file staged line by line, compared with what is there, written; all in one transaction or not at all.
import type { Database, Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { CsvFileError, readCsvFile } from './csv-file.ts';
import { createTouched, placeNewCustomers, recomputeFigures } from './figures.ts';
import { importKinds } from './maps.ts';
import type { ImportKind, ImportMap } from './maps.ts';
import { importMessages } from './messages.ts';
import type { ImportLanguage } from './messages.ts';
import { createReader } from './records.ts';
import {
  createStage,
  fillStage,
  findStagedProblems,
  writeCustomers,
  writeOrderLines,
  writeOrders,
  writeProducts,
} from './store.ts';
import type { Counts } from './store.ts';

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

export interface ImportReport {
  readonly counts: Partial<Record<ImportKind, Counts>>;
  /** The first 10,000; `counts` tells how many there are. */
  readonly wrongLines: WrongLine[];
}

/** A file or map that cannot be used at all; nothing was stored. The message is a sentence for the administrator. */
export class ImportError extends Error {}

const batchSize = 1_000;
const mostWrongLines = 10_000;
const writers = {
  customers: writeCustomers,
  products: writeProducts,
  orders: writeOrders,
  orderLines: writeOrderLines,
};

/** Runs the import; a dry run does everything and then takes it back. Throws ImportError. */
export async function runImport(db: Database, request: ImportRequest): Promise<ImportReport> {
  const report: ImportReport = { counts: {}, wrongLines: [] };
  try {
    await db.system(async (trx) => {
      await createOrganization(trx, request);
      await createTouched(trx);
      for (const kind of importKinds) await importFile(trx, request, kind, report);
      if (request.files.customers !== undefined) await placeNewCustomers(trx, request.organizationId);
      await recomputeFigures(trx, request.organizationId, request.now.toISOString().slice(0, 10));
      if (request.isDryRun) throw new DryRun();
      await noteImport(trx, request, report);
      await rebuildSearch(trx, request.organizationId);
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return report;
}

async function createOrganization(trx: Query, request: ImportRequest): Promise<void> {
  const { organizationId, newOrganizationName: name } = request;
  if (name === undefined) return;
  await trx.insertInto('organization').values({ organization_id: organizationId, name }).execute();
}

/** Thrown at the end of a dry run so that the transaction is taken back. */
class DryRun extends Error {}

async function importFile(
  trx: Query,
  request: ImportRequest,
  kind: ImportKind,
  report: ImportReport,
): Promise<void> {
  const file = request.files[kind];
  if (file === undefined) return;
  await createStage(trx, kind);
  const refused = await stageFile(trx, request, kind, report.wrongLines);
  const words = importMessages[request.language].problem;
  const found = await findStagedProblems(trx, request.organizationId, kind);
  for (const { line, problem, value } of found)
    addWrong(report.wrongLines, {
      file,
      line,
      sentence: words[problem](keyColumn(request.map, kind), value),
    });
  const written = await writers[kind](trx, request.organizationId, request.now);
  report.counts[kind] = { ...written, wrong: refused + found.length };
}

/** The column whose value names a record of this kind. */
function keyColumn(map: ImportMap, kind: ImportKind): string {
  return (kind === 'orderLines' ? map.orderLines?.orderNumber : map[kind]?.number) ?? '';
}

async function stageFile(
  trx: Query,
  request: ImportRequest,
  kind: ImportKind,
  wrongLines: WrongLine[],
): Promise<number> {
  const file = request.files[kind] ?? '';
  const words = importMessages[request.language];
  const reader = createReader(request.map, kind);
  if (reader === null) throw new ImportError(words.missingMap(words.kind[kind]));
  let batch: object[] = [];
  let refused = 0;
  let lines = 0;
  for await (const { line, values } of readLines(file, words)) {
    if (lines === 0) checkColumns(file, reader.columns, values, words);
    lines += 1;
    const read = reader.read(values);
    if ('record' in read) batch.push({ ...read.record, line });
    else {
      refused += 1;
      addWrong(wrongLines, { file, line, sentence: words.problem[read.problem](read.column, read.value) });
    }
    if (batch.length < batchSize) continue;
    await fillStage(trx, kind, batch);
    batch = [];
    request.onProgress?.(kind, lines);
  }
  await fillStage(trx, kind, batch);
  request.onProgress?.(kind, lines);
  return refused;
}

async function* readLines(file: string, words: (typeof importMessages)['de']) {
  try {
    yield* readCsvFile(file);
  } catch (error) {
    if (error instanceof CsvFileError) throw new ImportError(words.notCsv(file, error.line));
    if (error instanceof Error && 'syscall' in error) throw new ImportError(words.notReadable(file));
    throw error;
  }
}

function checkColumns(
  file: string,
  columns: readonly string[],
  values: Readonly<Record<string, string>>,
  words: (typeof importMessages)['de'],
): void {
  const missing = columns.find((column) => !(column in values));
  if (missing !== undefined)
    throw new ImportError(words.missingColumn(file, missing, Object.keys(values).join(', ')));
}

function addWrong(wrongLines: WrongLine[], wrong: WrongLine): void {
  if (wrongLines.length < mostWrongLines) wrongLines.push(wrong);
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
