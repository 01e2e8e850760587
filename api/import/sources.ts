// Sources: where data come from, which column is which field, how often. Use-cases of the administrator.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  createImportSource,
  describeImport,
  ImportSource,
  listImportSources,
  updateImportSource,
  uploadImportFile,
} from '#contract/import.ts';
import { importKinds } from '#contract/import-map.ts';
import type { Readable } from 'node:stream';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { FieldProblem } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { sealSecret } from './endpoint/secret.ts';
import { maxFileBytes, saveUpload } from './files/disk.ts';
import { kindWithAttributes } from './import.ts';
import { datevDebtors } from './maps.ts';
import { problemsOf } from './source-checks.ts';
import * as store from './source-store.ts';
import { toSource } from './source-store.ts';

/** What can be imported here, with the company's own attributes among the fields. */
export function describe(deps: Deps, user: SignedInUser): Promise<Reply<typeof describeImport>> {
  return deps.db.read(user, async (trx) => {
    const kinds = [];
    for (const name of importKinds) {
      const kind = await kindWithAttributes(trx, user.organizationId, name);
      kinds.push({
        kind: name,
        defaultRule: kind.defaultRule,
        fields: kind.fields.map((field) => ({
          name: field.name,
          type: field.type,
          isRequired: field.isRequired === true,
          label: field.label ?? null,
        })),
      });
    }
    const { folder, secretKey } = deps.config.imports;
    return {
      kinds,
      readyMaps: [{ name: 'DATEV Debitoren (EXTF)', kind: 'customers', mapping: datevDebtors }],
      maxFileBytes,
      hasFolder: folder !== null,
      canKeepSecrets: secretKey !== null,
    };
  });
}

export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listImportSources>> {
  return deps.db.read(user, async (trx) => ({
    items: (await store.listSources(trx, user.organizationId)).map(toSource),
  }));
}

/** Remembers a source; `duplicate` for a name that is taken. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createImportSource>,
): Promise<Reply<typeof createImportSource>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await refuseTakenName(trx, organizationId, input.name, null);
    refuse(problemsOf(deps, input));
    const id = newId();
    const now = deps.clock.now();
    await store.insertSource(trx, {
      organization_id: organizationId,
      id,
      name: input.name,
      kind: input.kind,
      place: input.place,
      location: input.location,
      auth_kind: input.authKind,
      auth_name: input.authName,
      secret: seal(deps, id, input.secret),
      map: JSON.stringify(input.mapping),
      is_full_load: input.isFullLoad,
      run_at: input.runAt,
      next_run_at: await store.nextRunAt(trx, organizationId, input.runAt, now),
      created_by: user.id,
      created_at: now,
      updated_at: now,
      archived_at: null,
    });
    const source = toSource(await getRow(trx, organizationId, id));
    await writeAudit(trx, user, {
      action: 'import_source.create',
      recordKind: 'import_source',
      recordId: id,
      after: source,
      at: now,
    });
    return source;
  });
}

/** Changes a source; a secret that is not named stays sealed as it is. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateImportSource>,
  version: number,
): Promise<Reply<typeof updateImportSource>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const row = await getRow(trx, organizationId, input.id);
    const before = toSource(row);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    if (input.name !== undefined) await refuseTakenName(trx, organizationId, input.name, row.id);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after: ImportSource = { ...before, ...given };
    const secret = secretAfter(deps, row, input, after);
    const isKept = input.secret === undefined && secret !== null;
    refuse(problemsOf(deps, { ...after, secret: isKept ? '' : (input.secret ?? null) }, isKept));
    const isArchived = input.archived === true;
    await writeSource(deps, trx, { row, before, after, secret: isArchived ? null : secret, isArchived });
    const changed = isArchived
      ? { ...before, version: version + 1, nextRunAt: null }
      : toSource(await getRow(trx, organizationId, row.id));
    const action = isArchived ? 'import_source.archive' : 'import_source.update';
    const at = deps.clock.now();
    await writeAudit(trx, user, {
      action,
      recordKind: 'import_source',
      recordId: row.id,
      before,
      after: changed,
      at,
    });
    return changed;
  });
}

/** Credentials are for the host they were given for. */
function secretAfter(
  deps: Deps,
  row: store.SourceRow,
  input: Parsed<typeof updateImportSource>,
  after: ImportSource,
): string | null {
  if (input.secret !== undefined) return seal(deps, row.id, input.secret);
  return hostOf(after.location) === hostOf(row.location) ? row.secret : null;
}

interface SourceChange {
  readonly row: store.SourceRow;
  readonly before: ImportSource;
  readonly after: ImportSource;
  readonly secret: string | null;
  readonly isArchived: boolean;
}

async function writeSource(deps: Deps, trx: Query, change: SourceChange): Promise<void> {
  const { row, before, after, secret, isArchived } = change;
  const now = deps.clock.now();
  const isSameTime = after.runAt === before.runAt;
  const next = isSameTime
    ? row.next_run_at
    : await store.nextRunAt(trx, row.organization_id, after.runAt, now);
  const isWritten = await store.updateSourceRow(
    trx,
    row.organization_id,
    { id: row.id, version: before.version },
    {
      name: after.name,
      location: after.location,
      auth_kind: after.authKind,
      auth_name: after.authName,
      secret,
      map: JSON.stringify(after.mapping),
      is_full_load: after.isFullLoad,
      run_at: after.runAt,
      next_run_at: isArchived ? null : next,
      updated_at: now,
      ...(isArchived ? { archived_at: now } : {}),
    },
  );
  if (isWritten) return;
  throw new AppError('stale_version', { current: toSource(await getRow(trx, row.organization_id, row.id)) });
}

function hostOf(location: string | null): string | null {
  return location !== null && URL.canParse(location) ? new URL(location).origin : null;
}

async function getRow(trx: Query, organizationId: string, id: string): Promise<store.SourceRow> {
  const row = await store.findSource(trx, organizationId, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

async function refuseTakenName(
  trx: Query,
  organizationId: string,
  name: string,
  id: string | null,
): Promise<void> {
  const same = await store.findSourceByName(trx, organizationId, name);
  if (same !== null && same.id !== id) throw new AppError('duplicate', { current: toSource(same) });
}

function refuse(fields: FieldProblem[]): void {
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

function seal(deps: Deps, id: string, secret: string | null): string | null {
  const key = deps.config.imports.secretKey;
  return secret === null || key === null ? null : sealSecret(key, id, secret);
}

/** Streams an uploaded file to disk; nothing of it is read yet. */
export async function upload(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof uploadImportFile>,
  body: Readable,
): Promise<Reply<typeof uploadImportFile>> {
  const id = newId();
  const at = { organizationId: user.organizationId, id };
  const sizeBytes = await saveUpload(deps.config, at, body);
  const now = deps.clock.now();
  await deps.db.transaction(user, async (trx) => {
    await store.insertFile(trx, {
      organization_id: user.organizationId,
      id,
      name: input.name,
      size_bytes: sizeBytes,
      uploaded_by: user.id,
      uploaded_at: now,
      removed_at: null,
    });
    await writeAudit(trx, user, {
      action: 'import_file.upload',
      recordKind: 'import_file',
      recordId: id,
      after: { name: input.name, sizeBytes },
      at: now,
    });
  });
  return { id, name: input.name, sizeBytes };
}
