// Changing a row that several people edit: only over the version one has seen.
import type { Generated, Updateable } from 'kysely';
import type { Query } from './database.ts';
import type { Tables } from './tables.ts';

interface VersionedRow {
  organization_id: string;
  id: string;
  version: Generated<number>;
}

type VersionedTable = {
  [T in keyof Tables]: Tables[T] extends VersionedRow ? T : never;
}[keyof Tables];

/** The update of one table: writes the change and counts the version up; false when it is no longer the expected one. */
export function versionedUpdate<T extends VersionedTable>(table: T) {
  return async (
    trx: Query,
    organizationId: string,
    at: { id: string; version: number },
    change: Updateable<Tables[T]>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await trx
      .updateTable(table as 'customer') // Kysely takes no type parameter; the columns named here are in all of them
      .set({ ...change, version: at.version + 1 })
      .where('organization_id', '=', organizationId)
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };
}
