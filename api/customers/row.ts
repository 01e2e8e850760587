// How a customer row is selected with its owner, territory and domains, and turned into the contract's Customer.
import { sql } from 'kysely';
import type { Customer, CustomerRef } from '#contract/customer.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { ratingFor } from './rating.ts';
import type { RatingFigures, RatingScale } from './rating.ts';

export interface CustomerRow extends RatingFigures, RatingScale {
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
  readonly employees: number | null;
  readonly payment_term_days: number | null;
  readonly competitor: string | null;
  readonly customer_since: string | null;
  readonly owner: Customer['owner'];
  readonly territory: Customer['territory'];
  readonly domains: string[];
  /** A Date from the driver, a text from JSON. */
  readonly updated_at: Date | string;
}

/** For `select … from customer c join organization o using (organization_id)`; one row per customer. */
export const customerColumns = sql<CustomerRow>`c.id, c.version, c.number, c.name, c.kind, c.phase, c.street, c.postcode,
  c.city, c.country, c.phone, c.target_group, c.employees, c.share_of_wallet_percent, c.payment_term_days,
  c.competitor, c.customer_since, c.revenue_12_months_cents, c.updated_at,
  o.rating_a_cents, o.rating_b_cents, o.visits_per_year,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = c.organization_id and u.id = c.owner_id) as owner,
  (select json_build_object('id', t.id, 'name', t.name) from territory t
    where t.organization_id = c.organization_id and t.id = c.territory_id) as territory,
  array(select d.domain from customer_domain d
    where d.organization_id = c.organization_id and d.customer_id = c.id order by d.domain) as domains`;

/** A CustomerRef as one JSON value, for `select … from customer c`. */
export const customerRef = sql<CustomerRef>`json_build_object('id', c.id, 'number', c.number, 'name', c.name)`;

/** What ratingOf needs as one JSON value (RatingFigures & RatingScale), for queries that join customer c and organization o. */
export const ratingSource = sql<RatingFigures & RatingScale>`json_build_object(
  'revenue_12_months_cents', c.revenue_12_months_cents, 'share_of_wallet_percent', c.share_of_wallet_percent,
  'rating_a_cents', o.rating_a_cents, 'rating_b_cents', o.rating_b_cents, 'visits_per_year', o.visits_per_year)`;

/** The row as this user may see it: partners get neither figures nor what we know of terms and competitors. */
export function toCustomer(user: SignedInUser, row: CustomerRow): Customer {
  const isOpen = seesFigures(user);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
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
    employees: row.employees,
    shareOfWalletPercent: isOpen ? row.share_of_wallet_percent : null,
    paymentTermDays: isOpen ? row.payment_term_days : null,
    competitor: isOpen ? row.competitor : null,
    customerSince: row.customer_since,
    owner: row.owner,
    territory: row.territory,
    rating: ratingFor(user, row, row),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}
