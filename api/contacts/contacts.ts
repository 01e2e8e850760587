// Use-cases of contacts (Ansprechpartner); the room's front door.
import type { Contact, createContact, listContacts, NewContact, updateContact } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { toContact } from './row.ts';
import type { ContactRow } from './row.ts';
import { cleanAddresses, cleanPhones } from './rules.ts';
import * as store from './store.ts';

export interface ContactOfCustomer {
  readonly customerId: string;
  readonly legalBasis: string;
  readonly contact: NewContact;
}

/** Adds a contact to a customer; the same person a second time answers `duplicate` with the one that is there. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createContact>,
): Promise<Reply<typeof createContact>> {
  return deps.db.transaction(user, async (trx) => {
    const { customerId, ...contact } = input;
    if (!(await store.canSeeCustomer(trx, user, customerId, 'lock'))) throw new AppError('not_found');
    const addresses = cleanAddresses(contact.emails);
    const same = await store.findSameContact(trx, user.organizationId, {
      customerId,
      name: contact.name,
      addresses,
    });
    if (same !== null) throw new AppError('duplicate', { current: toContact(same) });
    const added = await addContact(deps, trx, user, { customerId, contact, legalBasis: 'contract' });
    await indexCustomer(trx, user.organizationId, customerId);
    return added;
  });
}

/** Stores a contact inside a running transaction; the caller has checked the customer and indexes it afterwards. */
export async function addContact(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { customerId, legalBasis, contact }: ContactOfCustomer,
): Promise<Contact> {
  const id = newId();
  const now = deps.clock.now();
  const { name, jobTitle, language } = contact;
  const phones = cleanPhones(contact.phones);
  await store.insertContact(trx, user.organizationId, {
    id,
    customerId,
    name,
    jobTitle,
    language,
    legalBasis,
    now,
  });
  await store.replaceAddresses(trx, user.organizationId, id, cleanAddresses(contact.emails));
  await store.replacePhones(trx, user.organizationId, id, phones);
  const after = found(await store.readContact(trx, user.organizationId, id));
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
    if (!(await store.canSeeCustomer(trx, user, input.customerId, 'look'))) throw new AppError('not_found');
    const rows = await store.listContactRows(trx, user.organizationId, {
      customerId: input.customerId,
      after: afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toContact);
    const last = items.at(-1);
    const hasMore = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
  });
}

/** Changes what is given and keeps the rest; stale_version carries the contact as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateContact>,
  version: number,
): Promise<Reply<typeof updateContact>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getContact(trx, user, input.id);
    const { organizationId } = user;
    const at = { id: input.id, version, now: deps.clock.now() };
    const change = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.jobTitle === undefined ? {} : { job_title: input.jobTitle }),
    };
    if (!(await store.updateContactRow(trx, organizationId, at, change))) {
      throw new AppError('stale_version', { current: await getContact(trx, user, input.id) });
    }
    if (input.emails) await store.replaceAddresses(trx, organizationId, at.id, cleanAddresses(input.emails));
    if (input.phones) await store.replacePhones(trx, organizationId, at.id, cleanPhones(input.phones));
    const after = await getContact(trx, user, input.id);
    await writeAudit(trx, user, {
      action: 'contact.update',
      recordKind: 'contact',
      recordId: at.id,
      before,
      after,
      at: at.now,
    });
    if (after.name !== before.name) await indexCustomer(trx, organizationId, after.customerId);
    return after;
  });
}

async function getContact(trx: Query, user: SignedInUser, id: string): Promise<Contact> {
  return found(await store.findContact(trx, user, id));
}

function found(row: ContactRow | null): Contact {
  if (row === null) throw new AppError('not_found');
  return toContact(row);
}

function afterOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, 2);
  return [String(name), String(id)];
}
