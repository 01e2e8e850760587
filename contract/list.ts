// Lists and dynamic evaluation: any kind of record, filtered by any field with nested and/or, with columns, order and totals.
import { z } from 'zod';
import { CustomerRef } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { listDefinition, listFieldTypes, listKinds } from './list-filter.ts';

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
export const ListRow = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  marks: CustomerRef.shape.marks,
  cells: z.array(ListCell),
});
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
    ...listDefinition,
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
  input: z.strictObject({ kind: listDefinition.kind, filter: listDefinition.filter }),
  reply: z.object({ count: z.int() }),
});
/** Answers a file. CSV: `;`, UTF-8 with BOM, decimal comma, dd.MM.yyyy. XLSX: real numbers and dates. Formulas stay text. */
export const exportList = endpoint({
  name: 'exportList',
  method: 'POST',
  path: '/api/lists/export',
  summary: 'The whole list as CSV or XLSX file.',
  input: z.strictObject({
    ...listDefinition,
    format: z.enum(['csv', 'xlsx']),
    language: z.enum(['de', 'en']).default('de'),
    name: z.string().trim().max(100).default(''),
  }),
  reply: z.unknown(),
});
