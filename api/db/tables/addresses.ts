// Row types of further addresses of a customer.
import type { Generated } from 'kysely';

interface CustomerAddress {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  kind: 'delivery' | 'invoice' | 'site';
  label: Generated<string>;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: Generated<string>;
  removed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** Tables of this room by their name. */
export interface AddressTables {
  customer_address: CustomerAddress;
}
