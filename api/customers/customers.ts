// Use-cases of customers (Kunde); the room's front door.
import type { Customer, getCustomer, listCustomers } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { toCustomer } from './row.ts';
import * as store from './store.ts';

export { create } from './create-customer.ts';
export { getGroup } from './group.ts';
export { move } from './move-customer.ts';
export { ratingFor, ratingSource } from './rating.ts';
export { customerRef, marksOf } from './row.ts';
export { findCustomer, readCustomer } from './store.ts';
export { update } from './update-customer.ts';

/** One customer; not_found for what is not there or not visible. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getCustomer>,
): Promise<Reply<typeof getCustomer>> {
  return deps.db.read(user, async (trx) => {
    const row = await store.findCustomer(trx, user, input.id);
    if (row === null) throw new AppError('not_found');
    return toCustomer(user, row);
  });
}

/** Customers the user may see, by name; archived ones only when asked for. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listCustomers>,
): Promise<Reply<typeof listCustomers>> {
  return deps.db.read(user, async (trx) => {
    const rows = await store.listCustomerRows(trx, user, {
      mine: input.mine ?? false,
      archived: input.archived,
      after: afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const items: Customer[] = rows.slice(0, input.limit).map((row) => toCustomer(user, row));
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
