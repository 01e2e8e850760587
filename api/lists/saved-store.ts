// SQL of kept lists.
import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';
import type { ListKind } from '#contract/list-filter.ts';
import type { Person } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface SavedRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly definition: unknown;
  readonly owner_id: string;
  readonly owner: Person | null;
  readonly shared_with: 'own' | 'team' | 'all';
  readonly editable_by: 'owner' | 'readers';
}

/** One's own, those for everybody, and those of one's team: the same territory, or one is the other's. */
function readable(user: SignedInUser): RawBuilder<boolean> {
  const me = sql`${user.id}::uuid`;
  const organization = sql`${user.organizationId}::uuid`;
  return sql<boolean>`(l.organization_id = ${organization} and (l.owner_id = ${me} or l.shared_with = 'all'
    or (l.shared_with = 'team' and (
      exists (select from user_territory mine join user_territory theirs
          on theirs.organization_id = mine.organization_id and theirs.territory_id = mine.territory_id
        where mine.organization_id = ${organization} and mine.user_id = ${me} and theirs.user_id = l.owner_id)
      or exists (select from app_user o join app_user u on u.organization_id = o.organization_id and u.id = ${me}
        where o.organization_id = ${organization} and o.id = l.owner_id
          and (o.manager_id = u.id or u.manager_id = o.id))))))`;
}

const columns = sql<SavedRow>`l.id, l.version, l.name, l.definition, l.owner_id, l.shared_with, l.editable_by,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = l.organization_id and u.id = l.owner_id) as owner`;

/** Lists the user may open, by name. */
export async function listSaved(
  trx: Query,
  user: SignedInUser,
  kind: ListKind | undefined,
): Promise<SavedRow[]> {
  const { rows } = await sql<SavedRow>`
    select ${columns} from saved_list l
    where ${readable(user)} ${kind === undefined ? sql`` : sql`and l.kind = ${kind}`}
    order by l.name collate "und-x-icu", l.id limit 500`.execute(trx);
  return rows;
}

/** One list that the user may open; null otherwise. */
export async function findSaved(trx: Query, user: SignedInUser, id: string): Promise<SavedRow | null> {
  const { rows } = await sql<SavedRow>`
    select ${columns} from saved_list l where l.id = ${id}::uuid and ${readable(user)}`.execute(trx);
  return rows[0] ?? null;
}

export async function insertSaved(trx: Query, row: Insertable<Tables['saved_list']>): Promise<void> {
  await trx.insertInto('saved_list').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateSaved = versionedUpdate('saved_list');

/** False when the version is no longer the expected one. */
export async function deleteSaved(
  trx: Query,
  organizationId: string,
  at: { id: string; version: number },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('saved_list')
    .where('organization_id', '=', organizationId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
