// "Kunde Müller" and "meine Wiedervorlagen": forgiving, within rights, and each press acts once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFollowUp } from '#contract/follow-up.ts';
import { createBotWorld } from '#tests/support/bot-world.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import { actionsOf, factsOf, textsOf } from '../cards/read-card.ts';
import { choicesOf, indexAll } from './extension-case.ts';

describe.each(databases)('the bot on %s', (database) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await createBotWorld(database);
    for (const name of ['Müller Bau GmbH', 'Müller Holzbau KG', 'Zangerle Kupferschmiede']) {
      await world.given.customer({ name, phone: '07152 33440' });
    }
    for (let number = 1; number <= 7; number += 1) {
      await world.given.customer({ name: `Glaserei Winter ${number} GmbH` });
    }
    await indexAll(world);
  });
  afterAll(() => world.close());

  const answer = async (user: ShortName, text: string) => (await world.write(user, text)).messages.at(-1);

  describe('asked for a customer', () => {
    test.each(['Kunde Müller', 'kunde mueller', 'Kunden: Müler', 'suche Müller'])(
      'lists both for „%s“',
      async (text) => {
        const message = await answer('anna', text);

        expect(textsOf(message?.card)).toEqual(
          expect.arrayContaining(['Müller Bau GmbH', 'Müller Holzbau KG']),
        );
        expect(links(message?.card)).toHaveLength(2);
      },
    );

    test.each(['Kunde Zangerle', 'Kunde Zangrele', 'customer zangerle'])(
      'shows the only one at once for „%s“',
      async (text) => {
        const message = await answer('anna', text);

        expect(textsOf(message?.card).slice(0, 2)).toEqual(['Kunde', 'Zangerle Kupferschmiede']);
        expect(factsOf(message?.card)).toContainEqual(['Telefon', '07152 33440']);
        expect(actionsOf(message?.card).map(({ title }) => title)).toEqual(['Kunde öffnen']);
      },
    );

    test('lists five and says that there are more', async () => {
      const message = await answer('anna', 'Kunde Glaserei Winter');

      expect(links(message?.card)).toHaveLength(5);
      expect(textsOf(message?.card).at(-1)).toMatch(/^Es gibt weitere/);
    });

    test('says to somebody else that there is none', async () => {
      expect((await answer('ben', 'Kunde Zangerle'))?.text).toMatch(/^I found no customer for “Zangerle”/);
    });
  });

  describe('asked for follow-ups', () => {
    let number = 0;
    const given = async (user: ShortName, dueOn = '2026-09-03') => {
      number += 1;
      const title = `Angebot ${number} nachfassen`;
      const { id } = await world.given.followUp({ owner_id: world.people[user].id, title, due_on: dueOn });
      return { id, title };
    };
    const press = async (user: ShortName, button: RegExp, titles: readonly string[]) => {
      const message = await answer(user, 'meine Wiedervorlagen');
      const action = actionsOf(message?.card).find(({ title }) => button.test(title));
      const chosen = chosenOf(message?.card, titles);
      return {
        user,
        activityId: message?.id ?? '',
        verb: action?.verb ?? '',
        data: { ...action?.data, chosen },
      };
    };
    const stored = async (user: ShortName, id: string) => (await world.call(user, getFollowUp, { id })).body;

    test('lists them with their customer, those overdue marked', async () => {
      const { title } = await given('holger', '2026-09-01');

      const message = await answer('holger', 'meine Wiedervorlagen');

      expect(choicesOf(message?.card, 'chosen')).toEqual([
        expect.stringMatching(new RegExp(`^${title} – .*, überfällig seit 01\\.09\\.2026$`)),
      ]);
      expect(actionsOf(message?.card).map((one) => one.title)).toEqual([
        'Erledigt',
        'Auf morgen',
        'Mein Tag öffnen',
      ]);
    });

    test('finishes what is ticked, once, and answers the rest', async () => {
      const [one, other] = [await given('anna'), await given('anna')];
      const done = await press('anna', /^Erledigt$/, [one.title]);

      const [first, second] = [await world.invoke(done), await world.invoke(done)];

      expect(textsOf(first.kind === 'card' && first.card)).toContain(`Erledigt: ${one.title}`);
      expect(second).toEqual(first);
      expect((await stored('anna', one.id)).completedAt).not.toBeNull();
      expect(await stored('anna', other.id)).toMatchObject({ completedAt: null, version: 1 });
    });

    test('puts off to the next working day, once', async () => {
      const { id, title } = await given('jonas');
      const later = await press('jonas', /^Auf morgen$/, [title]);

      await world.invoke(later);
      await world.invoke(later);

      expect(await stored('jonas', id)).toMatchObject({ dueOn: '2026-09-04', version: 2 });
    });

    test('leaves alone what somebody changed meanwhile, and says so', async () => {
      const { id, title } = await given('jonas');
      const stale = await press('jonas', /^Erledigt$/, [title]);
      await world.invoke(await press('jonas', /^Auf morgen$/, [title]));

      const reply = await world.invoke(stale);

      expect(textsOf(reply.kind === 'card' && reply.card)).toContain(
        `Inzwischen geändert, nichts getan: ${title}`,
      );
      expect((await stored('jonas', id)).completedAt).toBeNull();
    });

    test.each([
      ['nothing ticked', ''],
      ['nonsense', 'x:y,1:2'],
      ['an unknown one', `${crypto.randomUUID()}:1`],
    ])('with %s nothing happens', async (_what, chosen) => {
      const reply = await world.invoke({
        user: 'petra',
        activityId: 'x',
        verb: 'follow_ups.done',
        data: { chosen },
      });

      expect(textsOf(reply.kind === 'card' && reply.card)).toContain('Bitte kreuzen Sie zuerst etwas an.');
    });

    test('somebody else’s, of a customer not seen, stays as it is', async () => {
      const { id } = await given('anna');
      const data = { chosen: `${id}:1` };

      await world.invoke({ user: 'ben', activityId: 'x', verb: 'follow_ups.done', data });

      expect((await stored('anna', id)).completedAt).toBeNull();
    });

    test('in English to an English Teams', async () => {
      const { title } = await given('ben');

      const message = await answer('ben', 'my follow-ups');

      expect(choicesOf(message?.card, 'chosen')[0]).toMatch(new RegExp(`^${title} – .*, today$`));
      expect(actionsOf(message?.card).map((one) => one.title)).toEqual([
        'Done',
        'Move to tomorrow',
        'Open My day',
      ]);
    });
  });
});

function links(card: unknown): unknown[] {
  return actionsOf(card).filter(({ type }) => type === 'Action.OpenUrl');
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What a client sends for these ticks. */
function chosenOf(card: unknown, titles: readonly string[]): string {
  const { body } = card as { body: { id?: string; choices?: Choice[] }[] };
  const choices = body.find(({ id }) => id === 'chosen')?.choices ?? [];
  return choices
    .filter(({ title }) => titles.some((one) => title.startsWith(one)))
    .map(({ value }) => value)
    .join(',');
}
