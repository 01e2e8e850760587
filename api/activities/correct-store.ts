// SQL of correcting an entry.
import { sql } from 'kysely';
import type { RawBuilder, Updateable } from 'kysely';
import type { RecordLink } from '#contract/activity.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import { insertLinks } from './link-store.ts';
import { activityColumns } from './row.ts';
import type { ActivityRow } from './row.ts';

/** An entry the user sees and that was not taken back; null otherwise. */
export function findActivity(trx: Query, user: SignedInUser, id: string): Promise<ActivityRow | null> {
  return select(trx, user, id, sql``);
}

/** The same, locked. */
export function lockCorrectable(trx: Query, user: SignedInUser, id: string): Promise<ActivityRow | null> {
  return select(trx, user, id, sql`for update of a`);
}

async function select(
  trx: Query,
  user: SignedInUser,
  id: string,
  lock: RawBuilder<unknown>,
): Promise<ActivityRow | null> {
  const { rows } = await sql<ActivityRow>`
    select ${activityColumns}
    from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.id = ${id}::uuid and a.undone_at is null
      and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}
    ${lock}`.execute(trx);
  return rows[0] ?? null;
}

export async function isContactOf(
  trx: Query,
  of: { organizationId: string; customerId: string; contactId: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom('contact')
    .select('id')
    .where('organization_id', '=', of.organizationId)
    .where('customer_id', '=', of.customerId)
    .where('id', '=', of.contactId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the columns; the version rises also when only the links change. */
export async function updateActivityRow(
  trx: Query,
  organizationId: string,
  id: string,
  change: Updateable<Tables['activity']>,
): Promise<void> {
  await trx
    .updateTable('activity')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export async function replaceLinks(
  trx: Query,
  organizationId: string,
  id: string,
  links: readonly RecordLink[],
): Promise<void> {
  await trx
    .deleteFrom('activity_link')
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', id)
    .execute();
  await insertLinks(trx, organizationId, id, links);
}
