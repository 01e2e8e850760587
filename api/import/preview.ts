// What an import would read: the first rows, what was assumed, which column sounds like which field. Stores nothing.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { ImportMapping } from '#contract/import-map.ts';
import type { ImportPreview, ImportProblem, previewImport } from '#contract/import-preview.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { assume } from './assume.ts';
import { removeFile } from './files/disk.ts';
import { openSource } from './files/open-source.ts';
import { SourceError } from './files/source.ts';
import type { OpenedSource, SourceRow } from './files/source.ts';
import { kindWithAttributes } from './import.ts';
import type { RecordKind, Value } from './kinds/kind.ts';
import { planMapping, proposeMapping } from './mapping.ts';
import type { Plan } from './mapping.ts';
import { datevDebtors } from './maps.ts';
import { sayProblem } from './messages.ts';
import { bringFile, checkSourceAndFile } from './origin.ts';
import { createRowReader } from './rows.ts';
import { cellText, readSample } from './run-rows.ts';

const sampleRows = 2_000;
const shownRows = 20;
const shownProblems = 50;

/** A file that cannot be read answers its problem, with nothing else. */
export async function preview(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof previewImport>,
): Promise<Reply<typeof previewImport>> {
  const { kind, source, file } = await deps.db.read(user, async (trx) => ({
    ...(await checkSourceAndFile(trx, user.organizationId, input)),
    kind: await kindWithAttributes(trx, user.organizationId, input.kind),
  }));
  const id = newId();
  const given = input.mapping ?? source?.mapping ?? null;
  try {
    const path = await bringFile(deps, { organizationId: user.organizationId, id, source, file }, 1);
    return await previewFile(kind, path, given);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return unreadable(given, error);
  } finally {
    for (const name of [id, `${id}.ndjson`]) await removeFile(deps.config, user.organizationId, name);
  }
}

function unreadable(given: ImportMapping | null, error: SourceError): ImportPreview {
  return {
    format: 'csv',
    sheets: [],
    assumptions: [],
    columns: [],
    mapping: given ?? { columns: {} },
    rows: [],
    problems: [toProblem(error)],
    missingFields: [],
  };
}

/** A file's problem as the contract has it. */
export function toProblem(error: Pick<SourceError, 'problem' | 'line' | 'column' | 'value'>): ImportProblem {
  const { line, column, value, problem } = error;
  return { line, problem, column, value, sentence: sentenceOf(problem, { line, column, value }) };
}

export function sentenceOf(problem: string, at: { line: number | null; column: string; value: string }) {
  return { de: sayProblem('de', problem, at), en: sayProblem('en', problem, at) };
}

async function previewFile(
  kind: RecordKind,
  path: string,
  given: ImportMapping | null,
): Promise<ImportPreview> {
  const source = await openSource(path, given ?? {});
  const sample = await readSample(source, sampleRows);
  const proposal = proposeMapping(kind, source.header);
  const mapping = withProposal(kind, source, given, proposal.columns);
  const plan = planMapping(kind, mapping, source.header);
  const assumed = assume(source.found, mapping, sample, plan.places);
  const { rows, problems } = readRows(kind, plan, sample, assumed.writing);
  const missing = plan.missingColumns.map((column) =>
    toProblem(new SourceError('missing_column', { column, value: source.header.slice(0, 40).join(', ') })),
  );
  const nothing = sample.length === 0 ? [toProblem(new SourceError('header_only'))] : [];
  return {
    format: source.found.format,
    sheets: [...source.found.sheets],
    assumptions: assumed.assumptions,
    columns: source.header.map((name, at) => ({
      name,
      samples: samplesOf(sample, at),
      proposal: proposal.byColumn.get(name) ?? null,
    })),
    mapping,
    rows,
    problems: [...nothing, ...missing, ...problems],
    missingFields: [...plan.missingFields],
  };
}

/** DATEV's own list has a ready map; otherwise the header's words make the proposal. */
function withProposal(
  kind: RecordKind,
  source: OpenedSource,
  given: ImportMapping | null,
  columns: ImportMapping['columns'],
): ImportMapping {
  if (given !== null && Object.keys(given.columns).length > 0) return given;
  const isDatev = source.found.isDatev && kind.kind === 'customers' && source.header.includes('Konto');
  const datev = Object.entries(datevDebtors.columns).filter(([, { column }]) =>
    source.header.includes(column),
  );
  return { ...given, columns: isDatev ? Object.fromEntries(datev) : columns };
}

function samplesOf(sample: readonly SourceRow[], at: number): string[] {
  const texts = new Set<string>();
  for (const { cells } of sample.slice(0, 200)) {
    const text = cellText(cells[at]).trim();
    if (text !== '') texts.add(text.slice(0, 60));
    if (texts.size >= 3) break;
  }
  return [...texts];
}

function readRows(
  kind: RecordKind,
  plan: Plan,
  sample: readonly SourceRow[],
  writing: Parameters<typeof createRowReader>[2],
): Pick<ImportPreview, 'rows' | 'problems'> {
  const read = createRowReader(kind, plan.places, writing);
  const rows: ImportPreview['rows'] = [];
  const problems: ImportProblem[] = [];
  for (const row of sample) {
    const result = read(row);
    if ('problem' in result) {
      const { line, problem, column, value } = result;
      if (problems.length < shownProblems)
        problems.push({
          line,
          problem,
          column,
          value,
          sentence: sentenceOf(problem, { line, column, value }),
        });
    } else if (rows.length < shownRows) rows.push({ line: result.line, values: textsOf(result.values) });
  }
  return { rows, problems };
}

function textsOf(values: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || name.startsWith('=') ? [] : [[name, String(value)]],
    ),
  );
}
