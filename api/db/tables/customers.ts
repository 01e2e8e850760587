// Row types of customers and what belongs to one of them alone.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface Customer {
  organization_id: string;
  id: string;
  version: Generated<number>;
  number: string | null;
  name: string;
  kind: Generated<'company' | 'private'>;
  phase: Generated<'acquisition' | 'development' | 'retention' | 'win_back'>;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: Generated<string>;
  phone: string | null;
  phone_normalized: string | null;
  target_group: string | null;
  sector: string | null;
  parent_id: string | null;
  employees: number | null;
  share_of_wallet_percent: number | null;
  payment_term_days: number | null;
  competitor: string | null;
  customer_since: string | null;
  owner_id: string | null;
  territory_id: string | null;
  listed_territory_id: string | null;
  territory_rule: 'list' | 'sector' | 'postcode' | 'owner' | null;
  territory_rule_value: string | null;
  legal_basis: Generated<string>;
  rating_letter: 'A' | 'B' | 'C' | null;
  rating_digit: '1' | '2' | '3' | null;
  revenue_12_months_cents: Generated<number>;
  margin_12_months_cents: number | null;
  rating_reason: Json;
  customer_value_cents: number | null;
  last_order_on: string | null;
  usual_order_days: number | null;
  blocked_at: Date | null;
  blocked_by: string | null;
  blocked_reason: string | null;
  archived_at: Date | null;
  archived_by: string | null;
  merged_into_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  updated_by: string | null;
  discount_percent: number | null;
  discount_days: number | null;
  credit_limit_cents: number | null;
  delivery_terms: string | null;
  attributes: Json;
}

interface CustomerDomain {
  organization_id: string;
  domain: string;
  customer_id: string;
}

interface CustomerNumberAlias {
  organization_id: string;
  number: string;
  customer_id: string;
}

interface CustomerProductGroup {
  organization_id: string;
  customer_id: string;
  group_id: string;
}

interface CustomerShare {
  organization_id: string;
  customer_id: string;
  user_id: string;
}

/** Tables of this room by their name. */
export interface CustomerTables {
  customer: Customer;
  customer_domain: CustomerDomain;
  customer_number_alias: CustomerNumberAlias;
  customer_product_group: CustomerProductGroup;
  customer_share: CustomerShare;
}
