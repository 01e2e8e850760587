// Opens a file whatever it is: the content decides, not the name's ending.
import { open } from 'node:fs/promises';
import { openCsv } from './open-csv.ts';
import { openJson } from './open-json.ts';
import { openXlsx } from './open-xlsx.ts';
import { SourceError } from './source.ts';
import type { OpenedSource, ReadOptions } from './source.ts';

/** Throws SourceError with the reason when the file cannot be used. */
export async function openSource(path: string, options: ReadOptions = {}): Promise<OpenedSource> {
  const start = await readBytes(path);
  if (start.length === 0) throw new SourceError('empty');
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return openXlsx(path, options);
  // the old binary workbook, which also carries encrypted new ones
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new SourceError('xlsx_encrypted');
  if (path.endsWith('.ndjson')) return openJson(path);
  return openCsv(path, options);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    throw new SourceError('not_readable');
  }
}
