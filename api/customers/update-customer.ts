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
import { toCustomer } from './row.ts';
import type { CustomerRow } from './row.ts';
import { cleanDomains, cleanPhone } from './rules.ts';
import { findTerritory } from './territory.ts';
import * as store from './store.ts';
import type { CompanySettings, CustomerChange } from './store.ts';

type Change = Parsed<typeof updateCustomer>;

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
    const { organizationId } = user;
    const settings = await store.readSettings(trx, organizationId);
    await refuseUnknownOwner(trx, organizationId, input.ownerId);
    const change = columnsOf(input, settings);
    const at = { id: input.id, version };
    const isWritten = await store.updateCustomerRow(trx, organizationId, at, {
      ...change,
      updated_at: deps.clock.now(),
    });
    if (!isWritten) {
      const current = (await store.findCustomer(trx, user, input.id)) ?? before;
      throw new AppError('stale_version', { current: toCustomer(user, current) });
    }
    if (input.domains) {
      const domains = cleanDomains(input.domains, settings.internal_domains);
      await store.replaceDomains(trx, organizationId, input.id, domains);
    }
    return finish(deps, trx, user, { before, input, settings });
  });
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { before, input, settings }: { before: CustomerRow; input: Change; settings: CompanySettings },
): Promise<Customer> {
  const after = await store.readCustomer(trx, user.organizationId, input.id);
  if (after === null) throw new AppError('not_found');
  const now = deps.clock.now();
  await noteMoves(trx, user.organizationId, {
    onDay: dayIn(settings.time_zone, now),
    customerId: input.id,
  });
  const isFoundDifferently = [input.name, input.city, input.postcode].some((field) => field !== undefined);
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

async function refuseUnknownOwner(
  trx: Query,
  organizationId: string,
  ownerId: string | null | undefined,
): Promise<void> {
  if (ownerId === undefined || ownerId === null) return;
  if ((await store.findOwner(trx, organizationId, ownerId)) === undefined) {
    throw new AppError('invalid_input', { fields: [{ path: 'ownerId', problem: 'unknown' }] });
  }
}

const plainColumns = {
  name: 'name',
  kind: 'kind',
  phase: 'phase',
  street: 'street',
  postcode: 'postcode',
  city: 'city',
  targetGroup: 'target_group',
  employees: 'employees',
  shareOfWalletPercent: 'share_of_wallet_percent',
  competitor: 'competitor',
  ownerId: 'owner_id',
} as const;

function columnsOf(input: Change, settings: CompanySettings): CustomerChange {
  const given = Object.entries(plainColumns)
    .map(([field, column]) => [column, Reflect.get(input, field) as unknown] as const)
    .filter(([, value]) => value !== undefined);
  const change: CustomerChange = Object.fromEntries(given);
  if (input.phone !== undefined) Object.assign(change, cleanPhone(input.phone));
  const territory = input.postcode === undefined ? null : findTerritory(input.postcode, settings.territories);
  return territory === null ? change : { ...change, territory_id: territory.id };
}
