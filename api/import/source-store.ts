// SQL of the remembered sources and of uploaded files.
import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { ImportSource } from '#contract/import.ts';
import { ImportKind, ImportMapping } from '#contract/import-map.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';

export type SourceRow = Selectable<Tables['import_source']>;
export type FileRow = Selectable<Tables['import_file']>;

/** As the administrator sees it: everything but the secret. */
export function toSource(row: SourceRow): ImportSource {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    kind: ImportKind.parse(row.kind),
    place: row.place,
    location: row.location,
    authKind: row.auth_kind,
    authName: row.auth_name,
    hasSecret: row.secret !== null,
    mapping: ImportMapping.parse(row.map),
    isFullLoad: row.is_full_load,
    runAt: row.run_at?.slice(0, 5) ?? null,
    nextRunAt: row.next_run_at?.toISOString() ?? null,
  };
}

export async function listSources(trx: Query, organizationId: string): Promise<SourceRow[]> {
  return trx
    .selectFrom('import_source')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .limit(500)
    .execute();
}

export async function findSource(trx: Query, organizationId: string, id: string): Promise<SourceRow | null> {
  const row = await trx
    .selectFrom('import_source')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function findSourceByName(
  trx: Query,
  organizationId: string,
  name: string,
): Promise<SourceRow | null> {
  const row = await trx
    .selectFrom('import_source')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertSource(trx: Query, row: Insertable<Tables['import_source']>): Promise<void> {
  await trx.insertInto('import_source').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateSourceRow = versionedUpdate('import_source');

/** Takes the sources that are due, moved to their next day in the same statement, so that two servers start none twice. */
export async function takeDueSources(trx: Query, now: Date): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    update import_source s set next_run_at = (((${now}::timestamptz at time zone o.time_zone)::date + 1) + s.run_at) at time zone o.time_zone
    from organization o
    where o.organization_id = s.organization_id and s.next_run_at <= ${now} and s.run_at is not null and s.archived_at is null
      and (s.organization_id, s.id) in (select organization_id, id from import_source
        where next_run_at <= ${now} and archived_at is null order by next_run_at limit 20 for update skip locked)
    returning s.*`.execute(trx);
  return rows;
}

/** The next time the clock of the organisation shows this hour; null without one. */
export async function nextRunAt(
  trx: Query,
  organizationId: string,
  runAt: string | null,
  now: Date,
): Promise<Date | null> {
  if (runAt === null) return null;
  const { rows } = await sql<{ at: Date }>`
    select case when today > ${now}::timestamptz then today else ((local::date + 1) + ${runAt}::time) at time zone zone end as at
    from (select (local::date + ${runAt}::time) at time zone zone as today, local, zone
      from (select ${now}::timestamptz at time zone time_zone as local, time_zone as zone from organization
        where organization_id = ${organizationId}::uuid) clock) days`.execute(trx);
  return rows[0]?.at ?? null;
}

export async function insertFile(trx: Query, row: Insertable<Tables['import_file']>): Promise<void> {
  await trx.insertInto('import_file').values(row).execute();
}

export async function findFile(trx: Query, organizationId: string, id: string): Promise<FileRow | null> {
  const row = await trx
    .selectFrom('import_file')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Files that nobody needs any more: of any organisation, older than the given time. */
export async function takeOldFiles(
  trx: Query,
  before: Date,
  now: Date,
): Promise<{ organization_id: string; id: string }[]> {
  return trx
    .updateTable('import_file')
    .set({ removed_at: now })
    .where('uploaded_at', '<', before)
    .where('removed_at', 'is', null)
    .returning(['organization_id', 'id'])
    .execute();
}
