// The link of a survey: its secret, how long it holds, and which answers raise a question.
import { describe, expect, it } from 'vitest';
import {
  expiryOf,
  hashSecret,
  isBad,
  isOpen,
  isSecret,
  mayAnswer,
  newSecret,
  readScore,
} from '#api/complaints/survey-rules.ts';

const now = new Date('2026-09-03T13:58:00+02:00');

describe('the secret', () => {
  it('is another one each time, and looks like one', () => {
    const secrets = Array.from({ length: 200 }, newSecret);

    expect(new Set(secrets).size).toBe(200);
    expect(secrets.every(isSecret)).toBe(true);
  });

  it.each(['', 'abc', '../../etc/passwd', `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(42)}ä`])(
    '%j is none of ours',
    (text) => expect(isSecret(text)).toBe(false),
  );

  it('is stored as what it cannot be read from', () => {
    expect(hashSecret('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  });
});

describe('a link', () => {
  const expiresAt = expiryOf(now);

  it.each([
    ['at once', now, true],
    ['after 29 days', new Date(now.getTime() + 29 * 86_400_000), true],
    ['at the moment it expires', expiresAt, false],
    ['later', new Date(expiresAt.getTime() + 1), false],
  ])('%s', (_, at, holds) => expect(isOpen({ expiresAt, answerCount: 0 }, at)).toBe(holds));

  it.each([
    [0, true],
    [9, true],
    [10, false],
  ])('answered %i times', (answerCount, may) => expect(mayAnswer({ expiresAt, answerCount }, now)).toBe(may));
});

it.each([
  [1, true],
  [2, true],
  [3, false],
  [4, false],
  [5, false],
])('%i of 5 asks for a word with the customer: %s', (score, bad) => expect(isBad(score)).toBe(bad));

it.each([
  ['1', 1],
  ['5', 5],
  ['0', null],
  ['6', null],
  ['4.5', null],
  [' 4', null],
  ['４', null],
  [undefined, null],
  [['4', '5'], null],
])('%j is read as %j', (text, score) => expect(readScore(text)).toBe(score));
