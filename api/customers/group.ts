// Groups of companies: which customer belongs to which, and what they bring together.
import type { getCustomerGroup } from '#contract/customer-moves.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { seesFigures } from '#api/rights/visible.ts';
import { isAbove, listMembers, lockGroups } from './group-store.ts';
import type { MemberRow } from './group-store.ts';
import { ratingFor } from './rating.ts';
import { marksOf } from './row.ts';
import { findCustomer } from './store.ts';

const mostShown = 200;

/** The group around a customer as this user sees it: invisible companies are neither listed nor counted nor summed. */
export function getGroup(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getCustomerGroup>,
): Promise<Reply<typeof getCustomerGroup>> {
  return deps.db.read(user, async (trx) => {
    if ((await findCustomer(trx, user, input.id)) === null) throw new AppError('not_found');
    const rows = await listMembers(trx, user, { customerId: input.id, limit: mostShown });
    const [first] = rows;
    return {
      members: rows.map((row) => toMember(user, row)),
      memberCount: first?.member_count ?? 0,
      revenue12MonthsCents: seesFigures(user) ? (first?.revenue_sum_cents ?? 0) : null,
    };
  });
}

/** Throws invalid_input (`parentId`) unless `parentId` may stand above the customer; null id for one not stored yet. */
export async function refuseBadParent(
  trx: Query,
  user: SignedInUser,
  { id, parentId }: { id: string | null; parentId: string },
): Promise<void> {
  await lockGroups(trx, user.organizationId);
  const parent = await findCustomer(trx, user, parentId);
  if (parent === null) throw badParent('unknown');
  if (parent.kind === 'private') throw badParent('private');
  if (parent.archived_at !== null) throw badParent('archived');
  if (id === null) return;
  const isCircle = await isAbove(trx, user.organizationId, { ancestorId: id, id: parentId });
  if (isCircle) throw badParent('circular');
}

function badParent(problem: 'unknown' | 'private' | 'archived' | 'circular'): AppError {
  return new AppError('invalid_input', { fields: [{ path: 'parentId', problem }] });
}

function toMember(user: SignedInUser, row: MemberRow) {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    ...marksOf(row),
    city: row.city,
    depth: row.depth,
    parentId: row.parent_id,
    rating: ratingFor(user, row.rating),
    revenue12MonthsCents: seesFigures(user) ? row.revenue_12_months_cents : null,
  };
}
