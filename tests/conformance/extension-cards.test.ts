// The cards of the message extension and of the bot's lists against Microsoft's schema 1.5: valid, small, few buttons.
import { describe, expect, test } from 'vitest';
import { buildCockpit } from '#contract/examples-cockpit.ts';
import { buildContact, buildCustomer } from '#contract/examples-people.ts';
import { buildActivity, buildComplaint } from '#contract/examples-work.ts';
import { followUpsCard } from '#teams-app/cards/follow-ups-card.ts';
import { messageActions, messageForm, messageResult } from '#teams-app/cards/message-form.ts';
import { noRightsCard, recordCard, sharedCard } from '#teams-app/cards/record-card.ts';
import type { ViewedRecord } from '#teams-app/cards/record-card.ts';
import { actionsOf } from '../cards/read-card.ts';
import { compileCardSchema, hasCardSchema } from './card-schema.ts';

const id = '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c40';
const moment = { now: '2026-09-03T13:58:00+02:00', timeZone: 'Europe/Berlin' };
const url = 'https://teams.microsoft.com/l/entity/x/customer';
const seen = { id, url, ...moment };
const records: readonly ViewedRecord[] = [
  { ...seen, kind: 'customer', cockpit: buildCockpit() },
  { ...seen, kind: 'contact', contact: buildContact(), customer: buildCustomer() },
  { ...seen, kind: 'complaint', complaint: buildComplaint() },
  {
    ...seen,
    kind: 'message',
    activity: buildActivity({ kind: 'chat', messageLink: 'https://teams.microsoft.com/l/message/1' }),
    customer: buildCustomer(),
  },
];
const long = 'Ein sehr langer Text mit **Sternen** und [Links](https://x.test). '.repeat(60);
const customers = [1, 2, 3, 4, 5].map((number) => ({
  customerId: id,
  name: `Kunde ${number} ${long}`,
  detail: '20417',
  reason: 'address' as const,
  evidence: 's.tietz@hollerbach-metallbau.test',
}));
const values = {
  customerId: id,
  search: '',
  subject: 'Platten',
  note: long.slice(0, 1000),
  category: 'other',
  severity: 'medium',
  dueOn: '2026-09-04',
};
const lines = Array.from({ length: 8 }, (_one, index) => ({
  id,
  version: index + 1,
  title: long,
  customer: 'Hollerbach Metallbau GmbH',
  dueOn: '2026-09-01',
}));
const view = { ...moment, lines, more: 3, today: '2026-09-03', nextDay: '2026-09-04', dayUrl: url };

describe.each(['de', 'en'] as const)('a card in %s', (language) => {
  const validate = compileCardSchema();
  const form = {
    ...moment,
    dedupeKey: id,
    author: 'Sabine Tietz',
    at: moment.now,
    text: long,
    values,
    language,
  };
  const result = {
    ...moment,
    activityId: id,
    customer: { id, name: 'Hollerbach' },
    complaint: 'RK-26-0318',
    dueOn: '2026-09-04',
    by: 'Anna Brandl',
    at: moment.now,
    url,
    dedupeKey: id,
    language,
  };
  const cards = {
    ...Object.fromEntries(records.map((record) => [`of a ${record.kind}`, recordCard(record, language)])),
    'without rights': noRightsCard(language, { kind: 'customer', id }),
    'shared by name': sharedCard({ kind: 'customer', id }, long, url, language),
    'shared without a name': sharedCard({ kind: 'message', id }, null, url, language),
    ...Object.fromEntries(
      messageActions.flatMap((action) => [
        [`to ${action}`, messageForm({ ...form, action, customers, problem: null })],
        [`to ${action}, nobody found`, messageForm({ ...form, action, customers: [], problem: long })],
        [`after ${action}`, messageResult({ ...result, action, outcome: 'done' })],
        [`after ${action}, done before`, messageResult({ ...result, action, outcome: 'already', by: null })],
      ]),
    ),
    'of follow-ups': followUpsCard(view, null, language),
    'of follow-ups after a press': followUpsCard(
      { ...view, lines: [] },
      { step: 'done', changed: [long], stale: [long] },
      language,
    ),
  };

  test.skipIf(!hasCardSchema).each(Object.entries(cards))('%s is valid', (_name, card) => {
    expect(validate(card) ? [] : validate.errors).toEqual([]);
  });

  test.each(Object.entries(cards))(
    '%s is small, has at most six actions and says itself in words',
    (_name, card) => {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
      expect(actionsOf(card).length).toBeLessThanOrEqual(6);
      expect(card['fallbackText']).toEqual(expect.stringMatching(/\S/));
    },
  );
});
