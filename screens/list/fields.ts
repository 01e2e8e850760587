// The catalogue of a list as screens use it: labels, headings, values as text. Pure.
import type { ListCell, ListField } from '#contract/list.ts';
import type { Format } from '../format.ts';
import type { ListMessages } from '../messages/list-messages.ts';
import type { Language } from '../messages/use-messages.ts';

export type Fields = ReadonlyMap<string, ListField>;

export interface FieldGroup {
  readonly label: string;
  readonly fields: readonly ListField[];
}

/** How a reader's language names and writes things of a list. */
export interface ListWords {
  readonly language: Language;
  readonly words: ListMessages['list'];
  readonly format: Format;
}

/** Fields of the customer carry that word, so that "Name" is never two things. */
export function labelOf(field: ListField, { language, words }: ListWords): string {
  const label = field.label[language];
  return field.name.startsWith('customer.') ? words.customerField(label) : label;
}

/** Fields under their headings, in the catalogue's order. */
export function groupsOf(fields: readonly ListField[], language: Language): FieldGroup[] {
  const groups = new Map<string, ListField[]>();
  for (const field of fields) {
    const label = field.group[language];
    groups.set(label, [...(groups.get(label) ?? []), field]);
  }
  return [...groups].map(([label, members]) => ({ label, fields: members }));
}

/** The label of a choice; a value that is no longer offered stands for itself. */
export function choiceLabel(field: ListField, value: string, language: Language): string {
  return field.choices.find((choice) => choice.value === value)?.label[language] ?? value;
}

type Writer = (cell: Exclude<ListCell, null>, field: ListField, words: ListWords) => string;
const labels: Writer = (cell, field, { language }) =>
  (Array.isArray(cell) ? cell : [String(cell)])
    .map((value) => choiceLabel(field, value, language))
    .join(', ');
const writers: Record<ListField['type'], Writer> = {
  text: String,
  number: (cell, _field, { format }) => numberText(Number(cell), format),
  percent: (cell, _field, { format }) => format.percent(Number(cell), Number.isInteger(cell) ? 0 : 1),
  money: (cell, _field, { format }) => format.euro(Number(cell)),
  date: (cell, _field, { format }) => format.date(String(cell)),
  moment: (cell, _field, { format }) => format.dateTime(String(cell)),
  yes_no: (cell, _field, { words }) => (cell === true ? words.yes : words.no),
  choice: labels,
  multiple_choice: labels,
};

/** One cell as its reader writes it; empty for what is not known. */
export function cellText(field: ListField, cell: ListCell, words: ListWords): string {
  return cell === null ? '' : writers[field.type](cell, field, words);
}

/** Whole numbers without decimals, others with at most two. */
export function numberText(value: number, format: Format): string {
  return format.number(value, Number.isInteger(value) ? 0 : 2);
}

const figures: ReadonlySet<ListField['type']> = new Set(['number', 'money', 'percent']);

/** Stands at the right edge of its column. */
export function isFigure(field: ListField): boolean {
  return figures.has(field.type);
}
