// SQL of what figures can be narrowed to, and of the one setting.
import type { ComplaintAnalysisSettings } from '#contract/complaint-analysis.ts';
import type { Query } from '#api/db/database.ts';

type Named = ComplaintAnalysisSettings['locations'];

/** Whether figures of single persons may be seen, with the version of that setting. */
export async function readRanksOwners(
  trx: Query,
  organizationId: string,
): Promise<{ version: number; ranksOwners: boolean }> {
  return trx
    .selectFrom('organization')
    .select(['complaint_analysis_version as version', 'ranks_complaint_owners as ranksOwners'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** False when the version is no longer the expected one. */
export async function writeRanksOwners(
  trx: Query,
  organizationId: string,
  { version, ranksOwners }: { version: number; ranksOwners: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organization')
    .set({ complaint_analysis_version: version + 1, ranks_complaint_owners: ranksOwners })
    .where('organization_id', '=', organizationId)
    .where('complaint_analysis_version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function listProductGroups(trx: Query, organizationId: string): Promise<Named> {
  return trx
    .selectFrom('product_group')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .execute();
}

export async function listLocations(trx: Query, organizationId: string): Promise<Named> {
  return trx
    .selectFrom('location')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute();
}

/** People who own complaints or could: the active staff. */
export async function listOwners(trx: Query, organizationId: string): Promise<Named> {
  return trx
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('active', '=', true)
    .where('role', 'in', ['sales', 'manager', 'admin'])
    .orderBy('name')
    .execute();
}
