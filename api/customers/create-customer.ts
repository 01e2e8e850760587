// Creating a customer: checked, placed in its territory, stored with its first contact in one transaction.
import type { createCustomer, NewContact } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { addContact } from '#api/contacts/contacts.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { readChoice, readOwner, refuseTakenNumber } from './checks.ts';
import { refuseBadParent } from './group.ts';
import { toCustomer } from './row.ts';
import { cleanPhone, domainsFromAddresses, domainsOf } from './rules.ts';
import { assignTerritory, findTerritory } from './territory.ts';
import * as store from './store.ts';
import type { CompanySettings } from './store.ts';

type NewCustomer = Parsed<typeof createCustomer>;

/** Creates a customer with its first contact; the very same once more answers `duplicate` with the first. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: NewCustomer,
): Promise<Reply<typeof createCustomer>> {
  return deps.db.transaction(user, async (trx) => {
    await store.lockName(trx, user.organizationId, input.name);
    const same = await store.findSameCustomer(trx, user, input);
    if (same !== null) throw new AppError('duplicate', { current: toCustomer(user, same) });
    if (input.number !== null) await refuseTakenNumber(trx, user, { id: null, number: input.number });
    if (input.parentId !== null) await refuseBadParent(trx, user, { id: null, parentId: input.parentId });
    const settings = await store.readSettings(trx, user.organizationId);
    const customerId = await insert(deps, trx, user, { input, settings });
    const { legalBasis, country } = input;
    const contact = firstContactOf(input);
    const firstContact =
      contact === null
        ? null
        : await addContact(deps, trx, user, { customerId, legalBasis, contact, country });
    await indexCustomer(trx, user.organizationId, customerId);
    const stored = await store.readCustomer(trx, user.organizationId, customerId);
    if (stored === null) throw new AppError('not_found');
    const customer = toCustomer(user, stored);
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

async function insert(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { input, settings }: { input: NewCustomer; settings: CompanySettings },
): Promise<string> {
  const id = newId();
  const now = deps.clock.now();
  const { organizationId } = user;
  const { number, name, kind, street, postcode, city, country, phone } = input;
  const sector = await readChoice(trx, organizationId, {
    kind: 'sector',
    name: input.sector,
    path: 'sector',
  });
  const targetGroup = { kind: 'target_group', name: input.targetGroup, path: 'targetGroup' } as const;
  const place = await placeOf(trx, user, { input: { ...input, sector }, settings });
  await store.insertCustomer(trx, {
    organization_id: organizationId,
    id,
    number,
    name,
    kind,
    street,
    postcode,
    city,
    country,
    sector,
    target_group: await readChoice(trx, organizationId, targetGroup),
    parent_id: input.parentId,
    ...cleanPhone(phone, country),
    ...place,
    legal_basis: input.legalBasis,
    created_at: now,
    updated_at: now,
    updated_by: user.id,
  });
  await store.replaceDomains(trx, organizationId, id, newDomains(input, settings.internal_domains));
  return id;
}

/** Owner and territory: the given owner, else the one of the territory by sector or postcode, else the caller. */
async function placeOf(
  trx: Query,
  user: SignedInUser,
  { input, settings }: { input: NewCustomer; settings: CompanySettings },
) {
  const { sector, postcode, country } = input;
  const bySector = settings.territories.find((one) => sector !== null && one.sectors.includes(sector));
  const territory = bySector ?? findTerritory(postcode, settings.territories, country);
  const owner = await ownerOf(trx, user, input.ownerId, territory?.owner_id ?? null);
  const placed = {
    listed_territory_id: null,
    sector,
    postcode,
    country,
    owner_territory_id: owner.territory_id,
  };
  return { owner_id: owner.id, ...assignTerritory(placed, settings.territories) };
}

/** Throws invalid_input when the given owner cannot own customers. */
async function ownerOf(trx: Query, user: SignedInUser, given: string | null, ofTerritory: string | null) {
  if (given !== null) return readOwner(trx, user.organizationId, given);
  const owner =
    ofTerritory === null ? undefined : await store.findOwner(trx, user.organizationId, ofTerritory);
  return owner ?? readOwner(trx, user.organizationId, user.id);
}

/** Without domains of its own a company gets that of its first contact; a private buyer has none. */
function newDomains(input: NewCustomer, internalDomains: readonly string[]): string[] {
  if (input.domains.length > 0 || input.kind === 'private') {
    return domainsOf(input.kind, input.domains, internalDomains);
  }
  const addresses = input.contact?.emails ?? [];
  return domainsFromAddresses(
    addresses.map((email) => (typeof email === 'string' ? email : email.address)),
    internalDomains,
  );
}

/** A private buyer is a person: without one given, the customer is its own contact. */
function firstContactOf({ kind, name, phone, contact }: NewCustomer): NewContact | null {
  if (contact !== null || kind === 'company') return contact;
  const nothing = { salutation: null, title: null, jobTitle: null, language: null, roles: [], emails: [] };
  return { ...nothing, name, phones: phone === null ? [] : [phone] };
}
