// How a contact row with its addresses, numbers and consents is selected, and turned into the contract's Contact.
import { sql } from 'kysely';
import type { Contact } from '#contract/customer.ts';

export interface ContactRow {
  readonly id: string;
  readonly version: number;
  readonly customer_id: string;
  readonly name: string;
  readonly job_title: string | null;
  readonly language: 'de' | 'en' | null;
  readonly emails: string[];
  readonly phones: string[];
  readonly consents: Contact['consents'];
}

/** For `select … from contact k`; one row per contact, lists in order. */
export const contactColumns = sql<ContactRow>`k.id, k.version, k.customer_id, k.name, k.job_title, k.language,
  array(select e.address from contact_email e
    where e.organization_id = k.organization_id and e.contact_id = k.id order by e.position, e.address) as emails,
  array(select p.number from contact_phone p
    where p.organization_id = k.organization_id and p.contact_id = k.id order by p.position) as phones,
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
    jobTitle: row.job_title,
    emails: row.emails,
    phones: row.phones,
    language: row.language,
    consents: row.consents,
  };
}
