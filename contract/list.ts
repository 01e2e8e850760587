// Lists and dynamic evaluation: any kind of record, filtered by any field with nested and/or, with columns, order and totals.
import { z } from 'zod';
import { endpoint, Id } from './endpoint.ts';
import { Person } from './user.ts';

export const listKinds = [
  'customer',
  'contact',
  'activity',
  'follow_up',
  'complaint',
  'quote',
  'order',
  'invoice',
  'visit',
  'project',
] as const;
export type ListKind = (typeof listKinds)[number];

export const listFieldTypes = [
  'text',
  'number',
  'money',
  'percent',
  'date',
  'moment',
  'yes_no',
  'choice',
  'multiple_choice',
] as const;
export type ListFieldType = (typeof listFieldTypes)[number];

/** What each operator takes: nothing, one value, two values, several, or a number of days. */
export const listOperators = {
  equals: 'one',
  not_equals: 'one',
  less: 'one',
  at_least: 'one',
  between: 'two',
  contains: 'one',
  not_contains: 'one',
  starts_with: 'one',
  one_of: 'many',
  none_of: 'many',
  is_empty: 'none',
  is_not_empty: 'none',
  is_true: 'none',
  is_false: 'none',
  older_than_days: 'days',
  within_past_days: 'days',
  within_next_days: 'days',
  today: 'none',
  this_month: 'none',
  last_month: 'none',
  this_year: 'none',
  last_year: 'none',
  is_me: 'none',
} as const;
export type ListOperator = keyof typeof listOperators;
const operatorNames = Object.keys(listOperators) as [ListOperator, ...ListOperator[]]; // the keys of the record above

const dateOperators = [
  'equals',
  'less',
  'at_least',
  'between',
  'older_than_days',
  'within_past_days',
  'within_next_days',
  'today',
  'this_month',
  'last_month',
  'this_year',
  'last_year',
  'is_empty',
  'is_not_empty',
] as const;
const numberOperators = [
  'equals',
  'not_equals',
  'less',
  'at_least',
  'between',
  'is_empty',
  'is_not_empty',
] as const;

/** Which operators a field of a type may be asked with; the server refuses all others. */
export const operatorsOf: Readonly<Record<ListFieldType, readonly ListOperator[]>> = {
  text: [
    'contains',
    'not_contains',
    'starts_with',
    'equals',
    'not_equals',
    'one_of',
    'is_empty',
    'is_not_empty',
  ],
  number: numberOperators,
  money: numberOperators,
  percent: numberOperators,
  date: dateOperators,
  moment: dateOperators,
  yes_no: ['is_true', 'is_false'],
  choice: ['one_of', 'none_of', 'is_empty', 'is_not_empty'],
  multiple_choice: ['one_of', 'none_of', 'is_empty', 'is_not_empty'],
};

/** A filter is at most this deep, and this many conditions long. */
export const filterLimits = { depth: 5, conditions: 100, values: 200 } as const;

const FieldName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_.-]+$/);
const FilterText = z.string().max(500);
const FilterValue = z.union([
  FilterText,
  z.number(),
  z.array(z.union([FilterText, z.number()])).max(filterLimits.values),
]);
export type FilterValue = z.infer<typeof FilterValue>;
export const ListCondition = z.strictObject({
  field: FieldName,
  operator: z.enum(operatorNames),
  value: FilterValue.optional(),
});
export type ListCondition = z.infer<typeof ListCondition>;
export interface ListGroup {
  match: 'all' | 'any';
  parts: ListFilter[];
}
export type ListFilter = ListCondition | ListGroup;

function groupOf(part: z.ZodType<ListFilter, ListFilter>): z.ZodType<ListGroup, ListGroup> {
  return z.strictObject({
    match: z.enum(['all', 'any']),
    parts: z.array(part).max(filterLimits.conditions),
  });
}

/** Built to a fixed depth, never by recursion: a filter that is too deep is refused before anything walks it. */
function filterOfDepth(depth: number): z.ZodType<ListGroup, ListGroup> {
  if (depth === 1) return groupOf(ListCondition);
  return groupOf(z.union([ListCondition, filterOfDepth(depth - 1)]));
}

export const ListGroup = filterOfDepth(filterLimits.depth);

export const ListSort = z.strictObject({ field: FieldName, descending: z.boolean().default(false) });
export type ListSort = z.infer<typeof ListSort>;

const definition = {
  kind: z.enum(listKinds),
  filter: ListGroup.default({ match: 'all', parts: [] }),
  columns: z.array(FieldName).min(1).max(40),
  sort: z.array(ListSort).max(4).default([]),
};
export const ListDefinition = z.strictObject(definition);
export type ListDefinition = z.infer<typeof ListDefinition>;

const Words = z.object({ de: z.string(), en: z.string() });
export const ListField = z.object({
  name: z.string(),
  /** Fields of the same heading stand together: the record's own, its customer's, attributes by group. */
  group: Words,
  label: Words,
  type: z.enum(listFieldTypes),
  choices: z.array(z.object({ value: z.string(), label: Words })),
  /** The field holds a person, so "is me" is offered. */
  isPerson: z.boolean(),
  canSort: z.boolean(),
});
export type ListField = z.infer<typeof ListField>;

export const listFields = endpoint({
  name: 'listFields',
  method: 'GET',
  path: '/api/lists/fields/:kind',
  summary: 'What a kind of list can be filtered by, show and be sorted by; only what the caller may see.',
  input: z.strictObject({ kind: z.enum(listKinds) }),
  reply: z.object({ kind: z.enum(listKinds), fields: z.array(ListField), columns: z.array(z.string()) }),
});

/** text, number (cents for money), yes/no, day, moment; several for multiple choice; null when empty. */
export const ListCell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type ListCell = z.infer<typeof ListCell>;
export const ListRow = z.object({ id: z.uuid(), customerId: z.uuid(), cells: z.array(ListCell) });
export type ListRow = z.infer<typeof ListRow>;
/** Beside its column; sum null where adding makes no sense (percent). */
export const ListTotal = z.object({ sum: z.number().nullable(), average: z.number().nullable() });
export type ListTotal = z.infer<typeof ListTotal>;

/** Count and totals come with the first page; the next ones go on behind their cursor. */
export const runList = endpoint({
  name: 'runList',
  method: 'POST',
  path: '/api/lists/run',
  summary: 'One page of a list, on the first page with count and totals.',
  input: z.strictObject({
    ...definition,
    cursor: z.string().max(4000).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({
    rows: z.array(ListRow),
    nextCursor: z.string().nullable(),
    count: z.int().nullable(),
    totals: z.array(ListTotal.nullable()).nullable(),
  }),
});
export const countList = endpoint({
  name: 'countList',
  method: 'POST',
  path: '/api/lists/count',
  summary: 'How many records a filter finds.',
  input: z.strictObject({ kind: definition.kind, filter: definition.filter }),
  reply: z.object({ count: z.int() }),
});
/** Answers a file. CSV: `;`, UTF-8 with BOM, decimal comma, dd.MM.yyyy. XLSX: real numbers and dates. Formulas stay text. */
export const exportList = endpoint({
  name: 'exportList',
  method: 'POST',
  path: '/api/lists/export',
  summary: 'The whole list as CSV or XLSX file.',
  input: z.strictObject({
    ...definition,
    format: z.enum(['csv', 'xlsx']),
    language: z.enum(['de', 'en']).default('de'),
    name: z.string().trim().max(100).default(''),
  }),
  reply: z.unknown(),
});

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
  /** Fields of the list that the reader may not see or that are gone; they are left out. */
  missingFields: z.array(z.string()),
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
