// Whether another contact has taken this one over.
import type { Query } from '#api/db/database.ts';

export async function isMergedAway(trx: Query, organizationId: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('contact')
    .select('merged_into_id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.merged_into_id !== null;
}
