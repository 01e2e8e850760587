// Every card we build against Microsoft's schema 1.5, which is read from the reference folder beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import { listCard } from '#teams-app/cards/list-card.ts';
import { buildCardRecord, people } from '../cards/build-record.ts';
import { actionsOf } from '../cards/read-card.ts';

const file = new URL('../../../shared/reference/adaptive-cards/adaptive-card-1.5.0.json', import.meta.url);
const isHere = existsSync(file);
if (!isHere) console.warn('The Adaptive Card schema is not beside the project; its suite is skipped.');

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

describe.skipIf(!isHere)('a card of state', () => {
  const validate = isHere ? compileSchema() : () => true;

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

function compileSchema() {
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // a JSON schema
  delete schema['id'];
  dropBooleanRequired(schema);
  const ajv = new Ajv({ strict: false, allErrors: true });
  const draft6 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object;
  ajv.addMetaSchema(draft6);
  return ajv.compile(schema);
}

/** Draft 3 wrote `required: true` at the property; later drafts want a list, and ajv refuses the old form. */
function dropBooleanRequired(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (typeof Reflect.get(node, 'required') === 'boolean') Reflect.deleteProperty(node, 'required');
  for (const child of Object.values(node)) dropBooleanRequired(child);
}
