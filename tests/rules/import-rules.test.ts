// The import's pure decisions: what a header means, how values are written, who wins, which addresses are closed.
import { describe, expect, test } from 'vitest';
import { findDateOrder, findDecimal } from '#api/import/assume.ts';
import { compare } from '#api/import/compare.ts';
import { isClosedAddress } from '#api/import/endpoint/guard.ts';
import { flatten } from '#api/import/endpoint/save-records.ts';
import { openSecret, sealSecret } from '#api/import/endpoint/secret.ts';
import { toCsv } from '#api/import/error-file.ts';
import type { FieldSpec } from '#api/import/kinds/kind.ts';
import { recordKinds } from '#api/import/kinds/kinds.ts';
import { planMapping, proposeMapping } from '#api/import/mapping.ts';
import { readDay, readFlag, readNumber } from '#api/import/values.ts';
import type { ImportRule } from '#contract/import-map.ts';

describe('header names of German ERP systems', () => {
  test.each([
    ['customers', 'Kd.-Nr.', 'number'],
    ['customers', 'KUNDENNUMMER', 'number'],
    ['customers', 'Debitoren-Nr', 'number'],
    ['customers', 'Name1', 'name'],
    ['customers', 'Straße', 'street'],
    ['customers', 'Postleitzahl', 'postcode'],
    ['customers', 'Zahlungsziel (Tage)', 'paymentTermDays'],
    ['orders', 'Belegdatum', 'orderedOn'],
    ['orders', 'Kunde', 'customerNumber'],
    ['orderLines', 'Art.-Nr.', 'productNumber'],
    ['quotes', 'Gültig bis', 'validUntil'],
    ['invoices', 'Belegfeld 1', 'number'],
    ['invoices', 'Fälligkeit', 'dueOn'],
    ['invoices', 'Offener Betrag', 'open'],
    ['customers', 'Irgendwas', null],
  ] as const)('in %s, %s is %s', (kind, column, field) => {
    expect(proposeMapping(recordKinds[kind], [column]).byColumn.get(column) ?? null).toBe(field);
  });

  test('a field is given once, to the better word', () => {
    const { columns } = proposeMapping(recordKinds.customers, ['Adresse', 'Straße', 'Kundennummer']);
    expect(columns).toMatchObject({ street: { column: 'Straße' }, number: { column: 'Kundennummer' } });
  });

  test('a map finds its columns in other spellings, and says which are missing', () => {
    const mapping = { columns: { number: { column: 'Kd-Nr' }, city: { column: 'Ort' } } };
    const plan = planMapping(recordKinds.customers, mapping, ['KD.NR', 'PLZ']);
    expect(plan.places.map((place) => [place.field.name, place.at])).toEqual([['number', 0]]);
    expect(plan).toMatchObject({ missingColumns: ['Ort'], missingFields: ['name'] });
  });
});

describe('how values are written', () => {
  const rows = (texts: string[]) => texts.map((text, at) => ({ line: at + 2, cells: [text] }));
  const place = (type: FieldSpec['type']) => [
    { field: { name: 'x', type, words: [] }, column: 'Wert', at: 0, otherwise: [] },
  ];

  test.each([
    [['1.234,56', '7'], ',', false],
    [['1,234.56'], '.', false],
    [['12,5'], ',', false],
    [['12.50'], '.', false],
    [['1.234.567'], ',', false],
    [['1.234'], null, true],
    [['1.234', '0,5'], ',', false],
    [['0.125'], '.', false],
    [['1,5', '1.5'], null, true],
    [['17', ''], null, false],
  ] as const)('%s has decimal sign %s, open: %s', (texts, value, isOpen) => {
    expect(findDecimal(rows([...texts]), place('number'))).toMatchObject({ value, isOpen });
  });

  test.each([
    [['31/12/2026'], 'dmy', false],
    [['12/31/2026'], 'mdy', false],
    [['01/02/2026'], null, true],
    [['01/02/2026', '25/02/2026'], 'dmy', false],
    [['03.09.2026', '2026-09-03'], null, false],
  ] as const)('%s is written %s, open: %s', (texts, value, isOpen) => {
    expect(findDateOrder(rows([...texts]), place('day'))).toMatchObject({ value, isOpen });
  });

  test.each([
    ['12.50', ',', null],
    ['1.23,5', ',', null],
    ['1,234,5', '.', null],
    ['100-', ',', -100],
    ["1'234.50", '.', 1234.5],
    [',5', ',', 0.5],
    ['NaN', '.', null],
    ['0x10', '.', null],
  ] as const)('%s with decimal %s is %s', (text, decimal, expected) => {
    expect(readNumber(text, decimal)).toBe(expected);
  });

  test.each([
    ['03/09/2026', 'dmy', '2026-09-03'],
    ['09/03/2026', 'mdy', '2026-09-03'],
    ['13/13/2026', 'mdy', null],
    ['2026-02-29', 'dmy', null],
    ['3.9.1999 12:30', 'dmy', '1999-09-03'],
  ] as const)('%s read %s is %s', (text, order, expected) => {
    expect(readDay(text, order)).toBe(expected);
  });

  test.each([
    ['Ja', true],
    ['x', true],
    ['nein', false],
    ['vielleicht', null],
  ] as const)('%s is %s', (text, expected) => {
    expect(readFlag(text)).toBe(expected);
  });
});

describe('who wins', () => {
  const outcome = (
    rule: ImportRule,
    at: { now: string | null; before: string | null | undefined; isEdited?: boolean },
  ) => {
    const { after, kept } = compare({
      incoming: { city: 'neu' },
      present: { city: at.now },
      remembered: at.before === undefined ? null : { city: at.before },
      isEdited: at.isEdited ?? false,
      ruleOf: () => rule,
    });
    return 'city' in after ? 'written' : kept.length > 0 ? 'kept' : 'same';
  };

  test.each([
    ['edits', { now: 'alt', before: 'alt' }, 'written'],
    ['edits', { now: 'von Hand', before: 'alt' }, 'kept'],
    ['edits', { now: 'alt', before: undefined }, 'written'],
    ['edits', { now: 'von Hand', before: undefined, isEdited: true }, 'kept'],
    ['edits', { now: null, before: 'alt' }, 'written'],
    ['empty', { now: 'alt', before: 'alt' }, 'same'],
    ['empty', { now: 'von Hand', before: 'alt' }, 'kept'],
    ['empty', { now: null, before: undefined }, 'written'],
    ['erp', { now: 'von Hand', before: 'alt' }, 'written'],
    ['erp', { now: 'neu', before: 'alt' }, 'same'],
  ] as const)('%s with %o: %s', (rule, at, expected) => {
    expect(outcome(rule, at)).toBe(expected);
  });

  test('what a file leaves empty stays', () => {
    const { after } = compare({
      incoming: { city: null },
      present: { city: 'Köln' },
      remembered: null,
      isEdited: false,
      ruleOf: () => 'erp',
    });
    expect(after).toEqual({});
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.20.0.1', true],
  ['192.168.0.1', true],
  ['127.0.0.2', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:192.168.0.1', true],
  ['64:ff9b::a00:1', true],
  ['nonsense', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
])('%s is closed: %s', (address, expected) => {
  expect(isClosedAddress(address)).toBe(expected);
});

test('a sealed secret opens for its own source and key only', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = sealSecret(key, 'quelle-1', 'geheim');
  expect(openSecret(key, 'quelle-1', sealed)).toBe('geheim');
  expect(openSecret(key, 'quelle-2', sealed)).toBeNull();
  expect(openSecret(Buffer.alloc(32, 2), 'quelle-1', sealed)).toBeNull();
  expect(openSecret(key, 'quelle-1', 'x')).toBeNull();
});

test('nested records are flattened, the protocol and lists are left out', () => {
  expect(
    flatten({
      '@odata.etag': 'x',
      No: 1,
      Address: { City: 'Köln' },
      Lines: [1],
      On: '/Date(1788393600000)/',
    }),
  ).toEqual({
    No: 1,
    'Address/City': 'Köln',
    On: '2026-09-03',
  });
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['-5', `"'-5"`],
  ['@x', `"'@x"`],
  ['\t=1', `"'\t=1"`],
  ['a"b', '"a""b"'],
])('%s in the error file is %s', (text, expected) => {
  expect(toCsv([text])).toBe(expected);
});
