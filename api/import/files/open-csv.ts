// Opens a CSV file: encoding and delimiter are found unless they are given, DATEV's line above the header is passed over.
import { open } from 'node:fs/promises';
import { createCsvSplitter } from './csv.ts';
import type { CsvRecord } from './csv.ts';
import { findEncoding, readText } from './encoding.ts';
import { delimiters, readHeader, SourceError } from './source.ts';
import type { Delimiter, Encoding, OpenedSource, ReadOptions, SourceRow } from './source.ts';

const sampleLines = 20;

/** Throws SourceError when the file is empty, binary or has no usable header. */
export async function openCsv(path: string, options: ReadOptions): Promise<OpenedSource> {
  const encoding = options.encoding ?? (await findEncoding(path));
  const start = await readStart(path, encoding);
  if (start.trim() === '') throw new SourceError('empty');
  refuseBinary(start);
  const isDatev = /^"?(EXTF|DTVF)"?;/.test(start);
  const delimiter = options.delimiter ?? (isDatev ? ';' : findDelimiter(start));
  const isCreditorList = isDatev && /^"?\w+"?;[^;]*;16;/.test(start);
  const first = await firstRecords(path, { encoding, delimiter }, isDatev ? 2 : 1);
  const header = first.at(isDatev ? 1 : 0);
  if (header === undefined) throw new SourceError('no_header', { line: 1 });
  return {
    found: { format: 'csv', encoding, delimiter, sheets: [], isDatev },
    header: readHeader(header.cells),
    rows: async function* rows() {
      let skip = isDatev ? 2 : 1;
      for await (const records of readRecords(path, { encoding, delimiter })) {
        const portion: SourceRow[] = isCreditorList
          ? records.slice(skip).filter(isDebtor)
          : records.slice(skip);
        skip = Math.max(0, skip - records.length);
        if (portion.length > 0) yield portion;
      }
    },
  };
}

/** DATEV's list of accounts holds suppliers as well: their numbers begin with 7, 8 or 9. */
function isDebtor({ cells }: CsvRecord): boolean {
  return !/^[789]/.test(cells[0] ?? '');
}

interface Written {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

async function* readRecords(path: string, { encoding, delimiter }: Written): AsyncGenerator<CsvRecord[]> {
  const splitter = createCsvSplitter(delimiter);
  for await (const piece of readText(path, encoding)) yield splitter.push(piece);
  yield splitter.end();
}

async function firstRecords(path: string, written: Written, count: number): Promise<CsvRecord[]> {
  const first: CsvRecord[] = [];
  for await (const records of readRecords(path, written)) {
    first.push(...records.slice(0, count - first.length));
    if (first.length >= count) break;
  }
  return first;
}

async function readStart(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

/** Pictures, PDF and the like: many control characters that no text has. */
function refuseBinary(start: string): void {
  let control = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) control += 1;
  }
  if (control > start.length * 0.05 || start.startsWith('%PDF')) throw new SourceError('binary');
}

/** The sign that parts every line of the beginning into equally many cells, more than one; on a tie the more common one. */
function findDelimiter(start: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function scoreOf(start: string, delimiter: Delimiter): number {
  const counts = readSample(start, delimiter).map((record) => record.cells.length);
  const [header = 1] = counts;
  if (header < 2) return 0;
  const alike = counts.filter((count) => count === header || count === header - 1).length / counts.length;
  return alike * 1_000 + Math.min(header, 900);
}

function readSample(start: string, delimiter: Delimiter): CsvRecord[] {
  try {
    return createCsvSplitter(delimiter).push(`${start}\n`).slice(0, sampleLines);
  } catch {
    return []; // a quote that is never closed under this delimiter
  }
}
