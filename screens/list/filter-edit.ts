// Changing a filter while it is built: unfinished conditions stand in it, but are not sent. Pure.
import type { ListField } from '#contract/list.ts';
import { filterLimits, listOperators, operatorsOf } from '#contract/list-filter.ts';
import type {
  FilterValue,
  ListCondition,
  ListFilter,
  ListGroup,
  ListOperator,
} from '#contract/list-filter.ts';
import type { Fields } from './fields.ts';

/** A condition whose field is still to be chosen. */
export const noField = '';
export const emptyFilter: ListGroup = { match: 'all', parts: [] };
export const newCondition: ListCondition = { field: noField, operator: 'contains' };

export function isGroup(part: ListFilter): part is ListGroup {
  return 'parts' in part;
}

/** What a field may be asked, with "is me" for people. */
export function operatorsFor(field: ListField): ListOperator[] {
  return [...operatorsOf[field.type], ...(field.isPerson ? (['is_me'] as const) : [])];
}

/** Another field keeps operator and value only where they still fit. */
export function withField(condition: ListCondition, field: ListField): ListCondition {
  const operators = operatorsFor(field);
  const operator = operators.includes(condition.operator) ? condition.operator : (operators[0] ?? 'is_empty');
  return { field: field.name, operator };
}

/** Another operator keeps the value only where it takes the same kind of value. */
export function withOperator(condition: ListCondition, operator: ListOperator): ListCondition {
  const keeps = listOperators[operator] === listOperators[condition.operator];
  return {
    field: condition.field,
    operator,
    ...(keeps && condition.value !== undefined ? { value: condition.value } : {}),
  };
}

export function withValue(condition: ListCondition, value: FilterValue | null): ListCondition {
  const { field, operator } = condition;
  return { field, operator, ...(value === null ? {} : { value }) };
}

/** Whether the server would take it. */
export function isComplete(condition: ListCondition, fields: Fields): boolean {
  const field = fields.get(condition.field);
  if (field === undefined || !operatorsFor(field).includes(condition.operator)) return false;
  const { value } = condition;
  switch (listOperators[condition.operator]) {
    case 'none':
      return true;
    case 'two':
      return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '');
    case 'many':
      return Array.isArray(value) && value.length > 0;
    default:
      return value !== undefined && value !== '';
  }
}

/** The filter without what is unfinished, and without groups that are empty then. */
export function completeFilter(group: ListGroup, fields: Fields): ListGroup {
  const parts = group.parts.flatMap((part): ListFilter[] => {
    if (!isGroup(part)) return isComplete(part, fields) ? [part] : [];
    const inner = completeFilter(part, fields);
    return inner.parts.length === 0 ? [] : [inner];
  });
  return { match: group.match, parts };
}

export function replacePart(group: ListGroup, at: number, part: ListFilter): ListGroup {
  return { ...group, parts: group.parts.map((one, index) => (index === at ? part : one)) };
}

export function removePart(group: ListGroup, at: number): ListGroup {
  return { ...group, parts: group.parts.filter((_one, index) => index !== at) };
}

export function addPart(group: ListGroup, part: ListFilter): ListGroup {
  return { ...group, parts: [...group.parts, part] };
}

/** Groups may be put into groups until the depth the server takes. */
export function mayHoldGroups(depth: number): boolean {
  return depth < filterLimits.depth;
}

export function countConditions(filter: ListFilter): number {
  return isGroup(filter) ? filter.parts.reduce((sum, part) => sum + countConditions(part), 0) : 1;
}
