// The guard before sending as a table: what is known, what is sent, what people are asked to look at once more.
import { describe, expect, test } from 'vitest';
import type { SendFacts } from '#contract/send-guard.ts';
import { judgeSend, type Finding, type OutgoingMail } from '#addin/outlook/sending/send-rules.ts';
import { describeFindings, longestMessage } from '#addin/outlook/sending/send-words.ts';
import { isNamedAfter, wordsOfFile } from '#api/send-guard/file-names.ts';

const now = new Date('2026-09-03T13:58:00+02:00');
const group = '0198f0a0-0000-7000-8000-000000000009';
const customer = (n: number, name: string, groupId?: string) => {
  const id = `0198f0a0-0000-7000-8000-00000000000${n}`;
  return { id, number: String(n), name, groupId: groupId ?? id };
};
const hollerbach = customer(1, 'Hollerbach Metallbau GmbH');
const vogt = customer(2, 'Vogt Türtechnik GmbH');
const branch = customer(3, 'Hollerbach Service GmbH', group);
const parent = customer(4, 'Hollerbach Holding GmbH', group);
const tietz = 's.tietz@hollerbach.test';
const late = { customer: hollerbach, number: 'RK-26-0318', title: 'Öl', dueAt: '2026-09-03T11:00:00Z' };

const facts = (changes: Partial<SendFacts> = {}): SendFacts => ({
  people: [
    { address: tietz, customer: hollerbach },
    { address: 'einkauf@vogt.test', customer: vogt },
    { address: 'service@hollerbach-service.test', customer: branch },
    { address: 'holding@hollerbach-holding.test', customer: parent },
  ],
  complaints: [],
  objections: [{ address: tietz, name: 'Sabine Tietz', since: '2026-08-01' }],
  attachments: [
    { name: 'Angebot Vogt.pdf', customers: [vogt] },
    { name: 'Vergleich Hollerbach Vogt.pdf', customers: [hollerbach, vogt] },
  ],
  logOnSend: false,
  logsAt: null,
  internalDomains: ['brenner-lohse.test'],
  asOf: '2026-09-03T11:58:00Z',
  ...changes,
});
const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  recipients: [tietz],
  subject: 'AW: Türschließer',
  attachmentNames: [],
  ...changes,
});
const crowd = (count: number, domain: string) =>
  Array.from({ length: count }, (_, n) => `person${n}@${domain}`);

describe('the guard', () => {
  const cases: [string, Partial<OutgoingMail>, Partial<SendFacts>, Finding['kind'][]][] = [
    ['is silent about an ordinary answer', {}, {}, []],
    ['is silent about strangers', { recipients: ['wer@fremd.test'] }, { complaints: [late] }, []],
    ['names two customers', { recipients: [tietz, 'Einkauf@Vogt.test '] }, {}, ['two_customers']],
    ['lets a colleague be in copy', { recipients: [tietz, 'jonas@brenner-lohse.test'] }, {}, []],
    [
      'knows that companies of one group belong together',
      { recipients: ['service@hollerbach-service.test', 'holding@hollerbach-holding.test'] },
      {},
      [],
    ],
    ['names a file of another customer', { attachmentNames: ['Angebot Vogt.pdf'] }, {}, ['wrong_attachment']],
    [
      'lets a file of the recipient’s customer be',
      { recipients: ['einkauf@vogt.test'], attachmentNames: ['Angebot Vogt.pdf'] },
      {},
      [],
    ],
    ['lets a file be that names both', { attachmentNames: ['Vergleich Hollerbach Vogt.pdf'] }, {}, []],
    ['forgets a file that was taken off', { attachmentNames: ['Foto.jpg'] }, {}, []],
    [
      'knows no wrong file without a known recipient',
      { recipients: ['wer@fremd.test'], attachmentNames: ['Angebot Vogt.pdf'] },
      {},
      [],
    ],
    ['names a complaint past its deadline', {}, { complaints: [late] }, ['complaint']],
    [
      'is silent about one whose deadline is still to come',
      {},
      { complaints: [{ ...late, dueAt: '2026-09-03T13:00:00Z' }] },
      [],
    ],
    [
      'is silent about a complaint of somebody else',
      { recipients: ['einkauf@vogt.test'] },
      { complaints: [late] },
      [],
    ],
    ['names who objected, in a newsletter', { subject: 'Newsletter September' }, {}, ['objection']],
    [
      'names who objected, in a mail to many',
      { recipients: [tietz, ...crowd(9, 'fremd.test')] },
      {},
      ['objection'],
    ],
    ['takes colleagues for no crowd', { recipients: [tietz, ...crowd(30, 'brenner-lohse.test')] }, {}, []],
    ['lets a personal answer go to who objected', { subject: 'Newsletterin geht in Rente' }, {}, []],
    [
      'says the worst first',
      { recipients: [tietz, 'einkauf@vogt.test'], subject: 'Sonderaktion' },
      { complaints: [late] },
      ['two_customers', 'complaint', 'objection'],
    ],
  ];
  test.each(cases)('%s', (_, changes, known, kinds) => {
    const findings = judgeSend(mail(changes), facts(known), now);

    expect(findings.map((finding) => finding.kind)).toEqual(kinds);
  });
});

describe('its message', () => {
  const long = 'Ä'.repeat(300);
  const many: Finding[] = Array.from({ length: 12 }, () => ({
    kind: 'complaint',
    number: 'RK-26-0318',
    title: long,
    customer: long,
  }));

  test('is nothing when nothing was found', () => {
    expect(describeFindings([], 'de')).toBeNull();
  });

  test.each(['de', 'en'] as const)(
    'never exceeds what Outlook shows, and counts what it leaves out (%s)',
    (language) => {
      const text = describeFindings(many, language) ?? '';

      expect(text.length).toBeLessThanOrEqual(longestMessage);
      expect(text).toMatch(/(und|and) \d+ (weitere Hinweise|more points)$/);
      expect(text.match(/RK-26-0318/g)?.length).toBeGreaterThan(1);
    },
  );

  test.each([
    [{ kind: 'two_customers', names: [long, long, long, long] }],
    [{ kind: 'wrong_attachment', file: long, customer: long }],
    [{ kind: 'objection', names: [long, 'b', 'c', 'd'] }],
  ] as [Finding][])('shortens long names: %o', (finding) => {
    expect(describeFindings([finding], 'de')?.length).toBeLessThanOrEqual(longestMessage);
  });

  test('says what is wrong in German', () => {
    expect(describeFindings(judgeSend(mail(), facts({ complaints: [late] }), now), 'de')).toBe(
      'Bitte sehen Sie noch einmal hin:\n• Die Reklamation RK-26-0318 von Hollerbach Metallbau GmbH ist überfällig und noch offen.',
    );
  });
});

describe('a file', () => {
  test.each([
    ['Angebot Vogt.pdf', 'Vogt Türtechnik GmbH', true],
    ['Angebot_VogtTuertechnik-2026.pdf', 'Vogt Türtechnik GmbH', true],
    ['vogt.pdf', 'VOGT GmbH & Co. KG', true],
    ['Vogtland-Tour.pdf', 'Vogt Türtechnik GmbH', false],
    ['Metallbau.pdf', 'Metallbau GmbH', false],
    ['Angebot.pdf', 'Hollerbach Metallbau GmbH', false],
    ['Kessler.pdf', 'Kessler Ziegenfuß GmbH', false],
    ['Lux.pdf', 'Lux GmbH', false],
  ])('%s and %s: %s', (file, name, expected) => {
    expect(isNamedAfter(wordsOfFile(file), name)).toBe(expected);
  });
});
