// Opens what was fetched from an endpoint: one JSON record per line, already flattened.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readHeader, SourceError } from './source.ts';
import type { Cell, OpenedSource, SourceRow } from './source.ts';

const headerRecords = 1_000;
const portion = 1_000;

/** The header is every name that stands in the first 1,000 records. Throws SourceError. */
export async function openJson(path: string): Promise<OpenedSource> {
  const names = new Set<string>();
  for await (const rows of readRecords(path)) {
    for (const { record } of rows) for (const name of Object.keys(record)) names.add(name);
    if ((rows.at(-1)?.line ?? 0) >= headerRecords) break;
  }
  if (names.size === 0) throw new SourceError('empty');
  const fields = [...names];
  return {
    found: { format: 'json', encoding: null, delimiter: null, sheets: [], isDatev: false },
    header: readHeader(fields),
    rows: async function* rows() {
      for await (const records of readRecords(path))
        yield records.map(({ line, record }): SourceRow => ({
          line,
          cells: fields.map((name) => record[name] ?? null),
        }));
    },
  };
}

type Numbered = { line: number; record: Record<string, Cell> };

async function* readRecords(path: string): AsyncGenerator<Numbered[]> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  let line = 0;
  let batch: Numbered[] = [];
  for await (const text of lines) {
    if (text === '') continue;
    line += 1;
    batch.push({ line, record: JSON.parse(text) as Record<string, Cell> }); // written by save-records.ts
    if (batch.length < portion) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
