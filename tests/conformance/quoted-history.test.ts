// Quoted history and signatures against the published fixtures of crisp's email-reply-parser.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitMail } from '#api/activities/mail-text.ts';

const folder = new URL('../../../shared/reference/email/crisp-email-reply-parser/', import.meta.url);
const isThere = existsSync(folder);
const why = isThere ? '' : ' (skipped: ../shared/reference/email is not there)';

/**
 * Where we differ on purpose: a "—" line and "Cheers 🎉" start a signature, a ruled table does not, a wrapped header goes
 * whole, "----" between paragraphs is none; and one fixture answers below an Outlook header, which Outlook never does.
 */
const differing = [
  'email_2_1.txt',
  'email_9.txt',
  'email_emoji.txt',
  'email_not_a_signature.txt',
  'email_thread.txt',
  'email_tricky_16_unicode_signatures.txt',
  'email_tricky_7_multiple_dashes.txt',
];

interface Case {
  readonly file: string;
  readonly visible: string;
}

describe.skipIf(!isThere)(`the published reply fixtures${why}`, () => {
  test('are read as expected, but for the seven where we differ on purpose', () => {
    const { cases } = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as { cases: Case[] };

    const different = cases.filter(({ file, visible }) => {
      const { text } = splitMail(readFileSync(new URL(file, folder), 'utf8'));
      return words(text) !== words(visible);
    });

    expect(cases).toHaveLength(90);
    expect(different.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)).sort()).toEqual(differing);
  });
});

/** Blanks and line ends are not what this is about. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
