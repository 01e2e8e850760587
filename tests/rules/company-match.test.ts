// Which names mean the same company: on names of our own making, the half that the matcher was not tuned on.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchCompanies, sameCompanyFrom } from '#api/search/company-match.ts';
import { readCompanyPairs, scorePairs } from '#tests/support/company-pairs.ts';

const pairs = readCompanyPairs(readFileSync(new URL('./company-names.csv', import.meta.url), 'utf8'));

describe('company names', () => {
  it('are told apart on the held-out half of the set', () => {
    const heldOut = pairs.filter((pair) => pair.part === 'held-out');

    const { f1, precision, recall } = scorePairs(heldOut);

    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.93);
    expect(f1).toBeGreaterThan(0.93);
  });

  it('of one family stand in one half only', () => {
    const parts = new Map<string, Set<string>>();
    for (const { one, part } of pairs) parts.set(one, (parts.get(one) ?? new Set()).add(part));

    expect([...parts.values()].every((set) => set.size === 1)).toBe(true);
  });

  it.each([
    ['Hollerbach Metallbau GmbH', 'Metallbau Hollerbach', []],
    ['Hollerbach Metallbau GmbH', 'Hollerbach Metall-Bau GmbH', []],
    ['Brenner & Lohse GmbH', 'Brenner und Lohse GmbH & Co. KG', []],
    ['Bauunternehmung Hans Krämer', 'Bauunternehmung H. Krämer GmbH', ['spelling']],
    ['Hollerbach Metallbau GmbH', 'Holerbach Metallbau', ['spelling']],
  ])('%s and %s are one company', (one, other, reasons) => {
    const match = matchCompanies(one, other);

    expect(match.score).toBeGreaterThanOrEqual(sameCompanyFrom);
    expect(match.reasons).toEqual(expect.arrayContaining(reasons));
  });

  it.each([
    ['Müller Metallbau Stuttgart GmbH', 'Müller Metallbau Ulm GmbH', 'other_place'],
    ['Hollerbach Metallbau GmbH', 'Hollerbach Verwaltungs GmbH', 'other_member'],
    ['Bauunternehmung Hans Krämer', 'Bauunternehmung Peter Krämer', 'other_person'],
    ['Bau 24 GmbH', 'Bau 42 GmbH', 'other_number'],
    ['Petersen Zimmerei', 'Hansen Zimmerei', 'other_name'],
  ])('%s and %s are two: %s', (one, other, reason) => {
    const match = matchCompanies(one, other);

    expect(match.score).toBeLessThan(sameCompanyFrom);
    expect(match.reasons).toContain(reason);
  });

  it('are compared the same both ways, with a score from 0 to 1, whatever stands in them', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(...pairs.map((pair) => pair.other), 'constructor', '__proto__ toString GmbH'),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const { score } = matchCompanies(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(matchCompanies(other, one).score).toBeCloseTo(score, 6);
      }),
    );
  });

  it('are compared to their end, however long they are', () => {
    const long = 'Müller & Söhne Metall-Bau '.repeat(400);

    expect(matchCompanies(long, `${long}x`).score).toBeLessThanOrEqual(1);
  });
});
