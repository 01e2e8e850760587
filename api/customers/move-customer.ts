// Blocking and archiving a customer, and back.
import type { moveCustomer } from '#contract/customer-moves.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { toCustomer } from './row.ts';
import type { CustomerRow } from './row.ts';
import * as store from './store.ts';

type Move = Parsed<typeof moveCustomer>;

/**
 * Makes the move; transition_not_allowed with the customer as it is now when it stands there already. Nothing that
 * hangs on the customer is touched: an archived one only leaves the lists.
 */
export function move(
  deps: Deps,
  user: SignedInUser,
  input: Move,
  version: number,
): Promise<Reply<typeof moveCustomer>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const row = await store.findCustomer(trx, user, input.id);
    if (row === null) throw new AppError('not_found');
    const before = toCustomer(user, row);
    if (row.version !== version) throw new AppError('stale_version', { current: before });
    if (!fits(row, input.move)) throw new AppError('transition_not_allowed', { current: before });
    const now = deps.clock.now();
    const change = { ...columnsOf(input, user, now), updated_at: now, updated_by: user.id };
    if (!(await store.updateCustomerRow(trx, organizationId, { id: input.id, version }, change))) {
      throw new AppError('stale_version', { current: before });
    }
    await indexCustomer(trx, organizationId, input.id);
    const after = await store.readCustomer(trx, organizationId, input.id);
    if (after === null) throw new AppError('not_found');
    const customer = toCustomer(user, after);
    await writeAudit(trx, user, {
      action: `customer.${input.move}`,
      recordKind: 'customer',
      recordId: input.id,
      before,
      after: customer,
      at: now,
    });
    return customer;
  });
}

function fits(row: CustomerRow, step: Move['move']): boolean {
  const isFit: Record<Move['move'], boolean> = {
    block: row.blocked_at === null,
    unblock: row.blocked_at !== null,
    archive: row.archived_at === null,
    restore: row.archived_at !== null && row.merged_into === null, // a merge is taken back as a whole
  };
  return isFit[step];
}

function columnsOf({ move: step, reason }: Move, user: SignedInUser, now: Date): store.CustomerChange {
  const columns: Record<Move['move'], store.CustomerChange> = {
    block: { blocked_at: now, blocked_by: user.id, blocked_reason: reason },
    unblock: { blocked_at: null, blocked_by: null, blocked_reason: null },
    archive: { archived_at: now, archived_by: user.id },
    restore: { archived_at: null, archived_by: null },
  };
  return columns[step];
}
