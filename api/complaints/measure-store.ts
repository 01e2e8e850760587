// SQL of measures, their decisions, and the limits of goodwill.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { ComplaintMeasure, GoodwillLimits } from '#contract/complaint-measure.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

export interface MeasureRow {
  readonly id: string;
  readonly kind: ComplaintMeasure['kind'];
  readonly text: string;
  readonly cost_cents: number;
  readonly state: ComplaintMeasure['state'];
  readonly asker: PersonRow;
  readonly asked_at: Date;
  readonly decider: PersonRow | null;
  readonly judge: PersonRow | null;
  readonly decided_at: Date | null;
  readonly decision: string | null;
}

/** The measures of a complaint in their order, or the one of this id. */
export async function listMeasureRows(
  trx: Query,
  at: { organizationId: string; complaintId: string; id?: string },
): Promise<MeasureRow[]> {
  const person = (column: string) => sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = m.organization_id and u.id = ${sql.ref(`m.${column}`)})`;
  const { rows } = await sql<MeasureRow>`
    select m.id, m.kind, m.text, m.cost_cents, m.state, ${person('asked_by')} as asker, m.asked_at,
      ${person('decider_id')} as decider, ${person('decided_by')} as judge, m.decided_at, m.decision
    from complaint_measure m
    where m.organization_id = ${at.organizationId}::uuid and m.complaint_id = ${at.complaintId}::uuid
      and (${at.id ?? null}::uuid is null or m.id = ${at.id ?? null}::uuid)
    order by m.asked_at, m.id`.execute(trx);
  return rows;
}

export async function insertMeasure(trx: Query, row: Insertable<Tables['complaint_measure']>): Promise<void> {
  await trx.insertInto('complaint_measure').values(row).execute();
}

export async function updateMeasure(
  trx: Query,
  at: { organizationId: string; id: string },
  change: Updateable<Tables['complaint_measure']>,
): Promise<void> {
  await trx
    .updateTable('complaint_measure')
    .set(change)
    .where('organization_id', '=', at.organizationId)
    .where('id', '=', at.id)
    .execute();
}

export async function readGoodwillLimits(trx: Query, organizationId: string): Promise<GoodwillLimits> {
  return trx
    .selectFrom('organization')
    .select([
      'goodwill_version as version',
      'goodwill_sales_cents as salesCents',
      'goodwill_manager_cents as managerCents',
      'goodwill_admin_cents as adminCents',
    ])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** False when the version is no longer the expected one. */
export async function updateGoodwillLimits(
  trx: Query,
  organizationId: string,
  limits: GoodwillLimits,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organization')
    .set({
      goodwill_version: limits.version + 1,
      goodwill_sales_cents: limits.salesCents,
      goodwill_manager_cents: limits.managerCents,
      goodwill_admin_cents: limits.adminCents,
    })
    .where('organization_id', '=', organizationId)
    .where('goodwill_version', '=', limits.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
