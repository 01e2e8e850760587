// Odd things to search for: answered calmly, and folded in the database as in the program.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { search } from '#contract/search.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('odd searches on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    await world.given.customer({ name: 'Hollerbach Metallbau GmbH', number: '20417' });
    await world.runSweeps();
  });
  afterAll(() => world.close());

  it.each([
    ['10,000 letters', 'Metallbau '.repeat(1_000)],
    ['10,000 letters in one', 'x'.repeat(10_000)],
    ['quotes and tsquery signs', `'"\\:*&|!()<->%_`],
    ['one letter', 'x'],
    ['stop words', 'und der die das'],
    ['right to left', '\u202eשלום עולם\u202c'],
    ['emoji', '🏗️🚪 👩‍🔧'],
    ['NUL', 'Holler\0bach'],
    ['half a character', 'Holler\ud83cbach'],
    ['figures only', '1'.repeat(300)],
    ['many words', Array.from({ length: 300 }, (_, n) => `wort${n}`).join(' ')],
  ])('answers %s calmly', async (_what, q) => {
    const { status } = await world.call('anna', search, { q });

    expect([200, 400]).toContain(status);
  });

  it('folds words in the database as in the program', async () => {
    const { foldText, stemOf } = await import('#api/search/words.ts');
    const samples = readFileSync(new URL('../rules/company-names.csv', import.meta.url), 'utf8')
      .split('\n')
      .slice(0, 120);
    const odd = [
      'Łódź Ærø Œuvre Þór',
      'İstanbul IŞIK',
      'ÀÉÎÕÜŸ ﬁn ½',
      'Ελλάδα Москва',
      'Straße GROẞ',
      'a\u0308o\u0308 – „x“',
    ];
    for (const text of [...samples, ...odd]) {
      const { rows } = await world.deps.db.execute('select search_words($1) as words', [text]);
      const folded = foldText(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .map(stemOf);

      expect([(rows[0] as { words: string[] }).words.toSorted(), text]).toEqual([
        [...new Set(folded)].toSorted(),
        text,
      ]);
    }
  });
});
