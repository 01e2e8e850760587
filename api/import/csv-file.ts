// Reads a CSV file line by line, whatever delimiter and encoding the ERP chose, without holding it in memory.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';

export interface CsvLine {
  /** Line in the file, counted from 1; the header is line 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The file cannot be read as CSV from this line on. */
export class CsvFileError extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** Every line after the header. Delimiter `,`, `;` or tab and UTF-8 or Latin-1 are found from the file's beginning. Throws CsvFileError. */
export async function* readCsvFile(path: string): AsyncGenerator<CsvLine> {
  const { delimiter, encoding } = await inspect(path);
  const parser = createReadStream(path, { encoding }).pipe(
    parse({
      bom: true,
      columns: true,
      delimiter,
      info: true,
      relax_column_count_less: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  try {
    for await (const record of parser) {
      const { record: values, info } = record as { record: Record<string, string>; info: { lines: number } }; // shape asked for by `info`
      yield { line: info.lines, values };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFileError(Number(error['lines'] ?? 0), error.message);
    throw error;
  }
}

async function inspect(path: string): Promise<{ delimiter: string; encoding: 'utf8' | 'latin1' }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const start = buffer.subarray(0, bytesRead);
    const header = start.toString('latin1').split(/\r?\n/, 1)[0] ?? '';
    const count = (sign: string) => header.split(sign).length;
    const [delimiter = ','] = [';', ',', '\t'].sort((a, b) => count(b) - count(a));
    return { delimiter, encoding: isUtf8(start) ? 'utf8' : 'latin1' };
  } finally {
    await file.close();
  }
}

/** A cut character at the end of the sample does not count against UTF-8. */
function isUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
