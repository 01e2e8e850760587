// Kept lists: named, shared, opened by link.
import { z } from 'zod';
import { endpoint, Id } from './endpoint.ts';
import { ListDefinition, listKinds } from './list-filter.ts';
import { Person } from './user.ts';

export const sharings = ['own', 'team', 'all'] as const;
export const SavedList = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  definition: ListDefinition,
  owner: Person.nullable(),
  sharedWith: z.enum(sharings),
  /** Only the owner changes it, or everyone who can open it. */
  editableBy: z.enum(['owner', 'readers']),
  canEdit: z.boolean(),
  /** How many fields of the list the reader may not see or are gone; columns and conditions with them are left out. */
  missingFields: z.int(),
});
export type SavedList = z.infer<typeof SavedList>;

const savedList = {
  name: z.string().trim().min(1).max(120),
  definition: ListDefinition,
  sharedWith: z.enum(sharings),
  editableBy: z.enum(['owner', 'readers']),
};
export const listSavedLists = endpoint({
  name: 'listSavedLists',
  method: 'GET',
  path: '/api/lists',
  summary: 'Kept lists that the caller may open, by name.',
  input: z.strictObject({ kind: z.enum(listKinds).optional() }),
  reply: z.object({ items: z.array(SavedList) }),
});
export const getSavedList = endpoint({
  name: 'getSavedList',
  method: 'GET',
  path: '/api/lists/:id',
  summary: 'One kept list.',
  input: z.strictObject({ id: Id }),
  reply: SavedList,
});
export const createSavedList = endpoint({
  name: 'createSavedList',
  method: 'POST',
  path: '/api/lists',
  summary: 'Keeps a list under a name.',
  idempotent: true,
  input: z.strictObject({
    name: savedList.name,
    definition: savedList.definition,
    sharedWith: savedList.sharedWith.default('own'),
    editableBy: savedList.editableBy.default('owner'),
  }),
  reply: SavedList,
});
export const updateSavedList = endpoint({
  name: 'updateSavedList',
  method: 'PATCH',
  path: '/api/lists/:id',
  summary: 'Renames, changes or shares a kept list.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(savedList).partial().shape }),
  reply: SavedList,
});
export const deleteSavedList = endpoint({
  name: 'deleteSavedList',
  method: 'DELETE',
  path: '/api/lists/:id',
  summary: 'Deletes a kept list; the records stay.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ deleted: z.literal(true) }),
});
