// All SQL of territories.
import { sql } from 'kysely';
import type { TerritoryRules } from '#contract/territory.ts';
import type { Query } from '#api/db/database.ts';
import type { TerritoryRow } from '#api/customers/territory.ts';
import { lockRights } from '#api/users/people-store.ts';

const columns = sql<TerritoryRules>`t.id, t.version, t.name, t.postcode_prefixes as "postcodePrefixes", t.sectors,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = t.organization_id and u.id = t.owner_id) as owner,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name)
    from user_territory ut join app_user u on u.organization_id = ut.organization_id and u.id = ut.user_id
    where ut.organization_id = t.organization_id and ut.territory_id = t.id), '[]') as people,
  (select count(*)::int from customer c where c.organization_id = t.organization_id and c.territory_id = t.id
    and c.archived_at is null) as "customerCount",
  (select count(*)::int from customer c where c.organization_id = t.organization_id
    and c.listed_territory_id = t.id) as "listedCount"`;

/** All territories by name, or the one of this id. */
export async function listTerritoryRows(
  trx: Query,
  organizationId: string,
  id: string | null = null,
): Promise<TerritoryRules[]> {
  const { rows } = await sql<TerritoryRules>`
    select ${columns} from territory t
    where t.organization_id = ${organizationId}::uuid and (${id}::uuid is null or t.id = ${id}::uuid)
    order by t.name collate "und-x-icu", t.id`.execute(trx);
  return rows;
}

/** The rules of all territories, for assigning customers. */
export async function listRules(trx: Query, organizationId: string): Promise<TerritoryRow[]> {
  return trx
    .selectFrom('territory')
    .select(['id', 'name', 'postcode_prefixes', 'sectors', 'owner_id'])
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Lets only one transaction at a time change the territories of an organisation and who works in them. */
export async function lockTerritories(trx: Query, organizationId: string): Promise<void> {
  await lockRights(trx, organizationId);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} territories`}, 0))`.execute(
    trx,
  );
}

export interface TerritoryChange {
  readonly name?: string;
  readonly owner_id?: string | null;
  readonly postcode_prefixes?: string[];
  readonly sectors?: string[];
}

export async function insertTerritory(
  trx: Query,
  organizationId: string,
  row: { id: string; name: string; owner_id: string | null; postcode_prefixes: string[]; sectors: string[] },
): Promise<void> {
  await trx
    .insertInto('territory')
    .values({ organization_id: organizationId, ...row })
    .execute();
}

/** False when the version is no longer the expected one. */
export async function updateTerritoryRow(
  trx: Query,
  organizationId: string,
  at: { id: string; version: number },
  change: TerritoryChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('territory')
    .set({ ...change, version: at.version + 1 })
    .where('organization_id', '=', organizationId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the territory away with its people; customers on its list are free again. */
export async function deleteTerritory(trx: Query, organizationId: string, id: string): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`update customer set listed_territory_id = null
    where organization_id = ${org} and listed_territory_id = ${id}::uuid`.execute(trx);
  await replacePeople(trx, organizationId, { territoryId: id, personIds: [] });
  await sql`delete from territory where organization_id = ${org} and id = ${id}::uuid`.execute(trx);
}

/** How many of these are colleagues with a role that works in territories. */
export async function countColleagues(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app_user
    where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[]) and active
      and role in ('sales', 'manager', 'admin')`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Puts these people in the place of all others of the territory; whoever comes or goes gets a new version. */
export async function replacePeople(
  trx: Query,
  organizationId: string,
  { territoryId, personIds }: { territoryId: string; personIds: readonly string[] },
): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  await sql`with gone as (
      delete from user_territory where organization_id = ${org} and territory_id = ${territoryId}::uuid
        and user_id <> all(${personIds}::uuid[]) returning user_id),
    come as (
      insert into user_territory (organization_id, user_id, territory_id)
      select ${org}, id, ${territoryId}::uuid from unnest(${personIds}::uuid[]) as id on conflict do nothing
      returning user_id)
    update app_user set version = version + 1 where organization_id = ${org}
      and id in (select user_id from gone union select user_id from come)`.execute(trx);
}

export interface ListedCustomer {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly city: string | null;
  readonly blocked_at: Date | null;
  readonly archived_at: Date | null;
}

/** Customers on the list of a territory by name, starting after `after` (name and id of the last one shown). */
export async function listListedCustomers(
  trx: Query,
  organizationId: string,
  page: { territoryId: string; after: readonly [string, string] | null; limit: number },
): Promise<ListedCustomer[]> {
  const { territoryId, after, limit } = page;
  const { rows } = await sql<ListedCustomer>`
    select c.id, c.number, c.name, c.city, c.blocked_at, c.archived_at from customer c
    where c.organization_id = ${organizationId}::uuid and c.listed_territory_id = ${territoryId}::uuid
      ${after === null ? sql`` : sql`and (c.name collate "und-x-icu", c.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by c.name collate "und-x-icu", c.id limit ${limit}`.execute(trx);
  return rows;
}

/** Whether customers wait to be assigned anew. */
export async function isAssigning(trx: Query, organizationId: string, jobName: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from job where organization_id = ${organizationId}::uuid and name = ${jobName}
      and state in ('waiting', 'running') limit 1`.execute(trx);
  return rows.length > 0;
}

/** Puts the customer on the list of a territory; null takes it off every list. */
export async function putOnList(
  trx: Query,
  organizationId: string,
  { customerId, territoryId }: { customerId: string; territoryId: string | null },
): Promise<void> {
  await trx
    .updateTable('customer')
    .set({ listed_territory_id: territoryId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', customerId)
    .execute();
}
