// All SQL of the people who work here.
import { sql } from 'kysely';
import type { Role } from '#contract/user.ts';
import type { Database, Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { markPrepared, prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface UserRow extends SignedInUser {
  readonly active: boolean;
  readonly lastSeenAt: Date | null;
}

const userColumns = `u.organization_id as "organizationId", u.id, u.entra_oid as "entraOid", u.name, u.email, u.role,
  u.job_title as "jobTitle", u.active, u.last_seen_at as "lastSeenAt", o.customer_visibility as "customerVisibility",
  array(select t.territory_id::text from user_territory t
    where t.organization_id = u.organization_id and t.user_id = u.id) as "territoryIds"`;
const byOid = markPrepared(`select ${userColumns} from app_user u join organization o using (organization_id)
  where u.organization_id = $1 and u.entra_oid = $2`);

/** The one look-up that every request pays: a single statement outside any transaction. */
export async function findUserRow(
  db: Database,
  organizationId: string,
  entraOid: string,
): Promise<UserRow | null> {
  const { rows } = await db.execute(byOid, [organizationId, entraOid]);
  return (rows[0] as UserRow | undefined) ?? null; // the columns of byOid
}

export interface NewUser {
  readonly organizationId: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly at: Date;
}

/**
 * Stores a person at first sight, with the organisation if it is new too. A row imported under the same address and
 * never used is taken over; false when the address belongs to somebody who has signed in before.
 */
export async function insertUser(trx: Query, user: NewUser): Promise<boolean> {
  const [localPart = '', domain = user.email] = user.email.split('@');
  const isOurs = user.role !== null && user.role !== 'partner';
  await trx
    .insertInto('organization')
    .values({ organization_id: user.organizationId, name: domain, internal_domains: isOurs ? [domain] : [] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql`
    insert into app_user (organization_id, id, entra_oid, short_name, name, email, role, last_seen_at)
    values (${user.organizationId}, ${newId()}, ${user.entraOid}, ${localPart}, ${user.name},
      ${user.email}, ${user.role}, ${user.at})
    on conflict (organization_id, email) do update
      set entra_oid = excluded.entra_oid, role = coalesce(excluded.role, app_user.role), last_seen_at = excluded.last_seen_at
      where app_user.last_seen_at is null or app_user.entra_oid = excluded.entra_oid
    returning id`.execute(trx);
  return rows.length === 1;
}

/** Keeps when the person was last here and, when the token named one, the role. */
export async function updateSeen(trx: Query, user: UserRow, role: Role | null, at: Date): Promise<void> {
  await trx
    .updateTable('app_user')
    .set({ last_seen_at: at, role })
    .where('organization_id', '=', user.organizationId)
    .where('id', '=', user.id)
    .execute();
}

export interface MeRow {
  readonly organizationName: string;
  readonly internalDomains: string[];
  readonly territories: { id: string; name: string }[];
  readonly waitingForSignIn: number;
}

/** What getMe shows beyond the user himself, in one statement. */
export async function getMeRow(trx: Query, user: SignedInUser): Promise<MeRow> {
  const { rows } = await sql<MeRow>`${prepared}
    select o.name as "organizationName", o.internal_domains as "internalDomains",
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
        from user_territory ut join territory t on t.organization_id = ut.organization_id and t.id = ut.territory_id
        where ut.organization_id = o.organization_id and ut.user_id = ${user.id}) as territories,
      (select count(*)::int from follow_up f
        where f.organization_id = o.organization_id and f.owner_id = ${user.id}
          and f.to_do_state = 'waiting_for_sign_in') as "waitingForSignIn"
    from organization o where o.organization_id = ${user.organizationId}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('The organisation of a signed-in user has no row.');
  return row;
}

export interface PersonRow {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly jobTitle: string | null;
  readonly territories: { id: string; name: string }[];
}

/** Everybody of the organisation who has a role, by name. */
export async function listPeople(trx: Query, organizationId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`${prepared}
    select u.id, u.short_name as "shortName", u.name, u.email, u.role, u.job_title as "jobTitle",
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
        from user_territory ut join territory t on t.organization_id = ut.organization_id and t.id = ut.territory_id
        where ut.organization_id = u.organization_id and ut.user_id = u.id) as territories
    from app_user u
    where u.organization_id = ${organizationId} and u.active and u.role is not null
    order by u.name collate "und-x-icu", u.id`.execute(trx);
  return rows;
}
