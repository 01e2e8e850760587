// Logging on send as rules: which mail of Sent Items was meant, and how long it is looked for.
import { describe, expect, it } from 'vitest';
import type { Match } from '#contract/cockpit.ts';
import type { MailHead } from '#api/outside/graph.ts';
import { chooseCustomer, findSent, nextLook, toMail } from '#api/sent-mails/rules.ts';

const tietz = 's.tietz@hollerbach-metallbau.test';
const sentAt = new Date('2026-09-03T11:58:00Z');
const later = (seconds: number) => new Date(sentAt.getTime() + seconds * 1_000);
const expected = { subject: 'Angebot', recipients: [tietz, 'chef@kita.test'], sentAt };

function head(changes: Partial<MailHead> = {}): MailHead {
  return {
    id: 'AAMk1',
    messageId: '<1@brenner-lohse.test>',
    conversationId: null,
    subject: 'Angebot',
    from: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
    to: [{ name: 'Sabine Tietz', address: tietz }],
    cc: [{ name: '', address: 'chef@kita.test' }],
    bcc: [],
    sentAt: later(3),
    ...changes,
  };
}

describe('the mail that was meant', () => {
  it.each<[string, Partial<MailHead>, boolean]>([
    ['has its subject and recipients', {}, true],
    [
      'has them in another order and spelling',
      { to: [{ name: '', address: 'CHEF@kita.test' }], cc: [{ name: '', address: ` ${tietz}` }] },
      true,
    ],
    ['has one of them in blind copy', { cc: [], bcc: [{ name: '', address: 'chef@kita.test' }] }, true],
    ['went out hours later, as one that was held back', { sentAt: later(7_200) }, true],
    ['went out a minute before by another clock', { sentAt: later(-60) }, true],
    ['has another subject', { subject: 'Angebot 2' }, false],
    ['has one recipient less', { cc: [] }, false],
    ['has one recipient more', { bcc: [{ name: '', address: 'x@y.test' }] }, false],
    ['is an old one', { sentAt: later(-3_600) }, false],
  ])('%s', (_, changes, isFound) => {
    expect(findSent(expected, [head(changes)])?.id ?? null).toBe(isFound ? 'AAMk1' : null);
  });

  it('counts names of Exchange in neither', () => {
    const draft = { ...expected, recipients: [...expected.recipients, '/o=ExchangeLabs/cn=verteiler'] };

    expect(findSent(draft, [head()])?.id).toBe('AAMk1');
  });

  it('is the first one of two alike, and the other one once that is claimed', () => {
    const first = head();
    const second = head({ id: 'AAMk2', messageId: '<2@brenner-lohse.test>', sentAt: later(9) });

    expect(findSent(expected, [second, first])?.id).toBe('AAMk1');
    expect(findSent(expected, [second, first], new Set([first.messageId]))?.id).toBe('AAMk2');
  });
});

describe('where it belongs', () => {
  const candidate = { customer: { id: 'c1' } } as Match['candidates'][number];
  const decided = (kind: Match['kind'], chosen: number | null): Match => ({
    kind,
    chosen,
    candidates: kind === 'unknown' ? [] : [candidate],
    unknownPeople: [],
    sender: null,
  });

  it.each([
    ['one certain customer', decided('matched', 0), { customerId: 'c1' }],
    ['several that fit', decided('ambiguous', null), 'several_customers'],
    ['nobody known', decided('unknown', null), 'no_customer'],
    ['colleagues only', decided('internal', null), 'internal'],
  ])('%s', (_, match, outcome) => {
    expect(chooseCustomer(match)).toEqual(outcome);
  });

  it('is asked without a text, blind copies among the people', () => {
    const mail = toMail(head({ bcc: [{ name: '', address: 'x@y.test' }] }));

    expect(mail).toMatchObject({ bodyText: '', itemId: 'AAMk1', sentAt: '2026-09-03T11:58:03.000Z' });
    expect(mail.cc.map(({ address }) => address)).toEqual(['chef@kita.test', 'x@y.test']);
  });
});

describe('the next look into Sent Items', () => {
  it.each([
    [0, 5],
    [59, 5],
    [60, 60],
    [3_600, 600],
    [20 * 3_600, 3_600],
    [26 * 3_600, null],
  ])('%i seconds after sending comes in %s seconds', (age, wait) => {
    const now = later(age);

    const next = nextLook(sentAt, now);

    expect(next === null ? null : (next.getTime() - now.getTime()) / 1_000).toBe(wait);
  });
});
