// SQL of looking for similar customers and contacts: who shares a number, an address, a telephone or a place.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { SimilarContact } from '#contract/duplicate.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

export interface AlikeRow {
  readonly customer: CustomerRef;
  readonly kind: string;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly is_archived: boolean;
  readonly same_number: boolean;
  readonly same_email: boolean;
  readonly same_phone: boolean;
  readonly same_domain: boolean;
  readonly same_address: boolean;
}

/** What to look for, in the spelling in which it is stored. */
export interface Looked {
  readonly number: string | null;
  readonly emails: readonly string[];
  readonly domains: readonly string[];
  readonly phones: readonly string[];
  readonly street: string | null;
  readonly postcode: string | null;
  /** Customers with a name like it. */
  readonly named: readonly string[];
}

const mostFound = 60;

/** A street as it is compared: 'Römerstr. 12 a' and 'Roemerstraße 12a' are one. */
export function streetKey(street: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`regexp_replace(regexp_replace(search_fold(${street}), '[^[:alnum:]]+', '', 'g'), 'str(asse)?(?=[0-9]|$)', 'str')`;
}

/** Visible customers that share anything of this, each with what it is; those merged into others are left out. */
export async function listAlike(trx: Query, user: SignedInUser, looked: Looked): Promise<AlikeRow[]> {
  const org = sql`${user.organizationId}::uuid`;
  const any = (values: readonly string[]) => sql`any((select ${values}::text[])::text[])`;
  const { rows } = await sql<AlikeRow>`
    with found (customer_id, what) as (
      select id, 'number' from customer where organization_id = ${org} and number = ${looked.number}::text
      union all
      select customer_id, 'number' from customer_number_alias where organization_id = ${org} and number = ${looked.number}::text
      union all
      select k.customer_id, 'email' from contact_email e
        join contact k on k.organization_id = e.organization_id and k.id = e.contact_id and k.archived_at is null
        where e.organization_id = ${org} and e.address = ${any(looked.emails)}
      union all
      select k.customer_id, 'domain' from contact_email e
        join contact k on k.organization_id = e.organization_id and k.id = e.contact_id and k.archived_at is null
        join customer f on f.organization_id = k.organization_id and f.id = k.customer_id and f.kind = 'company'
        where e.organization_id = ${org} and e.domain = ${any(looked.domains)}
      union all
      select customer_id, 'domain' from customer_domain where organization_id = ${org} and domain = ${any(looked.domains)}
      union all
      select id, 'phone' from customer where organization_id = ${org} and phone_normalized = ${any(looked.phones)}
      union all
      select k.customer_id, 'phone' from contact_phone p
        join contact k on k.organization_id = p.organization_id and k.id = p.contact_id and k.archived_at is null
        where p.organization_id = ${org} and p.normalized = ${any(looked.phones)}
      union all
      select id, 'address' from customer
        where organization_id = ${org} and postcode = ${looked.postcode}::text and street <> ''
          and ${streetKey(sql`street`)} = ${streetKey(sql`${looked.street}::text`)}
      union all
      select unnest(${looked.named}::uuid[]), 'name'
    ), shared as (
      select customer_id, bool_or(what = 'number') as same_number, bool_or(what = 'email') as same_email,
        bool_or(what = 'phone') as same_phone, bool_or(what = 'domain') as same_domain,
        bool_or(what = 'address') as same_address
      from found group by customer_id
    )
    select ${customerRef} as customer, c.kind, c.street, c.postcode, c.city, c.archived_at is not null as is_archived,
      s.same_number, s.same_email, s.same_phone, s.same_domain, s.same_address
    from shared s join customer c on c.organization_id = ${org} and c.id = s.customer_id
    where c.merged_into_id is null and ${visibleCustomers(user, 'c')}
    order by s.same_number desc, s.same_email desc, s.same_phone desc, s.same_domain desc, c.name, c.id
    limit ${mostFound}`.execute(trx);
  return rows;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly job_title: string | null;
  readonly customer: SimilarContact['customer'];
  readonly same_customer: boolean;
  readonly same_email: boolean;
  readonly same_phone: boolean;
}

/** Visible people with one of these addresses or numbers, and everybody at this customer. */
export async function listPeople(
  trx: Query,
  user: SignedInUser,
  looked: { customerId: string; emails: readonly string[]; phones: readonly string[] },
): Promise<PersonRow[]> {
  const org = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<PersonRow>`
    with found (contact_id, what) as (
      select contact_id, 'email' from contact_email
        where organization_id = ${org} and address = any((select ${looked.emails}::text[])::text[])
      union all
      select contact_id, 'phone' from contact_phone
        where organization_id = ${org} and normalized = any((select ${looked.phones}::text[])::text[])
      union all
      select id, 'customer' from contact where organization_id = ${org} and customer_id = ${looked.customerId}::uuid
    ), shared as (
      select contact_id, bool_or(what = 'email') as same_email, bool_or(what = 'phone') as same_phone from found group by contact_id
    )
    select k.id, k.name, k.job_title, ${customerRef} as customer, k.customer_id = ${looked.customerId}::uuid as same_customer,
      s.same_email, s.same_phone
    from shared s
    join contact k on k.organization_id = ${org} and k.id = s.contact_id and k.archived_at is null
    join customer c on c.organization_id = ${org} and c.id = k.customer_id and c.archived_at is null
    where ${visibleCustomers(user, 'c')}
    order by s.same_email desc, same_customer desc, s.same_phone desc, k.name, k.id limit 500`.execute(trx);
  return rows;
}

export interface PersonOf {
  readonly id: string;
  readonly name: string;
  readonly job_title: string | null;
  readonly emails: string[];
  readonly phones: string[];
}

/** The contacts of one customer that are in use, by name. */
export async function listPeopleOf(
  trx: Query,
  organizationId: string,
  customerId: string,
): Promise<PersonOf[]> {
  const { rows } = await sql<PersonOf>`
    select k.id, k.name, k.job_title,
      array(select e.address from contact_email e where e.organization_id = k.organization_id and e.contact_id = k.id) as emails,
      array(select p.normalized from contact_phone p where p.organization_id = k.organization_id and p.contact_id = k.id) as phones
    from contact k where k.organization_id = ${organizationId}::uuid and k.customer_id = ${customerId}::uuid
      and k.archived_at is null
    order by k.name, k.id limit 300`.execute(trx);
  return rows;
}
