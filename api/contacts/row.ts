// How a contact row with its addresses, numbers and consents is selected, and turned into the contract's Contact.
import { sql } from 'kysely';
import type { Contact } from '#contract/customer.ts';

export interface ContactRow {
  readonly id: string;
  readonly version: number;
  readonly customer_id: string;
  readonly name: string;
  readonly salutation: Contact['salutation'];
  readonly title: string | null;
  readonly job_title: string | null;
  readonly roles: string[];
  readonly language: 'de' | 'en' | null;
  readonly email_details: Contact['emailDetails'];
  readonly phone_details: Contact['phoneDetails'];
  readonly consents: Contact['consents'];
  /** Dates from the driver, texts from JSON. */
  readonly archived_at: Date | string | null;
  readonly updated_at: Date | string;
  readonly updated_by: Contact['updatedBy'];
}

/** For `select … from contact k`; one row per contact, lists in order. */
export const contactColumns = sql<ContactRow>`k.id, k.version, k.customer_id, k.name, k.salutation, k.title,
  k.job_title, k.roles, k.language, k.archived_at, k.updated_at,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = k.organization_id and u.id = k.updated_by) as updated_by,
  coalesce((select json_agg(json_build_object('address', e.address, 'kind', e.kind) order by e.position, e.address)
    from contact_email e where e.organization_id = k.organization_id and e.contact_id = k.id), '[]') as email_details,
  coalesce((select json_agg(json_build_object('number', p.number, 'kind', p.kind, 'dial', p.normalized) order by p.position)
    from contact_phone p where p.organization_id = k.organization_id and p.contact_id = k.id), '[]') as phone_details,
  coalesce((select json_agg(json_build_object('channel', s.channel, 'state', s.state, 'basis', s.basis, 'since', s.since)
      order by s.channel) from consent s
    where s.organization_id = k.organization_id and s.contact_id = k.id), '[]') as consents`;

/** The row as screens see it; rows that came through JSON fit as well. */
export function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    version: row.version,
    customerId: row.customer_id,
    name: row.name,
    salutation: row.salutation,
    title: row.title,
    jobTitle: row.job_title,
    roles: row.roles,
    emails: row.email_details.map((one) => one.address),
    emailDetails: row.email_details,
    phones: row.phone_details.map((one) => one.number),
    phoneDetails: row.phone_details,
    language: row.language,
    consents: row.consents,
    archivedAt: row.archived_at === null ? null : new Date(row.archived_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
    updatedBy: row.updated_by,
  };
}
