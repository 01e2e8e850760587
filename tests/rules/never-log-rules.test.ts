// What must not be logged without an exception: a table of mails and lists.
import { describe, expect, test } from 'vitest';
import { cleanValue, decideNeverLog, keysOf, type Listed } from '#api/never-log/rules.ts';
import { buildMail } from '#contract/examples.ts';

const internalDomains = ['brenner-lohse.test'];
const anna = { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' };
const jonas = { name: 'Jonas Weidner', address: 'jonas.weidner@nord.brenner-lohse.test' };
const sabine = { name: 'Sabine Tietz', address: 'S.Tietz@Hollerbach-Metallbau.test' };
const lawyer = { name: 'RA Kern', address: 'kern@post.kanzlei-kern.test' };
const ofCompany: Listed = { kind: 'domain', value: 'kanzlei-kern.test', isOfCompany: true };
const own: Listed = { kind: 'address', value: 'kern@post.kanzlei-kern.test', isOfCompany: false };

describe('a mail', () => {
  test.each([
    ['from a customer is logged', { from: sabine, to: [anna] }, [], null],
    ['between colleagues is not', { from: anna, to: [jonas] }, [], 'internal'],
    [
      'to a colleague, with a customer in copy, is logged',
      { from: anna, to: [jonas], cc: [sabine] },
      [],
      null,
    ],
    ['marked as private is not', { from: sabine, to: [anna], isPrivate: true }, [], 'private'],
    ['that is not marked says so without harm', { from: sabine, to: [anna], isPrivate: false }, [], null],
    ['from a listed domain is not', { from: lawyer, to: [anna] }, [ofCompany], 'domain'],
    ['with a listed address in copy is not', { from: sabine, to: [anna], cc: [lawyer] }, [own], 'address'],
    [
      'whose sender cannot be read is logged: from nowhere is not from inside',
      { from: { name: '', address: '' }, to: [anna] },
      [],
      null,
    ],
    ['that is private stays so whatever is listed', { from: lawyer, isPrivate: true }, [own], 'private'],
  ])('%s', (_, changes, listed, reason) => {
    const mail = buildMail({ cc: [], ...changes });

    expect(decideNeverLog(mail, { internalDomains, listed })?.reason ?? null).toBe(reason);
  });

  test('names the company’s entry before one’s own', () => {
    const mail = buildMail({ from: lawyer, to: [anna], cc: [] });

    expect(decideNeverLog(mail, { internalDomains, listed: [own, ofCompany] })).toEqual({
      reason: 'domain',
      evidence: 'kanzlei-kern.test',
      isOfCompany: true,
    });
  });

  test('is looked for by its addresses, their domains and the parents of these, never by a bare suffix', () => {
    const mail = buildMail({ from: lawyer, to: [{ name: '', address: 'X500:/o=Exchange' }], cc: [] });

    expect(keysOf(mail)).toEqual([
      'kern@post.kanzlei-kern.test',
      'post.kanzlei-kern.test',
      'kanzlei-kern.test',
    ]);
  });
});

describe('a new entry', () => {
  test.each([
    ['address', ' Kern@Kanzlei-Kern.test ', { value: 'kern@kanzlei-kern.test' }],
    ['address', 'kanzlei-kern.test', { problem: 'wrong_format' }],
    ['domain', 'https://www.Kanzlei-Kern.test/', { value: 'kanzlei-kern.test' }],
    ['domain', 'co.uk', { problem: 'wrong_format' }],
    ['domain', 'Müller-Recht.test', { value: 'xn--mller-recht-thb.test' }],
    ['domain', 'nord.brenner-lohse.test', { problem: 'internal' }],
    ['address', 'jonas.weidner@brenner-lohse.test', { problem: 'internal' }],
  ] as const)('%s %s', (kind, value, expected) => {
    expect(cleanValue({ kind, value }, internalDomains)).toEqual(expected);
  });
});
