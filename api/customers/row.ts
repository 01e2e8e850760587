// How a customer row is selected with its owner, territory and domains, and turned into the contract's Customer.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Customer, CustomerRef } from '#contract/customer.ts';
import { seesCustomer, seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { ratingColumns, ratingFor } from './rating.ts';
import type { RatingSource } from './rating.ts';

export interface CustomerRow extends RatingSource {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly name: string;
  readonly kind: Customer['kind'];
  readonly phase: Customer['phase'];
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly phone: string | null;
  readonly target_group: string | null;
  readonly sector: string | null;
  readonly parent: (CustomerRef & { owner_id: string | null; territory_id: string | null }) | null;
  readonly merged_into: CustomerRow['parent'];
  readonly employees: number | null;
  readonly share_of_wallet_percent: number | null;
  readonly revenue_12_months_cents: number;
  readonly payment_term_days: number | null;
  readonly terms: Customer['terms'];
  readonly competitor: string | null;
  readonly customer_since: string | null;
  readonly owner: Customer['owner'];
  readonly territory: Customer['territory'];
  readonly listed_territory_id: string | null;
  readonly territory_rule: NonNullable<Customer['territoryReason']>['rule'] | null;
  readonly territory_rule_value: string | null;
  readonly domains: string[];
  /** Dates from the driver, texts from JSON. */
  readonly blocked_at: Date | string | null;
  readonly blocked_reason: string | null;
  readonly blocked_by: Customer['owner'];
  readonly archived_at: Date | string | null;
  readonly updated_at: Date | string;
  readonly updated_by: Customer['owner'];
}

function personOf(column: string): RawBuilder<unknown> {
  return sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = c.organization_id and u.id = ${sql.ref(`c.${column}`)})`;
}

/** A CustomerRef of the customer under this alias; its marks are there only when it is blocked or archived. */
export function customerRefOf(alias: string): RawBuilder<CustomerRef> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<CustomerRef>`(jsonb_build_object('id', ${column('id')}, 'number', ${column('number')}, 'name', ${column('name')})
    || case when ${column('blocked_at')} is null and ${column('archived_at')} is null then '{}'::jsonb
      else jsonb_build_object('marks', array_remove(array[
        case when ${column('blocked_at')} is not null then 'blocked' end,
        case when ${column('archived_at')} is not null then 'archived' end], null)) end)`;
}

/** The marks of a row, as `customerRefOf` tells them: an empty object when there are none. */
export function marksOf(row: {
  blocked_at: Date | string | null;
  archived_at: Date | string | null;
}): Pick<CustomerRef, 'marks'> {
  const marks = [
    ...(row.blocked_at === null ? [] : (['blocked'] as const)),
    ...(row.archived_at === null ? [] : (['archived'] as const)),
  ];
  return marks.length === 0 ? {} : { marks };
}

/** For `select … from customer c join organization o using (organization_id)`; one row per customer. */
export const customerColumns = sql<CustomerRow>`c.id, c.version, c.number, c.name, c.kind, c.phase, c.street, c.postcode,
  c.city, c.country, c.phone, c.target_group, c.sector, c.employees, c.share_of_wallet_percent, c.payment_term_days,
  json_build_object('discountPercent', c.discount_percent, 'discountDays', c.discount_days,
    'creditLimitCents', c.credit_limit_cents, 'delivery', c.delivery_terms) as terms,
  c.competitor, c.customer_since, c.revenue_12_months_cents, c.updated_at,
  c.listed_territory_id, c.territory_rule, c.territory_rule_value, c.blocked_at, c.blocked_reason, c.archived_at,
  ${ratingColumns('c', 'o')},
  ${personOf('owner_id')} as owner, ${personOf('blocked_by')} as blocked_by, ${personOf('updated_by')} as updated_by,
  (select json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'owner_id', p.owner_id,
      'territory_id', p.territory_id) from customer p
    where p.organization_id = c.organization_id and p.id = c.parent_id) as parent,
  (select json_build_object('id', m.id, 'number', m.number, 'name', m.name, 'owner_id', m.owner_id,
      'territory_id', m.territory_id) from customer m
    where m.organization_id = c.organization_id and m.id = c.merged_into_id) as merged_into,
  (select json_build_object('id', t.id, 'name', t.name) from territory t
    where t.organization_id = c.organization_id and t.id = c.territory_id) as territory,
  array(select d.domain from customer_domain d
    where d.organization_id = c.organization_id and d.customer_id = c.id order by d.domain) as domains`;

/** A CustomerRef as one JSON value, for `select … from customer c`. */
export const customerRef = customerRefOf('c');

/** The row as this user may see it: partners get neither figures nor what we know of terms and competitors. */
export function toCustomer(user: SignedInUser, row: CustomerRow): Customer {
  const isOpen = seesFigures(user);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    ...marksOf(row),
    version: row.version,
    kind: row.kind,
    phase: row.phase,
    street: row.street,
    postcode: row.postcode,
    city: row.city,
    country: row.country,
    domains: row.domains,
    phone: row.phone,
    targetGroup: row.target_group,
    sector: row.sector,
    parent: refFor(user, row.parent),
    employees: row.employees,
    shareOfWalletPercent: isOpen ? row.share_of_wallet_percent : null,
    paymentTermDays: isOpen ? row.payment_term_days : null,
    terms: isOpen ? row.terms : null,
    competitor: isOpen ? row.competitor : null,
    customerSince: row.customer_since,
    owner: row.owner,
    territory: row.territory,
    territoryReason: isOpen ? reasonOf(row) : null,
    rating: ratingFor(user, row),
    blocked: blockedFor(user, row),
    archivedAt: row.archived_at === null ? null : new Date(row.archived_at).toISOString(),
    mergedInto: refFor(user, row.merged_into),
    updatedAt: new Date(row.updated_at).toISOString(),
    updatedBy: row.updated_by,
  };
}

function refFor(user: SignedInUser, other: CustomerRow['parent']): CustomerRef | null {
  if (other === null || !seesCustomer(user, other)) return null;
  const { id, number, name } = other;
  return { id, number, name };
}

function reasonOf({ territory_rule: rule, territory_rule_value: value }: CustomerRow) {
  return rule === null ? null : { rule, value };
}

function blockedFor(user: SignedInUser, row: CustomerRow): Customer['blocked'] {
  if (row.blocked_at === null) return null;
  const at = new Date(row.blocked_at).toISOString();
  return { at, by: row.blocked_by, reason: seesFigures(user) ? (row.blocked_reason ?? '') : null };
}
