// The order of a list and the cursor that goes on behind a row: by several fields, empty ones last, the id at the end.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ListFieldType, ListSort } from '#contract/list-filter.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Catalogue } from './catalogue.ts';
import type { Expression, Field } from './field.ts';
import { invalid } from './filter.ts';

export interface SortKey {
  readonly expression: Expression;
  /** The SQL type that a value from a cursor is read as. */
  readonly type: 'text' | 'numeric' | 'date' | 'timestamptz' | 'boolean' | 'int';
  readonly isDescending: boolean;
  readonly isFilled: boolean;
  readonly source: string | null;
}

const typeOf: Readonly<Record<Exclude<ListFieldType, 'multiple_choice'>, SortKey['type']>> = {
  text: 'text',
  number: 'numeric',
  money: 'numeric',
  percent: 'numeric',
  date: 'date',
  moment: 'timestamptz',
  yes_no: 'boolean',
  choice: 'int',
};

/** A field that several values stand in has no order. */
export function canSort(field: Field): boolean {
  return field.type !== 'multiple_choice';
}

/** The keys of an order; throws invalid_input for fields the user cannot see or that have no order. */
export function sortKeys(catalogue: Catalogue, sort: readonly ListSort[]): SortKey[] {
  return sort.map(({ field: name, descending }, at) => {
    const field = catalogue.fields.get(name);
    if (field === undefined || field.type === 'multiple_choice') {
      throw invalid(`sort.${at}.field`, field === undefined ? 'unknown' : 'not_allowed');
    }
    return {
      expression: expressionOf(field),
      type: typeOf[field.type],
      isDescending: descending,
      isFilled: field.isFilled && field.type !== 'choice',
      source: field.source,
    };
  });
}

/** Texts as people sort them; choices in the order of their list. */
function expressionOf(field: Field): Expression {
  if (field.type === 'text') return sql`${field.expression} collate "und-x-icu"`;
  if (field.type !== 'choice') return field.expression;
  const values = field.choices.map((choice) => choice.value);
  return sql`array_position(${values}::text[], ${field.expression}::text)`;
}

/** As text, exactly, so that the next page starts where this one ended. */
export function cursorText(key: SortKey, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return key.type === 'timestamptz'
    ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql`${column}::text`;
}

export function orderBy(keys: readonly SortKey[], id: Expression): RawBuilder<unknown> {
  const parts = keys.map((key) =>
    key.isDescending
      ? sql`${key.expression} desc ${key.isFilled ? sql`` : sql`nulls last`}`
      : sql`${key.expression} asc`,
  );
  const idLast = keys[0]?.isDescending ? sql`${id} desc` : sql`${id} asc`;
  return sql`order by ${sql.join([...parts, idLast])}`;
}

export interface Position {
  readonly values: readonly (string | null)[];
  readonly id: string;
}

/** Rows behind a position in this order. */
export function behind(keys: readonly SortKey[], id: Expression, position: Position): RawBuilder<boolean> {
  const idBehind = keys[0]?.isDescending
    ? sql<boolean>`${id} < ${position.id}::uuid`
    : sql<boolean>`${id} > ${position.id}::uuid`;
  const whole = keys.reduceRight<RawBuilder<boolean>>((rest, key, at) => {
    const value = position.values[at] ?? null;
    const same =
      value === null ? sql`${key.expression} is null` : sql`${key.expression} = ${cast(key, value)}`;
    return sql<boolean>`(${keyBehind(key, value)} or (${same} and ${rest}))`;
  }, idBehind);
  return sql<boolean>`(${whole}${boundOf(keys[0], position.values[0] ?? null)})`;
}

function keyBehind(key: SortKey, value: string | null): RawBuilder<boolean> {
  if (value === null) return sql<boolean>`false`; // empty ones are last
  const further = sql<boolean>`${key.expression} ${key.isDescending ? sql`<` : sql`>`} ${cast(key, value)}`;
  return key.isFilled ? further : sql<boolean>`(${further} or ${key.expression} is null)`;
}

/** Says the same once more as a plain comparison, which an index can serve. */
function boundOf(key: SortKey | undefined, value: string | null): RawBuilder<unknown> {
  if (!key?.isFilled || value === null) return sql``;
  return sql` and ${key.expression} ${key.isDescending ? sql`<=` : sql`>=`} ${cast(key, value)}`;
}

function cast(key: SortKey, value: string): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(key.type)}`; // one of the six types above
}

/** The cursor remembers which order it belongs to. */
export function writePosition(sort: readonly ListSort[], { values, id }: Position): string {
  return encodeCursor([markOf(sort), ...values, id]);
}

/** Throws invalid_input for a cursor of another order or no cursor of ours. */
export function readPosition(sort: readonly ListSort[], cursor: string): Position {
  const [mark, ...rest] = decodeCursor(cursor, sort.length + 2);
  const id = rest.at(-1);
  const values = rest.slice(0, -1);
  const isOurs = mark === markOf(sort) && typeof id === 'string' && uuid.test(id) && values.every(isText);
  if (!isOurs) throw invalid('cursor', 'invalid');
  return { values: values.filter(isText), id };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isText(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && !value.includes('\u0000'));
}

function markOf(sort: readonly ListSort[]): string {
  return createHash('sha256').update(JSON.stringify(sort)).digest('base64url').slice(0, 8);
}
