// SQL of chat messages: what a message has become, who is a colleague, and with whom one was in touch lately.
import { sql } from 'kysely';
import type { ContactRow } from '#api/contacts/row.ts';
import { contactColumns } from '#api/contacts/row.ts';
import type { Query } from '#api/db/database.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface KnownMessage {
  readonly activity_id: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly logged_by: string | null;
  readonly logged_at: Date;
  /** The complaint that was made of it. */
  readonly complaint: string | null;
  readonly is_visible: boolean;
}

/** The entry of this message, whoever made it; waits for a parallel logging of the same message. */
export async function findMessage(trx: Query, user: SignedInUser, key: string): Promise<KnownMessage | null> {
  const lockName = `chat ${user.organizationId} ${key}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lockName}, 0))`.execute(trx);
  const { rows } = await sql<KnownMessage>`
    select a.id as activity_id, json_build_object('id', c.id, 'name', c.name) as customer, a.logged_at,
      (select u.name from app_user u where u.organization_id = a.organization_id and u.id = a.logged_by) as logged_by,
      (select l.label from activity_link l where l.organization_id = a.organization_id and l.activity_id = a.id
        and l.kind = 'complaint' order by l.label limit 1) as complaint,
      (${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}) as is_visible
    from chat_message m
    join activity a on a.organization_id = m.organization_id and a.id = m.activity_id
    join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where m.organization_id = ${user.organizationId}::uuid and m.message_key = ${key} and a.undone_at is null
    order by a.logged_at limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Keeps which entry the message became, with the link back to it. */
export async function keepMessage(
  trx: Query,
  user: SignedInUser,
  message: { activityId: string; key: string; link: string | null },
): Promise<void> {
  await trx
    .insertInto('chat_message')
    .values({
      organization_id: user.organizationId,
      activity_id: message.activityId,
      message_key: message.key,
      link: message.link,
    })
    .execute();
}

/** Whether somebody of this organisation wrote it, by the Entra object id that Teams names. */
export async function isColleague(trx: Query, user: SignedInUser, entraOid: string): Promise<boolean> {
  const found = await trx
    .selectFrom('app_user')
    .select('id')
    .where('organization_id', '=', user.organizationId)
    .where('entra_oid', '=', entraOid)
    .executeTakeFirst();
  return found !== undefined;
}

export interface Touched {
  readonly customer_id: string;
  readonly contact_id: string | null;
}

/** The customers and contacts this person logged something for, the latest first. */
export async function listTouched(trx: Query, user: SignedInUser, limit: number): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select a.customer_id, a.contact_id from (
      select customer_id, contact_id, logged_at from activity
      where organization_id = ${user.organizationId}::uuid and logged_by = ${user.id}::uuid and undone_at is null
      order by logged_at desc limit 400) a
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = a.customer_id
    where c.archived_at is null and ${visibleCustomers(user, 'c')}
    group by a.customer_id, a.contact_id order by max(a.logged_at) desc, a.customer_id limit ${limit}`.execute(
    trx,
  );
  return rows;
}

export interface ContactWithCustomer extends ContactRow {
  readonly customer: { readonly id: string; readonly name: string; readonly number: string | null };
}

/** A contact with its customer, when this person may see that one. */
export async function findContact(
  trx: Query,
  user: SignedInUser,
  contactId: string,
): Promise<ContactWithCustomer | null> {
  const { rows } = await sql<ContactWithCustomer>`
    select ${contactColumns}, json_build_object('id', c.id, 'name', c.name, 'number', c.number) as customer
    from contact k join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where k.organization_id = ${user.organizationId}::uuid and k.id = ${contactId}::uuid
      and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** Names and numbers of these customers, as far as this person may see them. */
export async function listCustomers(
  trx: Query,
  user: SignedInUser,
  ids: readonly string[],
): Promise<{ id: string; name: string; number: string | null; city: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; number: string | null; city: string | null }>`
    select c.id, c.name, c.number, c.city from customer c
    where c.id = any(${ids}::uuid[]) and ${visibleCustomers(user, 'c')}
    order by array_position(${ids}::uuid[], c.id)`.execute(trx);
  return rows;
}

/** The company's time zone. */
export async function readTimeZone(trx: Query, organizationId: string): Promise<string> {
  const row = await trx
    .selectFrom('organization')
    .select('time_zone')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.time_zone;
}
