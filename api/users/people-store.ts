// SQL of people's rights.
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { PersonRights } from '#contract/people.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';

/** Times come as Dates. */
export type PersonRightsRow = Omit<PersonRights, 'lastSeenAt'> & { readonly lastSeenAt: Date | null };

const person = (column: string) => sql`(select json_build_object('id', p.id, 'name', p.name) from app_user p
  where p.organization_id = u.organization_id and p.id = ${sql.ref(`u.${column}`)})`;

/** Everybody by name, or the one of this id. */
export async function listRights(
  trx: Query,
  organizationId: string,
  id: string | null = null,
): Promise<PersonRightsRow[]> {
  const { rows } = await sql<PersonRightsRow>`
    select u.id, u.version, u.name, u.email, u.job_title as "jobTitle", u.role, u.active, u.last_seen_at as "lastSeenAt",
      ${person('manager_id')} as manager, ${person('deputy_id')} as deputy,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
        from user_territory ut join territory t on t.organization_id = ut.organization_id and t.id = ut.territory_id
        where ut.organization_id = u.organization_id and ut.user_id = u.id) as territories,
      (select coalesce(json_agg(${customerRef} order by c.name), '[]')
        from customer_share s join customer c on c.organization_id = s.organization_id and c.id = s.customer_id
        where s.organization_id = u.organization_id and s.user_id = u.id) as "sharedCustomers"
    from app_user u
    where u.organization_id = ${organizationId}::uuid and (${id}::uuid is null or u.id = ${id}::uuid)
    order by u.name collate "und-x-icu", u.id`.execute(trx);
  return rows;
}

/** One after the other, so that two do not take the last administrator away together. */
export async function lockRights(trx: Query, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} rights`}, 0))`.execute(trx);
}

/** False when the version is no longer the expected one. */
export async function updatePersonRow(
  trx: Query,
  organizationId: string,
  { id, version }: { id: string; version: number },
  change: Updateable<Tables['app_user']>,
): Promise<boolean> {
  const row = await trx
    .updateTable('app_user')
    .set({ ...change, version: version + 1 })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts these territories in the place of all others of the person; a territory that gains or loses somebody gets a new version. */
export async function replaceTerritories(
  trx: Query,
  organizationId: string,
  userId: string,
  territoryIds: readonly string[],
): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`with gone as (
      delete from user_territory where organization_id = ${org} and user_id = ${userId}::uuid
        and territory_id <> all(${territoryIds}::uuid[]) returning territory_id),
    come as (
      insert into user_territory (organization_id, user_id, territory_id)
      select ${org}, ${userId}::uuid, id from unnest(${territoryIds}::uuid[]) as id on conflict do nothing
      returning territory_id)
    update territory set version = version + 1 where organization_id = ${org}
      and id in (select territory_id from gone union select territory_id from come)`.execute(trx);
}

export async function replaceShares(
  trx: Query,
  organizationId: string,
  userId: string,
  customerIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('customer_share')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
  if (customerIds.length === 0) return;
  await trx
    .insertInto('customer_share')
    .values(
      customerIds.map((customer_id) => ({ organization_id: organizationId, user_id: userId, customer_id })),
    )
    .execute();
}

/** Which of these ids the organisation has in the table. */
export async function knownIds(
  trx: Query,
  organizationId: string,
  table: 'app_user' | 'territory' | 'customer',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[])`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

/** How many others could still administer if this person could not. */
export async function countOtherAdmins(trx: Query, organizationId: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app_user
    where organization_id = ${organizationId}::uuid and role = 'admin' and active and id <> ${id}::uuid`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}

/** A person with access, as of now; null otherwise. */
export async function findUserById(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<SignedInUser | null> {
  const { rows } = await sql<SignedInUser>`
    select u.organization_id as "organizationId", u.id, u.entra_oid as "entraOid", u.name, u.email, u.role,
      u.job_title as "jobTitle", o.customer_visibility as "customerVisibility",
      array(select t.territory_id::text from user_territory t
        where t.organization_id = u.organization_id and t.user_id = u.id) as "territoryIds"
    from app_user u join organization o using (organization_id)
    where u.organization_id = ${organizationId}::uuid and u.id = ${id}::uuid and u.active and u.role is not null`.execute(
    trx,
  );
  return rows[0] ?? null;
}
