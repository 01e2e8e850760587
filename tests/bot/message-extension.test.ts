// The message extension end to end: searching, sharing and unfurling, each within the rights of who asks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportComplaint } from '#contract/complaint.ts';
import type { ExtensionReply } from '#demo/connector/shapes.ts';
import { inTeamChat } from '#demo/connector/team-store.ts';
import { createBotWorld } from '#tests/support/bot-world.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import { buildReport } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import { textsOf } from '../cards/read-card.ts';
import { indexAll, storeGuest } from './extension-case.ts';

describe.each(databases)('the message extension on %s', (database) => {
  let world: BotWorld;
  let customer: Awaited<ReturnType<typeof storeGuest>>['customer'];
  let complaint: { id: string; number: string };
  beforeAll(async () => {
    world = await createBotWorld(database);
    customer = (await storeGuest(world)).customer;
    for (let number = 1; number <= 12; number += 1) {
      await world.given.customer({ name: `Tischlerei Winter ${number} GmbH` });
    }
    const { body } = await world.call('anna', reportComplaint, buildReport(customer.id, { severity: 'low' }));
    complaint = body.complaint;
    await indexAll(world);
  });
  afterAll(() => world.close());

  const query = (
    user: ShortName,
    commandId: string,
    text: string,
    page: { skip?: number; count?: number } = {},
  ) =>
    world.extension({
      user,
      call: 'query',
      value: {
        commandId,
        parameters: text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'text', value: text }],
        queryOptions: { skip: 0, count: 25, ...page },
      },
    });

  test.each([
    ['customers', 'Holerbach', 'Hollerbach Metallbau GmbH'],
    ['contacts', 'Tietz', 'Sabine Tietz, Hollerbach Metallbau GmbH'],
  ])('finds %s while typing', async (command, text, title) => {
    const reply = await query('anna', command, text);

    expect(titlesOf(reply)[0]).toBe(title);
  });

  test('finds complaints by number', async () => {
    const reply = await query('anna', 'complaints', complaint.number);

    expect(titlesOf(reply)).toEqual([`${complaint.number}, Hollerbach Metallbau GmbH`]);
  });

  test('pages honestly: every hit once, and nothing after the last', async () => {
    const pages = [];
    for (const skip of [0, 5, 10, 15]) {
      pages.push(titlesOf(await query('anna', 'customers', 'Tischlerei Winter', { skip, count: 5 })));
    }

    expect(pages.map((page) => page.length)).toEqual([5, 5, 2, 0]);
    expect(new Set(pages.flat()).size).toBe(12);
  });

  test('shows before typing what the person had to do with', async () => {
    await query('anna', 'customers', '');

    const complaints = titlesOf(await query('anna', 'complaints', ''));
    const customers = titlesOf(await query('anna', 'customers', ''));

    expect(complaints).toEqual([`${complaint.number}, Hollerbach Metallbau GmbH`]);
    expect(customers).not.toHaveLength(0);
  });

  test('finds nothing of somebody else’s territory', async () => {
    const found = await Promise.all(
      ['customers', 'contacts', 'complaints'].map((command) => query('ben', command, 'Hollerbach')),
    );

    expect(found.flatMap(titlesOf)).toEqual([]);
  });

  test('shares the name alone; figures come with each viewer’s refresh', async () => {
    const [attachment] = (await query('anna', 'customers', 'Hollerbach')).composeExtension?.attachments ?? [];

    const own = await refreshed('anna', attachment?.content);
    const others = await refreshed('ben', attachment?.content);

    expect(JSON.stringify(attachment)).not.toMatch(/€|A2/);
    expect(textsOf(own)).toContain('Hollerbach Metallbau GmbH');
    expect(textsOf(own).join(' ')).toMatch(/A2/);
    expect(JSON.stringify(own)).toMatch(/128\.400/);
    expect(textsOf(others)).toEqual([
      'No permission',
      'This record is not shared with you. Ask your administrator.',
    ]);
  });

  test('shows a partner the customer shared with him, without figures', async () => {
    const [attachment] = (await query('anna', 'customers', 'Hollerbach')).composeExtension?.attachments ?? [];

    const partners = await refreshed('dieter', attachment?.content);

    expect(textsOf(partners)).toContain('Hollerbach Metallbau GmbH');
    expect(JSON.stringify(partners)).not.toMatch(/€|A2|Umsatz/);
  });

  test.each([
    ['a customer', () => customer.id, () => 'Hollerbach Metallbau GmbH'],
    [
      'a complaint',
      () => `complaint:${complaint.id}`,
      () => `${complaint.number}, Hollerbach Metallbau GmbH`,
    ],
  ])('unfurls the link to %s by the rights of the viewer', async (_what, target, title) => {
    const unfurl = (user: ShortName) =>
      world.extension({ user, call: 'queryLink', value: { url: linkTo(target()) } });

    const annas = await unfurl('anna');
    const bens = await unfurl('ben');

    const [card] = annas.composeExtension?.attachments ?? [];
    expect(titlesOf(annas)).toEqual([title()]);
    expect(JSON.stringify(card?.content)).not.toMatch(/Hollerbach|RK-/);
    expect(titlesOf(bens)).toEqual(['No permission']);
    expect(JSON.stringify(bens)).not.toMatch(/Hollerbach|RK-/);
    expect(textsOf(await refreshed('anna', card?.content)).join(' ')).toContain('Hollerbach');
  });

  test('an unknown record unfurls like one that is not shared', async () => {
    const unfurl = (id: string) =>
      world.extension({ user: 'ben', call: 'queryLink', value: { url: linkTo(id) } });

    const foreign = await unfurl(customer.id);
    const unknown = await unfurl(crypto.randomUUID());

    expect(titlesOf(unknown)).toEqual(titlesOf(foreign));
  });

  test.each([
    'https://example.test/x',
    'https://teams.microsoft.com/l/entity/other/customer',
    'nonsense',
    '',
  ])('leaves the link „%s“ alone', async (url) => {
    const reply = await world.extension({ user: 'anna', call: 'queryLink', value: { url } });

    expect(titlesOf(reply)).toEqual([]);
  });

  test.each([
    ['no token', {}, 401],
    ['a forged token', { authorization: 'Bearer aaa.bbb.ccc' }, 401],
  ])('an invoke with %s is refused', async (_what, headers, status) => {
    const response = await fetch(`${world.base}/bot/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(envelope(world)),
    });

    expect(response.status).toBe(status);
  });

  test('an invoke of a foreign tenant is refused, though signed by the channel', async () => {
    const foreign = crypto.randomUUID();
    const send = (tenantId: string) =>
      signed(world, {
        ...envelope(world),
        conversation: { id: '19:x@thread.v2', tenantId },
        channelData: { tenant: { id: tenantId } },
      });

    expect((await send(foreign)).status).toBe(403);
    expect((await send(envelope(world).channelData.tenant.id)).status).toBe(200);
  });

  test('who is not in the chat sees nothing of it and can do nothing there', async () => {
    const messages = await world.teamChat('miriam');
    const reply = await world.extension({ user: 'miriam', call: 'query', value: { commandId: 'customers' } });

    expect(messages).toBeNull();
    expect(reply).toEqual({ error: 'not in this chat' });
  });

  test('spoken to among several people the bot refers to the personal chat', async () => {
    const anna = world.people.anna;
    const person = { shortName: 'anna', ...anna, locale: 'de-DE' };
    const before = await world.chat('anna');

    await world.connector.deliver(person, {
      type: 'message',
      text: '<at>Kundencockpit</at> Kunde Hollerbach',
      ...inTeamChat(anna.organizationId),
    });

    const { messages } = await world.teamChat('anna');
    expect(messages.at(-1)).toMatchObject({
      author: 'Kundencockpit',
      text: expect.stringMatching(/^Hier lesen alle mit/),
      card: null,
    });
    expect(await world.chat('anna')).toEqual(before);
  });

  async function refreshed(user: ShortName, card: unknown): Promise<unknown> {
    const { refresh } = card as { refresh: { action: { verb: string; data: Record<string, unknown> } } };
    const { verb, data } = refresh.action;
    const reply = await world.invoke({
      user,
      activityId: 'x',
      chat: 'team',
      verb,
      data,
      trigger: 'automatic',
    });
    return reply.kind === 'card' ? reply.card : reply;
  }
});

function titlesOf(reply: ExtensionReply): string[] {
  return (reply.composeExtension?.attachments ?? []).map(({ preview }) => preview.content.title);
}

function linkTo(target: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: target }));
  return `https://teams.microsoft.com/l/entity/kundencockpit/customer?context=${context}`;
}

function envelope(world: BotWorld) {
  const tenantId = world.people.anna.organizationId;
  return {
    type: 'invoke',
    name: 'composeExtension/query',
    id: crypto.randomUUID(),
    channelId: 'msteams',
    serviceUrl: world.connector.channel.issuer,
    from: { id: '29:anna', aadObjectId: world.people.anna.entraOid },
    recipient: { id: '28:bot' },
    conversation: { id: '19:x@thread.v2', tenantId },
    channelData: { tenant: { id: tenantId } },
    value: { commandId: 'customers', parameters: [{ name: 'text', value: 'Hollerbach' }] },
  };
}

async function signed(world: BotWorld, body: object): Promise<Response> {
  return fetch(`${world.base}/bot/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await world.connector.signer.signForBot()}`,
    },
    body: JSON.stringify(body),
  });
}
