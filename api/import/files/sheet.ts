// The rows of one sheet's XML as plain cells, whatever pieces the XML arrives in.
import type { Cell, SourceRow } from './source.ts';
import { SourceError } from './source.ts';
import { attributeOf, createXmlScanner, decodeXml } from './xml.ts';

export interface Workbook {
  readonly texts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly is1904: boolean;
}

const mostColumns = 16_384;

/** Gives the rows that are complete with each piece. */
export function createSheetReader(workbook: Workbook): { push(piece: string): SourceRow[] } {
  let done: SourceRow[] = [];
  let row = { line: 0, cells: [] as Cell[] };
  let cell = { column: 0, type: 'n', style: 0, text: '' };
  let isValue = false;
  let lastLine = 0;

  function openRow(attributes: string): void {
    const line = Number(attributeOf(attributes, 'r') ?? lastLine + 1);
    lastLine = Number.isInteger(line) ? line : lastLine + 1;
    row = { line: lastLine, cells: [] };
  }
  function openCell(attributes: string): void {
    const place = attributeOf(attributes, 'r');
    cell = {
      column: place === null ? row.cells.length : columnOf(place),
      type: attributeOf(attributes, 't') ?? 'n',
      style: Number(attributeOf(attributes, 's') ?? 0),
      text: '',
    };
    if (cell.column >= mostColumns) throw new SourceError('not_xlsx', { line: lastLine });
  }
  function closeCell(): void {
    while (row.cells.length < cell.column) row.cells.push(null);
    row.cells[cell.column] = valueOf(cell, workbook);
  }

  const scan = createXmlScanner({
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (name === 'v' || name === 't') isValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') done.push(row);
    },
    text: (text) => {
      if (isValue) cell.text += text;
    },
  });
  return {
    push: (piece) => {
      done = [];
      scan(piece);
      return done;
    },
  };
}

/** `AB7` is column 27, counted from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const textTypes = new Set(['inlineStr', 'str', 'e']);

function valueOf(cell: { type: string; style: number; text: string }, workbook: Workbook): Cell {
  const { type, text } = cell;
  if (text === '') return null;
  if (type === 's') return workbook.texts[Number(text)] ?? null;
  if (type === 'b') return text === '1';
  // `e` is #NV, #REF! and the like: refused as a value where a number or day is wanted
  if (textTypes.has(type)) return decodeXml(text);
  if (type === 'd') return text.slice(0, 10);
  const number = Number(text);
  if (!Number.isFinite(number)) return decodeXml(text);
  return workbook.dateStyles.has(cell.style) ? dayOf(number, workbook.is1904) : number;
}

/** Excel counts days from 1899-12-30 (it believes in a 29 February 1900), or from 1904. */
export function dayOf(serial: number, is1904: boolean): string {
  const days = Math.floor(serial) + (is1904 ? 1_462 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return Number.isNaN(day.getTime()) || serial < 0 ? String(serial) : day.toISOString().slice(0, 10);
}
