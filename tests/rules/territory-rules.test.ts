// Which territory a customer belongs to, which rules a territory may have, and what a word about a channel changes: tables.
import { describe, expect, it } from 'vitest';
import { consentAfter, marketingOf } from '#api/contacts/consent-rules.ts';
import { assignTerritory, readPrefixes } from '#api/customers/territory.ts';
import { cleanPrefixes, refuseOverlap } from '#api/territories/rules.ts';

const territory = (id: string, postcode_prefixes: string[], sectors: string[] = []) => ({
  id,
  name: `Gebiet ${id}`,
  postcode_prefixes,
  sectors,
  owner_id: null,
});
const territories = [
  territory('südwest', ['70', '71']),
  territory('stuttgart', ['7017']),
  territory('handel', [], ['Handel']),
  territory('österreich', ['AT-5', 'AT-10']),
];
const nothing = {
  listed_territory_id: null,
  sector: null,
  postcode: null,
  country: 'DE',
  owner_territory_id: null,
};

describe('the territory of a customer', () => {
  it.each([
    ['a prefix', { postcode: '71229' }, ['südwest', 'postcode', '71']],
    ['the longest prefix', { postcode: '70173' }, ['stuttgart', 'postcode', '7017']],
    ['a prefix of its country', { postcode: '5020', country: 'AT' }, ['österreich', 'postcode', 'AT-5']],
    ['the country before the postcode', { postcode: 'A-1010' }, ['österreich', 'postcode', 'AT-10']],
    ['Germany before the postcode', { postcode: 'D-70 173' }, ['stuttgart', 'postcode', '7017']],
    ['no prefix of another country', { postcode: '7000', country: 'AT' }, [null, null, null]],
    [
      'its sector before its postcode',
      { postcode: '71229', sector: 'Handel' },
      ['handel', 'sector', 'Handel'],
    ],
    ['a sector of no territory', { postcode: '71229', sector: 'Industrie' }, ['südwest', 'postcode', '71']],
    [
      'the list before everything',
      { postcode: '71229', sector: 'Handel', listed_territory_id: 'stuttgart' },
      ['stuttgart', 'list', null],
    ],
    ['a list that is gone', { postcode: '71229', listed_territory_id: 'weg' }, ['südwest', 'postcode', '71']],
    ['its owner where nothing fits', { owner_territory_id: 'südwest' }, ['südwest', 'owner', null]],
    ['nothing', {}, [null, null, null]],
  ])('follows %s', (_what, customer, [id, rule, value]) => {
    expect(assignTerritory({ ...nothing, ...customer }, territories)).toEqual({
      territory_id: id,
      territory_rule: rule,
      territory_rule_value: value,
    });
  });
});

describe('a postcode rule', () => {
  it.each([
    ['70', ['70']],
    [' 7017 ', ['7017']],
    ['70-73', ['70', '71', '72', '73']],
    ['08 – 11', ['08', '09', '10', '11']],
    ['AT-50', ['AT-50']],
    ['at 50-52', ['AT-50', 'AT-51', 'AT-52']],
    ['DE-70', ['70']],
    ['GB-SW1', ['GB-SW1']],
    ['73-70', null],
    ['7-70', null],
    ['00000-99999', null],
    ['Süd', null],
    ['%', null],
    ['', null],
  ])('%j means %j', (text, prefixes) => {
    expect(readPrefixes(text)).toEqual(prefixes);
  });

  it('names each prefix once, in order', () => {
    expect(cleanPrefixes(['72', '70-72', '7017'])).toEqual(['70', '7017', '71', '72']);
  });

  it('may lie inside one of another territory, but not be the same', () => {
    const own = (postcode_prefixes: string[], sectors: string[] = []) => ({
      id: 'neu',
      postcode_prefixes,
      sectors,
    });

    expect(() => refuseOverlap(own(['7018']), territories)).not.toThrow();
    expect(() => refuseOverlap(own(['71']), territories)).toThrow(
      expect.objectContaining({
        fields: [{ path: 'postcodePrefixes', problem: 'taken' }],
        current: { id: 'südwest', name: 'Gebiet südwest', value: '71' },
      }),
    );
    expect(() => refuseOverlap(own([], ['Handel']), territories)).toThrow(
      expect.objectContaining({ fields: [{ path: 'sectors', problem: 'taken' }] }),
    );
    expect(() => refuseOverlap({ ...own(['71']), id: 'südwest' }, territories)).not.toThrow();
  });
});

describe('what a person says about a channel', () => {
  it.each([
    ['none', 'allowed', 'allowed'],
    ['none', 'objected', 'objected'],
    ['none', 'withdrawn', null],
    ['none', 'objection_lifted', null],
    ['allowed', 'allowed', 'allowed'],
    ['allowed', 'withdrawn', 'none'],
    ['allowed', 'objected', 'objected'],
    ['allowed', 'objection_lifted', null],
    ['objected', 'allowed', null],
    ['objected', 'withdrawn', null],
    ['objected', 'objected', 'objected'],
    ['objected', 'objection_lifted', 'none'],
  ] as const)('%s, then %s: %s', (state, step, after) => {
    expect(consentAfter(state, step)).toBe(after);
  });

  const free = { isBlocked: false, isArchived: false };
  it.each([
    ['email', 'allowed', free, [true, 'consent']],
    ['email', 'none', free, [false, 'no_consent']],
    ['phone', 'none', free, [false, 'no_consent']],
    ['sms', 'none', free, [false, 'no_consent']],
    ['letter', 'none', free, [true, 'no_objection']],
    ['letter', 'objected', free, [false, 'objection']],
    ['email', 'allowed', { ...free, isBlocked: true }, [false, 'blocked']],
    ['letter', 'none', { ...free, isArchived: true }, [false, 'archived']],
    ['email', 'objected', { ...free, isBlocked: true }, [false, 'objection']],
  ] as const)('marketing by %s with %s', (channel, state, customer, [allowed, reason]) => {
    expect(marketingOf(channel, state, customer)).toEqual({ allowed, reason });
  });
});
