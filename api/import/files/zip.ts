// Reads single entries out of a ZIP file as streams, never more than a given number of bytes: a bomb stops there.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { SourceError } from './source.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const mostEntries = 5_000;
const mostDirectoryBytes = 5_000_000;

/** The entries of the central directory by name; throws SourceError (`not_xlsx`) for what is no ZIP file. */
export async function listZipEntries(path: string): Promise<Map<string, ZipEntry>> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const directory = await readDirectory(file, size);
    return new Map(parseDirectory(directory).map((entry) => [entry.name, entry]));
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function readDirectory(file: FileHandle, size: number): Promise<Buffer> {
  const tailBytes = Math.min(size, 65_557);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endOfDirectory) continue;
    const length = tail.readUInt32LE(at + 12);
    const position = tail.readUInt32LE(at + 16);
    if (length > mostDirectoryBytes || position + length > size) break;
    return readAt(file, position, length);
  }
  throw new SourceError('not_xlsx');
}

function parseDirectory(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === directoryEntry) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    });
    if (entries.length > mostEntries) throw new SourceError('xlsx_too_large');
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The unpacked text of an entry in pieces; throws SourceError when it is longer than `mostBytes` or damaged. */
export async function* readZipText(path: string, entry: ZipEntry, mostBytes: number): AsyncGenerator<string> {
  if (entry.isEncrypted) throw new SourceError('xlsx_encrypted');
  const start = await startOfData(path, entry);
  const packed = createReadStream(path, { start, end: Math.max(start, start + entry.packedBytes - 1) });
  const decoder = new TextDecoder('utf-8');
  const bytes = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  packed.once('error', (error) => bytes.destroy(error));
  let length = 0;
  try {
    for await (const piece of bytes) {
      length += (piece as Buffer).length; // a stream without encoding gives buffers
      if (length > mostBytes) throw new SourceError('xlsx_too_large', { value: entry.name });
      yield decoder.decode(piece as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('not_xlsx', { value: entry.name });
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}

async function startOfData(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const head = await readAt(file, entry.offset, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new SourceError('not_xlsx');
    return entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
