// Use-cases of contacts (Ansprechpartner); the room's front door.
import type { Contact, createContact, listContacts, NewContact } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { readRoles } from './roles.ts';
import { toContact } from './row.ts';
import { cleanAddresses, cleanPhones } from './rules.ts';
import * as store from './store.ts';

export { move, update } from './change-contact.ts';
export { getForUser as getConsents, record as recordConsent } from './consents.ts';

export interface ContactOfCustomer {
  readonly customerId: string;
  readonly legalBasis: string;
  readonly contact: NewContact;
  /** Numbers without a prefix of their own are read as that country's. */
  readonly country: string;
}

/** Adds a contact to a customer; the same person a second time answers `duplicate` with the one that is there. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createContact>,
): Promise<Reply<typeof createContact>> {
  return deps.db.transaction(user, async (trx) => {
    const { customerId, ...contact } = input;
    const customer = await store.findCustomerOf(trx, user, customerId, 'lock');
    if (customer === null) throw new AppError('not_found');
    const same = await store.findSameContact(trx, user.organizationId, {
      customerId,
      name: contact.name,
      addresses: cleanAddresses(contact.emails).map((email) => email.address),
    });
    if (same !== null) throw new AppError('duplicate', { current: toContact(same) });
    const { country } = customer;
    const added = await addContact(deps, trx, user, {
      customerId,
      contact,
      country,
      legalBasis: 'contract',
    });
    await indexCustomer(trx, user.organizationId, customerId);
    return added;
  });
}

/** Stores a contact inside a running transaction; the caller has checked the customer and indexes it afterwards. */
export async function addContact(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { customerId, legalBasis, contact, country }: ContactOfCustomer,
): Promise<Contact> {
  const id = newId();
  const now = deps.clock.now();
  const { organizationId } = user;
  const { name, salutation, title, jobTitle, language } = contact;
  const phones = cleanPhones(contact.phones, country);
  const roles = await readRoles(trx, organizationId, contact.roles);
  const about = { name, salutation, title, jobTitle, roles, language, legalBasis };
  await store.insertContact(trx, organizationId, { id, customerId, ...about, by: user.id, now });
  await store.replaceAddresses(trx, organizationId, id, cleanAddresses(contact.emails));
  await store.replacePhones(trx, organizationId, id, phones);
  const stored = await store.readContact(trx, organizationId, id);
  if (stored === null) throw new AppError('not_found');
  const after = toContact(stored);
  await writeAudit(trx, user, {
    action: 'contact.create',
    recordKind: 'contact',
    recordId: id,
    after: { ...after, legalBasis },
    at: now,
  });
  return after;
}

/** Contacts of a customer by name. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listContacts>,
): Promise<Reply<typeof listContacts>> {
  return deps.db.read(user, async (trx) => {
    const customer = await store.findCustomerOf(trx, user, input.customerId, 'look');
    if (customer === null) throw new AppError('not_found');
    const rows = await store.listContactRows(trx, user.organizationId, {
      customerId: input.customerId,
      archived: input.archived,
      after: afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toContact);
    const last = items.at(-1);
    const hasMore = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
  });
}

function afterOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, 2);
  return [String(name), String(id)];
}
