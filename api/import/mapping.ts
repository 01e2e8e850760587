// From header names to fields: which column a name sounds like, and which cells a map points at. Pure.
import type { ImportMapping } from '#contract/import-map.ts';
import type { FieldSpec, RecordKind } from './kinds/kind.ts';

/** `Straße / Nr.` and `Strasse_Nr` are the same word: `strassenr`. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

export interface Proposal {
  readonly columns: ImportMapping['columns'];
  /** Column name → field. */
  readonly byColumn: ReadonlyMap<string, string>;
}

/** Gives each column the field its name sounds like; the better the word, the earlier it chooses, and none twice. */
export function proposeMapping(kind: RecordKind, header: readonly string[]): Proposal {
  const scored = header.flatMap((column) =>
    kind.fields.map((field) => ({ column, field: field.name, score: scoreOf(field, foldName(column)) })),
  );
  const columns: Record<string, { column: string }> = {};
  const byColumn = new Map<string, string>();
  for (const { column, field, score } of scored.toSorted((a, b) => b.score - a.score)) {
    if (score === 0 || field in columns || byColumn.has(column)) continue;
    columns[field] = { column };
    byColumn.set(column, field);
  }
  return { columns, byColumn };
}

/** The same word scores by its place in the list; a word it begins or ends with scores less. */
function scoreOf(field: FieldSpec, folded: string): number {
  if (folded === '') return 0;
  const exact = field.words.indexOf(folded);
  if (exact !== -1) return 1_000 - exact;
  const label = field.label === undefined ? [] : [foldName(field.label.de), foldName(field.label.en)];
  if (label.includes(folded)) return 1_000;
  const part = field.words.findIndex(
    (word) => word.length >= 5 && (folded.startsWith(word) || folded.endsWith(word)),
  );
  return part === -1 ? 0 : 400 - part;
}

export interface FieldPlace {
  readonly field: FieldSpec;
  readonly column: string;
  /** Where in the row the cell stands. */
  readonly at: number;
  /** Where it stands when that one is empty. */
  readonly otherwise: readonly number[];
}

export interface Plan {
  readonly places: readonly FieldPlace[];
  /** Mapped columns that the file does not have. */
  readonly missingColumns: readonly string[];
  /** Required fields without a column. */
  readonly missingFields: readonly string[];
}

/** Looks every mapped column up in the header; spelling differences that foldName passes over do not matter. */
export function planMapping(kind: RecordKind, mapping: ImportMapping, header: readonly string[]): Plan {
  const places: FieldPlace[] = [];
  const missingColumns: string[] = [];
  const folded = header.map(foldName);
  const find = (column: string) => {
    const exact = header.indexOf(column);
    return exact === -1 ? folded.indexOf(foldName(column)) : exact;
  };
  for (const field of kind.fields) {
    const wanted = mapping.columns[field.name];
    if (wanted === undefined) continue;
    const otherwise = (wanted.otherwise ?? []).map(find).filter((at) => at !== -1);
    const at = find(wanted.column);
    if (at === -1) missingColumns.push(wanted.column);
    else places.push({ field, column: header[at] ?? wanted.column, at, otherwise });
  }
  const mapped = new Set(Object.keys(mapping.columns));
  return {
    places,
    missingColumns,
    missingFields: kind.fields
      .filter((field) => field.isRequired === true && !mapped.has(field.name))
      .map((field) => field.name),
  };
}
