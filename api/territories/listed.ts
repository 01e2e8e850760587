// The explicit list of a territory: customers that belong to it whatever their postcode and sector say.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { listCustomerInTerritory, listTerritoryCustomers } from '#contract/territory.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findCustomer, marksOf, readCustomer } from '#api/customers/customers.ts';
import { assignCustomers } from './assign.ts';
import * as store from './store.ts';

/** Customers on the list of a territory, by name. */
export function listCustomers(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listTerritoryCustomers>,
): Promise<Reply<typeof listTerritoryCustomers>> {
  return deps.db.read(user, async (trx) => {
    const [territory] = await store.listTerritoryRows(trx, user.organizationId, input.id);
    if (territory === undefined) throw new AppError('not_found');
    const rows = await store.listListedCustomers(trx, user.organizationId, {
      territoryId: input.id,
      after: afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    const hasMore = rows.length > input.limit && last !== undefined;
    return { items: items.map(toListed), nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
  });
}

function toListed(row: store.ListedCustomer) {
  const { id, number, name, city } = row;
  return { id, number, name, ...marksOf(row), city };
}

/** Puts a customer on a territory's list, or on none; its territory follows at once. */
export function listCustomer(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listCustomerInTerritory>,
): Promise<Reply<typeof listCustomerInTerritory>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const before = await findCustomer(trx, user, input.id);
    if (before === null) throw new AppError('not_found');
    const { territoryId } = input;
    if (territoryId !== null) {
      const [territory] = await store.listTerritoryRows(trx, organizationId, territoryId);
      if (territory === undefined) {
        throw new AppError('invalid_input', { fields: [{ path: 'territoryId', problem: 'unknown' }] });
      }
    }
    await store.putOnList(trx, organizationId, { customerId: input.id, territoryId });
    await assignCustomers(trx, organizationId, [input.id]);
    const after = await readCustomer(trx, organizationId, input.id);
    await writeAudit(trx, user, {
      action: 'customer.territory',
      recordKind: 'customer',
      recordId: input.id,
      before: { territory: before.territory, listedTerritoryId: before.listed_territory_id },
      after: { territory: after?.territory ?? null, listedTerritoryId: territoryId },
      at: deps.clock.now(),
    });
    return { customerId: input.id, territory: after?.territory ?? null };
  });
}

function afterOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, 2);
  return [String(name), String(id)];
}
