// What a condition compares with, judged by the field's type and the operator before any SQL is made. Pure.
import { Day } from '#contract/endpoint.ts';
import { listOperators } from '#contract/list-filter.ts';
import type { FilterValue, ListFieldType, ListOperator } from '#contract/list-filter.ts';

export interface Operand {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

const most = 1e15;
const mostDays = 36_500;

/** Null when the value does not fit; operators that need none take none. */
export function readOperand(
  type: ListFieldType,
  operator: ListOperator,
  value: FilterValue | undefined,
): Operand | null {
  const takes = listOperators[operator];
  if (takes === 'none') return value === undefined ? { texts: [], numbers: [] } : null;
  if (takes === 'days') return daysIn(value);
  const values = takes === 'one' ? [value] : Array.isArray(value) ? value : [];
  const isRightCount = takes === 'two' ? values.length === 2 : values.length > 0;
  return isRightCount ? operandOf(type, values) : null;
}

function daysIn(value: FilterValue | undefined): Operand | null {
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostDays;
  return isCount ? { texts: [], numbers: [value] } : null;
}

function operandOf(type: ListFieldType, values: readonly unknown[]): Operand | null {
  switch (type) {
    case 'number':
    case 'money':
    case 'percent': {
      const numbers = values.filter(isAmount);
      return numbers.length === values.length ? { texts: [], numbers } : null;
    }
    case 'date':
    case 'moment': {
      const texts = values.filter(isDay);
      return texts.length === values.length ? { texts, numbers: [] } : null;
    }
    default: {
      const texts = values.filter(isText);
      return texts.length === values.length ? { texts, numbers: [] } : null;
    }
  }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}

function isDay(value: unknown): value is string {
  return Day.safeParse(value).success && String(value) >= '0001-01-01';
}

/** PostgreSQL's texts cannot hold the zero character. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\u0000');
}
