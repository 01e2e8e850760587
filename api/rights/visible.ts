// What a user may see, as conditions for SQL; every query over customers or activities passes through here.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { columnOf } from '#api/db/column.ts';
import type { SignedInUser } from './user.ts';

/**
 * True for the customers the user may see; `alias` is the name of the customer table in the query.
 * `where ${visibleCustomers(user, 'c')}`
 */
export function visibleCustomers(user: SignedInUser, alias = 'customer'): RawBuilder<boolean> {
  const column = (name: string) => columnOf(alias, name);
  const ours = sql<boolean>`${column('organization_id')} = ${user.organizationId}::uuid`;
  if (seesAllCustomers(user)) return ours;
  if (user.role === 'sales') {
    const territories = sql`${user.territoryIds}::uuid[]`;
    return sql<boolean>`(${ours} and (${column('owner_id')} = ${user.id}::uuid or ${column('territory_id')} = any(${territories})))`;
  }
  if (user.role === 'partner') {
    return sql<boolean>`(${ours} and exists (select from customer_share share
      where share.organization_id = ${user.organizationId}::uuid and share.user_id = ${user.id}::uuid
        and share.customer_id = ${column('id')}))`;
  }
  return sql<boolean>`false`;
}

/**
 * True for the activities the user may read, given that their customer is visible: combine it with visibleCustomers.
 * me = only who logged it, team = all but partners, all = everyone who sees the customer.
 */
export function visibleActivities(user: SignedInUser, alias = 'activity'): RawBuilder<boolean> {
  const column = (name: string) => columnOf(alias, name);
  const open = user.role === 'partner' ? sql`('all')` : sql`('team', 'all')`;
  const own = user.viewedBy === undefined ? sql`${column('logged_by')} = ${user.id}::uuid` : sql`false`;
  return sql<boolean>`(${column('organization_id')} = ${user.organizationId}::uuid
    and (${column('visibility')} in ${open} or ${own}))`;
}

/** The same as visibleCustomers for a row already read; a partner's shares are not looked up, so the answer is no. */
export function seesCustomer(
  user: SignedInUser,
  customer: { readonly owner_id: string | null; readonly territory_id: string | null },
): boolean {
  if (seesAllCustomers(user)) return true;
  if (user.role !== 'sales') return false;
  const { owner_id: owner, territory_id: territory } = customer;
  return owner === user.id || (territory !== null && user.territoryIds.includes(territory));
}

/** Whether no condition but the organisation limits the customers this user sees. */
export function seesAllCustomers(user: SignedInUser): boolean {
  if (user.role === 'manager' || user.role === 'admin') return true;
  return user.role === 'sales' && user.customerVisibility === 'all';
}

/** Whether revenue, customer value, open items and rating are shown to this user. */
export function seesFigures(user: SignedInUser): boolean {
  return user.role !== null && user.role !== 'partner';
}
