// The escalation card in every state: what its viewer reads and may press. Its schema: tests/conformance/adaptive-cards.test.ts.
import { describe, expect, test } from 'vitest';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import { buildCardRecord, openEscalation, people } from './build-record.ts';
import { actionsOf, factsOf, textsOf } from './read-card.ts';

describe('open, for the person whose turn it is', () => {
  const card = escalationCard(buildCardRecord());

  test('reads as in the picture', () => {
    expect(textsOf(card)).toEqual([
      'Eskalation, Stufe 1 von 2',
      '● Offen',
      '4 Türschließer verlieren Öl',
      'Hollerbach Metallbau GmbH, A2, RK-26-0318',
      'Ihre Entscheidung bis heute, 17:00',
      'Noch 3 Std. Arbeitszeit. Danach geht der Fall an Ihre Vertretung, Holger Rieth.',
    ]);
    expect(factsOf(card)).toEqual([
      ['Warum', 'Schwere hoch bei Kunde A2, „vor Montag Ersatz“'],
      ['Seit', '03.09.2026, 13:20, gemeldet von Jonas Weidner'],
      ['Am\u00a0Zug', '**Petra Lohmann**, Vertriebsleitung'],
      ['Wert', '1.912 € Auftrag, 128.400 € im Jahr'],
      ['Vorschlag', '4 Stück sofort ersetzen, 480 € Gutschrift'],
    ]);
  });

  test('offers at most six actions, two side by side, those inside counted', () => {
    expect(actionsOf(card).map((action) => action.title)).toEqual([
      'Vorschlag freigeben',
      'Anders entscheiden',
      'Absenden',
      'An Vertretung geben',
      'Eskalation beenden',
      'Kunde öffnen',
    ]);
  });

  test('carries who presses what as a key that changes with every step', () => {
    const [approve] = actionsOf(card);
    const next = actionsOf(escalationCard(buildCardRecord({ complaint: { version: 4 } })))[0];

    expect(approve?.data).toEqual({
      complaintId: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c44',
      dedupeKey: '0199f3c2-7a10-7c3e-9d52-3f0a6f1b2c45:3:approve',
    });
    expect(next?.data).not.toEqual(approve?.data);
  });

  test('lets the viewer ask, take over, give away or extend inside "Anders entscheiden"', () => {
    const choices = JSON.stringify(card).match(
      /"title":"[^"]+","value":"(decide|ask_back|take_over|assign|extend)[^"]*"/g,
    );

    expect(choices).toEqual([
      '"title":"Entscheiden","value":"decide"',
      `"title":"Rückfrage an Jonas Weidner","value":"ask_back:${people.jonas.id}"`,
      '"title":"Ich übernehme den Fall","value":"take_over"',
      `"title":"An Holger Rieth geben","value":"assign:${people.holger.id}"`,
      '"title":"Frist um 8 Std. verlängern","value":"extend:8"',
      '"title":"Frist um 16 Std. verlängern","value":"extend:16"',
      '"title":"Frist um 40 Std. verlängern","value":"extend:40"',
    ]);
  });

  test('refreshes for its viewer and opens exactly this customer', () => {
    expect(card['refresh']).toMatchObject({ userIds: ['29:petra'] });
    expect(actionsOf(card).at(-1)?.url).toContain('customer?context=');
  });

  test('without a proposal offers to take over instead of approving', () => {
    const moves = ['decide', 'ask_back', 'take_over', 'assign', 'delegate', 'stop'] as const;
    const bare = escalationCard(buildCardRecord({ escalation: { proposal: null, moves: [...moves] } }));

    expect(actionsOf(bare).map((action) => action.title)).toEqual([
      'Entscheiden',
      'Absenden',
      'An Vertretung geben',
      'Eskalation beenden',
      'Übernehmen',
      'Kunde öffnen',
    ]);
  });

  test('says since when it is too late', () => {
    const late = escalationCard(
      buildCardRecord({ record: { now: '2026-09-04T08:30:00+02:00', minutesLeft: -30 } }),
    );

    expect(textsOf(late).slice(4)).toEqual([
      'Ihre Entscheidung bis gestern, 17:00',
      'Die Frist ist seit gestern, 17:00 überschritten.',
    ]);
  });
});

test('others read whose turn it is and find no buttons', () => {
  const card = escalationCard(
    buildCardRecord({ record: { viewerId: people.jonas.id }, escalation: { moves: [] } }),
  );

  expect(textsOf(card).slice(4)).toEqual([
    'Entscheidung bis heute, 17:00',
    'Noch 3 Std. Arbeitszeit. Danach geht der Fall an die Vertretung, Holger Rieth.',
  ]);
  expect(actionsOf(card).map((action) => action.title)).toEqual(['Kunde öffnen']);
});

test('another manager could take over, but not from the card of somebody else', () => {
  const card = escalationCard(
    buildCardRecord({ record: { viewerId: people.holger.id }, escalation: { moves: ['take_over'] } }),
  );

  expect(actionsOf(card).map((action) => action.title)).toEqual(['Kunde öffnen']);
});

test('a missed deadline is the reason then', () => {
  const card = escalationCard(
    buildCardRecord({
      escalation: { reason: 'deadline_missed', raisedBy: null },
      complaint: { firstAnswer: { ...openEscalation.firstAnswer, missed: true } },
    }),
  );

  expect(factsOf(card)[0]).toEqual(['Warum', 'Frist 03.09.2026, 17:00 überschritten']);
  expect(factsOf(card)[1]).toEqual(['Seit', '03.09.2026, 13:20']);
});

test('taken over it says by whom, and until when the customer hears', () => {
  const card = escalationCard(buildCardRecord({ escalation: { state: 'taken_over', deputyAt: null } }));

  expect(textsOf(card).slice(4)).toEqual([
    'Sie haben den Fall übernommen',
    'Antwort an den Kunden bis heute, 17:00',
  ]);
});

describe('a question', () => {
  const asked = {
    state: 'asked_back',
    turn: people.jonas,
    turnTitle: 'Innendienst',
    question: 'Sind vier Stück am Lager?',
  } as const;

  test('goes to whoever was asked, with one button to answer', () => {
    const card = escalationCard(
      buildCardRecord({
        record: { viewerId: people.jonas.id },
        escalation: { ...asked, moves: ['reply'] },
      }),
    );

    expect(textsOf(card).slice(4)).toEqual(['Rückfrage an Sie', 'Sind vier Stück am Lager?']);
    expect(actionsOf(card).map((action) => action.title)).toEqual([
      'Antworten',
      'Antwort senden',
      'Kunde öffnen',
    ]);
  });

  test('comes back with its answer', () => {
    const reply = {
      at: '2026-09-03T14:10:00+02:00',
      by: people.jonas,
      kind: 'escalation_replied',
      text: 'Ja, in Leonberg.',
    };
    const card = escalationCard(
      buildCardRecord({
        escalation: { question: asked.question },
        record: { story: [...openEscalation.story, reply] },
      }),
    );

    expect(factsOf(card).slice(-2)).toEqual([
      ['Rückfrage', 'Sind vier Stück am Lager?'],
      ['Antwort', 'Ja, in Leonberg. (Jonas Weidner)'],
    ]);
  });
});

describe('at the end', () => {
  const decision = {
    by: people.petra,
    at: '2026-09-03T14:26:00+02:00',
    text: '4 Stück sofort ersetzen',
    goodwillCents: 48_000,
  };
  const ended = { turn: null, turnTitle: null, deputy: null, deputyAt: null, moves: [], decision };
  const decided = { at: decision.at, by: people.petra, kind: 'escalation_decided', text: decision.text };
  const record = { story: [...openEscalation.story, decided], minutesBeforeDeadline: 154 };

  test('decided: by whom, when, what, and who is next', () => {
    const card = escalationCard(buildCardRecord({ escalation: { ...ended, state: 'decided' }, record }));

    expect(textsOf(card)).toEqual([
      'Eskalation, Stufe 1 von 2',
      '✓ Entschieden',
      '4 Türschließer verlieren Öl',
      'Hollerbach Metallbau GmbH, A2, RK-26-0318',
      'Entschieden von Petra Lohmann',
      '03.09.2026, 14:26, 2 Std. 34 Min. vor der Frist',
    ]);
    expect(factsOf(card)).toEqual([
      ['Ergebnis', '4 Stück sofort ersetzen, 480 € Gutschrift'],
      ['Am\u00a0Zug', '**Jonas Weidner**, Antwort an den Kunden bis heute, 17:00'],
      ['Warum', 'Schwere hoch bei Kunde A2, „vor Montag Ersatz“'],
      ['Verlauf', 'Eskaliert 13:20, entschieden 14:26'],
    ]);
    expect(actionsOf(card).map((action) => action.title)).toEqual(['Kunde öffnen']);
    expect(card['refresh']).toBeUndefined();
  });

  test('the full stop of a decision does not stand before its goodwill', () => {
    const said = { ...decision, text: 'Ersatz heute noch per Kurier.' };
    const card = escalationCard(
      buildCardRecord({ escalation: { ...ended, state: 'decided', decision: said }, record }),
    );

    expect(factsOf(card)[0]).toEqual(['Ergebnis', 'Ersatz heute noch per Kurier, 480 € Gutschrift']);
  });

  test('stopped: by whom and why', () => {
    const stopped = { ...decision, text: 'Doppelt gemeldet.', goodwillCents: null };
    const card = escalationCard(
      buildCardRecord({ escalation: { ...ended, state: 'stopped', decision: stopped }, record }),
    );

    expect(textsOf(card)[1]).toBe('■ Beendet');
    expect(textsOf(card)[4]).toBe('Beendet von Petra Lohmann');
    expect(factsOf(card)[0]).toEqual(['Begründung', 'Doppelt gemeldet.']);
  });
});

test('English has the same card', () => {
  const card = escalationCard(buildCardRecord({ record: { language: 'en' } }));

  expect(textsOf(card).slice(4)).toEqual([
    'Your decision by today, 17:00',
    '3 h of working time left. After that the case goes to your deputy, Holger Rieth.',
  ]);
  expect(actionsOf(card).map((action) => action.title)).toContain('Approve proposal');
  expect(JSON.stringify(card)).not.toMatch(/Entscheid|Kunde |Vorschlag/);
});

describe('hostile text stays text', () => {
  test.each([
    ['a link', '[Konto bestätigen](https://boese.test)', /\]\(/],
    ['a reference link', '[x][1] [1]: https://boese.test', /\][[:]/],
    ['bold', '**Entschieden von Petra**', /\*/],
    ['a heading', '# Entschieden', /^#/],
    ['a list', '- a', /^-/],
    ['a time template', '{{DATE(2026-09-03T11:20:00Z)}}', /\{\{/],
    ['HTML', '<img src=x onerror=alert(1)>', /<[a-z]/i],
    ['turned direction', 'gpj.\u202eexe', /\u202e/],
    ['line breaks', 'a\n\n\nb', /\n/],
  ])('%s', (_what, hostile, forbidden) => {
    const card = escalationCard(
      buildCardRecord({
        complaint: { title: hostile, customer: { ...openEscalation.customer, name: hostile } },
        escalation: { proposal: hostile, turn: { id: people.petra.id, name: hostile } },
      }),
    );
    const [, , title = '', about = ''] = textsOf(card);
    const proposal = factsOf(card).find(([name]) => name === 'Vorschlag')?.[1] ?? '';

    expect(title).not.toMatch(forbidden);
    expect(about).not.toMatch(forbidden);
    expect(proposal).not.toMatch(forbidden);
  });

  test('long text is cut, so that the card stays small', () => {
    const long = 'Türschließer '.repeat(200);
    const card = escalationCard(
      buildCardRecord({ complaint: { title: long }, escalation: { proposal: long, question: long } }),
    );

    expect(JSON.stringify(card).length).toBeLessThan(25_000);
  });
});
