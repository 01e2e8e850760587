// Rows of typed fields as a file, written while they are read: CSV as a German spreadsheet reads it, or XLSX. Used by other rooms too.
import { writeXlsxStream } from 'hucre/xlsx';
import type { ListCell, ListRow } from '#contract/list.ts';
import type { FileReply } from '#api/http/serve.ts';
import { cellText, csvLine, labelsOf, momentText } from './cell-text.ts';
import type { Language, Manner } from './cell-text.ts';
import type { Field } from './field.ts';

export interface Sheet {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly language: Language;
  readonly timeZone: string;
  /** Page by page, so that a large file never stands in memory. */
  readonly rows: AsyncIterable<readonly Pick<ListRow, 'cells'>[]>;
}

const byteOrderMark = '\uFEFF';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheet as a download named after its title and the day. */
export function fileOf(
  sheet: Sheet,
  { format, today }: { format: 'csv' | 'xlsx'; today: string },
): FileReply {
  const name = `${sheet.title.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim()} ${today}.${format}`;
  return format === 'csv'
    ? { name, contentType: 'text/csv; charset=utf-8', bytes: csvOf(sheet) }
    : { name, contentType: xlsxType, bytes: xlsxOf(sheet) };
}

async function* csvOf({ fields, language, timeZone, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const head = csvLine(fields.map((field) => headOf(field, language)));
  yield Buffer.from(byteOrderMark + head, 'utf8');
  for await (const page of rows) {
    const lines = page.map((row) =>
      csvLine(fields.map((field, at) => cellText(field, row.cells[at] ?? null, { language, timeZone }))),
    );
    yield Buffer.from(lines.join(''), 'utf8');
  }
}

/** The column's name; of fields of the customer with that word before it. */
function headOf(field: Field, language: Language): string {
  const label = field.label[language];
  if (!field.name.startsWith('customer.')) return label;
  return `${language === 'de' ? 'Kunde' : 'Customer'}: ${label}`;
}

function xlsxOf({ title, fields, language, timeZone, rows }: Sheet): AsyncIterable<Uint8Array> {
  const columns = fields.map((field) => ({
    header: headOf(field, language),
    width: field.type === 'text' ? 28 : 18,
    ...(formats[field.type] === undefined ? {} : { numFmt: formats[field.type] ?? '' }),
  }));
  async function* cells() {
    for await (const page of rows) {
      for (const row of page)
        yield fields.map((field, at) => sheetValue(field, row.cells[at] ?? null, { language, timeZone }));
    }
  }
  // the name of a sheet has at most 31 characters and none of []:*?/\
  const name =
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Liste';
  return writeXlsxStream(cells(), { name, columns, freezePane: { rows: 1 } });
}

const formats: Readonly<Partial<Record<Field['type'], string>>> = {
  money: '#,##0.00 "€"',
  percent: '0.0#',
  date: 'dd.mm.yyyy',
  moment: 'dd.mm.yyyy hh:mm',
};

type SheetValue = string | number | boolean | Date;
type Maker = (cell: Exclude<ListCell, null>, field: Field, manner: Manner) => SheetValue;

const labels: Maker = (cell, field, { language }) => labelsOf(field, cell, language);
/** Real numbers, dates and truth values; texts are strings, which no spreadsheet reckons. */
const makers: Readonly<Record<Field['type'], Maker>> = {
  number: Number,
  percent: Number,
  money: (cell) => Number(cell) / 100,
  date: (cell) => new Date(`${String(cell)}T00:00:00Z`),
  moment: (cell, _field, { timeZone }) => localMoment(String(cell), timeZone),
  yes_no: (cell) => cell === true,
  choice: labels,
  multiple_choice: labels,
  text: String,
};

function sheetValue(field: Field, cell: ListCell, manner: Manner): SheetValue | null {
  return cell === null ? null : makers[field.type](cell, field, manner);
}

/** Spreadsheets know no time zone: the clock of the company as if it were UTC. */
function localMoment(value: string, timeZone: string): Date {
  const [day = '', time = ''] = momentText(value, timeZone).split(' ');
  return new Date(`${day.split('.').reverse().join('-')}T${time}:00Z`);
}
