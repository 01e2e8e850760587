// Merging two customers in one transaction: fields, rows, numbers, figures, search; everything noted for the way back.
import type { CustomerMergeField, mergeCustomers, MergeSide } from '#contract/merge.ts';
import { customerMergeFields } from '#contract/merge.ts';
import type { updateCustomer } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { readCustomer, update } from '#api/customers/customers.ts';
import { isAbove, lockGroups } from '#api/customers/group-store.ts';
import { toCustomer } from '#api/customers/row.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { noteMoves } from '#api/rating/history.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomers } from '#api/search/search.ts';
import { mergeFigures, noteFigures } from './figures.ts';
import { copiedFields, customerColumnsOf } from './merge-fields.ts';
import { bothOf, defaultSide, findPair, keptFields } from './merge-preview.ts';
import type { Pair } from './merge-preview.ts';
import { readMerge } from './merge-record.ts';
import * as store from './merge-store.ts';
import type { Snapshot } from './merge-store.ts';
import { listMoved, moveRows } from './move-store.ts';
import type { Merging } from './move-store.ts';
import { todayOf } from './today.ts';

type MergeInput = Parsed<typeof mergeCustomers>;
type Sides = Readonly<Record<CustomerMergeField, MergeSide>>;

/** Merges the loser into the winner; stale_version carries both rows when one is not what the preview showed. */
export function merge(
  deps: Deps,
  user: SignedInUser,
  input: MergeInput,
): Promise<Reply<typeof mergeCustomers>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await lockGroups(trx, organizationId);
    const locked = await store.lockRows(trx, organizationId, 'customer', [input.winnerId, input.loserId]);
    const pair = await findPair(trx, user, input);
    refuseStale(user, pair, input);
    const snapshots = bothOf(locked, input);
    const { winnerId, loserId } = input;
    const merging: Merging = { organizationId, mergeId: newId(), kind: 'customer', winnerId, loserId };
    const now = deps.clock.now();
    const before = { winnerBefore: snapshots.winner, loserBefore: snapshots.loser };
    await store.insertMerge(trx, user, { ...merging, id: merging.mergeId, ...before, now });
    const sides = sidesOf(input, snapshots, await keptFields(trx, organizationId, snapshots));
    const note = await noteFigures(trx, merging);
    await store.retire(trx, user, 'customer', { loserId, winnerId, now });
    await takeOver(deps, trx, user, { merging, sides, snapshots, pair });
    await moveRows(trx, merging);
    const alias = await keepSecondNumber(trx, merging, { snapshots, sides });
    const today = await todayOf(deps, trx, organizationId);
    await mergeFigures(trx, merging, { note, today });
    await noteMoves(trx, organizationId, { onDay: today, customerId: winnerId });
    await store.closeMerge(trx, organizationId, {
      ...merging,
      id: merging.mergeId,
      extra: { alias, figures: note },
    });
    await indexCustomers(trx, organizationId, [winnerId, loserId]);
    return finish(deps, trx, user, { merging, pair, sides });
  });
}

function refuseStale(user: SignedInUser, pair: Pair, input: MergeInput): void {
  const { winner, loser } = pair;
  if (winner.version === input.winnerVersion && loser.version === input.loserVersion) return;
  const current = { winner: toCustomer(user, winner), loser: toCustomer(user, loser) };
  throw new AppError('stale_version', { current });
}

function sidesOf(
  { choices }: MergeInput,
  snapshots: Record<MergeSide, Snapshot>,
  keeps: ReadonlySet<CustomerMergeField>,
): Sides {
  const sides = customerMergeFields.map(
    (field) => [field, choices[field] ?? defaultSide(field, snapshots, keeps)] as const,
  );
  return Object.fromEntries(sides) as Sides; // every field is in the list
}

interface TakenOver {
  readonly merging: Merging;
  readonly sides: Sides;
  readonly snapshots: Record<MergeSide, Snapshot>;
  readonly pair: Pair;
}

/** Plain fields are copied; those on which territory and group hang go through the change that people make. */
async function takeOver(deps: Deps, trx: Query, user: SignedInUser, taken: TakenOver): Promise<void> {
  const { merging, sides, pair } = taken;
  const { organizationId, winnerId, loserId } = merging;
  const columns = copiedFields
    .filter((field) => sides[field] === 'loser')
    .flatMap((field) => customerColumnsOf[field]);
  await store.copyColumns(trx, organizationId, 'customer', { from: loserId, to: winnerId, columns });
  await store.joinCustomers(trx, organizationId, { winnerId, loserId, attributesOf: sides.attributes });
  await leaveLoser(trx, merging, taken.snapshots);
  await update(deps, user, changeOf(taken), pair.winner.version);
}

/** A winner that stood below the loser takes its place in the group, so that no circle comes about. */
async function leaveLoser(
  trx: Query,
  { organizationId, winnerId, loserId }: Merging,
  { loser }: Record<MergeSide, Snapshot>,
): Promise<void> {
  if (!(await isAbove(trx, organizationId, { ancestorId: loserId, id: winnerId }))) return;
  const above = loser['parent_id'];
  await store.setParent(trx, organizationId, {
    id: winnerId,
    parentId: typeof above === 'string' && above !== winnerId ? above : null,
  });
}

function changeOf({ merging, sides, snapshots, pair: { loser } }: TakenOver): Parsed<typeof updateCustomer> {
  const { name, number, kind, phase, street, postcode, city, country, sector } = loser;
  const parentId = snapshots.loser['parent_id'];
  const parent = typeof parentId === 'string' ? parentId : null;
  const taken: Partial<Record<CustomerMergeField, Omit<Parsed<typeof updateCustomer>, 'id'>>> = {
    name: { name },
    number: { number },
    kind: { kind },
    phase: { phase },
    address: { street, postcode, city, country },
    sector: { sector },
    owner: { ownerId: loser.owner?.id ?? null },
    parent: parentId === merging.winnerId ? {} : { parentId: parent }, // nobody is his own parent
  };
  const fields = customerMergeFields.filter((field) => sides[field] === 'loser');
  return Object.assign({ id: merging.winnerId }, ...fields.map((field) => taken[field]));
}

/** Of two ERP numbers the other one stays a name of the winner, so that the ERP's next delivery finds it. */
async function keepSecondNumber(
  trx: Query,
  { organizationId, winnerId }: Merging,
  { snapshots, sides }: Pick<TakenOver, 'snapshots' | 'sides'>,
): Promise<string | null> {
  const other = snapshots[sides.number === 'winner' ? 'loser' : 'winner']['number'];
  if (typeof other !== 'string') return null;
  await store.addAlias(trx, organizationId, { number: other, customerId: winnerId });
  return other;
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { merging, pair, sides }: { merging: Merging; pair: Pair; sides: Sides },
): Promise<Reply<typeof mergeCustomers>> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const at = deps.clock.now();
  const winner = await readCustomer(trx, organizationId, winnerId);
  if (winner === null) throw new AppError('not_found');
  const customer = toCustomer(user, winner);
  const moved = (await listMoved(trx, organizationId, [mergeId])).get(mergeId) ?? [];
  const change = { mergeId, winnerId, loserId, sides, moved };
  await writeAudit(trx, user, {
    action: 'customer.merge',
    recordKind: 'customer',
    recordId: winnerId,
    before: toCustomer(user, pair.winner),
    after: { ...change, customer },
    at,
  });
  await writeAudit(trx, user, {
    action: 'customer.merged_away',
    recordKind: 'customer',
    recordId: loserId,
    before: toCustomer(user, pair.loser),
    after: change,
    at,
  });
  return { merge: await readMerge(trx, user, mergeId), customer };
}
