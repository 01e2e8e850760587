// All SQL of causes: the tree, and what a complaint is compared with to see whether it is a repeat.
import { sql } from 'kysely';
import type { Complaint } from '#contract/complaint.ts';
import type { Query } from '#api/db/database.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { CauseRow } from './rules.ts';

/** Every cause with the number of complaints that carry it, in no order. */
export async function listCauseRows(trx: Query, organizationId: string): Promise<CauseRow[]> {
  const { rows } = await sql<CauseRow>`
    select cause.id, cause.version, cause.parent_id, cause.name, cause.position,
      (cause.retired_at is not null) as is_retired, coalesce(used.count, 0)::int as uses
    from complaint_cause cause
    left join (select cause_id, count(*) as count from complaint
      where organization_id = ${organizationId}::uuid and cause_id is not null group by cause_id) used
      on used.cause_id = cause.id
    where cause.organization_id = ${organizationId}::uuid`.execute(trx);
  return rows;
}

/** Lets only one transaction at a time change the tree of an organisation, so that two changes never make a circle. */
export async function lockCauses(trx: Query, organizationId: string): Promise<void> {
  const key = `${organizationId} complaint causes`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** Lets nobody take a cause away while it is being given to a complaint. */
export async function holdCauses(trx: Query, organizationId: string): Promise<void> {
  const key = `${organizationId} complaint causes`;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`.execute(trx);
}

export async function insertCause(
  trx: Query,
  organizationId: string,
  { id, name, parentId, position }: { id: string; name: string; parentId: string | null; position: number },
): Promise<void> {
  await trx
    .insertInto('complaint_cause')
    .values({ organization_id: organizationId, id, name, parent_id: parentId, position, retired_at: null })
    .execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateCauseRow = versionedUpdate('complaint_cause');

/** Numbers siblings anew, in this order. */
export async function reorderCauses(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update complaint_cause cause set position = wanted.position - 1
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, position)
    where cause.organization_id = ${organizationId}::uuid and cause.id = wanted.id
      and cause.position <> wanted.position - 1`.execute(trx);
}

export async function deleteCause(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('complaint_cause')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export interface CompareRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: Complaint['state'];
  readonly version: number;
  readonly received_at: Date;
  readonly category: string;
  readonly order_id: string | null;
  readonly cause_id: string | null;
  readonly product_ids: string[];
}

/** The complaint and those of the same customer that came in before it; empty when the user may not see it. */
export async function listToCompare(
  trx: Query,
  user: SignedInUser,
  complaintId: string,
  since: (receivedAt: Date) => Date,
): Promise<CompareRow[]> {
  const org = sql`${user.organizationId}::uuid`;
  const columns = sql`c.id, c.number, c.title, c.state, c.version, c.received_at, c.category, c.order_id, c.cause_id,
    array(select distinct line.product_id from order_line line where line.organization_id = c.organization_id
      and line.order_id = c.order_id and line.product_id is not null) as product_ids`;
  const { rows: found } = await sql<CompareRow & { customer_id: string }>`
    select c.customer_id, ${columns} from complaint c
    join customer k on k.organization_id = c.organization_id and k.id = c.customer_id
    where c.organization_id = ${org} and c.id = ${complaintId}::uuid and ${visibleCustomers(user, 'k')}`.execute(
    trx,
  );
  const [one] = found;
  if (one === undefined) return [];
  const { rows } = await sql<CompareRow>`
    select ${columns} from complaint c
    where c.organization_id = ${org} and c.customer_id = ${one.customer_id}::uuid and c.id <> ${one.id}::uuid
      and c.received_at between ${since(one.received_at)} and ${one.received_at}
    order by c.received_at desc, c.id desc`.execute(trx);
  return [one, ...rows];
}
