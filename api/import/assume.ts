// What values of a file say about how they are written: decimal sign and order of day and month. Pure.
import type { Assumption } from '#contract/import-preview.ts';
import type { ImportMapping } from '#contract/import-map.ts';
import type { Found, SourceRow } from './files/source.ts';
import type { FieldPlace } from './mapping.ts';
import type { Writing } from './rows.ts';

interface Evidence<T extends string> {
  readonly value: T | null;
  readonly example: string;
  readonly column: string;
  /** Nothing written either way could be told apart, or both ways occur. */
  readonly isOpen: boolean;
}

const numberTypes = new Set(['number', 'whole', 'cents', 'percent']);
const nothing = { value: null, example: '', column: '', isOpen: false } as const;

/** `1.234,5` and `12,5` have a decimal comma, `12.5` a point; `1.234` alone may be either and stays open. */
export function findDecimal(rows: readonly SourceRow[], places: readonly FieldPlace[]): Evidence<',' | '.'> {
  return weigh(textsOf(rows, places, numberTypes), (text) => {
    const plain = text.replace(/[\s\u00a0€%'’+-]/g, '');
    const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
    if (last === -1 || !/^[\d.,]+$/.test(plain)) return null;
    const sign = plain[last] === ',' ? ',' : '.';
    const other = sign === ',' ? '.' : ',';
    if (plain.includes(other)) return sign;
    if (plain.indexOf(sign) !== last) return other; // repeated signs part thousands
    const isGroup = plain.length - last - 1 === 3 && last <= 3 && !/^0/.test(plain);
    return isGroup ? 'open' : sign;
  });
}

/** `31/12/2026` tells, `01/02/2026` does not; days with dots or in ISO form need no telling. */
export function findDateOrder(
  rows: readonly SourceRow[],
  places: readonly FieldPlace[],
): Evidence<'dmy' | 'mdy'> {
  return weigh(textsOf(rows, places, new Set(['day'])), (text) => {
    const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)\b/.exec(text);
    if (match === null) return null;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12) return 'dmy';
    if (second > 12) return 'mdy';
    return first === second ? null : 'open';
  });
}

interface PlacedText {
  readonly text: string;
  readonly column: string;
}

function* textsOf(
  rows: readonly SourceRow[],
  places: readonly FieldPlace[],
  types: ReadonlySet<string>,
): Generator<PlacedText> {
  const wanted = places.filter((place) => types.has(place.field.type));
  for (const row of rows) {
    for (const { at, column } of wanted) {
      const cell = row.cells[at];
      if (typeof cell === 'string' && cell.trim() !== '') yield { text: cell.trim(), column };
    }
  }
}

function weigh<T extends string>(
  texts: Iterable<PlacedText>,
  judge: (text: string) => T | 'open' | null,
): Evidence<T> {
  const votes = new Map<T, { count: number; at: PlacedText }>();
  let open: PlacedText | null = null;
  for (const at of texts) {
    const vote = judge(at.text);
    if (vote === 'open') open ??= at;
    else if (vote !== null)
      votes.set(vote, { count: countOf(votes.get(vote)) + 1, at: votes.get(vote)?.at ?? at });
  }
  return decide(votes, open);
}

function decide<T extends string>(
  votes: ReadonlyMap<T, { count: number; at: PlacedText }>,
  open: PlacedText | null,
): Evidence<T> {
  const [best, second] = [...votes].sort(([, a], [, b]) => b.count - a.count);
  if (best === undefined) return open === null ? nothing : { ...told(open), value: null, isOpen: true };
  // one odd value among many is a mistake of its own row; half and half is a question
  const isOpen = countOf(second?.[1]) * 10 > best[1].count;
  return { ...told(best[1].at), value: isOpen ? null : best[0], isOpen };
}

function countOf(vote: { count: number } | undefined): number {
  return vote?.count ?? 0;
}

function told({ text, column }: PlacedText): { example: string; column: string } {
  return { example: text, column };
}

export interface Assumed {
  readonly assumptions: Assumption[];
  readonly writing: Writing;
  /** Questions that only a person can answer. */
  readonly open: readonly Assumption[];
}

/** Puts together what was chosen and what was found out. */
export function assume(
  found: Found,
  mapping: ImportMapping,
  rows: readonly SourceRow[],
  places: readonly FieldPlace[],
): Assumed {
  const decimal = findDecimal(rows, places);
  const dateOrder = findDateOrder(rows, places);
  const assumptions = [
    ...aboutFile(found, mapping),
    statement('decimal', mapping.decimal, decimal),
    statement('dateOrder', mapping.dateOrder, dateOrder),
  ];
  return {
    assumptions,
    writing: {
      decimal: mapping.decimal ?? decimal.value ?? ',',
      dateOrder: mapping.dateOrder ?? dateOrder.value ?? 'dmy',
    },
    open: assumptions.filter((one) => one.from === 'open'),
  };
}

function aboutFile(found: Found, mapping: ImportMapping): Assumption[] {
  const told = (about: Assumption['about'], value: string | null, chosen: unknown): Assumption[] =>
    value === null
      ? []
      : [{ about, value, from: chosen === undefined ? 'found' : 'chosen', example: '', column: '' }];
  const sheet = found.format === 'xlsx' ? (mapping.sheet ?? found.sheets[0] ?? null) : null;
  return [
    ...told('encoding', found.encoding, mapping.encoding),
    ...told('delimiter', found.delimiter, mapping.delimiter),
    ...told('sheet', sheet, mapping.sheet),
  ];
}

function statement(
  about: 'decimal' | 'dateOrder',
  chosen: string | undefined,
  evidence: Evidence<string>,
): Assumption {
  const { example, column } = evidence;
  if (chosen !== undefined) return { about, value: chosen, from: 'chosen', example, column };
  if (evidence.isOpen) return { about, value: null, from: 'open', example, column };
  return {
    about,
    value: evidence.value,
    from: evidence.value === null ? 'not_needed' : 'found',
    example,
    column,
  };
}
