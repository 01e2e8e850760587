// Row types of contacts, how they are reached and what they consented to.
import type { ColumnType, Generated } from 'kysely';
import type { Json } from './json.ts';

interface Contact {
  organization_id: string;
  id: string;
  version: Generated<number>;
  customer_id: string;
  name: string;
  job_title: string | null;
  language: 'de' | 'en' | null;
  legal_basis: Generated<string>;
  salutation: 'ms' | 'mr' | 'neutral' | null;
  title: string | null;
  roles: Generated<string[]>;
  archived_at: Date | null;
  archived_by: string | null;
  merged_into_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  updated_by: string | null;
  attributes: Json;
}

interface ContactEmail {
  organization_id: string;
  address: string;
  contact_id: string;
  domain: ColumnType<string, never, never>;
  position: Generated<number>;
  kind: Generated<'work' | 'private' | 'other'>;
}

interface ContactPhone {
  organization_id: string;
  contact_id: string;
  position: Generated<number>;
  number: string;
  normalized: string;
  kind: Generated<'work' | 'mobile' | 'central' | 'private' | 'fax'>;
}

interface Consent {
  organization_id: string;
  contact_id: string;
  channel: 'email' | 'phone' | 'letter' | 'sms';
  state: 'allowed' | 'objected';
  basis: string;
  since: string;
}

interface ConsentEvent {
  organization_id: string;
  id: string;
  contact_id: string;
  channel: 'email' | 'phone' | 'letter' | 'sms';
  step: 'allowed' | 'withdrawn' | 'objected' | 'objection_lifted';
  source: string;
  at: Date;
  recorded_by: string | null;
  recorded_at: Date;
}

/** Tables of this room by their name. */
export interface ContactTables {
  consent: Consent;
  consent_event: ConsentEvent;
  contact: Contact;
  contact_email: ContactEmail;
  contact_phone: ContactPhone;
}
