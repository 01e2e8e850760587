// Where a run's rows come from: an uploaded file, a file of the import folder, or an endpoint; brought to disk first.
import type { ImportKind } from '#contract/import-map.ts';
import type { ImportSource } from '#contract/import.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { authHeaders } from './endpoint/fetch-page.ts';
import { saveRecords } from './endpoint/save-records.ts';
import { openSecret } from './endpoint/secret.ts';
import { copyFromFolder, hasFile, importPath, prepareFolder } from './files/disk.ts';
import { SourceError } from './files/source.ts';
import { findFile, findSource, toSource } from './source-store.ts';
import type { FileRow } from './source-store.ts';

export interface KnownSource extends ImportSource {
  readonly sealedSecret: string | null;
}

interface Named {
  readonly kind: ImportKind;
  readonly fileId: string | null;
  readonly sourceId: string | null;
}

/** What the input names, as far as it exists here; throws not_found, or invalid_input where the parts do not fit. */
export async function checkSourceAndFile(
  trx: Query,
  organizationId: string,
  { kind, fileId, sourceId }: Named,
): Promise<{ source: KnownSource | null; file: FileRow | null }> {
  if (fileId === null && sourceId === null) throw invalid('fileId', 'required');
  const row = sourceId === null ? null : found(await findSource(trx, organizationId, sourceId));
  const file = fileId === null ? null : found(await findFile(trx, organizationId, fileId));
  if (row === null) return { source: null, file };
  if (row.kind !== kind) throw invalid('kind', 'not_allowed');
  if (row.place === 'upload' && file === null) throw invalid('fileId', 'required');
  return { source: { ...toSource(row), sealedSecret: row.secret }, file };
}

function found<T>(row: T | null): T {
  if (row === null) throw new AppError('not_found');
  return row;
}

function invalid(path: string, problem: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem }] });
}

interface Origin {
  readonly organizationId: string;
  /** Under which name what is fetched is kept on disk. */
  readonly id: string;
  readonly source: KnownSource | null;
  readonly file: Pick<FileRow, 'id'> | null;
  readonly signal?: AbortSignal;
}

/** The path of the file to read, fetched or copied first where need be. Throws SourceError or AskedToWait. */
export async function bringFile(deps: Deps, origin: Origin, mostPages?: number): Promise<string> {
  const { organizationId, id, source, file } = origin;
  if (file !== null) {
    const path = importPath(deps.config, organizationId, file.id);
    if (await hasFile(path)) return path;
    throw new SourceError('file_gone');
  }
  const location = source?.location ?? null;
  if (source === null || location === null || source.place === 'upload') throw new SourceError('file_gone');
  if (source.place === 'folder') return copyFromFolder(deps.config, { organizationId, id }, location);
  return fetchRecords(deps, { ...origin, source, location }, mostPages);
}

async function fetchRecords(
  deps: Deps,
  { organizationId, id, source, location, signal }: Origin & { source: KnownSource; location: string },
  mostPages: number | undefined,
): Promise<string> {
  const path = await prepareFolder(deps.config, organizationId, `${id}.ndjson`);
  await saveRecords(location, path, {
    headers: authHeaders(source.authKind, source.authName, secretOf(deps, source)),
    hosts: deps.config.imports.hosts,
    ...(mostPages === undefined ? {} : { mostPages }),
    ...(signal === undefined ? {} : { signal }),
  });
  return path;
}

function secretOf(deps: Deps, source: KnownSource): string | null {
  if (source.authKind === 'none') return null;
  const key = deps.config.imports.secretKey;
  const secret =
    key === null || source.sealedSecret === null ? null : openSecret(key, source.id, source.sealedSecret);
  if (secret === null) throw new SourceError('no_secret_key');
  return secret;
}
