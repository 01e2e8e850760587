// SQL between follow-ups and To Do: what still has to be sent, what was sent, where the delta query stands.
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { GraphUser, ToDoPlace } from '#api/outside/graph.ts';

/** A follow-up as the job sees it that sends it to To Do. */
export interface Outgoing {
  readonly id: string;
  readonly version: number;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly customer_number: string | null;
  readonly owner_id: string;
  readonly title: string;
  readonly due_on: string;
  readonly mail_link: string | null;
  readonly completed_at: Date | null;
  readonly to_do_list_id: string | null;
  readonly to_do_task_id: string | null;
  readonly to_do_sent_version: number | null;
  readonly created_at: Date;
}

export async function findOutgoing(trx: Query, organizationId: string, id: string): Promise<Outgoing | null> {
  const { rows } = await sql<Outgoing>`
    select f.id, f.version, f.customer_id, c.name as customer_name, c.number as customer_number, f.owner_id, f.title,
      f.due_on, f.mail_link, f.completed_at, f.to_do_list_id, f.to_do_task_id, f.to_do_sent_version, f.created_at
    from follow_up f join customer c on c.organization_id = f.organization_id and c.id = f.customer_id
    where f.organization_id = ${organizationId}::uuid and f.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** Notes what To Do was told and where the task is; false when the follow-up has been removed meanwhile. */
export async function noteSent(
  trx: Query,
  organizationId: string,
  sent: { id: string; version: number; at: ToDoPlace },
): Promise<boolean> {
  return changeToDo(trx, organizationId, sent.id, {
    to_do_state: 'in_to_do',
    to_do_problem: null,
    to_do_next_attempt_at: null,
    to_do_list_id: sent.at.listId,
    to_do_task_id: sent.at.taskId,
    to_do_sent_version: sent.version,
  });
}

/** Changes what is known of the way to To Do; the version that people see stays. */
export async function changeToDo(
  trx: Query,
  organizationId: string,
  id: string,
  change: Updateable<Tables['follow_up']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('follow_up')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Lets everything of this person that waited for a sign-in go on; answers the ids. */
export async function releaseWaiting(trx: Query, { organizationId, userId }: GraphUser): Promise<string[]> {
  const rows = await trx
    .updateTable('follow_up')
    .set({ to_do_state: 'pending', to_do_problem: null })
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', userId)
    .where('to_do_state', '=', 'waiting_for_sign_in')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** A follow-up as To Do's changes are compared with it. */
export interface Mirror {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly due_on: string;
  readonly completed_at: Date | null;
  readonly to_do_task_id: string;
  readonly to_do_state: string;
  readonly to_do_sent_version: number | null;
}

/** This person's follow-ups behind these tasks (all that have a task when `taskIds` is null), locked. */
export async function lockMirrors(
  trx: Query,
  user: GraphUser,
  taskIds: readonly string[] | null,
): Promise<Mirror[]> {
  const { rows } = await sql<Mirror>`
    select id, version, title, due_on, completed_at, to_do_task_id, to_do_state, to_do_sent_version from follow_up
    where organization_id = ${user.organizationId}::uuid and owner_id = ${user.userId}::uuid
      and ${taskIds === null ? sql`to_do_task_id is not null` : sql`to_do_task_id = any(${taskIds})`}
    order by id for update`.execute(trx);
  return rows;
}

/** Where the delta query of this person stands; null before the first. */
export async function findSync(
  trx: Query,
  { organizationId, userId }: GraphUser,
): Promise<{ delta_link: string | null; synced_at: Date | null } | null> {
  const row = await trx
    .selectFrom('to_do_sync')
    .select(['delta_link', 'synced_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

export async function noteSync(
  trx: Query,
  { organizationId, userId }: GraphUser,
  state: { deltaLink: string; at: Date },
): Promise<void> {
  const columns = { delta_link: state.deltaLink, synced_at: state.at };
  await trx
    .insertInto('to_do_sync')
    .values({ organization_id: organizationId, user_id: userId, list_id: null, ...columns })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet(columns))
    .execute();
}

export interface DueSyncs {
  /** Last asked about before this. */
  readonly before: Date;
  /** A task that was completed later than this may still be reopened in To Do. */
  readonly completedAfter: Date;
  readonly limit: number;
}

/** People with tasks in To Do, open or completed of late, who are to be asked again; longest ago first. */
export async function listDueSyncs(
  trx: Query,
  { before, completedAfter, limit }: DueSyncs,
): Promise<GraphUser[]> {
  const { rows } = await sql<GraphUser>`
    select f.organization_id as "organizationId", f.owner_id as "userId"
    from follow_up f left join to_do_sync s on s.organization_id = f.organization_id and s.user_id = f.owner_id
    where f.to_do_task_id is not null and (f.completed_at is null or f.completed_at > ${completedAfter})
      and (s.synced_at is null or s.synced_at < ${before})
    group by f.organization_id, f.owner_id, s.synced_at
    order by s.synced_at nulls first limit ${limit}`.execute(trx);
  return rows;
}

/** Notes that this person was asked about in vain, so that others come first next time. */
export async function noteSyncTried(
  trx: Query,
  { organizationId, userId }: GraphUser,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('to_do_sync')
    .values({
      organization_id: organizationId,
      user_id: userId,
      list_id: null,
      delta_link: null,
      synced_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet({ synced_at: at }))
    .execute();
}
