// The bot end to end: real SDK, real guard, real rooms, and the local Bot Connector in the place of Teams.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Complaint } from '#contract/complaint.ts';
import { getComplaint, moveEscalation, reportComplaint } from '#contract/complaint.ts';
import type { ChatMessage } from '#demo/connector/shapes.ts';
import { createBotWorld } from '#tests/support/bot-world.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import type { ShortName } from '#tests/support/people.ts';
import { actionsOf, factsOf, textsOf } from '../cards/read-card.ts';

describe('the bot', () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await createBotWorld('pglite');
  });
  afterAll(() => world.close());

  describe('talking', () => {
    test('says hello when it is installed, once', async () => {
      const first = await world.chat('anna');
      const second = await world.chat('anna');

      expect(first.messages.map(({ text }) => text)).toEqual([expect.stringContaining('Guten Tag.')]);
      expect(second.messages).toHaveLength(1);
    });

    test.each([
      ['hallo', /^Guten Tag, Anna Brandl\./],
      ['Hilfe', /Kunde Hollerbach/],
      ['help', /Meine Wiedervorlagen/],
      ['<at>Kundencockpit</at> hilfe', /Kunde Hollerbach/],
      ['asdf qwer', /nicht verstanden.*Hilfe/s],
      ['meine Wiedervorlagen', /keine Wiedervorlage/],
      ['Kunde Xyzzyplugh', /Zu „Xyzzyplugh“ habe ich keinen Kunden gefunden/],
    ])('answers „%s“', async (text, answer) => {
      const { messages } = await world.write('anna', text);

      expect(messages.at(-2)).toMatchObject({ from: 'user', text });
      expect(messages.at(-1)).toMatchObject({ from: 'bot', text: expect.stringMatching(answer) });
    });

    test.each([
      ['hello', /^Hello Ben Oster\./],
      ['help', /My follow-ups/],
      ['nonsense', /did not understand/],
    ])('answers „%s“ in English to an English Teams', async (text, answer) => {
      const { messages } = await world.write('ben', text);

      expect(messages.at(-1)?.text).toMatch(answer);
    });
  });

  describe('an escalation', () => {
    let complaint: Complaint;
    beforeEach(async () => {
      world.clock.set(new Date('2026-09-03T13:20:00+02:00'));
      const { customer } = await storeHollerbach(world);
      const { body } = await world.call('jonas', reportComplaint, buildReport(customer.id));
      complaint = body.complaint;
      await world.runJobs();
    });

    const cardsOf = async (user: ShortName): Promise<ChatMessage[]> => {
      const { messages } = await world.chat(user);
      return messages.filter(({ card }) => JSON.stringify(card ?? '').includes(complaint.number));
    };
    const cardOf = async (user: ShortName): Promise<ChatMessage> => {
      const [card] = await cardsOf(user);
      if (!card) throw new Error('no card');
      return card;
    };
    const pressed = async (user: ShortName, title: string, more: Record<string, unknown> = {}) => {
      const message = await cardOf(user);
      const action = actionsOf(message.card).find((one) => one.title === title);
      const { verb = '', data = {} } = action ?? {};
      return { user, activityId: message.id, verb, data: { ...data, ...more } };
    };

    test('reaches the manager as one card that names whom it refreshes', async () => {
      const cards = await cardsOf('petra');

      expect(cards).toHaveLength(1);
      expect(textsOf(cards[0]?.card)[4]).toBe('Ihre Entscheidung bis heute, 17:00');
      expect(cards[0]?.card?.['refresh']).toMatchObject({ userIds: ['29:petra'] });
      expect(await cardsOf('jonas')).toEqual([]);
    });

    test('is approved in the card, which is edited in place; the second press acts no more', async () => {
      const before = await cardOf('petra');
      const press = await pressed('petra', 'Vorschlag freigeben');

      const [first, second] = [await world.invoke(press), await world.invoke(press)];
      await world.runJobs();

      const cards = await cardsOf('petra');
      const { body } = await world.call('petra', getComplaint, { id: complaint.id });
      expect(first).toMatchObject({ kind: 'card' });
      expect(textsOf(first.kind === 'card' && first.card)[4]).toBe('Entschieden von Petra Lohmann');
      expect(second).toEqual(first);
      expect(cards).toHaveLength(1);
      expect(cards[0]).toMatchObject({ id: before.id, editedAt: expect.any(String) });
      expect(textsOf(cards[0]?.card)[4]).toBe('Entschieden von Petra Lohmann');
      expect(body.events.filter(({ kind }) => kind === 'escalation_decided')).toHaveLength(1);
    });

    test('is decided otherwise with reason and goodwill', async () => {
      const data = { step: 'decide', goodwillEuro: 250.5, text: 'Nur Gutschrift.' };

      const reply = await world.invoke(await pressed('petra', 'Absenden', data));

      const { body } = await world.call('petra', getComplaint, { id: complaint.id });
      expect(factsOf(reply.kind === 'card' && reply.card)[0]).toEqual([
        'Ergebnis',
        'Nur Gutschrift, 250,50 € Gutschrift',
      ]);
      expect(body.complaint.escalation?.decision).toMatchObject({ goodwillCents: 25_050 });
    });

    test('gives more time with the reason, once', async () => {
      const data = { step: 'extend:16', text: 'Gutachter kommt.' };
      const press = await pressed('petra', 'Absenden', data);

      const first = await world.invoke(press);
      await world.invoke(press);

      const { body } = await world.call('petra', getComplaint, { id: complaint.id });
      expect(first.kind).toBe('card');
      expect(body.complaint.firstAnswer?.hours).toBe((complaint.firstAnswer?.hours ?? 0) + 16);
      expect(body.events.filter(({ kind }) => kind === 'escalation_extended')).toHaveLength(1);
    });

    test.each(['extend:0', 'extend:81', 'extend:x', 'extend'])('%s is no time to give', async (step) => {
      const reply = await world.invoke(await pressed('petra', 'Absenden', { step, text: 'Warum.' }));

      expect(reply.kind).toBe('message');
    });

    test('without a reason says what is missing', async () => {
      const reply = await world.invoke(await pressed('petra', 'Absenden', { step: 'decide', text: ' ' }));

      expect(reply).toEqual({ kind: 'message', text: expect.stringContaining('Begründung') });
    });

    test('asks back: the asked person gets a card and answers in it', async () => {
      const ask = { step: `ask_back:${world.people.jonas.id}`, text: 'Sind vier am Lager?' };
      await world.invoke(await pressed('petra', 'Absenden', ask));
      await world.runJobs();

      const question = await cardOf('jonas');
      const reply = await world.invoke(
        await pressed('jonas', 'Antwort senden', { text: 'Ja, in Leonberg.' }),
      );
      await world.runJobs();

      expect(textsOf(question.card).slice(4)).toEqual(['Rückfrage an Sie', 'Sind vier am Lager?']);
      expect(reply.kind).toBe('card');
      expect(factsOf((await cardOf('petra')).card)).toContainEqual([
        'Antwort',
        'Ja, in Leonberg. (Jonas Weidner)',
      ]);
    });

    test.each([
      ['jonas', 'Am Zug ist Petra Lohmann. Sie können hier nichts entscheiden. Es ist nichts geschehen.'],
      ['holger', 'Am Zug ist Petra Lohmann. Sie können hier nichts entscheiden. Es ist nichts geschehen.'],
      ['dieter', 'Sie sind hier nicht am Zug. Es ist nichts geschehen.'],
      ['ben', 'This complaint is not shared with you. Ask your administrator.'],
      ['fremd', expect.stringContaining('Ich kenne Sie noch nicht')],
    ] as const)('pressed by %s says so and does nothing', async (user, text) => {
      const press = await pressed('petra', 'Vorschlag freigeben');

      const reply = await world.invoke({ ...press, user });

      const { body } = await world.call('petra', getComplaint, { id: complaint.id });
      expect(reply).toEqual({ kind: 'message', text });
      expect(body.complaint.escalation?.state).toBe('open');
    });

    test('decided elsewhere meanwhile answers the card that says by whom', async () => {
      const stale = await pressed('petra', 'An Vertretung geben');
      const move = { id: complaint.id, move: 'stop' as const, dedupeKey: 'screen', text: 'Erledigt.' };
      await world.call('petra', moveEscalation, move);

      const reply = await world.invoke(stale);

      expect(textsOf(reply.kind === 'card' && reply.card)[4]).toBe('Beendet von Petra Lohmann');
    });

    test('refreshes to the viewer’s own form', async () => {
      const message = await cardOf('petra');
      const show = {
        activityId: message.id,
        verb: 'complaint.escalation.show',
        data: { complaintId: complaint.id },
        trigger: 'automatic' as const,
      };

      const petras = await world.invoke({ user: 'petra', ...show });
      const jonass = await world.invoke({ user: 'jonas', ...show });

      expect(actionsOf(petras.kind === 'card' && petras.card)).toHaveLength(6);
      expect(actionsOf(jonass.kind === 'card' && jonass.card).map(({ title }) => title)).toEqual([
        'Kunde öffnen',
      ]);
    });

    test.each([
      ['a made-up verb', 'complaint.escalation.explode', {}],
      ['a foreign verb', 'delete.everything', {}],
      ['no complaint', 'complaint.escalation.approve', { complaintId: 'x' }],
    ])('%s does nothing', async (_what, verb, data) => {
      const message = await cardOf('petra');

      const reply = await world.invoke({ user: 'petra', activityId: message.id, verb, data });

      expect(reply.kind).toBe('message');
    });

    test('who pressed is read from Teams, never from the data of the card', async () => {
      const press = await pressed('petra', 'Vorschlag freigeben', {
        userId: world.people.petra.id,
        from: { aadObjectId: world.people.petra.entraOid },
        aadObjectId: world.people.petra.entraOid,
      });

      const reply = await world.invoke({ ...press, user: 'jonas' });

      expect(reply).toMatchObject({ kind: 'message', text: expect.stringContaining('Am Zug ist Petra') });
    });
  });
});
