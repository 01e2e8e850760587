// All SQL of further addresses.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { Address } from '#contract/address.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

export type AddressRow = Omit<Address, 'updatedAt'> & { readonly updatedAt: Date };

const columns = sql<AddressRow>`a.id, a.version, a.customer_id as "customerId", a.kind, a.label, a.street, a.postcode,
  a.city, a.country, a.updated_at as "updatedAt"`;

/** Whether the user may see this customer, which may be locked against parallel additions. */
export async function canSeeCustomer(
  trx: Query,
  user: SignedInUser,
  customerId: string,
  lock: 'lock' | 'look',
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customer c
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}
    ${lock === 'lock' ? sql`for update` : sql``}`.execute(trx);
  return rows.length === 1;
}

export interface AddressPage {
  readonly customerId: string;
  readonly kind: Address['kind'] | null;
  readonly after: readonly [string, string, string] | null;
  readonly limit: number;
}

/** Addresses by kind and label, starting after `after` (kind, label and id of the last one shown). */
export async function listAddressRows(
  trx: Query,
  organizationId: string,
  { customerId, kind, after, limit }: AddressPage,
): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from customer_address a
    where a.organization_id = ${organizationId}::uuid and a.customer_id = ${customerId}::uuid and a.removed_at is null
      ${kind === null ? sql`` : sql`and a.kind = ${kind}`}
      ${
        after === null
          ? sql``
          : sql`and (a.kind, a.label collate "und-x-icu", a.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
      }
    order by a.kind, a.label collate "und-x-icu", a.id limit ${limit}`.execute(trx);
  return rows;
}

export async function countAddresses(
  trx: Query,
  organizationId: string,
  { customerId, kind }: { customerId: string; kind: Address['kind'] | null },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customer_address
    where organization_id = ${organizationId}::uuid and customer_id = ${customerId}::uuid and removed_at is null
      ${kind === null ? sql`` : sql`and kind = ${kind}`}`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** An address of a customer the user may see; null otherwise. */
export async function findAddress(trx: Query, user: SignedInUser, id: string): Promise<AddressRow | null> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from customer_address a
    join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.organization_id = ${user.organizationId}::uuid and a.id = ${id}::uuid and a.removed_at is null
      and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** Stores addresses, many at once where an import has them; the caller has checked their customers. */
export async function insertAddresses(
  trx: Query,
  rows: Insertable<Tables['customer_address']>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('customer_address').values(rows).execute();
}

/** Writes the columns given; false when the version is no longer the expected one. */
export async function updateAddressRow(
  trx: Query,
  organizationId: string,
  at: { id: string; version: number },
  change: Updateable<Tables['customer_address']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('customer_address')
    .set({ ...change, version: at.version + 1 })
    .where('organization_id', '=', organizationId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
