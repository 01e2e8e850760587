// The two catalogues: every error code has its sentence, and no German slips into English.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#contract/errors.ts';
import { errors as errorsDe } from '#screens/messages/de/errors.ts';
import { errors as errorsEn } from '#screens/messages/en/errors.ts';

/** Everything said in a language, also what is downloaded with its screens only. */
async function readCatalogue(language: 'de' | 'en'): Promise<Record<string, unknown>> {
  const folder = new URL(`../../screens/messages/${language}/`, import.meta.url);
  const files = readdirSync(folder).sort();
  const parts = await Promise.all(
    files.map(async (name): Promise<[string, unknown]> => [
      name,
      await import(new URL(name, folder).pathname),
    ]),
  );
  return Object.fromEntries(parts);
}

const [de, en] = await Promise.all([readCatalogue('de'), readCatalogue('en')]);

/** Words that are the same in both languages, or names. */
const shared = new Set([
  'Kundencockpit',
  'Name',
  'Text',
  'Chat',
  'Fax',
  'SMS',
  'Service',
  'Status',
  'Team',
  'Details',
  'Teams',
  'Demo',
  'Phase',
  'neutral',
  'Administration',
  'Administration, in €',
  'Partner',
  'Median',
  'Domains',
  'Chance (%)',
  'Import',
  'Filter',
  'CSV',
  'Excel',
]);
/** Encodings and Länder are called the same everywhere. */
const names = /\.map\.values\.(utf|windows)-|\.regions\.DE-/;

/** Sentences whose first value is a kind of contact, named by the catalogue itself. */
const takesKind = /followUpOf$/;

/** Every sentence of a catalogue with its path; functions are called with marks for their values. */
function sentences(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const text: unknown = Reflect.apply(
      node,
      null,
      Array.from({ length: node.length }, (_, index) =>
        index === 0 && takesKind.test(path) ? 'email' : `‹${index}›`,
      ),
    );
    return typeof text === 'string' ? [[path, text]] : [];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

describe('the catalogues', () => {
  it.each([
    ['German', errorsDe],
    ['English', errorsEn],
  ])('say of every error what, why and what next in %s', (_, messages) => {
    for (const code of [...errorCodes, 'no_connection'] as const) {
      const { title, why, next } = messages[code];
      expect(
        [title, why, next].every((part) => part.length > 5),
        code,
      ).toBe(true);
    }
  });

  it('have the same sentences in both languages', () => {
    const paths = (node: unknown) =>
      sentences(node)
        .map(([path]) => path)
        .sort();
    expect(paths(en)).toEqual(paths(de));
  });

  it('call a field of the customer by one word only', () => {
    const all = [...sentences(de), ...sentences(en)].map(([, text]) => text);
    const strays =
      /Mitarbeiter(zahl)?\b|Bedarfsanteil|Wettbewerber|Share of supply|[Ss]upply share|[Zz]urücknehmen/;
    expect(all.filter((text) => strays.test(text))).toEqual([]);
  });

  it('mix no German into English', () => {
    const german = new Map(sentences(de));
    const same = sentences(en).filter(([path, text]) => /\p{L}{3}/u.test(text) && german.get(path) === text);
    expect(
      same
        .filter(([path, text]) => !shared.has(text) && !names.test(path))
        .map(([path, text]) => `${path}: ${text}`),
    ).toEqual([]);
    expect(sentences(en).filter(([path, text]) => /[äöüßÄÖÜ]/.test(text) && !names.test(path))).toEqual([]);
  });

  it('use every value they are given', () => {
    for (const messages of [de, en]) {
      const lost = sentences(messages).filter(([, text]) => text.includes('undefined'));
      expect(lost).toEqual([]);
    }
  });

  it('praise nobody and shout at nobody', () => {
    expect([...sentences(de), ...sentences(en)].filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});
