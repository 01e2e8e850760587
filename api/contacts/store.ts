// All SQL of contacts.
import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';
import type { Contact } from '#contract/customer.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { contactColumns } from './row.ts';
import type { ContactRow } from './row.ts';
import type { StoredEmail, StoredPhone } from './rules.ts';

export interface NewContactRow {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly salutation: Contact['salutation'];
  readonly title: string | null;
  readonly jobTitle: string | null;
  readonly roles: readonly string[];
  readonly language: 'de' | 'en' | null;
  readonly legalBasis: string;
  readonly by: string | null;
  readonly now: Date;
}

/** Which contacts of a list: those in use, all, or only those archived. */
export type Archived = 'without' | 'with' | 'only';

/** The customer of a contact, if the user may see it; it may be locked against parallel additions. */
export async function findCustomerOf(
  trx: Query,
  user: SignedInUser,
  customerId: string,
  lock: 'lock' | 'look',
): Promise<{ country: string } | null> {
  const { rows } = await sql<{ country: string }>`
    select c.country from customer c
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}
    ${lock === 'lock' ? sql`for update` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

/** The country of a customer, for reading telephone numbers. */
export async function readCountry(trx: Query, organizationId: string, customerId: string): Promise<string> {
  const row = await trx
    .selectFrom('customer')
    .select('country')
    .where('organization_id', '=', organizationId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row?.country ?? 'DE';
}

/** A contact of a customer the user may see; null otherwise. */
export async function findContact(trx: Query, user: SignedInUser, id: string): Promise<ContactRow | null> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from contact k
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where k.organization_id = ${user.organizationId}::uuid and k.id = ${id}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** A contact whatever the user sees: for what was stored in the same transaction. */
export async function readContact(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<ContactRow | null> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from contact k
    where k.organization_id = ${organizationId}::uuid and k.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** A contact of the customer with one of these addresses, or without any address but of the same name. */
export async function findSameContact(
  trx: Query,
  organizationId: string,
  same: { customerId: string; name: string; addresses: readonly string[] },
): Promise<ContactRow | null> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from contact k
    where k.organization_id = ${organizationId}::uuid and k.customer_id = ${same.customerId}::uuid
      and k.archived_at is null
      and (exists (select from contact_email e where e.organization_id = k.organization_id and e.contact_id = k.id
            and e.address = any(${same.addresses}::text[]))
        or (lower(k.name) = lower(${same.name}) and ${same.addresses.length === 0}::boolean
          and not exists (select from contact_email e where e.organization_id = k.organization_id and e.contact_id = k.id)))
    order by k.created_at, k.id limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Contacts by name, starting after `after` (name and id of the last one shown). */
export async function listContactRows(
  trx: Query,
  organizationId: string,
  page: { customerId: string; archived: Archived; after: readonly [string, string] | null; limit: number },
): Promise<ContactRow[]> {
  const { customerId, archived, after, limit } = page;
  const kept = {
    without: sql`and k.archived_at is null`,
    with: sql``,
    only: sql`and k.archived_at is not null`,
  }[archived];
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from contact k
    where k.organization_id = ${organizationId}::uuid and k.customer_id = ${customerId}::uuid ${kept}
      ${after === null ? sql`` : sql`and (k.name collate "und-x-icu", k.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by k.name collate "und-x-icu", k.id limit ${limit}`.execute(trx);
  return rows;
}

/** Stores the contact itself; addresses and numbers follow by replaceAddresses and replacePhones. */
export async function insertContact(trx: Query, organizationId: string, row: NewContactRow): Promise<void> {
  await trx
    .insertInto('contact')
    .values({
      organization_id: organizationId,
      id: row.id,
      customer_id: row.customerId,
      name: row.name,
      salutation: row.salutation,
      title: row.title,
      job_title: row.jobTitle,
      roles: [...row.roles],
      language: row.language,
      legal_basis: row.legalBasis,
      created_at: row.now,
      updated_at: row.now,
      updated_by: row.by,
    })
    .execute();
}

export type ContactChange = Omit<Updateable<Tables['contact']>, 'organization_id' | 'id' | 'version'>;

const updateContact = versionedUpdate('contact');

/** Changes the columns given; false when the version is no longer the expected one. */
export async function updateContactRow(
  trx: Query,
  organizationId: string,
  at: { id: string; version: number; by: string; now: Date },
  change: ContactChange,
): Promise<boolean> {
  return updateContact(trx, organizationId, at, { ...change, updated_at: at.now, updated_by: at.by });
}

/** Puts these addresses in the place of all others of the contact. */
export async function replaceAddresses(
  trx: Query,
  organizationId: string,
  contactId: string,
  addresses: readonly StoredEmail[],
): Promise<void> {
  await trx
    .deleteFrom('contact_email')
    .where('organization_id', '=', organizationId)
    .where('contact_id', '=', contactId)
    .execute();
  if (addresses.length === 0) return;
  const rows = addresses.map((email, position) => ({
    organization_id: organizationId,
    contact_id: contactId,
    position,
    ...email,
  }));
  await trx.insertInto('contact_email').values(rows).execute();
}

/** Puts these numbers in the place of all others of the contact. */
export async function replacePhones(
  trx: Query,
  organizationId: string,
  contactId: string,
  phones: readonly StoredPhone[],
): Promise<void> {
  await trx
    .deleteFrom('contact_phone')
    .where('organization_id', '=', organizationId)
    .where('contact_id', '=', contactId)
    .execute();
  if (phones.length === 0) return;
  const rows = phones.map((phone, position) => ({
    organization_id: organizationId,
    contact_id: contactId,
    position,
    ...phone,
  }));
  await trx.insertInto('contact_phone').values(rows).execute();
}
