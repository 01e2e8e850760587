// Message actions end to end: the dialog proposes, one press stores once, and everybody sees no more than he may.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listActivities, undoActivity } from '#contract/activity.ts';
import { getComplaint, listComplaints } from '#contract/complaint.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { createBotWorld } from '#tests/support/bot-world.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import { databases } from '#tests/support/databases.ts';
import { actionsOf, factsOf, textsOf } from '../cards/read-card.ts';
import {
  atMessage,
  choicesOf,
  dialogOf,
  findMessageId,
  indexAll,
  storeGuest,
  valuesOf,
} from './extension-case.ts';

const missing = 'fehlen zwei Montageplatten';

describe.each(databases)('a message action on %s', (database) => {
  let world: BotWorld;
  let customerId: string;
  let messageId: string;
  beforeAll(async () => {
    world = await createBotWorld(database);
    customerId = (await storeGuest(world)).customer.id;
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.connector.reset();
    messageId = await findMessageId(world, missing);
  });

  const history = async () =>
    (await world.call('anna', listActivities, { customerId })).body.items.filter(
      ({ kind }) => kind === 'chat',
    );

  async function fileAs(user: 'anna' | 'jonas', commandId: string, title: string) {
    const person = atMessage(world, user, commandId, messageId);
    return { person, reply: await person.press(dialogOf(await person.open()), title) };
  }

  test('proposes the customer of the outside participant, and says by what', async () => {
    const card = dialogOf(await atMessage(world, 'anna', 'message_log', messageId).open());

    expect(choicesOf(card, 'customerId')).toEqual([
      'Hollerbach Metallbau GmbH – erkannt an s.tietz@hollerbach-metallbau.test',
    ]);
    expect(valuesOf(card)).toMatchObject({ customerId, note: expect.stringContaining(missing) });
  });

  test('logs the message once, with link and text, however often the press is sent', async () => {
    const person = atMessage(world, 'anna', 'message_log', messageId);
    const form = dialogOf(await person.open());

    const replies = await Promise.all([1, 2, 3].map(() => person.press(form, 'Ablegen')));

    const entries = await history();
    expect(replies.map((reply) => textsOf(dialogOf(reply))[0])).toEqual(
      replies.map(() => 'Abgelegt zu Hollerbach Metallbau GmbH'),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ direction: 'inbound', loggedBy: { name: 'Anna Brandl' } });
    expect(entries[0]?.bodyText).toMatch(/^Sabine Tietz:\nGuten Tag zusammen/);
    expect(entries[0]?.messageLink).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/message\//);
  });

  test('tells a colleague that it is logged, and adds nothing', async () => {
    await fileAs('anna', 'message_log', 'Ablegen');
    const before = await history();

    const { reply } = await fileAs('jonas', 'message_log', 'Ablegen');

    expect(textsOf(dialogOf(reply)).slice(0, 2)).toEqual([
      'Diese Nachricht ist schon abgelegt',
      expect.stringMatching(/^Bei Hollerbach Metallbau GmbH, von Anna Brandl, 03\.09\.2026/),
    ]);
    expect(await history()).toHaveLength(before.length);
  });

  test('taken back, the message can be logged again', async () => {
    await fileAs('anna', 'message_log', 'Ablegen');
    const [entry] = await history();
    await world.call('anna', undoActivity, { id: entry?.id ?? '' });

    const { reply } = await fileAs('jonas', 'message_log', 'Ablegen');

    expect(textsOf(dialogOf(reply))[0]).toBe('Abgelegt zu Hollerbach Metallbau GmbH');
    expect((await history())[0]?.loggedBy?.name).toBe('Jonas Weidner');
  });

  test('makes it a complaint with the deadline of its customer, linked to the entry', async () => {
    const { reply } = await fileAs('anna', 'message_complaint', 'Reklamation anlegen');

    const { items } = (await world.call('anna', listComplaints, { customerId })).body;
    const [complaint] = items;
    expect(textsOf(dialogOf(reply))[0]).toBe(`Reklamation ${complaint?.number} ist angelegt`);
    expect(complaint?.firstAnswer).not.toBeNull();
    expect((await history())[0]?.links).toEqual([
      { kind: 'complaint', id: complaint?.id, label: complaint?.number },
    ]);
    const shown = await world.call('anna', getComplaint, { id: complaint?.id ?? '' });
    expect(shown.body.complaint.description).toContain(missing);
  });

  test('makes it a follow-up on the next working day, once', async () => {
    const person = atMessage(world, 'anna', 'message_follow_up', messageId);
    const form = dialogOf(await person.open());

    await person.press(form, 'Wiedervorlage setzen', { subject: 'Platten nachliefern' });
    const again = await person.press(form, 'Wiedervorlage setzen', { subject: 'Platten nachliefern' });

    const { items } = (await world.call('anna', listFollowUps, { mine: 'true' })).body;
    expect(textsOf(dialogOf(again))[0]).toBe('Wiedervorlage am 04.09.2026 ist gesetzt');
    expect(items.filter(({ title }) => title === 'Platten nachliefern')).toMatchObject([
      { dueOn: '2026-09-04', customer: { name: 'Hollerbach Metallbau GmbH' } },
    ]);
  });

  test('keeps what was typed when something is missing, and stores nothing', async () => {
    const before = await history();
    const person = atMessage(world, 'anna', 'message_log', messageId);
    const form = dialogOf(await person.open());

    const reply = dialogOf(await person.press(form, 'Ablegen', { subject: ' ', note: 'Zwei Platten' }));

    expect(textsOf(reply)[0]).toBe('Bitte schreiben Sie, worum es geht.');
    expect(valuesOf(reply)).toMatchObject({ customerId, note: 'Zwei Platten' });
    expect(await history()).toHaveLength(before.length);
  });

  test('finds another customer by a misspelt name, and chooses it', async () => {
    const other = await world.given.customer({ name: 'Schreinerei Abele GmbH' });
    await indexAll(world);
    const person = atMessage(world, 'anna', 'message_log', messageId);
    const form = dialogOf(await person.open());

    const reply = dialogOf(await person.press(form, 'Suchen', { search: 'Schreinrei Abele' }));

    expect(valuesOf(reply)['customerId']).toBe(other.id);
    expect(choicesOf(reply, 'customerId')).toContain('Schreinerei Abele GmbH – gesucht: „Schreinrei Abele“');
  });

  test('refuses a customer that is not this person’s like one that does not exist', async () => {
    const before = await history();
    const person = atMessage(world, 'ben', 'message_log', messageId);
    const form = dialogOf(await person.open());

    const foreign = await person.press(form, 'Log', { customerId });
    const unknown = await person.press(form, 'Log', { customerId: crypto.randomUUID() });

    expect(choicesOf(form, 'customerId')).toEqual([]);
    expect(textsOf(dialogOf(foreign))[0]).toBe('This customer is not shared with you. Nothing has happened.');
    expect(textsOf(dialogOf(unknown))[0]).toBe(textsOf(dialogOf(foreign))[0]);
    expect(await history()).toHaveLength(before.length);
  });

  test('puts a confirmation into the chat that says nothing of the customer until each viewer refreshes it', async () => {
    const { person, reply } = await fileAs('anna', 'message_log', 'Ablegen');
    const shared = await person.press(dialogOf(reply), 'Bestätigung in den Chat');
    const [attachment] = shared.composeExtension?.attachments ?? [];
    const { verb, data } = refreshOf(attachment?.content);
    const refresh = (user: string) =>
      world.invoke({ user, activityId: 'x', chat: 'team', verb, data, trigger: 'automatic' });

    const annas = await refresh('anna');
    const bens = await refresh('ben');
    const strangers = await refresh('fremd');

    expect(JSON.stringify(attachment)).not.toMatch(/Hollerbach/);
    expect(factsOf(annas.kind === 'card' && annas.card)[0]).toEqual([
      'Abgelegt',
      expect.stringMatching(/von Anna Brandl$/),
    ]);
    expect(textsOf(bens.kind === 'card' && bens.card)).toEqual([
      'No permission',
      'This record is not shared with you. Ask your administrator.',
    ]);
    expect(strangers).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('Ich kenne Sie noch nicht'),
    });
  });

  test('offers at most six actions and stays small', async () => {
    for (const commandId of ['message_log', 'message_complaint', 'message_follow_up']) {
      const card = dialogOf(await atMessage(world, 'anna', commandId, messageId).open());

      expect(actionsOf(card).length).toBeLessThanOrEqual(6);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    }
  });

  test.each([
    ['an unknown command', 'message_delete', { commandId: 'message_delete' }],
    ['no message', 'message_log', { commandId: 'message_log' }],
  ])('%s is answered with a sentence', async (_what, _command, value) => {
    const reply = await world.extension({ user: 'anna', call: 'fetchTask', value });

    expect(textsOf(dialogOf(reply))).toEqual([expect.stringMatching(/lässt sich nicht ablegen/)]);
  });
});

function refreshOf(card: unknown): { verb: string; data: Record<string, unknown> } {
  const { refresh } = card as { refresh: { action: { verb: string; data: Record<string, unknown> } } };
  return refresh.action;
}
