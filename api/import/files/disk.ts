// Where files lie: uploads and fetched records in a folder per organisation under the data folder, named by id only.
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '#api/config.ts';
import { AppError } from '#api/errors.ts';
import { SourceError } from './source.ts';

type Folders = Pick<Config, 'dataFolder' | 'imports'>;

export const maxFileBytes = 200_000_000;

/** The path of an uploaded file, or of what a run has fetched (`ndjson`) or copied. */
export function importPath(config: Folders, organizationId: string, name: string): string {
  return join(config.dataFolder, 'imports', organizationId, name);
}

async function makeFolder(config: Folders, organizationId: string): Promise<void> {
  await mkdir(join(config.dataFolder, 'imports', organizationId), { recursive: true, mode: 0o700 });
}

/** Writes the stream to disk as it comes; throws too_large beyond 200 MB and leaves nothing then. */
export async function saveUpload(
  config: Folders,
  at: { organizationId: string; id: string },
  body: Readable,
): Promise<number> {
  await makeFolder(config, at.organizationId);
  const path = importPath(config, at.organizationId, at.id);
  let length = 0;
  const limit = new Transform({
    transform(piece: Buffer, _encoding, done) {
      length += piece.length;
      if (length > maxFileBytes) done(new AppError('too_large'));
      else done(null, piece);
    },
  });
  try {
    await pipeline(body, limit, createWriteStream(path, { mode: 0o600 }));
    return length;
  } catch (error) {
    await removeFile(config, at.organizationId, at.id);
    throw error;
  }
}

/** Takes a file out of the import folder; only its plain name counts. Throws SourceError. */
export async function copyFromFolder(
  config: Folders,
  at: { organizationId: string; id: string },
  name: string,
): Promise<string> {
  const from = folderPath(config, name);
  await makeFolder(config, at.organizationId);
  const path = importPath(config, at.organizationId, at.id);
  try {
    if ((await stat(from)).size > maxFileBytes * 5) throw new SourceError('answer_too_large');
    await copyFile(from, path);
    return path;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('not_readable', { value: name });
  }
}

/** A path in the import folder; throws SourceError for anything that points elsewhere. */
export function folderPath(config: Folders, name: string): string {
  const { folder } = config.imports;
  const isPlain = name === basename(name) && !name.includes('\\') && !name.includes('\0') && name !== '..';
  if (folder === null || !isPlain) throw new SourceError('not_readable', { value: name });
  return join(folder, name);
}

export async function prepareFolder(config: Folders, organizationId: string, name: string): Promise<string> {
  await makeFolder(config, organizationId);
  return importPath(config, organizationId, name);
}

export async function removeFile(config: Folders, organizationId: string, name: string): Promise<void> {
  await rm(importPath(config, organizationId, name), { force: true });
}

export async function hasFile(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
