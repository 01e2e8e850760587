// Opens a workbook: one sheet, row by row, without ever holding it; formulas count with the value Excel stored.
import { readHeader, SourceError } from './source.ts';
import type { Cell, OpenedSource, ReadOptions, SourceRow } from './source.ts';
import { createSheetReader } from './sheet.ts';
import type { Workbook } from './sheet.ts';
import { readDateStyles, readSharedTexts, readSheetNames } from './workbook.ts';
import { listZipEntries, readZipText } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** A sheet of 200,000 ERP rows has some 150 MB of XML; a bomb has thousands. */
const mostSheetBytes = 2_000_000_000;
/** Repetition packs at most about 1 : 1000; real sheets 1 : 10 to 1 : 60. */
const mostGrowth = 250;
const freeBytes = 50_000_000;

/** Throws SourceError for what is no workbook, is protected by a password, or would unpack beyond all measure. */
export async function openXlsx(path: string, options: ReadOptions): Promise<OpenedSource> {
  const entries = await listZipEntries(path);
  const sheets = await readSheetNames(path, entries);
  const sheet = options.sheet === undefined ? sheets[0] : sheets.find((one) => one.name === options.sheet);
  const entry = sheet === undefined ? undefined : entries.get(sheet.entry);
  if (entry === undefined)
    throw new SourceError('no_sheet', { value: options.sheet ?? sheets.map((one) => one.name).join(', ') });
  const workbook: Workbook = {
    texts: await readSharedTexts(path, entries),
    ...(await readDateStyles(path, entries)),
  };
  const header = await readFirst(path, entry, workbook);
  if (header === null) throw new SourceError('empty');
  return {
    found: {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: sheets.map((one) => one.name),
      isDatev: false,
    },
    header: readHeader(header.cells),
    rows: async function* rows() {
      for await (const rows of readSheet(path, entry, workbook)) {
        const after = rows.filter((row) => row.line > header.line);
        if (after.length > 0) yield after;
      }
    },
  };
}

async function* readSheet(path: string, entry: ZipEntry, workbook: Workbook): AsyncGenerator<SourceRow[]> {
  const reader = createSheetReader(workbook);
  const mostBytes = Math.min(mostSheetBytes, freeBytes + entry.packedBytes * mostGrowth);
  for await (const piece of readZipText(path, entry, mostBytes)) {
    const rows = reader.push(piece).filter((row) => row.cells.some(isFilled));
    if (rows.length > 0) yield rows;
  }
}

function isFilled(cell: Cell): boolean {
  return cell !== null && cell !== '';
}

/** The first row with anything in it is the header. */
async function readFirst(path: string, entry: ZipEntry, workbook: Workbook): Promise<SourceRow | null> {
  for await (const [first] of readSheet(path, entry, workbook)) if (first !== undefined) return first;
  return null;
}
