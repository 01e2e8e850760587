// The stored rating, territory, domains and telephone numbers of customers, as tables.
import { describe, expect, it } from 'vitest';
import { ratingFor, ratingOf } from '#api/customers/rating.ts';
import type { RatingSource } from '#api/customers/rating.ts';
import { cleanDomain, isFreeMailDomain } from '#api/customers/domain.ts';
import { dormancyOf } from '#api/customers/dormancy.ts';
import { normalizePhone, phoneBeginning } from '#api/customers/phone.ts';
import { findTerritory } from '#api/customers/territory.ts';
import { people } from '#tests/support/people.ts';

const reason: RatingSource['rating_reason'] = {
  letter: 'A',
  digit: '2',
  targetGroup: null,
  letterReason: { by: 'revenue', cents: 12_840_000, fromCents: 10_000_000, toCents: null },
  digitReason: { by: 'share_of_wallet', value: 45, from: 30, to: 60, conditions: [] },
};
const strategy: RatingSource['rating_strategy'] = { visitsPerYear: 6, channel: 'visit', ownerType: 'field' };

describe('the rating of a row', () => {
  it('is the stored one with the strategy of its cell', () => {
    expect(ratingOf({ rating_reason: reason, rating_strategy: strategy })).toEqual({
      ...reason,
      ...strategy,
    });
  });

  it('is missing while nothing is known, and for partners', () => {
    const known = { rating_reason: reason, rating_attributes: null, rating_strategy: strategy };

    expect(ratingOf({ rating_reason: null, rating_strategy: null })).toBeNull();
    expect(ratingFor(people.dieter, known)).toBeNull();
    expect(ratingFor(people.anna, known)).not.toBeNull();
  });
});

describe('the territory of a postcode', () => {
  const territories = [
    { id: '1', name: 'Südwest', postcode_prefixes: ['70', '71'], owner_id: null },
    { id: '2', name: 'Stuttgart Mitte', postcode_prefixes: ['7017'], owner_id: null },
    { id: '3', name: 'leer', postcode_prefixes: [''], owner_id: null },
  ];

  it.each([
    ['71229', 'Südwest'],
    ['70173', 'Stuttgart Mitte'],
    ['D-70199', 'Südwest'],
    ['20095', null],
    ['', null],
    [null, null],
  ])('%j is %j', (postcode, name) => {
    expect(findTerritory(postcode, territories)?.name ?? null).toBe(name);
  });
});

describe('domains', () => {
  it.each([
    ['https://www.Müller-Bau.de/kontakt', 'xn--mller-bau-q9a.de'],
    ['Info@Firma.de', 'firma.de'],
    ['mail.firma.de', 'firma.de'],
    ['mail.de', 'mail.de'],
    ['firma.co.uk', 'firma.co.uk'],
    ['co.uk', null],
    ['firma', null],
    ['a b.de', null],
    ["x';--.de", null],
  ])('%j is kept as %j', (text, domain) => {
    expect(cleanDomain(text)).toBe(domain);
  });

  it('knows free mail, sub-domains included', () => {
    expect(['gmx.net', 'web.de', 'googlemail.com', 'x.mail.de'].every(isFreeMailDomain)).toBe(true);
    expect(isFreeMailDomain('hollerbach-metallbau.de')).toBe(false);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['0711 5550142', '+497115550142'],
    ['+49 (0)711/55501-42', '+497115550142'],
    ['0049 711 5550142', '+497115550142'],
    ['+44 113 496 0000', '+441134960000'],
    ['4711', '+494711'],
    ['keine', null],
  ])('%j is compared as %j', (text, normalized) => {
    expect(normalizePhone(text)).toBe(normalized);
  });

  it.each([
    ['0711 55', '+4971155'],
    ['+49711', '+49711'],
    ['0049 711', '+49711'],
    ['20417', null],
    ['Hollerbach', null],
  ])('%j begins like %j', (text, beginning) => {
    expect(phoneBeginning(text)).toBe(beginning);
  });
});

describe('dormancy', () => {
  it.each([
    ['2026-08-20', 30, null],
    ['2026-07-01', 30, 64],
    ['2026-08-22', 5, null],
    ['2026-08-10', 5, 24],
    [null, 30, null],
    ['2026-01-01', null, null],
  ])('after the last order on %j with %j days between orders: %j days silent', (last, usual, silent) => {
    expect(dormancyOf(last, usual, '2026-09-03')?.silentDays ?? null).toBe(silent);
  });
});
