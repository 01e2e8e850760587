// A list as a file: written while it is read, page by page, so that neither grows with the number of rows.
import { writeXlsxStream } from 'hucre/xlsx';
import type { Parsed } from '#contract/endpoint.ts';
import type { exportList, ListCell, ListRow } from '#contract/list.ts';
import { writeAudit } from '#api/db/audit.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import type { FileReply } from '#api/http/serve.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readCatalogue } from './catalogue.ts';
import { cellText, csvLine, labelsOf, momentText } from './cell-text.ts';
import type { Language, Manner } from './cell-text.ts';
import type { Field } from './field.ts';
import { checkDefinition, columnsOf, readRows } from './lists.ts';
import { countRows } from './store.ts';

type Wanted = Parsed<typeof exportList>;
const rowsAtATime = 1000;
const byteOrderMark = '\uFEFF';

interface Sheet {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly language: Language;
  readonly timeZone: string;
  readonly rows: AsyncIterable<readonly ListRow[]>;
}

/** Checks the list and notes who took out what; the file itself is made while it is sent. */
export async function exportFile(deps: Deps, user: SignedInUser, input: Wanted): Promise<FileReply> {
  const { catalogue, fields } = await deps.db.transaction(user, async (trx) => {
    const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
    checkDefinition(catalogue, input);
    const { kind, filter, columns, sort, format, name } = input;
    const rows = await countRows(trx, catalogue, filter);
    await writeAudit(trx, user, {
      action: 'list.export',
      recordKind: 'list',
      recordId: newId(),
      after: { kind, filter, columns, sort, format, name, rows },
      at: deps.clock.now(),
    });
    return { catalogue, fields: columnsOf(catalogue, columns) };
  });
  const { today, timeZone } = catalogue.context;
  const title = input.name === '' ? (input.language === 'de' ? 'Liste' : 'List') : input.name;
  const sheet = { title, fields, timeZone, language: input.language, rows: pagesOf(deps, user, input) };
  const fileName = `${title.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim()} ${today}.${input.format}`;
  return input.format === 'csv'
    ? { name: fileName, contentType: 'text/csv; charset=utf-8', bytes: csvOf(sheet) }
    : { name: fileName, contentType: xlsxType, bytes: xlsxOf(sheet) };
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rights are asked anew for every page: whoever loses them meanwhile gets no further rows. */
async function* pagesOf(deps: Deps, user: SignedInUser, input: Wanted): AsyncGenerator<readonly ListRow[]> {
  let cursor: string | undefined;
  do {
    const at = cursor;
    const { rows, nextCursor } = await deps.db.read(user, async (trx) => {
      const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
      const fields = columnsOf(catalogue, input.columns);
      const { filter, sort } = input;
      return readRows(trx, catalogue, { filter, sort, fields, cursor: at, limit: rowsAtATime });
    });
    yield rows;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
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
