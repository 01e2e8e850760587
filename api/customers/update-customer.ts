// Changing a customer: what is given is written, the rest stays; territory and rating follow from it.
import type { Customer, updateCustomer } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { dayIn, noteMoves } from '#api/rating/history.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { readChoice, readOwner, refuseTakenNumber } from './checks.ts';
import { refuseBadParent } from './group.ts';
import { toCustomer } from './row.ts';
import type { CustomerRow } from './row.ts';
import { cleanPhone, domainsOf } from './rules.ts';
import { assignTerritory } from './territory.ts';
import type { Assignment } from './territory.ts';
import * as store from './store.ts';
import type { CompanySettings, CustomerChange } from './store.ts';

type Change = Parsed<typeof updateCustomer>;

/** A change about to be made: what is asked, of which row, under which settings. */
interface Asked {
  readonly input: Change;
  readonly before: CustomerRow;
  readonly settings: CompanySettings;
}

/** Writes the given fields; stale_version carries the customer as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Change,
  version: number,
): Promise<Reply<typeof updateCustomer>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await store.findCustomer(trx, user, input.id);
    if (before === null) throw new AppError('not_found');
    if (before.version !== version) throw stale(user, before);
    const { organizationId } = user;
    const settings = await store.readSettings(trx, organizationId);
    const asked = { input, before, settings };
    await refuse(trx, user, asked);
    const change = { ...(await columnsOf(trx, user, asked)), ...(await territoryOf(trx, user, asked)) };
    const by = { updated_at: deps.clock.now(), updated_by: user.id };
    const at = { id: input.id, version };
    if (!(await store.updateCustomerRow(trx, organizationId, at, { ...change, ...by }))) {
      throw stale(user, (await store.findCustomer(trx, user, input.id)) ?? before);
    }
    await writeDomains(trx, organizationId, asked);
    return finish(deps, trx, user, asked);
  });
}

function stale(user: SignedInUser, current: CustomerRow): AppError {
  return new AppError('stale_version', { current: toCustomer(user, current) });
}

async function refuse(trx: Query, user: SignedInUser, { input, before }: Asked): Promise<void> {
  const { id, number, parentId } = input;
  if (typeof number === 'string') await refuseTakenNumber(trx, user, { id, number });
  const isNewParent = typeof parentId === 'string' && parentId !== before.parent?.id;
  if (isNewParent) await refuseBadParent(trx, user, { id, parentId });
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { before, input, settings }: Asked,
): Promise<Customer> {
  const after = await store.readCustomer(trx, user.organizationId, input.id);
  if (after === null) throw new AppError('not_found');
  const now = deps.clock.now();
  await noteMoves(trx, user.organizationId, {
    onDay: dayIn(settings.time_zone, now),
    customerId: input.id,
  });
  const isFoundDifferently = [input.number, input.name, input.city, input.postcode].some(
    (field) => field !== undefined,
  );
  if (isFoundDifferently) await indexCustomer(trx, user.organizationId, input.id);
  const customer = toCustomer(user, after);
  await writeAudit(trx, user, {
    action: 'customer.update',
    recordKind: 'customer',
    recordId: input.id,
    before: toCustomer(user, before),
    after: customer,
    at: now,
  });
  return customer;
}

const plainColumns = {
  number: 'number',
  name: 'name',
  kind: 'kind',
  phase: 'phase',
  street: 'street',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  employees: 'employees',
  shareOfWalletPercent: 'share_of_wallet_percent',
  competitor: 'competitor',
  parentId: 'parent_id',
  ownerId: 'owner_id',
} as const;

async function columnsOf(trx: Query, user: SignedInUser, asked: Asked): Promise<CustomerChange> {
  const { input, before } = asked;
  const given = Object.entries(plainColumns)
    .map(([field, column]) => [column, Reflect.get(input, field) as unknown] as const)
    .filter(([, value]) => value !== undefined);
  const change: CustomerChange = Object.fromEntries(given);
  const country = input.country ?? before.country;
  if (input.phone !== undefined) Object.assign(change, cleanPhone(input.phone, country));
  if (input.targetGroup !== undefined) {
    const choice = { kind: 'target_group', name: input.targetGroup, path: 'targetGroup' } as const;
    change.target_group = await readChoice(trx, user.organizationId, {
      ...choice,
      carried: before.target_group,
    });
  }
  const sector = await sectorOf(trx, user, asked);
  return input.sector === undefined ? change : { ...change, sector };
}

function sectorOf(trx: Query, user: SignedInUser, { input, before }: Asked): Promise<string | null> {
  const name = input.sector === undefined ? before.sector : input.sector;
  const choice = { kind: 'sector', name, path: 'sector', carried: before.sector } as const;
  return readChoice(trx, user.organizationId, choice);
}

/** Reckoned anew when something changes that the rules look at. */
async function territoryOf(trx: Query, user: SignedInUser, asked: Asked): Promise<Partial<Assignment>> {
  const { input, before, settings } = asked;
  const { postcode, country, ownerId } = input;
  const isTouched = [postcode, country, ownerId, input.sector].some((field) => field !== undefined);
  const ownerNow = ownerId === undefined ? (before.owner?.id ?? null) : ownerId;
  if (!isTouched) return {};
  const owner = await ownerFor(trx, user, { ownerNow, isGiven: ownerId !== undefined });
  const placed = {
    listed_territory_id: before.listed_territory_id,
    sector: await sectorOf(trx, user, asked),
    postcode: postcode === undefined ? before.postcode : postcode,
    country: country ?? before.country,
    owner_territory_id: owner?.territory_id ?? null,
  };
  return assignTerritory(placed, settings.territories);
}

/** A given owner has to be able to own customers; one who could once may have left meanwhile. */
async function ownerFor(
  trx: Query,
  user: SignedInUser,
  { ownerNow, isGiven }: { ownerNow: string | null; isGiven: boolean },
) {
  if (ownerNow === null) return undefined;
  return isGiven
    ? readOwner(trx, user.organizationId, ownerNow)
    : store.findOwner(trx, user.organizationId, ownerNow);
}

/** A customer that becomes a private buyer loses its domains: strangers share a private person's. */
async function writeDomains(
  trx: Query,
  organizationId: string,
  { input, before, settings }: Asked,
): Promise<void> {
  const kind = input.kind ?? before.kind;
  const becomesPrivate = kind === 'private' && before.kind === 'company';
  if (input.domains === undefined && !becomesPrivate) return;
  const domains = domainsOf(kind, input.domains ?? [], settings.internal_domains);
  await store.replaceDomains(trx, organizationId, input.id, domains);
}
