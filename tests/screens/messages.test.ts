// The two catalogues: every error code has its sentence, and no German slips into English.
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#contract/errors.ts';
import { de } from '#screens/messages/de.ts';
import { en } from '#screens/messages/en.ts';

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
]);

/** Every sentence of a catalogue with its path; functions are called with marks for their values. */
function sentences(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const text: unknown = Reflect.apply(
      node,
      null,
      Array.from({ length: node.length }, (_, index) => `‹${index}›`),
    );
    return typeof text === 'string' ? [[path, text]] : [];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

describe('the catalogues', () => {
  it.each([
    ['German', de],
    ['English', en],
  ])('say of every error what, why and what next in %s', (_, messages) => {
    for (const code of [...errorCodes, 'no_connection'] as const) {
      const { title, why, next } = messages.errors[code];
      expect(
        [title, why, next].every((part) => part.length > 5),
        code,
      ).toBe(true);
    }
  });

  it('have the same sentences in both languages', () => {
    expect(sentences(en).map(([path]) => path)).toEqual(sentences(de).map(([path]) => path));
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
    expect(same.filter(([, text]) => !shared.has(text)).map(([path, text]) => `${path}: ${text}`)).toEqual(
      [],
    );
    expect(sentences(en).filter(([, text]) => /[äöüßÄÖÜ]/.test(text))).toEqual([]);
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
