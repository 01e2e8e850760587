// Kept lists: named, shared with the team or everybody, opened by link. What they show depends on who opens them.
import { z } from 'zod';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { ListFilter, ListGroup } from '#contract/list-filter.ts';
import type {
  createSavedList,
  deleteSavedList,
  getSavedList,
  listSavedLists,
  SavedList,
  updateSavedList,
} from '#contract/saved-list.ts';
import { ListDefinition } from '#contract/list-filter.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readCatalogue } from './catalogue.ts';
import { listConditions } from './filter.ts';
import { checkDefinition } from './lists.ts';
import * as store from './saved-store.ts';
import type { SavedRow } from './saved-store.ts';

/** Lists the user may open, by name. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listSavedLists>,
): Promise<Reply<typeof listSavedLists>> {
  return deps.db.read(user, async (trx) => {
    const rows = await store.listSaved(trx, user, input.kind);
    return { items: await toSavedLists(deps, trx, user, rows) };
  });
}

/** One list; not_found for one that is not there or not shared with the user. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getSavedList>,
): Promise<Reply<typeof getSavedList>> {
  return deps.db.read(user, (trx) => getVisible(deps, trx, user, input.id));
}

/** Keeps a list under a name. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createSavedList>,
): Promise<Reply<typeof createSavedList>> {
  return deps.db.transaction(user, async (trx) => {
    const now = deps.clock.now();
    checkDefinition(await readCatalogue(trx, user, input.definition.kind, now), input.definition);
    const id = newId();
    await store.insertSaved(trx, {
      organization_id: user.organizationId,
      id,
      kind: input.definition.kind,
      name: input.name,
      definition: JSON.stringify(input.definition),
      owner_id: user.id,
      shared_with: input.sharedWith,
      editable_by: input.editableBy,
      created_at: now,
      updated_at: now,
    });
    const after = await getVisible(deps, trx, user, id);
    await writeAudit(trx, user, { ...about(id), action: 'list.create', after, at: now });
    return after;
  });
}

/** Changes what is given; sharing is the owner's own decision. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateSavedList>,
  version: number,
): Promise<Reply<typeof updateSavedList>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getEditable(deps, trx, user, input.id);
    const isOwner = before.owner?.id === user.id;
    if (!isOwner && (input.sharedWith ?? input.editableBy) !== undefined) throw new AppError('forbidden');
    const now = deps.clock.now();
    if (input.definition !== undefined) {
      checkDefinition(await readCatalogue(trx, user, input.definition.kind, now), input.definition);
    }
    const isWritten = await store.updateSaved(
      trx,
      user.organizationId,
      { id: input.id, version },
      { ...columnsOf(input), updated_at: now },
    );
    const after = await getVisible(deps, trx, user, input.id);
    if (!isWritten) throw new AppError('stale_version', { current: after });
    await writeAudit(trx, user, { ...about(input.id), action: 'list.update', before, after, at: now });
    return after;
  });
}

function columnsOf({ name, definition, sharedWith, editableBy }: Parsed<typeof updateSavedList>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(definition === undefined ? {} : { definition: JSON.stringify(definition), kind: definition.kind }),
    ...(sharedWith === undefined ? {} : { shared_with: sharedWith }),
    ...(editableBy === undefined ? {} : { editable_by: editableBy }),
  };
}

/** Deletes the list; the records in it stay. Only its owner or an administrator may. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof deleteSavedList>,
  version: number,
): Promise<Reply<typeof deleteSavedList>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getVisible(deps, trx, user, input.id);
    if (before.owner?.id !== user.id && user.role !== 'admin') throw new AppError('forbidden');
    if (!(await store.deleteSaved(trx, user.organizationId, { id: input.id, version }))) {
      throw new AppError('stale_version', { current: before });
    }
    await writeAudit(trx, user, {
      ...about(input.id),
      action: 'list.delete',
      before,
      at: deps.clock.now(),
    });
    return { deleted: true };
  });
}

function about(recordId: string) {
  return { recordKind: 'saved_list', recordId };
}

async function getVisible(deps: Deps, trx: Query, user: SignedInUser, id: string): Promise<SavedList> {
  const row = await store.findSaved(trx, user, id);
  const [found] = row === null ? [] : await toSavedLists(deps, trx, user, [row]);
  if (found === undefined) throw new AppError('not_found');
  return found;
}

async function getEditable(deps: Deps, trx: Query, user: SignedInUser, id: string): Promise<SavedList> {
  const found = await getVisible(deps, trx, user, id);
  if (!found.canEdit) throw new AppError('forbidden');
  return found;
}

const Stored = z.object({ ...ListDefinition.shape });

/** Each list without the fields its reader may not see: neither their names nor what was asked of them goes out. */
async function toSavedLists(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  rows: readonly SavedRow[],
): Promise<SavedList[]> {
  const definitions = rows.map((row) => ({ row, definition: Stored.parse(row.definition) }));
  const known = new Map<string, ReadonlySet<string>>();
  for (const kind of new Set(definitions.map(({ definition }) => definition.kind))) {
    const { fields } = await readCatalogue(trx, user, kind, deps.clock.now());
    known.set(kind, new Set(fields.keys()));
  }
  return definitions.map(({ row, definition }) =>
    toSavedList(user, row, definition, known.get(definition.kind) ?? new Set()),
  );
}

function toSavedList(
  user: SignedInUser,
  row: SavedRow,
  definition: ListDefinition,
  known: ReadonlySet<string>,
): SavedList {
  const asked = [
    ...definition.columns,
    ...definition.sort.map((one) => one.field),
    ...listConditions(definition.filter).map((one) => one.field),
  ];
  const missing = new Set(asked.filter((name) => !known.has(name)));
  const columns = definition.columns.filter((name) => known.has(name));
  const isOwner = row.owner_id === user.id;
  const mayEdit = isOwner || (row.editable_by === 'readers' && missing.size === 0);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    definition: {
      kind: definition.kind,
      filter: withoutMissing(definition.filter, known),
      columns: columns.length > 0 ? columns : [...known].slice(0, 1),
      sort: definition.sort.filter((one) => known.has(one.field)),
    },
    owner: row.owner,
    sharedWith: row.shared_with,
    editableBy: row.editable_by,
    canEdit: mayEdit,
    missingFields: missing.size,
  };
}

function withoutMissing(group: ListGroup, known: ReadonlySet<string>): ListGroup {
  const parts = group.parts.flatMap((part): ListFilter[] => {
    if ('field' in part) return known.has(part.field) ? [part] : [];
    return [withoutMissing(part, known)];
  });
  return { match: group.match, parts };
}
