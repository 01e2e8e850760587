// Use-cases of the tree of causes; the room's front door. The cause of one complaint: cause-of-complaint.ts.
import type {
  ComplaintCause,
  createComplaintCause,
  listComplaintCauses,
  removeComplaintCause,
  updateComplaintCause,
} from '#contract/complaint-cause.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { orderTree } from './rules.ts';
import * as store from './store.ts';
import { refusePlace } from './tree.ts';

/** All causes, for whoever puts names to their ids. */
export async function readCauses(trx: Query, organizationId: string): Promise<ComplaintCause[]> {
  return orderTree(await store.listCauseRows(trx, organizationId));
}

/** The tree, each cause before those under it. */
export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listComplaintCauses>> {
  return deps.db.read(user, async (trx) => ({ items: await readCauses(trx, user.organizationId) }));
}

/** Adds a cause as the last under its parent. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createComplaintCause>,
): Promise<ComplaintCause> {
  return change(deps, user, async (trx, tree) => {
    checkPlace(tree, null, input.parentId);
    checkName(tree, { id: null, ...input });
    const id = newId();
    const position = siblingsOf(tree, input.parentId).length;
    await store.insertCause(trx, user.organizationId, { id, ...input, position });
    return { id, action: 'complaint_cause.create', before: null };
  });
}

/** Renames, moves with all under it, retires or takes back. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateComplaintCause>,
  version: number,
): Promise<ComplaintCause> {
  return change(deps, user, async (trx, tree) => {
    const before = getCause(tree, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const { name = before.name, parentId = before.parentId } = input;
    checkPlace(tree, before.id, parentId);
    checkName(tree, { id: before.id, name, parentId });
    const isRetired = input.isRetired ?? before.isRetiredItself;
    const wasWritten = await store.updateCauseRow(
      trx,
      user.organizationId,
      { id: before.id, version },
      {
        name,
        parent_id: parentId,
        ...(isRetired === before.isRetiredItself ? {} : { retired_at: isRetired ? deps.clock.now() : null }),
      },
    );
    if (!wasWritten) throw new AppError('stale_version', { current: before });
    if (parentId !== before.parentId || input.position !== undefined) {
      await place(trx, user.organizationId, { tree, before, parentId, position: input.position });
    }
    return { id: before.id, action: 'complaint_cause.update', before };
  });
}

/** Takes away what was never used and has nothing under it; otherwise in_use with the number of what stands in the way. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeComplaintCause>,
  version: number,
): Promise<Reply<typeof removeComplaintCause>> {
  const { organizationId } = user;
  return deps.db.transaction(user, async (trx) => {
    await store.lockCauses(trx, organizationId);
    const tree = await readCauses(trx, organizationId);
    const before = getCause(tree, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const under = siblingsOf(tree, before.id).length;
    if (before.uses + under > 0)
      throw new AppError('in_use', { current: { ...before, count: before.uses + under } });
    await store.deleteCause(trx, organizationId, before.id);
    await audit(deps, trx, user, { action: 'complaint_cause.remove', before, after: null });
    return { removed: true };
  });
}

interface Changed {
  readonly id: string;
  readonly action: string;
  readonly before: ComplaintCause | null;
}

/** One change at a time: the tree as it is, the work, the tree after it with its audit row. */
function change(
  deps: Deps,
  user: SignedInUser,
  work: (trx: Query, tree: readonly ComplaintCause[]) => Promise<Changed>,
): Promise<ComplaintCause> {
  const { organizationId } = user;
  return deps.db.transaction(user, async (trx) => {
    await store.lockCauses(trx, organizationId);
    const { id, action, before } = await work(trx, await readCauses(trx, organizationId));
    const after = getCause(await readCauses(trx, organizationId), id);
    await audit(deps, trx, user, { action, before, after });
    return after;
  });
}

function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  told: { action: string; before: ComplaintCause | null; after: ComplaintCause | null },
): Promise<void> {
  const recordId = (told.after ?? told.before)?.id ?? '';
  return writeAudit(trx, user, { ...told, recordKind: 'complaint_cause', recordId, at: deps.clock.now() });
}

function siblingsOf(tree: readonly ComplaintCause[], parentId: string | null): ComplaintCause[] {
  return tree.filter((one) => one.parentId === parentId);
}

async function place(
  trx: Query,
  organizationId: string,
  moved: {
    tree: readonly ComplaintCause[];
    before: ComplaintCause;
    parentId: string | null;
    position: number | undefined;
  },
): Promise<void> {
  const ids = siblingsOf(moved.tree, moved.parentId)
    .map((one) => one.id)
    .filter((id) => id !== moved.before.id);
  ids.splice(Math.min(moved.position ?? ids.length, ids.length), 0, moved.before.id);
  await store.reorderCauses(trx, organizationId, ids);
}

function getCause(tree: readonly ComplaintCause[], id: string): ComplaintCause {
  const cause = tree.find((one) => one.id === id);
  if (cause === undefined) throw new AppError('not_found');
  return cause;
}

function checkPlace(tree: readonly ComplaintCause[], id: string | null, parentId: string | null): void {
  const problem = refusePlace(tree, id, parentId);
  if (problem !== null) throw new AppError('invalid_input', { fields: [{ path: 'parentId', problem }] });
}

/** A name stands once among its siblings, however its letters are cased. */
function checkName(
  tree: readonly ComplaintCause[],
  wanted: { id: string | null; name: string; parentId: string | null },
): void {
  const there = siblingsOf(tree, wanted.parentId).find(
    (one) => one.id !== wanted.id && one.name.toLowerCase() === wanted.name.toLowerCase(),
  );
  if (there !== undefined) throw new AppError('duplicate', { current: there });
}
