// Use-cases of customers (Kunde); the room's front door.
import type { createCustomer, Customer, getCustomer, listCustomers } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { addContact } from '#api/contacts/contacts.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { toCustomer } from './row.ts';
import type { CustomerRow } from './row.ts';
import { cleanDomains, cleanPhone, domainsFromAddresses } from './rules.ts';
import { findTerritory } from './territory.ts';
import * as store from './store.ts';
import type { CompanySettings } from './store.ts';

export { ratingFor, ratingSource } from './rating.ts';
export { customerRef } from './row.ts';
export { update } from './update-customer.ts';

type NewCustomer = Parsed<typeof createCustomer>;

/** Creates a customer with its first contact in one transaction; the very same once more answers `duplicate` with the first. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: NewCustomer,
): Promise<Reply<typeof createCustomer>> {
  return deps.db.transaction(user, async (trx) => {
    await store.lockName(trx, user.organizationId, input.name);
    const same = await store.findSameCustomer(trx, user, input);
    if (same !== null) throw new AppError('duplicate', { current: toCustomer(user, same) });
    const settings = await store.readSettings(trx, user.organizationId);
    const customerId = await insert(deps, trx, user, { input, settings });
    const { contact, legalBasis } = input;
    const firstContact =
      contact === null ? null : await addContact(deps, trx, user, { customerId, legalBasis, contact });
    await indexCustomer(trx, user.organizationId, customerId);
    const customer = toCustomer(user, found(await store.readCustomer(trx, user.organizationId, customerId)));
    await writeAudit(trx, user, {
      action: 'customer.create',
      recordKind: 'customer',
      recordId: customerId,
      after: { ...customer, legalBasis },
      at: deps.clock.now(),
    });
    return { customer, contact: firstContact };
  });
}

/** One customer; not_found for what is not there or not visible. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getCustomer>,
): Promise<Reply<typeof getCustomer>> {
  return deps.db.read(user, async (trx) =>
    toCustomer(user, found(await store.findCustomer(trx, user, input.id))),
  );
}

/** Customers the user may see, by name. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listCustomers>,
): Promise<Reply<typeof listCustomers>> {
  return deps.db.read(user, async (trx) => {
    const rows = await store.listCustomerRows(trx, user, {
      mine: input.mine ?? false,
      after: afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const items: Customer[] = rows.slice(0, input.limit).map((row) => toCustomer(user, row));
    const last = items.at(-1);
    const hasMore = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
  });
}

async function insert(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { input, settings }: { input: NewCustomer; settings: CompanySettings },
): Promise<string> {
  const id = newId();
  const now = deps.clock.now();
  const territory = findTerritory(input.postcode, settings.territories);
  const owner = await ownerOf(trx, user, input.ownerId, territory?.owner_id ?? null);
  const { name, kind, street, postcode, city } = input;
  await store.insertCustomer(trx, {
    organization_id: user.organizationId,
    id,
    name,
    kind,
    street,
    postcode,
    city,
    ...cleanPhone(input.phone),
    owner_id: owner.id,
    territory_id: territory?.id ?? owner.territory_id,
    legal_basis: input.legalBasis,
    created_at: now,
    updated_at: now,
  });
  await store.replaceDomains(trx, user.organizationId, id, domainsOf(input, settings.internal_domains));
  return id;
}

/** The given owner, else the territory's, else the caller; throws invalid_input when the given one cannot own customers. */
async function ownerOf(trx: Query, user: SignedInUser, given: string | null, ofTerritory: string | null) {
  for (const id of given === null ? [ofTerritory, user.id] : [given]) {
    const owner = id === null ? undefined : await store.findOwner(trx, user.organizationId, id);
    if (owner !== undefined) return owner;
  }
  throw new AppError('invalid_input', { fields: [{ path: 'ownerId', problem: 'unknown' }] });
}

/** Without domains of its own a company gets that of its first contact; a private buyer none. */
function domainsOf(input: NewCustomer, internalDomains: readonly string[]): string[] {
  if (input.domains.length > 0) return cleanDomains(input.domains, internalDomains);
  const isCompany = input.kind === 'company';
  return isCompany ? domainsFromAddresses(input.contact?.emails ?? [], internalDomains) : [];
}

function found(row: CustomerRow | null): CustomerRow {
  if (row === null) throw new AppError('not_found');
  return row;
}

function afterOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, 2);
  return [String(name), String(id)];
}
