// What a list is asked: kinds, field types, operators, and conditions nested with and/or. Endpoints: list.ts.
import { z } from 'zod';

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
  'service_interval',
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
  yes_no: ['is_true', 'is_false', 'is_empty', 'is_not_empty'],
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

/** What is asked, shown and in which order. */
export const listDefinition = {
  kind: z.enum(listKinds),
  filter: ListGroup.default({ match: 'all', parts: [] }),
  columns: z.array(FieldName).min(1).max(40),
  sort: z.array(ListSort).max(4).default([]),
};
export const ListDefinition = z.strictObject(listDefinition);
export type ListDefinition = z.infer<typeof ListDefinition>;
