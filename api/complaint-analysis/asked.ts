// Who may ask which figures: a period that makes sense, and single persons only where the administration has turned them on.
import type { AnalysisFilter } from '#contract/complaint-analysis.ts';
import { readCauses } from '#api/complaint-causes/complaint-causes.ts';
import { branchOf } from '#api/complaint-causes/tree.ts';
import type { Query } from '#api/db/database.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';
import type { Narrowed } from './filter.ts';
import { readRanksOwners } from './settings-store.ts';

const longestDays = 3_660;

/** Whether this user may see figures of others than himself. */
export async function mayRankOwners(trx: Query, user: SignedInUser): Promise<boolean> {
  if (user.role !== 'manager' && user.role !== 'admin') return false;
  return (await readRanksOwners(trx, user.organizationId)).ranksOwners;
}

/** The filter as it is asked of the database, and the tree of causes; throws invalid_input or forbidden. */
export async function narrow(
  trx: Query,
  user: SignedInUser,
  input: AnalysisFilter,
): Promise<{ filter: Narrowed; tree: ComplaintCause[] }> {
  const { from, to, productGroupId, letter, locationId, ownerId, causeId } = input;
  checkPeriod(from, to);
  if (ownerId !== undefined && ownerId !== user.id && !(await mayRankOwners(trx, user))) {
    throw new AppError('forbidden');
  }
  const tree = await readCauses(trx, user.organizationId);
  const causeIds = causeId === undefined || causeId === 'none' ? [] : branchOf(tree, causeId);
  const wanted = { from, to, productGroupId, letter, locationId, ownerId, causeId, causeIds };
  return { filter: wanted, tree };
}

function checkPeriod(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days >= 0 && days <= longestDays) return;
  throw new AppError('invalid_input', { fields: [{ path: 'to', problem: 'out_of_range' }] });
}
