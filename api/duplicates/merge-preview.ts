// What merging two customers would do, without doing it: whose fields count, what moves, what to know before.
import type { CustomerMergeField, MergeSide, MergeWarning, previewMerge } from '#contract/merge.ts';
import { customerMergeFields } from '#contract/merge.ts';
import type { Customer } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { findCustomer } from '#api/customers/customers.ts';
import { isAbove } from '#api/customers/group-store.ts';
import { toCustomer } from '#api/customers/row.ts';
import type { CustomerRow } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { chooseSide, customerColumnsOf } from './merge-fields.ts';
import { readSnapshots } from './merge-store.ts';
import type { Snapshot } from './merge-store.ts';
import { inOrder } from './merge-record.ts';
import { countRows } from './move-store.ts';
import type { Moved } from './move-store.ts';
import { offeredFrom, weighLikeness } from './rules.ts';

export interface Pair {
  readonly winner: CustomerRow;
  readonly loser: CustomerRow;
}

/** Both customers as the user sees them; not_found, or a sentence why these two cannot be merged. */
export async function findPair(
  trx: Query,
  user: SignedInUser,
  { winnerId, loserId }: { winnerId: string; loserId: string },
): Promise<Pair> {
  const winner = await findCustomer(trx, user, winnerId);
  const loser = await findCustomer(trx, user, loserId);
  if (winner === null || loser === null) throw new AppError('not_found');
  const problems = [
    winnerId === loserId && { path: 'loserId', problem: 'same_record' },
    winner.merged_into !== null && { path: 'winnerId', problem: 'merged_already' },
    loser.merged_into !== null && { path: 'loserId', problem: 'merged_already' },
    winner.archived_at !== null && winner.merged_into === null && { path: 'winnerId', problem: 'archived' },
  ].filter((one) => one !== false);
  if (problems.length > 0) throw new AppError('invalid_input', { fields: problems });
  return { winner, loser };
}

/** The preview that the screen shows before anything is done. */
export function preview(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof previewMerge>,
): Promise<Reply<typeof previewMerge>> {
  return deps.db.read(user, async (trx) => {
    const pair = await findPair(trx, user, input);
    const { organizationId } = user;
    const rows = await readSnapshots(trx, organizationId, 'customer', [input.winnerId, input.loserId]);
    const sides = { winner: toCustomer(user, pair.winner), loser: toCustomer(user, pair.loser) };
    const moved = await countRows(trx, { organizationId, kind: 'customer', id: input.loserId });
    const snapshots = bothOf(rows, input);
    const keeps = await keptFields(trx, organizationId, snapshots);
    return {
      ...sides,
      fields: customerMergeFields.map((field) => ({
        ...describe(field, sides, snapshots),
        choice: defaultSide(field, snapshots, keeps),
      })),
      moved: inOrder(moved),
      warnings: warningsOf(pair, moved),
    };
  });
}

/** The snapshots of a pair by side. */
export function bothOf(
  rows: ReadonlyMap<string, Snapshot>,
  { winnerId, loserId }: { winnerId: string; loserId: string },
): Record<MergeSide, Snapshot> {
  const [winner, loser] = [rows.get(winnerId), rows.get(loserId)];
  if (winner === undefined || loser === undefined) throw new AppError('not_found');
  return { winner, loser };
}

/** What the winner keeps unless somebody insists: a parent that stands below the winner would make a circle. */
export async function keptFields(
  trx: Query,
  organizationId: string,
  { winner, loser }: Record<MergeSide, Snapshot>,
): Promise<ReadonlySet<CustomerMergeField>> {
  const parentId = loser['parent_id'];
  if (typeof parentId !== 'string') return new Set();
  const ancestorId = String(winner['id']);
  const isCircle = await isAbove(trx, organizationId, { ancestorId, id: parentId });
  return isCircle ? new Set(['parent']) : new Set();
}

/** Whose value counts for each field when nobody chooses. */
export function defaultSide(
  field: CustomerMergeField,
  snapshots: Record<MergeSide, Snapshot>,
  keeps: ReadonlySet<CustomerMergeField>,
): MergeSide {
  return keeps.has(field) ? 'winner' : chooseSide(field, customerColumnsOf[field], snapshots);
}

function describe(
  field: CustomerMergeField,
  sides: { winner: Customer; loser: Customer },
  snapshots: Record<MergeSide, Snapshot>,
) {
  const winner = textOf(field, sides.winner, { snapshot: snapshots.winner, other: sides.loser });
  const loser = textOf(field, sides.loser, { snapshot: snapshots.loser, other: sides.winner });
  return { field, winner, loser, isDifferent: winner !== loser };
}

/** Plain text of a field; kinds and phases as their code, terms parted by `|`, attributes as their number. */
function textOf(
  field: CustomerMergeField,
  customer: Customer,
  { snapshot, other }: { snapshot: Snapshot; other: Customer },
): string | null {
  switch (field) {
    case 'address':
      return addressOf(customer);
    case 'owner':
      return customer.owner?.name ?? null;
    case 'parent':
      return customer.parent === null || customer.parent.id === other.id ? null : customer.parent.name;
    case 'attributes':
      return countOf(snapshot['attributes']);
    case 'terms':
      return termsOf(snapshot);
    default:
      return plain(customer[field]);
  }
}

function addressOf({ street, postcode, city, country }: Customer): string | null {
  const place = [postcode, city].filter(Boolean).join(' ');
  const text = [street, place].filter(Boolean).join(', ');
  if (text === '') return null;
  return country === 'DE' ? text : `${text} (${country})`;
}

function termsOf(snapshot: Snapshot): string | null {
  const values = customerColumnsOf.terms.map((name) => snapshot[name] ?? '');
  return values.every((one) => one === '') ? null : values.map(String).join('|');
}

function countOf(attributes: unknown): string | null {
  const count = typeof attributes === 'object' && attributes !== null ? Object.keys(attributes).length : 0;
  return count === 0 ? null : String(count);
}

function plain(value: string | number | null): string | null {
  return value === null || value === '' ? null : String(value);
}

function warningsOf({ winner, loser }: Pair, moved: readonly Moved[]): MergeWarning[] {
  const shared = { isSameNumber: false, isSameEmail: false, isSamePhone: false };
  const likeness = weighLikeness({
    names: [winner.name, loser.name],
    kinds: [winner.kind, loser.kind],
    postcodes: [winner.postcode, loser.postcode],
    cities: [winner.city, loser.city],
    isSameDomain: winner.domains.some((domain) => loser.domains.includes(domain)),
    isSameAddress:
      winner.street !== null && winner.street === loser.street && winner.postcode === loser.postcode,
    ...shared,
  });
  const all: [MergeWarning, boolean][] = [
    ['loser_blocked', loser.blocked_at !== null],
    ['loser_archived', loser.archived_at !== null],
    ['two_numbers', winner.number !== null && loser.number !== null],
    ['different_owners', loser.owner !== null && loser.owner.id !== winner.owner?.id],
    ['shared_with_partner', moved.some(({ kind }) => kind === 'shares')],
    ['company_and_private', winner.kind !== loser.kind],
    ['not_alike', likeness.score < offeredFrom],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}
