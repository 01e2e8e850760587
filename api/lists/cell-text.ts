// How a cell is written into a CSV file: as a German spreadsheet reads it, and never as a formula. Pure.
import type { ListCell } from '#contract/list.ts';
import type { Field } from './field.ts';

export type Language = 'de' | 'en';

const yesNo = { de: ['Ja', 'Nein'], en: ['Yes', 'No'] } as const;

/** The labels of a choice's values; a value that is no longer among them stands for itself. */
export function labelsOf(field: Field, cell: ListCell, language: Language): string {
  const values = Array.isArray(cell) ? cell : [String(cell)];
  return values
    .map((value) => field.choices.find((choice) => choice.value === value)?.label[language] ?? value)
    .join(', ');
}

export interface Manner {
  readonly language: Language;
  readonly timeZone: string;
}
type Writer = (cell: Exclude<ListCell, null>, field: Field, manner: Manner) => string;

const decimal: Writer = (cell) => String(cell).replace('.', ',');
const labels: Writer = (cell, field, { language }) => safeText(labelsOf(field, cell, language));
const writers: Readonly<Record<Field['type'], Writer>> = {
  number: decimal,
  percent: decimal,
  money: (cell) => (Number(cell) / 100).toFixed(2).replace('.', ','),
  date: (cell) => String(cell).split('-').reverse().join('.'),
  moment: (cell, _field, { timeZone }) => momentText(String(cell), timeZone),
  yes_no: (cell, _field, { language }) => yesNo[language][cell === true ? 0 : 1],
  choice: labels,
  multiple_choice: labels,
  text: (cell) => safeText(String(cell)),
};

/** One cell as plain text: 1250,50 · 03.09.2026 · 03.09.2026 13:58 · Ja. */
export function cellText(field: Field, cell: ListCell, manner: Manner): string {
  return cell === null ? '' : writers[field.type](cell, field, manner);
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
export function safeText(text: string): string {
  return /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** One line with its end; cells with separators, quotes or line breaks stand in quotes. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

/** 03.09.2026 13:58 in the company's time zone. */
export function momentText(value: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = format.format(new Date(value)).split(' ');
  return `${day.split('-').reverse().join('.')} ${time}`;
}
