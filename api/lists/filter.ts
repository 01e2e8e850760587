// Compiles a filter to SQL. Names are looked up in the catalogue, operators in a table, values become parameters: nothing a caller wrote is ever SQL text.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { filterLimits, operatorsOf } from '#contract/list-filter.ts';
import type { ListCondition, ListFilter, ListGroup } from '#contract/list-filter.ts';
import { AppError } from '#api/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { daysOf } from './days.ts';
import type { DayRange } from './days.ts';
import type { Field } from './field.ts';
import { readOperand } from './operand.ts';
import type { Operand } from './operand.ts';

type Condition = RawBuilder<boolean>;

/** The whole filter as one condition; throws invalid_input naming the part that does not fit. */
export function compileFilter(catalogue: Catalogue, filter: ListGroup): Condition {
  if (listConditions(filter).length > filterLimits.conditions) throw invalid('filter', 'too_many');
  return compileGroup(catalogue, filter, 'filter');
}

/** Every condition, however deep. */
export function listConditions(filter: ListFilter): ListCondition[] {
  return 'field' in filter ? [filter] : filter.parts.flatMap(listConditions);
}

function compileGroup(catalogue: Catalogue, group: ListGroup, path: string): Condition {
  const parts = group.parts.map((part, at) => {
    const inner = `${path}.parts.${at}`;
    return 'field' in part ? compileCondition(catalogue, part, inner) : compileGroup(catalogue, part, inner);
  });
  if (parts.length === 0) return sql<boolean>`true`; // nothing is asked yet
  return sql<boolean>`(${sql.join(parts, group.match === 'all' ? sql` and ` : sql` or `)})`;
}

function compileCondition(catalogue: Catalogue, condition: ListCondition, path: string): Condition {
  const field = catalogue.fields.get(condition.field);
  if (field === undefined) throw invalid(`${path}.field`, 'unknown');
  const { operator } = condition;
  const isOffered = operatorsOf[field.type].includes(operator) || (operator === 'is_me' && field.isPerson);
  if (!isOffered) throw invalid(`${path}.operator`, 'not_allowed');
  const operand = readOperand(field.type, operator, condition.value);
  if (operand === null) throw invalid(`${path}.value`, 'wrong_type');
  return compileOperator(catalogue, field, operator, operand);
}

function compileOperator(
  { context }: Catalogue,
  field: Field,
  operator: ListCondition['operator'],
  operand: Operand,
): Condition {
  switch (operator) {
    case 'is_me':
      return sql<boolean>`${field.expression} = ${context.user.id}::uuid`;
    case 'is_empty':
      return sql<boolean>`${field.expression} is null`;
    case 'is_not_empty':
      return sql<boolean>`${field.expression} is not null`;
    default:
      return field.type === 'date' || field.type === 'moment'
        ? compileDays(field, daysOf(operator, operand, context.today), context.timeZone)
        : compileValue(field, operator, operand);
  }
}

/** From the first moment of the first day until before the day after the last. */
function compileDays(field: Field, { from, to }: DayRange, timeZone: string): Condition {
  const startOf = (day: RawBuilder<unknown>) =>
    field.type === 'date' ? day : sql`(${day}::timestamp at time zone ${timeZone})`;
  const parts = [
    ...(from === null ? [] : [sql<boolean>`${field.expression} >= ${startOf(sql`${from}::date`)}`]),
    ...(to === null ? [] : [sql<boolean>`${field.expression} < ${startOf(sql`(${to}::date + 1)`)}`]),
  ];
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

function compileValue(field: Field, operator: ListCondition['operator'], operand: Operand): Condition {
  if (operator === 'is_true') return sql<boolean>`${field.expression}`;
  if (operator === 'is_false') return sql<boolean>`not ${field.expression}`;
  if (field.type === 'multiple_choice') return compileSeveral(field, operator, operand.texts);
  if (operator === 'one_of') return compileOneOf(field, operand.texts);
  if (operator === 'none_of') return sql<boolean>`(${compileOneOf(field, operand.texts)}) is not true`;
  return field.type === 'text'
    ? compileText(field, operator, operand.texts[0] ?? '')
    : compileNumber(field, operator, operand.numbers);
}

function compileSeveral(field: Field, operator: string, values: readonly string[]): Condition {
  const has = sql<boolean>`${field.expression} ?| ${values}::text[]`;
  return operator === 'one_of' ? has : sql<boolean>`(${has}) is not true`;
}

function compileOneOf(field: Field, values: readonly string[]): Condition {
  if (field.type !== 'text') return sql<boolean>`${field.expression}::text = any(${values}::text[])`;
  const lower = values.map((value) => value.toLowerCase());
  return sql<boolean>`lower(${field.expression}) = any(${lower}::text[])`;
}

function compileText(field: Field, operator: string, value: string): Condition {
  const escaped = value.replace(/[\\%_]/g, '\\$&');
  switch (operator) {
    case 'contains':
      return sql<boolean>`${field.expression} ilike ${`%${escaped}%`}`;
    case 'not_contains':
      return sql<boolean>`(${field.expression} ilike ${`%${escaped}%`}) is not true`;
    case 'starts_with':
      return sql<boolean>`${field.expression} ilike ${`${escaped}%`}`;
    case 'not_equals':
      return sql<boolean>`(${field.expression} ilike ${escaped}) is not true`;
    default:
      return sql<boolean>`${field.expression} ilike ${escaped}`;
  }
}

function compileNumber(field: Field, operator: string, numbers: readonly number[]): Condition {
  const [first = 0, second = first] = numbers.map((number) => sql`${number}::numeric`);
  switch (operator) {
    case 'less':
      return sql<boolean>`${field.expression} < ${first}`;
    case 'at_least':
      return sql<boolean>`${field.expression} >= ${first}`;
    case 'between':
      return sql<boolean>`${field.expression} between ${first} and ${second}`;
    case 'not_equals':
      return sql<boolean>`${field.expression} is distinct from ${first}`;
    default:
      return sql<boolean>`${field.expression} = ${first}`;
  }
}

export function invalid(path: string, problem: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem }] });
}
