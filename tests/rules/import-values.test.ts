// How numbers, days and countries of an ERP's file are read.
import { describe, expect, test } from 'vitest';
import { readCountry, readDay, readNumber, toCents } from '#api/import/values.ts';

describe('values of ERP files', () => {
  test.each([
    ['1.234,56', ',', 1234.56],
    ['-0,5', ',', -0.5],
    ['1,234.56', '.', 1234.56],
    ['12 € ', ',', 12],
    ['1e5', ',', null],
    ['', ',', null],
  ] as const)('%s with decimal %s is %s', (text, decimal, expected) => {
    expect(readNumber(text, decimal)).toBe(expected);
  });

  test.each([
    ['03.09.2026', '2026-09-03'],
    ['3.9.26', '2026-09-03'],
    ['2026-09-03', '2026-09-03'],
    ['2026-09-03T12:00:00', '2026-09-03'],
    ['20260903', '2026-09-03'],
    ['30.02.2026', null],
    ['gestern', null],
  ])('%s is the day %s', (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });

  test.each([
    ['Deutschland', 'DE'],
    ['Germany', 'DE'],
    ['UK', 'GB'],
    ['Österreich', 'AT'],
    ['fr', 'FR'],
  ])('%s is the country %s', (text, expected) => {
    expect(readCountry(text)).toBe(expected);
  });

  test.each([
    [1.005, 101],
    [-1.005, -101],
    [0.1 + 0.2, 30],
  ])('%d euro are %d cents', (euro, cents) => {
    expect(toCents(euro)).toBe(cents);
  });
});
