// SQL of follow-ups as people see and change them; what To Do needs stands in to-do-store.ts.
import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { followUpColumns, followUpSource } from './row.ts';
import type { FollowUpRow } from './row.ts';

/** Seen by whoever sees the customer, and always by the person it was given to. */
function visibleFollowUps(user: SignedInUser): RawBuilder<boolean> {
  return sql<boolean>`(f.organization_id = ${user.organizationId}::uuid
    and (f.owner_id = ${user.id}::uuid or ${visibleCustomers(user, 'c')}))`;
}

/** A follow-up the user may see; null otherwise. */
export async function findFollowUp(trx: Query, user: SignedInUser, id: string): Promise<FollowUpRow | null> {
  const { rows } = await sql<FollowUpRow>`
    select ${followUpColumns} from ${followUpSource}
    where f.id = ${id}::uuid and ${visibleFollowUps(user)}`.execute(trx);
  return rows[0] ?? null;
}

export interface ListFilter {
  readonly customerId: string | undefined;
  readonly isMine: boolean;
  readonly state: 'open' | 'completed';
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Open ones by due day, completed ones newest first. */
export async function listFollowUpRows(
  trx: Query,
  user: SignedInUser,
  { customerId, isMine, state, after, limit }: ListFilter,
): Promise<FollowUpRow[]> {
  const isOpen = state === 'open';
  const sortBy = isOpen ? sql`f.due_on` : sql`date_trunc('milliseconds', f.completed_at)`;
  const type = isOpen ? sql`date` : sql`timestamptz`;
  const compare = isOpen ? sql`>` : sql`<`;
  const direction = isOpen ? sql`asc` : sql`desc`;
  const { rows } = await sql<FollowUpRow>`
    select ${followUpColumns} from ${followUpSource}
    where ${visibleFollowUps(user)} and f.completed_at is ${isOpen ? sql`null` : sql`not null`}
      ${customerId === undefined ? sql`` : sql`and f.customer_id = ${customerId}::uuid`}
      ${isMine ? sql`and f.owner_id = ${user.id}::uuid` : sql``}
      ${after === null ? sql`` : sql`and (${sortBy}, f.id) ${compare} (${after[0]}::${type}, ${after[1]}::uuid)`}
    order by ${sortBy} ${direction}, f.id ${direction} limit ${limit}`.execute(trx);
  return rows;
}

/** What a new follow-up refers to, as far as it exists for this user. */
export interface References {
  readonly customer: string | null;
  readonly owner: string | null;
  readonly activity: string | null;
  readonly complaint: string | null;
}

/** Looks up everything a new follow-up refers to in one statement. */
export async function findReferences(
  trx: Query,
  user: SignedInUser,
  of: { customerId: string; ownerId: string; activityId: string | null; complaintId: string | null },
): Promise<References> {
  const organizationId = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<References>`
    select
      (select c.id from customer c where c.id = ${of.customerId}::uuid and ${visibleCustomers(user, 'c')}) as customer,
      (select u.id from app_user u where u.organization_id = ${organizationId} and u.id = ${of.ownerId}::uuid
        and u.active and u.role in ('sales', 'manager', 'admin')) as owner,
      (select a.id from activity a where a.organization_id = ${organizationId} and a.id = ${of.activityId}::uuid
        and a.customer_id = ${of.customerId}::uuid and a.undone_at is null) as activity,
      (select p.id from complaint p where p.organization_id = ${organizationId} and p.id = ${of.complaintId}::uuid
        and p.customer_id = ${of.customerId}::uuid) as complaint`.execute(trx);
  return rows[0] ?? { customer: null, owner: null, activity: null, complaint: null };
}

/** Whether the user may see the customer at all. */
export async function seesCustomer(trx: Query, user: SignedInUser, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customer c where c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows.length === 1;
}

export async function insertFollowUp(trx: Query, row: Insertable<Tables['follow_up']>): Promise<void> {
  await trx.insertInto('follow_up').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateFollowUpRow = versionedUpdate('follow_up');

export interface RemovedFollowUp {
  readonly id: string;
  readonly owner_id: string;
  readonly customer_id: string;
  readonly title: string;
  readonly due_on: string;
  readonly created_at: Date;
  readonly to_do_list_id: string | null;
  readonly to_do_task_id: string | null;
}

/** Removes what was set in the moment an activity was logged and is not done yet; answers what it was. */
export async function removeMadeWith(
  trx: Query,
  organizationId: string,
  made: { activityId: string; byId: string | null; at: Date },
): Promise<RemovedFollowUp[]> {
  return trx
    .deleteFrom('follow_up')
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', made.activityId)
    .where('created_by', '=', made.byId)
    .where('created_at', '=', made.at)
    .where('completed_at', 'is', null)
    .returning([
      'id',
      'owner_id',
      'customer_id',
      'title',
      'due_on',
      'created_at',
      'to_do_list_id',
      'to_do_task_id',
    ])
    .execute();
}

/** The first follow-up that was set with an activity; null when there is none. */
export async function findMadeWith(
  trx: Query,
  organizationId: string,
  activityId: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('follow_up')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', activityId)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
