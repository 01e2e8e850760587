// One row of a file becomes the fields of one record, or a problem with its column. Pure.
import { foldName } from './mapping.ts';
import type { FieldPlace } from './mapping.ts';
import type { FieldSpec, RecordKind, Value, Values } from './kinds/kind.ts';
import type { Problem, RowProblem } from './problems.ts';
import type { Cell, SourceRow } from './files/source.ts';
import { readCountry, readDay, readFlag, readNumber, readSerialDay, toCents } from './values.ts';
import type { DateOrder } from './values.ts';

/** How values are written where the file leaves it open. */
export interface Writing {
  readonly decimal: ',' | '.';
  readonly dateOrder: DateOrder;
}

export interface ReadRow {
  readonly line: number;
  readonly values: Values;
  readonly cells: readonly Cell[];
}

class BadValue extends Error {
  readonly problem: Problem;
  readonly value: string;
  constructor(problem: Problem, value = '') {
    super(problem);
    this.problem = problem;
    this.value = value;
  }
}

const longestText = 1_000;
/** Half of a sign of two halves; no text of the database can hold it. */
export const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/** The rest of PostgreSQL's bigint is far beyond any amount. */
const largestCents = 1e15;

/** Makes the reader of a kind under a map. */
export function createRowReader(
  kind: RecordKind,
  places: readonly FieldPlace[],
  writing: Writing,
): (row: SourceRow) => ReadRow | RowProblem {
  return (row) => {
    const values: Record<string, Value> = {};
    for (const place of places) {
      try {
        values[place.field.name] = readCell(place.field, cellAt(row, place), writing);
      } catch (error) {
        if (!(error instanceof BadValue)) throw error;
        return problemOf(row, error.problem, place.column, error.value);
      }
    }
    return deriveColumns(kind, places, row, values);
  };
}

function cellAt({ cells }: SourceRow, { at, otherwise }: FieldPlace): Cell {
  const first = cells[at] ?? null;
  if (otherwise.length === 0 || !isBlank(first)) return first;
  const other = otherwise.find((place) => !isBlank(cells[place] ?? null));
  return other === undefined ? null : (cells[other] ?? null);
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function deriveColumns(
  kind: RecordKind,
  places: readonly FieldPlace[],
  row: SourceRow,
  values: Values,
): ReadRow | RowProblem {
  const derived = kind.derive?.(values) ?? { columns: {} };
  if ('problem' in derived) {
    const place = places.find((one) => one.field.name === derived.field);
    return problemOf(row, derived.problem, place?.column ?? '', '');
  }
  return { line: row.line, values: { ...values, ...prefixed(derived.columns) }, cells: row.cells };
}

/** Derived values carry their column's name, marked so that no field is hidden by it. */
function prefixed(columns: Values): Values {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [`=${name}`, value]));
}

export function problemOf(
  row: { readonly line: number; readonly cells: readonly Cell[] },
  problem: Problem,
  column: string,
  value: string,
): RowProblem {
  return {
    line: row.line,
    problem,
    column,
    value: value.slice(0, 200),
    cells: row.cells.map((cell) =>
      String(cell ?? '')
        .replaceAll('\0', '\u2400')
        .slice(0, longestText),
    ),
  };
}

function readCell(field: FieldSpec, cell: Cell, writing: Writing): Value {
  const value = readers[field.type](cell, field, writing);
  if (field.isRequired === true && value === null) throw new BadValue('missing');
  return value;
}

type Reader = (cell: Cell, field: FieldSpec, writing: Writing) => Value;

const readers: Readonly<Record<FieldSpec['type'], Reader>> = {
  text: (cell, field) => textOf(cell, field.longest),
  email: (cell) => {
    const text = textOf(cell, 254)?.toLowerCase() ?? null;
    if (text !== null && !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(text))
      throw new BadValue('not_an_email', text);
    return text;
  },
  country: (cell) => {
    const text = textOf(cell);
    return text === null ? null : readCountry(text);
  },
  number: (cell, field, writing) => {
    const number = inRange(numberOf(cell, writing), field);
    return field.column === undefined ? number : rounded(number, 1_000);
  },
  percent: (cell, field, writing) =>
    rounded(inRange(numberOf(typeof cell === 'string' ? cell.replace('%', '') : cell, writing), field), 100),
  whole: (cell, field, writing) => {
    const number = inRange(numberOf(cell, writing), field);
    if (number !== null && (!Number.isInteger(number) || Math.abs(number) > 2_000_000_000))
      throw new BadValue('not_a_number', String(cell));
    return number;
  },
  cents: (cell, field, writing) => {
    const number = inRange(numberOf(cell, writing), field);
    const cents = number === null ? null : toCents(number);
    if (cents !== null && Math.abs(cents) > largestCents) throw new BadValue('out_of_range', String(cell));
    return cents;
  },
  day: dayOf,
  flag: (cell) => {
    if (typeof cell === 'boolean') return cell;
    const text = textOf(cell);
    const flag = text === null ? null : readFlag(text);
    if (text !== null && flag === null) throw new BadValue('not_a_flag', text);
    return flag;
  },
  choice: (cell, field) => {
    const text = textOf(cell);
    return text === null ? null : choiceOf(field, text);
  },
  choices: (cell, field) => {
    const text = textOf(cell);
    return text === null
      ? null
      : [...new Set(text.split(/[,;|]/).map((part) => choiceOf(field, part.trim())))];
  },
};

function textOf(cell: Cell, longest = longestText): string | null {
  if (cell === null) return null;
  const text = String(cell).trim();
  if (text === '') return null;
  if (text.length > longest) throw new BadValue('too_long', text.slice(0, 60));
  if (text.includes('\0') || loneSurrogate.test(text))
    throw new BadValue('bad_sign', text.replaceAll('\0', '\u2400'));
  return text;
}

function numberOf(cell: Cell, { decimal }: Writing): number | null {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell);
  if (text === null) return null;
  const number = readNumber(text, decimal);
  if (number === null) throw new BadValue('not_a_number', text);
  return number;
}

/** As many places as the column keeps; otherwise the same file would differ again. */
function rounded(number: number | null, parts: number): number | null {
  return number === null ? null : Math.round(number * parts) / parts;
}

function inRange(number: number | null, { least, most }: FieldSpec): number | null {
  if (number === null) return null;
  const fits = Math.abs(number) <= 1e13 && number >= (least ?? -Infinity) && number <= (most ?? Infinity);
  if (!fits) throw new BadValue('out_of_range', String(number));
  return number;
}

function dayOf(cell: Cell, _field: FieldSpec, { dateOrder }: Writing): string | null {
  if (typeof cell === 'number') {
    const day = readSerialDay(cell) ?? readDay(String(cell));
    if (day === null) throw new BadValue('not_a_day', String(cell));
    return day;
  }
  const text = textOf(cell);
  // how many systems write that there is no day
  if (text === null || /^0+([./-]0+)*$/.test(text)) return null;
  const day = readDay(text, dateOrder);
  if (day === null || day < '1800' || day > '2200') throw new BadValue('not_a_day', text);
  return day;
}

function choiceOf(field: FieldSpec, text: string): string {
  const found = field.choices?.[foldName(text)];
  if (found === undefined) throw new BadValue('not_a_choice', text);
  return found;
}
