// What a new list of a kind asks at first: everything, but of services only those that are due. Pure.
import { listKinds } from '#contract/list-filter.ts';
import type { ListDefinition, ListGroup, ListKind } from '#contract/list-filter.ts';
import { emptyFilter } from './filter-edit.ts';

/** Services whose day has come, or comes within a month. */
export const dueServices: ListGroup = {
  match: 'all',
  parts: [{ field: 'state', operator: 'one_of', value: ['overdue', 'due'] }],
};

/** No columns stand for the usual ones of the kind. */
export function startOf(kind: ListKind): ListDefinition {
  const start: ListDefinition = { kind, filter: emptyFilter, columns: [], sort: [] };
  if (kind !== 'service_interval') return start;
  return { ...start, filter: dueServices, sort: [{ field: 'next_on', descending: false }] };
}

/** The kind that an address names instead of a kept list; customers when it names none. */
export function kindOf(part: string): ListKind {
  return listKinds.find((kind) => kind === part) ?? 'customer';
}
