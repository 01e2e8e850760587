// SQL of activities: logging, history, taking back.
import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';
import type { Activity } from '#contract/activity.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import { activityColumns } from './row.ts';
import type { ActivityRow } from './row.ts';

export interface Surroundings {
  readonly customer_name: string;
  readonly internal_domains: string[];
  readonly contact: Activity['contact'];
}

/** The customer with the contact that is meant: the named one, else the first of these addresses; null when not visible. */
export async function findSurroundings(
  trx: Query,
  user: SignedInUser,
  of: { customerId: string; contactId: string | null; addresses: readonly string[] },
): Promise<Surroundings | null> {
  const isContact =
    of.contactId === null
      ? sql`p.archived_at is null and e.address = any(${of.addresses})`
      : sql`p.id = ${of.contactId}::uuid`;
  const { rows } = await sql<Surroundings>`
    select c.name as customer_name, o.internal_domains,
      (select json_build_object('id', p.id, 'name', p.name) from contact p
        left join contact_email e on e.organization_id = p.organization_id and e.contact_id = p.id
        where p.organization_id = c.organization_id and p.customer_id = c.id and ${isContact}
        order by array_position(${of.addresses}::text[], e.address), p.id limit 1) as contact
    from customer c join organization o using (organization_id)
    where c.id = ${of.customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** Stores the activity; false when this mail is logged already (parallel callers wait here for the first). */
export async function insertActivity(trx: Query, row: Insertable<Tables['activity']>): Promise<boolean> {
  const stored = await trx
    .insertInto('activity')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'message_id'])
        .where('undone_at', 'is', null)
        .where('message_id', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

/** The entry of a logged mail as this user may see it; null when there is none for him. */
export async function findByMessageId(
  trx: Query,
  user: SignedInUser,
  messageId: string,
): Promise<ActivityRow | null> {
  const { rows } = await sql<ActivityRow>`
    select ${activityColumns} from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.message_id = ${messageId} and a.undone_at is null
      and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

export interface HistoryFilter {
  readonly customerId: string;
  readonly kind: string | undefined;
  readonly direction: string | undefined;
  readonly personId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly text: string | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** The history of a customer, newest first. */
export async function listActivityRows(
  trx: Query,
  user: SignedInUser,
  filter: HistoryFilter,
): Promise<ActivityRow[]> {
  const { customerId, after, limit } = filter;
  const { rows } = await sql<ActivityRow>`
    select ${activityColumns} from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.customer_id = ${customerId}::uuid and a.undone_at is null
      and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}
      ${conditions(filter)}
      ${after === null ? sql`` : sql`and (a.occurred_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by a.occurred_at desc, a.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** What was filled in of the filter, joined by `and`. */
function conditions({ kind, direction, personId, from, to, text }: HistoryFilter): RawBuilder<unknown> {
  const start = (day: string) => sql`(${day}::date::timestamp at time zone
    (select o.time_zone from organization o where o.organization_id = a.organization_id))`;
  const all = [
    ...(kind === undefined ? [] : [sql`and a.kind = ${kind}`]),
    ...(direction === undefined ? [] : [sql`and a.direction = ${direction}`]),
    ...(personId === undefined
      ? []
      : [sql`and (a.contact_id = ${personId}::uuid or a.logged_by = ${personId}::uuid)`]),
    ...(from === undefined ? [] : [sql`and a.occurred_at >= ${start(from)}`]),
    ...(to === undefined ? [] : [sql`and a.occurred_at < ${start(to)} + interval '1 day'`]),
    ...(text === undefined ? [] : [sql`and ${saysWords(text)}`]),
  ];
  return sql.join(all, sql` `);
}

/** In subject and text, the names of both people, and the numbers of linked documents. */
function saysWords(text: string): RawBuilder<unknown> {
  const words = likeWords(text);
  return sql`(unaccent(lower(a.subject || ' ' || a.body_text)) like ${words}
    or exists (select from contact k where k.organization_id = a.organization_id and k.id = a.contact_id
      and unaccent(lower(k.name)) like ${words})
    or exists (select from app_user u where u.organization_id = a.organization_id and u.id = a.logged_by
      and unaccent(lower(u.name)) like ${words})
    or exists (select from activity_link l where l.organization_id = a.organization_id and l.activity_id = a.id
      and unaccent(lower(l.label)) like ${words}))`;
}

/** The text anywhere, its wildcards taken as letters. */
function likeWords(text: string) {
  const literal = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  return sql`'%' || unaccent(lower(${literal}::text)) || '%'`;
}

/** Whether the user may see the customer at all. */
export async function seesCustomer(trx: Query, user: SignedInUser, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customer c where c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows.length === 1;
}

export interface Undoable {
  readonly id: string;
  readonly customer_id: string;
  readonly logged_by: string | null;
  readonly logged_at: Date;
  readonly undone_at: Date | null;
}

/** An activity the user may see, taken back or not, locked; null otherwise. */
export async function lockActivity(trx: Query, user: SignedInUser, id: string): Promise<Undoable | null> {
  const { rows } = await sql<Undoable>`
    select a.id, a.customer_id, a.logged_by, a.logged_at, a.undone_at
    from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.id = ${id}::uuid and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}
    for update of a`.execute(trx);
  return rows[0] ?? null;
}

export async function markUndone(
  trx: Query,
  user: { organizationId: string; id: string },
  undone: { id: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('activity')
    .set({ undone_at: undone.at, undone_by: user.id })
    .where('organization_id', '=', user.organizationId)
    .where('id', '=', undone.id)
    .execute();
}
