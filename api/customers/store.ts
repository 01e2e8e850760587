// All SQL of customers.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { customerColumns } from './row.ts';
import type { CustomerRow } from './row.ts';
import type { TerritoryRow } from './territory.ts';

export type CustomerChange = Updateable<Tables['customer']>;

/** A customer the user may see; null otherwise. */
export async function findCustomer(trx: Query, user: SignedInUser, id: string): Promise<CustomerRow | null> {
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns} from customer c join organization o using (organization_id)
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${id}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** A customer whatever the user sees: for what was stored in the same transaction. */
export async function readCustomer(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<CustomerRow | null> {
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns} from customer c join organization o using (organization_id)
    where c.organization_id = ${organizationId}::uuid and c.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** Which customers of a list: those in use, all, or only those archived. */
export type Archived = 'without' | 'with' | 'only';

/** Visible customers by name, starting after `after` (name and id of the last one shown). */
export async function listCustomerRows(
  trx: Query,
  user: SignedInUser,
  page: { mine: boolean; archived: Archived; after: readonly [string, string] | null; limit: number },
): Promise<CustomerRow[]> {
  const { mine, archived, after, limit } = page;
  const kept = {
    without: sql`and c.archived_at is null`,
    with: sql``,
    only: sql`and c.archived_at is not null`,
  }[archived];
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns} from customer c join organization o using (organization_id)
    where c.organization_id = ${user.organizationId}::uuid ${kept} and ${visibleCustomers(user, 'c')}
      ${mine ? sql`and c.owner_id = ${user.id}::uuid` : sql``}
      ${after === null ? sql`` : sql`and (c.name collate "und-x-icu", c.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by c.name collate "und-x-icu", c.id limit ${limit}`.execute(trx);
  return rows;
}

/** Lets only one transaction at a time create a customer of this name. */
export async function lockName(trx: Query, organizationId: string, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} customer ${name}`}, 0))`.execute(
    trx,
  );
}

/** A visible customer with exactly this name and address, whom a repeated request would create again. */
export async function findSameCustomer(
  trx: Query,
  user: SignedInUser,
  same: { name: string; street: string | null; postcode: string | null; city: string | null },
): Promise<CustomerRow | null> {
  const { rows } = await sql<CustomerRow>`
    select ${customerColumns} from customer c join organization o using (organization_id)
    where c.organization_id = ${user.organizationId}::uuid and c.archived_at is null
      and c.name collate "und-x-icu" = ${same.name}
      and c.street is not distinct from ${same.street}::text
      and c.postcode is not distinct from ${same.postcode}::text
      and c.city is not distinct from ${same.city}::text and ${visibleCustomers(user, 'c')}
    order by c.created_at, c.id limit 1`.execute(trx);
  return rows[0] ?? null;
}

export async function insertCustomer(trx: Query, row: Insertable<Tables['customer']>): Promise<void> {
  await trx.insertInto('customer').values(row).execute();
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateCustomerRow = versionedUpdate('customer');

/** Lets only one transaction at a time give this ERP number. */
export async function lockNumber(trx: Query, organizationId: string, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} number ${number}`}, 0))`.execute(
    trx,
  );
}

/** Who has this ERP number, and whether the user may see that customer; null when it is free. */
export async function findNumberHolder(
  trx: Query,
  user: SignedInUser,
  number: string,
): Promise<(CustomerRef & { isVisible: boolean }) | null> {
  const { rows } = await sql<CustomerRef & { isVisible: boolean }>`
    select c.id, c.number, c.name, ${visibleCustomers(user, 'c')} as "isVisible" from customer c
    where c.organization_id = ${user.organizationId}::uuid and (c.number = ${number} or c.id in (
      select a.customer_id from customer_number_alias a
      where a.organization_id = ${user.organizationId}::uuid and a.number = ${number}))`.execute(trx);
  return rows[0] ?? null;
}

/** Puts these domains in the place of all others of the customer. */
export async function replaceDomains(
  trx: Query,
  organizationId: string,
  customerId: string,
  domains: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('customer_domain')
    .where('organization_id', '=', organizationId)
    .where('customer_id', '=', customerId)
    .execute();
  if (domains.length === 0) return;
  const rows = domains.map((domain) => ({
    organization_id: organizationId,
    customer_id: customerId,
    domain,
  }));
  await trx.insertInto('customer_domain').values(rows).execute();
}

export interface CompanySettings {
  readonly internal_domains: string[];
  readonly time_zone: string;
  readonly territories: readonly TerritoryRow[];
}

/** The organisation's own domains, time zone and territories. */
export async function readSettings(trx: Query, organizationId: string): Promise<CompanySettings> {
  const { rows } = await sql<CompanySettings>`
    select o.internal_domains, o.time_zone,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'postcode_prefixes', t.postcode_prefixes,
          'sectors', t.sectors, 'owner_id', t.owner_id) order by t.name, t.id)
        from territory t where t.organization_id = o.organization_id), '[]') as territories
    from organization o where o.organization_id = ${organizationId}::uuid`.execute(trx);
  const [settings] = rows;
  if (settings === undefined) throw new Error(`There is no organisation ${organizationId}.`);
  return settings;
}

/** The first territory of a colleague who can own customers; undefined when there is no such colleague. */
export async function findOwner(
  trx: Query,
  organizationId: string,
  userId: string,
): Promise<{ id: string; territory_id: string | null } | undefined> {
  const { rows } = await sql<{ id: string; territory_id: string | null }>`
    select u.id, (select ut.territory_id from user_territory ut
      where ut.organization_id = u.organization_id and ut.user_id = u.id order by ut.territory_id limit 1) as territory_id
    from app_user u
    where u.organization_id = ${organizationId}::uuid and u.id = ${userId}::uuid and u.active
      and u.role in ('sales', 'manager', 'admin')`.execute(trx);
  return rows[0];
}
