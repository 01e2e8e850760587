// Files as they really arrive: every encoding and delimiter, workbooks, and everything that is not what it says it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { createCsvSplitter } from '#api/import/files/csv.ts';
import { openSource } from '#api/import/files/open-source.ts';
import { SourceError } from '#api/import/files/source.ts';
import type { ReadOptions } from '#api/import/files/source.ts';
import { dayOf } from '#api/import/files/sheet.ts';
import { buildWorkbook } from '#tests/support/import-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-import-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(content: string | Uint8Array, name = 'datei.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array, options: ReadOptions = {}) {
  const source = await openSource(write(content), options);
  const rows = [];
  for await (const portion of source.rows()) rows.push(...portion);
  return { ...source, rows };
}

async function problemOf(content: string | Uint8Array, options: ReadOptions = {}) {
  try {
    await read(content, options);
    return null;
  } catch (error) {
    if (error instanceof SourceError)
      return [error.problem, error.line, error.column].filter((part) => part !== '' && part !== null);
    throw error;
  }
}

function utf16be(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

describe('encodings and delimiters are found', () => {
  const text = 'Nr;Größe\n1;Müller, Söhne\n2;Straße\n';
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-16 LE with mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE without mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', utf16be(text), 'utf-16be'],
  ])('%s', async (_name, bytes, encoding) => {
    const { found, header, rows } = await read(bytes);

    expect(found).toMatchObject({ encoding, delimiter: ';' });
    expect(header).toEqual(['Nr', 'Größe']);
    expect(rows.map((row) => row.cells[1])).toEqual(['Müller, Söhne', 'Straße']);
  });

  test('a euro sign late in a long file still tells Windows-1252', async () => {
    const late = Buffer.concat([
      Buffer.from(`a;b\n${'1;x\n'.repeat(50_000)}`),
      Buffer.from([0x32, 0x3b, 0x80, 0x0a]),
    ]);
    const { rows } = await read(late);
    expect(rows.at(-1)?.cells).toEqual(['2', '€']);
  });

  test.each([[','], ['\t'], ['|'], [';']])('%s as delimiter', async (sign) => {
    const { found } = await read(`a${sign}b${sign}c\n1${sign}"x, y; z"${sign}3\n`);
    expect(found.delimiter).toBe(sign);
  });

  test('what somebody chose is believed', async () => {
    expect(await problemOf(Buffer.from('a;b\n1;\xfc\n', 'latin1'), { encoding: 'utf-8' })).toEqual([
      'not_utf8',
    ]);
    expect((await read('a;b,c\n1;2,3\n', { delimiter: ',' })).header).toEqual(['a;b', 'c']);
  });
});

describe('what cannot be read is said with its place', () => {
  test.each([
    ['nothing at all', '', ['empty']],
    ['blank lines', '\n\n  \n', ['empty']],
    ['a quote that is never closed', 'a;b\n1;2\n3;"vier\n5;6\n', ['quote_not_closed', 3, '2']],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]), ['binary']],
    ['a PDF', '%PDF-1.7\n1 0 obj', ['binary']],
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_, at) => `s${at}`).join(';')}\n`,
      ['too_many_columns', 1],
    ],
    ['a broken workbook', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), ['not_xlsx']],
    [
      'an old or protected workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      ['xlsx_encrypted'],
    ],
    ['another ZIP file', zipSync({ 'readme.txt': strToU8('x') }), ['not_xlsx']],
  ])('%s', async (_name, content, problem) => {
    expect(await problemOf(content)).toEqual(problem);
  });

  test('a ZIP bomb stops long before it fills the memory', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': new Uint8Array(400_000_000).fill(0x20),
    });
    const before = process.memoryUsage().rss;
    expect(await problemOf(bomb)).toEqual(['xlsx_too_large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000);
  });

  test('entities that would grow are refused', async () => {
    const workbook = zipSync({
      'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook><sheets/></workbook>'),
    });
    expect(await problemOf(workbook)).toEqual(['not_xlsx']);
  });

  test('a header alone is no problem of reading; the run says that there are no rows', async () => {
    expect((await read('a;b\n')).rows).toEqual([]);
  });
});

describe('workbooks', () => {
  test('texts, numbers, days, formulas and gaps; the hidden sheet is passed over', async () => {
    const { header, rows, found } = await read(
      buildWorkbook([
        ['Nr', 'Name', 'Tag', 'Summe', 'Formel'],
        [1, 'Müller & Söhne <GmbH>', { date: 46_268 }, 1234.5, { formula: 'A1+1', value: '=2' }],
        [],
        [2, null, null, -3, { inline: 'inline ' }],
      ]),
    );

    expect(found).toMatchObject({ format: 'xlsx', sheets: ['Tabelle1'] });
    expect(header).toEqual(['Nr', 'Name', 'Tag', 'Summe', 'Formel']);
    expect(rows).toEqual([
      { line: 2, cells: [1, 'Müller & Söhne <GmbH>', '2026-09-03', 1234.5, '=2'] },
      { line: 4, cells: [2, null, null, -3, 'inline '] },
    ]);
  });

  test.each([
    [1, false, '1899-12-31'],
    [46_268.75, false, '2026-09-03'],
    [44_806, true, '2026-09-03'],
  ])('day %d (from 1904: %s) is %s', (serial, is1904, day) => {
    expect(dayOf(serial, is1904)).toBe(day);
  });

  test('a sheet that is not there is said', async () => {
    expect(await problemOf(buildWorkbook([['a']]), { sheet: 'Nirgends' })).toEqual(['no_sheet']);
  });
});

test("DATEV's list of accounts: its first line is passed over, suppliers are left out", async () => {
  const { found, header, rows } = await read(
    Buffer.from(
      '"EXTF";700;16;"Debitoren/Kreditoren";5;20260903;;"RE";"";"";1001;1;20260101;4;;;"";"";;0;;"";\r\nKonto;Name (Adressattyp Unternehmen);Ort\r\n10000;"Hollerbach Metallbau GmbH";Leonberg\r\n70000;"Lieferant AG";Köln\r\n',
      'latin1',
    ),
  );

  expect(found.isDatev).toBe(true);
  expect(header).toEqual(['Konto', 'Name (Adressattyp Unternehmen)', 'Ort']);
  expect(rows).toEqual([{ line: 3, cells: ['10000', 'Hollerbach Metallbau GmbH', 'Leonberg'] }]);
});

test('however a CSV text is cut into pieces, the same cells come out', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('"', 'a"b', ';', '\r\n', 'ä', '', ' x '),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 7 }), fc.constantFrom('\n', '\r\n'), (rows, size, end) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join(end);
      const splitter = createCsvSplitter(';');
      const found: string[][] = [];
      for (let at = 0; at < text.length; at += size)
        found.push(...splitter.push(text.slice(at, at + size)).map((record) => record.cells));
      found.push(...splitter.end().map((record) => record.cells));
      expect(found).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')));
    }),
    { numRuns: 300, seed: 7 },
  );
});
