// What every kind of file is read as: a header, then rows of plain cells in portions, and what was assumed on the way.

/** Numbers and truth values come typed from XLSX and JSON; everything else is text. Days are text, `2026-09-03`. */
export type Cell = string | number | boolean | null;

export interface SourceRow {
  /** Line in a text file, row in a sheet, record of an endpoint; counted from 1, the header included. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What was found out about a file by looking at it. */
export interface Found {
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** All sheets of a workbook, the one that is read first. */
  readonly sheets: readonly string[];
  /** DATEV writes a line about the file above the header. */
  readonly isDatev: boolean;
}

export interface OpenedSource {
  readonly found: Found;
  readonly header: readonly string[];
  /** The rows after the header, in portions; throws SourceError where the file cannot be read on. */
  rows(): AsyncGenerator<SourceRow[]>;
}

/** What somebody chose instead of what would be found. */
export interface ReadOptions {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

export const sourceProblems = [
  'not_readable',
  'empty',
  'header_only',
  'no_header',
  'too_many_columns',
  'header_twice',
  'quote_not_closed',
  'record_too_long',
  'not_utf8',
  'binary',
  'not_xlsx',
  'xlsx_too_large',
  'xlsx_too_many_texts',
  'xlsx_encrypted',
  'no_sheet',
  'missing_column',
  'not_json',
  'answer_too_large',
  'address_not_allowed',
  'address_unknown',
  'not_reached',
  'timed_out',
  'refused',
  'asked_to_wait',
  'next_link_elsewhere',
  'too_many_pages',
  'no_secret_key',
  'question_open',
  'file_gone',
  'nothing_mapped',
] as const;
export type SourceProblem = (typeof sourceProblems)[number];

/** A file or endpoint that cannot be read (on); `line` and `column` say where, `value` what stood there. */
export class SourceError extends Error {
  readonly problem: SourceProblem;
  readonly line: number | null;
  readonly column: string;
  readonly value: string;
  constructor(problem: SourceProblem, at: { line?: number; column?: string; value?: string } = {}) {
    super(problem);
    this.problem = problem;
    this.line = at.line ?? null;
    this.column = at.column ?? '';
    this.value = at.value ?? '';
  }
}

/** A sheet of an ERP has dozens of columns; thousands are a file of another kind. */
const mostColumns = 1_000;

/** Trims names, names nameless columns by their letter and makes repeated ones distinct; throws SourceError. */
export function readHeader(cells: readonly Cell[]): string[] {
  const names = cells.map((cell) => String(cell ?? '').trim());
  while (names.length > 0 && names.at(-1) === '') names.pop();
  if (names.length === 0) throw new SourceError('no_header', { line: 1 });
  if (names.length > mostColumns)
    throw new SourceError('too_many_columns', { line: 1, value: String(names.length) });
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const plain = name === '' ? `(${index + 1})` : name.slice(0, 200);
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain} (${times})`;
  });
}
