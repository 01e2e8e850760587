// Splits CSV text into records: any of four delimiters, quoted cells with doubled quotes and line breaks, CRLF, LF or CR.
import type { Delimiter } from './source.ts';
import { SourceError } from './source.ts';

export interface CsvRecord {
  /** The line on which the record begins. */
  readonly line: number;
  readonly cells: string[];
}

/** A record longer than this is a quote that was opened and never closed. */
const longestRecord = 1_000_000;
/** Nor does a cell have that many lines. */
const mostLinesInQuotes = 2_000;
const mostCells = 20_000;
const [quote, lineFeed, carriageReturn] = [34, 10, 13];

export interface CsvSplitter {
  /** All records that are complete with this piece. */
  push(piece: string): CsvRecord[];
  /** The last record, when the text does not end with a line break. */
  end(): CsvRecord[];
}

/** Splits text that arrives in pieces; empty lines are passed over. Throws SourceError. */
export function createCsvSplitter(delimiter: Delimiter): CsvSplitter {
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let line = 1;

  function split(isEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < rest.length) {
      const read = readRecord(rest, at, { separator, line, isEnd });
      if (read === null) break;
      if (!isEmpty(read.cells)) records.push({ line, cells: read.cells });
      at = read.next;
      line += read.lines;
    }
    rest = rest.slice(at);
    return records;
  }
  return {
    push: (piece) => {
      rest += piece;
      return split(false);
    },
    end: () => split(true),
  };
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

interface Reading {
  readonly separator: number;
  readonly line: number;
  readonly isEnd: boolean;
}
interface ReadRecord {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
}

/** The record that begins at `start`; null when more text is needed to see its end. */
function readRecord(text: string, start: number, reading: Reading): ReadRecord | null {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    if (at - start > longestRecord) throw new SourceError('record_too_long', { line: reading.line });
    if (cells.length >= mostCells)
      throw new SourceError('too_many_columns', { line: reading.line, value: `> ${mostCells}` });
    const cell =
      text.charCodeAt(at) === quote
        ? readQuoted(text, at, { ...reading, column: cells.length + 1 })
        : readPlain(text, at, reading);
    if (cell === null) return null;
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.end;
    if (at >= text.length) return reading.isEnd ? { cells, next: at, lines } : null;
    if (text.charCodeAt(at) === reading.separator) {
      at += 1;
      continue;
    }
    return endRecord(text, at, { cells, lines }, reading.isEnd);
  }
}

/** Passes over the line break; a CR at the very end of the text may be half of one. */
function endRecord(
  text: string,
  at: number,
  read: { cells: string[]; lines: number },
  isEnd: boolean,
): ReadRecord | null {
  const isPair = text.charCodeAt(at) === carriageReturn;
  if (isPair && at + 1 >= text.length && !isEnd) return null;
  const length = isPair && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
  return { cells: read.cells, next: at + length, lines: read.lines + 1 };
}

interface ReadCell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function readPlain(text: string, start: number, { separator, isEnd, line }: Reading): ReadCell | null {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === lineFeed || code === carriageReturn)
      return { value: text.slice(start, at), end: at, lines: 0 };
  }
  if (text.length - start > longestRecord) throw new SourceError('record_too_long', { line });
  return isEnd ? { value: text.slice(start), end: text.length, lines: 0 } : null;
}

/** A quote inside that is not doubled and closes nothing is taken as it stands: "Firma "Müller" GmbH". */
function readQuoted(text: string, start: number, reading: Reading & { column: number }): ReadCell | null {
  let from = start + 1;
  let value = '';
  for (;;) {
    const closing = text.indexOf('"', from);
    if (closing === -1) return refuseOpen(text, start, reading);
    const next = text.charCodeAt(closing + 1);
    if (closing + 1 >= text.length && !reading.isEnd) return null;
    if (next === quote) {
      value += text.slice(from, closing + 1);
      from = closing + 2;
    } else if (isEndOfCell(next, reading.separator)) {
      value += text.slice(from, closing);
      return { value, end: closing + 1, lines: countLines(value) };
    } else {
      value += text.slice(from, closing + 1);
      from = closing + 1;
    }
    if (value.length > longestRecord) return refuseOpen(text, start, reading);
  }
}

/** NaN is what charCodeAt answers behind the end. */
function isEndOfCell(code: number, separator: number): boolean {
  return Number.isNaN(code) || code === separator || code === lineFeed || code === carriageReturn;
}

function refuseOpen(text: string, start: number, reading: Reading & { column: number }): null {
  const open = text.length - start;
  const isTooLong =
    open > longestRecord || (open > 100_000 && countLines(text.slice(start)) > mostLinesInQuotes);
  if (!reading.isEnd && !isTooLong) return null;
  throw new SourceError('quote_not_closed', {
    line: reading.line,
    column: String(reading.column),
    value: text.slice(start, start + 60).split(/\r?\n/, 1)[0] ?? '',
  });
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
