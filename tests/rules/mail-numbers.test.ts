// Numbers in a mail that may name a customer or a document.
import { describe, expect, it } from 'vitest';
import { findNumbers } from '#api/mails/numbers.ts';

const numbersIn = (bodyText: string, subject = '') => findNumbers({ subject, bodyText });

describe('numbers in a mail', () => {
  it.each([
    'Kd.-Nr. 20417',
    'Kd-Nr.: 20417',
    'KdNr 20417',
    'Kundennummer: 20417',
    'Kunden-Nr. 20417',
    'Unsere Kundennummer lautet 20417',
    'unsere Kundennummer ist 20417.',
    'customer no. 20417',
    'Customer number: 20417',
    'account no 20417',
    'Debitor-Nr. 20417',
  ])('%s is a customer number', (text) => {
    expect(numbersIn(text).customerNumbers).toEqual(['20417']);
  });

  it.each([
    ['Auftrag AU-26-0907', 'AU-26-0907'],
    ['zu au-26-0907.', 'AU-26-0907'],
    ['AU 26/0907', 'AU-26-0907'],
    ['AU26-0907', 'AU-26-0907'],
    ['Angebot AN-26-1182, Pos. 3', 'AN-26-1182'],
    ['(RK-26-0318)', 'RK-26-0318'],
    ['Rechnung 26-4471 vom 01.08.', '26-4471'],
    ['Rechnung Nr. 4471', '4471'],
    ['Order 10248', '10248'],
    ['order no. 10248', '10248'],
    ['Ihre Bestellung: 10248', '10248'],
    ['es geht um 10248, danke', '10248'],
  ])('%s names the document %s', (text, number) => {
    expect(numbersIn(text).documentNumbers).toContain(number);
  });

  it.each([
    ['a postcode', 'Römerstraße 12, 71229 Leonberg'],
    ['a telephone number', 'Tel. 07152 33440 oder +49 711 5550142'],
    ['an amount', 'zusammen 12345,60 € netto, 12345 EUR'],
    ['a quantity', '20417 Stück'],
    ['an account', 'IBAN DE12 5001 0517 5407 3249 31'],
    ['a date', 'am 12.03.2026'],
  ])('%s is none of ours', (_what, text) => {
    const { customerNumbers, documentNumbers } = numbersIn(text);

    expect(customerNumbers).toEqual([]);
    expect(documentNumbers.filter((number) => /^\d+$/.test(number))).toEqual([]);
  });

  it('takes plain numbers of the subject as either', () => {
    const { customerNumbers, documentNumbers } = numbersIn('', 'AW: 20417 Türschließer 2026');

    expect(customerNumbers).toEqual(['20417']);
    expect(documentNumbers).toContain('20417');
  });

  it('stays small with half a million characters', () => {
    for (const text of ['AU-26-0907 ', '1', ' ', 'kunden-', 'order ', 'a1-', '12345 ']) {
      const { documentNumbers } = numbersIn(text.repeat(Math.ceil(500_000 / text.length)));
      expect(documentNumbers.length).toBeLessThanOrEqual(80);
    }
  });
});
