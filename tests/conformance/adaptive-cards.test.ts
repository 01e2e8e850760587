// Every card we build against Microsoft's schema 1.5, which is read from the reference folder beside the project.
import { describe, expect, test } from 'vitest';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import { listCard } from '#teams-app/cards/list-card.ts';
import { buildCardRecord, people } from '../cards/build-record.ts';
import { actionsOf } from '../cards/read-card.ts';
import { compileCardSchema, hasCardSchema } from './card-schema.ts';

const decision = {
  by: people.petra,
  at: '2026-09-03T14:26:00+02:00',
  text: 'Ersatz',
  goodwillCents: 48_000,
};
const ended = { turn: null, turnTitle: null, deputy: null, deputyAt: null, moves: [], decision };
const cards = {
  open: buildCardRecord(),
  'open, in English': buildCardRecord({ record: { language: 'en' } }),
  'open, without Teams ids': buildCardRecord({ record: { viewerTeamsIds: [] } }),
  'open, for others': buildCardRecord({ record: { viewerId: people.jonas.id }, escalation: { moves: [] } }),
  'open, without proposal': buildCardRecord({
    escalation: { proposal: null, proposedGoodwillCents: null, moves: ['decide', 'take_over', 'stop'] },
    complaint: { order: null, rating: null },
  }),
  'taken over': buildCardRecord({ escalation: { state: 'taken_over', deputyAt: null } }),
  'asked back': buildCardRecord({
    record: { viewerId: people.jonas.id },
    escalation: { state: 'asked_back', turn: people.jonas, question: 'Wann?', moves: ['reply'] },
  }),
  decided: buildCardRecord({ escalation: { ...ended, state: 'decided' } }),
  stopped: buildCardRecord({ escalation: { ...ended, state: 'stopped' } }),
};

describe.skipIf(!hasCardSchema)('a card of state', () => {
  const validate = compileCardSchema();

  test.each(Object.entries(cards))('%s is valid, small and has at most six actions', (_state, record) => {
    const { msteams, ...card } = escalationCard(record); // the one key Teams adds to the schema

    expect(validate(card) ? [] : Reflect.get(validate, 'errors')).toEqual([]);
    expect(msteams).toEqual({ width: 'Full' });
    expect(card['fallbackText']).toMatch(/RK-26-0318/);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    expect(actionsOf(card).length).toBeLessThanOrEqual(6);
  });

  test('list is valid too', () => {
    const row = {
      title: 'Hollerbach',
      detail: '20417 · A2',
      url: 'https://teams.microsoft.com/l/entity/x/y',
    };
    const card = listCard({ title: 'Kunden', note: 'Tippen Sie.', rows: [row, row], language: 'de' });

    expect(validate(card) ? [] : Reflect.get(validate, 'errors')).toEqual([]);
  });

  test('of a made-up element is refused, so the check can fail', () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBloc', text: 'x' }] };

    expect(validate(card)).toBe(false);
  });
});
