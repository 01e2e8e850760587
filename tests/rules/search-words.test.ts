// Words of the search: folding, legal forms, and that the index of left-out letters misses nothing it promises.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceBetween,
  foldText,
  forgivenSlips,
  isWeakWord,
  lettersOf,
  missingLetters,
  stemOf,
  variantsOf,
  wordsOf,
} from '#api/search/words.ts';
import { holdsAll, rankNames } from '#api/search/rank.ts';
import { planSearch, tellingWordsOf, weighWords, wordsToFindBy } from '#api/search/rules.ts';

describe('folding', () => {
  it.each([
    ['Müller', 'muller'],
    ['MUELLER', 'muller'],
    ['Muller', 'muller'],
    ['Groß', 'gross'],
    ['Aydın', 'aydin'],
    ['Łódź', 'lodz'],
    ['Café', 'cafe'],
    ['Bäuerle', 'baurle'],
    ['Baeuerle', 'baurle'],
    ['ﬁrma', 'firma'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['Bauer e.K., Köln', ['baur', 'ek', 'koln']],
    ['Fliesen-Berger GmbH & Co. KG', ['fliesen', 'berger', 'gmbh', 'co', 'kg']],
    ['  ', []],
    ['%_\\', []],
  ])('%j has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('knows legal forms as words that say little', () => {
    expect(['gmbh', 'co', 'kg', 'ek', 'ag', 'und'].every(isWeakWord)).toBe(true);
    expect(isWeakWord('hollerbach')).toBe(false);
  });
});

describe('slips', () => {
  it.each([
    ['hollerbach', 'hollerbach', 0],
    ['holerbach', 'hollerbach', 1],
    ['hollebrach', 'hollerbach', 1],
    ['gollerbach', 'hollerbach', 1],
    ['holerbah', 'hollerbach', 2],
    ['berg', 'burg', 1],
    ['', 'abc', 3],
  ])('between %s and %s: %i', (a, b, slips) => {
    expect(distanceBetween(a, b, 9)).toBe(slips);
  });

  it('are the same both ways, and "too many" is answered at once', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 10 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distanceBetween(a, b, 20)).toBe(distanceBetween(b, a, 20));
        expect(distanceBetween(a, b, 1)).toBe(Math.min(distanceBetween(a, b, 20), 2));
      }),
    );
  });

  it('never hide a word: within the forgiven slips two words share a beginning with letters left out', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 5, maxLength: 8 });
    const slip = fc.record({ kind: fc.constantFrom('drop', 'add', 'change'), at: fc.nat(20) });
    fc.assert(
      fc.property(word, fc.array(slip, { maxLength: 2 }), (known, slips) => {
        const asked = slips.reduce((text, { kind, at }) => apply(text, kind, at % (text.length + 1)), known);
        fc.pre(forgivenSlips(asked) === 2 && asked.length <= 8);
        const left = new Set(variantsOf(known));

        expect(variantsOf(asked).some((variant) => left.has(variant))).toBe(true);
      }),
    );
  });

  function apply(text: string, kind: string, at: number): string {
    if (kind === 'drop') return text.slice(0, at) + text.slice(at + 1);
    return text.slice(0, at) + 'x' + text.slice(kind === 'add' ? at : at + 1);
  }
});

describe('letters', () => {
  it('never rule out a word that is within the forgiven slips', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zäé0-9]{1,12}$/),
        fc.stringMatching(/^[a-zäé0-9]{1,12}$/),
        (one, other) => {
          const slips = distanceBetween(one, other, 12);
          expect(missingLetters(lettersOf(one), lettersOf(other))).toBeLessThanOrEqual(slips);
        },
      ),
    );
  });
});

describe('weights', () => {
  const known = [
    { word: 'hollerbach', records: 3 },
    { word: 'hollerbeck', records: 3 },
    { word: 'metallbau', records: 5000 },
    { word: 'gmbh', records: 60_000 },
  ];

  it('put the very word before one with slips, and rare words before common ones', () => {
    const matches = weighWords(planSearch('hollerbach metallbau gmbh '), known);
    const weightOf = (word: string) => matches.find((match) => match.word === word)?.weight ?? 0;

    expect(weightOf('hollerbach')).toBeGreaterThan(weightOf('hollerbeck'));
    expect(weightOf('hollerbeck')).toBeGreaterThan(weightOf('metallbau'));
    expect(weightOf('metallbau')).toBeGreaterThan(weightOf('gmbh'));
  });

  it('put the very word before a rarer one that is a slip away', () => {
    const alike = [
      { word: 'muller', records: 8000 },
      { word: 'moller', records: 40 },
    ];
    const [first] = weighWords(planSearch('Müller '), alike).toSorted((a, b) => b.weight - a.weight);

    expect(first?.word).toBe('muller');
  });

  it('find by rare words and leave common ones to weigh', () => {
    const common = known.map((one) => (one.word === 'metallbau' ? { ...one, records: 50_000 } : one));
    const finding = wordsToFindBy(weighWords(planSearch('Hollerbach Metallbau GmbH'), common));

    expect(finding.map((match) => match.word)).toEqual(['hollerbach', 'hollerbeck']);
  });

  it('find by two common words together, since neither says who is meant', () => {
    const names = [
      { word: 'maier', records: 6000 },
      { word: 'service', records: 9000 },
    ];
    const finding = wordsToFindBy(weighWords(planSearch('Service Maier '), names));

    expect(finding.map((match) => match.word).sort()).toEqual(['maier', 'service']);
  });

  it.each([
    ['a rare word beside one that takes long to read', 5_000, ['hollerbach', 'hollerbeck']],
    ['no word where all are quickly read', 500, []],
  ])('find first by %s', (_what, records, telling) => {
    const beside = known.map((one) => (one.word === 'metallbau' ? { ...one, records } : one));
    const matches = weighWords(planSearch('Hollerbach Metallbau '), beside);

    expect(tellingWordsOf(matches, wordsToFindBy(matches)).map((match) => match.word)).toEqual(telling);
  });

  it.each([
    ['Hollerbach Metallbau GmbH', true],
    ['Hollerbach Elektro GmbH', false],
  ])('are all held by %s: %s', (customerName, isSo) => {
    const plan = planSearch('Metalbau Hollerbach ');
    const matches = weighWords(plan, known);
    const row = { id: '1', customerId: '1', contactName: null, town: '', isArchived: false };
    const [best] = rankNames(plan, [{ ...row, kind: 'customer', customerName, weight: 0 }], matches);

    expect(holdsAll(matches, best)).toBe(isSo);
  });

  it('find even when only common words were asked for', () => {
    const finding = wordsToFindBy(weighWords(planSearch('GmbH'), known));

    expect(finding.map((match) => match.word)).toEqual(['gmbh']);
  });
});

describe('endings', () => {
  it.each([
    ['turen', 'tur'],
    ['tur', 'tur'],
    ['lieferungen', 'lieferung'],
    ['turschliesser', 'turschli'],
    ['ol', 'ol'],
  ])('%s is compared in texts as %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('numbers', () => {
  it.each([
    ['AU-26-0907', 'AU260907'],
    ['au 26 0907', 'AU260907'],
    ['AU26/0907', 'AU260907'],
    ['Auftrag Nr. AU-26-0907', 'AU260907'],
    ['Kd.-Nr. 20417', '20417'],
    ['0907', '0907'],
    ['Hollerbach Metallbau', null],
    ['Bau 24 GmbH', null],
    ['%_', null],
  ])('%j is looked up as %j', (text, number) => {
    expect(planSearch(text).number).toBe(number);
  });
});
