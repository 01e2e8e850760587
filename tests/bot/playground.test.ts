// The bot driven by Microsoft's Agents Playground: a foreign client shows our card, presses its button, sees it edited in place.
import type { Server } from 'node:http';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities } from '#contract/activity.ts';
import { getComplaint, reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { composeBot } from '#api/compose-bot.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { CardPoster } from '#api/outside/card-poster.ts';
import { launchChromium } from '#tests/support/browser.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { freePort } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import type { Playground } from '#tests/support/playground.ts';
import { startPlayground } from '#tests/support/playground.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';
import { indexAll } from './extension-case.ts';

const botId = '22222222-2222-4222-8222-222222222222';
/** The Playground speaks English, so the bot does. */
const patience = { timeout: 15_000 };

describe('in the Agents Playground', { timeout: 90_000 }, () => {
  let world: World;
  let playground: Playground;
  let server: Server;
  let browser: Browser;
  let page: Page;
  let botUrl = '';
  const received: { name?: string; value?: unknown }[] = [];

  beforeAll(async () => {
    const late: { cards: CardPoster | null } = { cards: null };
    const need = () => late.cards ?? missing();
    const cards: CardPoster = {
      available: true,
      post: (...given) => need().post(...given),
      update: (...given) => need().update(...given),
    };
    const now = new Date('2026-09-03T13:20:00+02:00');
    world = await createWorld({ database: 'pglite', now, deps: () => ({ cards }) });
    const [botPort, port] = [await freePort(), await freePort()];
    botUrl = `http://localhost:${botPort}/bot/messages`;
    const serviceUrl = `http://localhost:${port}/_connector`;
    const bot = await composeBot(() => world.deps, world.deps.log, {
      appId: botId,
      getToken: () => Promise.resolve(unsignedToken(serviceUrl)),
      tenantId: demoTenantId,
      serviceUrl,
      skipsSdkTokenCheck: true,
      guard: {
        issuer: 'https://api.botframework.com',
        keysUrl: 'https://login.botframework.com/v1/.well-known/keys',
        tenants: [demoTenantId],
        isTrustedServiceUrl: () => false,
        allowAnonymousLoopback: true,
      },
    });
    late.cards = bot.cards;
    const app = express().use(express.json(), (request, _response, next) => {
      if (request.body) received.push(request.body as { name?: string });
      next();
    });
    bot.mount(app);
    server = await new Promise<Server>((resolve) => {
      const listening = app.listen(botPort, 'localhost', () => resolve(listening));
    });
    playground = await startPlayground({ port, botUrl, botId, person: people.petra });
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1400, height: 1400 } });
    await context.route(
      (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
      (route) => route.abort(),
    );
    page = await context.newPage();
    await page.goto(playground.url);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    await world?.close();
  });

  async function write(text: string) {
    await page.getByRole('textbox').last().click();
    await page.keyboard.type(text);
    await page.getByRole('button', { name: 'Send Message' }).click();
  }

  test('the bot says hello when it is installed, and helps', async () => {
    await page.getByText('Escalated complaints appear here').last().waitFor(patience);

    await write('help');

    await page.getByText('You can write').last().waitFor(patience);
  });

  test('the card arrives, is decided by a press, is edited in place, and acts once', async () => {
    const { customer } = await storeHollerbach(world);
    const { body } = await world.call('jonas', reportComplaint, buildReport(customer.id));
    const { id, number } = body.complaint;
    const text = (words: string) => page.getByText(words);

    await world.runJobs();
    await text('Your decision by today, 17:00').last().waitFor(patience);
    const { version } = (await world.call('anna', getComplaint, { id })).body.complaint;
    await world.call('anna', updateComplaint, { id, title: 'Fünf Schließer lecken' }, { ifMatch: version });
    await world.runJobs();
    await text('Fünf Schließer lecken').last().waitFor(patience);
    expect(await text(number).count()).toBe(1);
    expect(await text('4 Türschließer verlieren Öl').count()).toBe(0);

    await page.getByRole('button', { name: 'Approve proposal' }).last().click();
    await text('Decided by Petra Lohmann').last().waitFor(patience);
    await world.runJobs();
    // Teams sends a press again when the answer takes too long
    const press = received.find(({ value }) => JSON.stringify(value ?? '').includes('approve'));
    const again = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(press),
    });

    const shown = await world.call('petra', getComplaint, { id });
    expect(await text(number).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Approve proposal' }).count()).toBe(0);
    expect(await again.text()).toContain('Decided by Petra Lohmann');
    expect(shown.body.events.filter(({ kind }) => kind === 'escalation_decided')).toHaveLength(1);
    expect(shown.body.complaint.escalation?.decision?.by.name).toBe('Petra Lohmann');
  });

  test('a message is logged by its action, once', async () => {
    const customer = await world.given.customer({ name: 'Sandkasten Metallbau GmbH' });
    await world.given.contact({ customer_id: customer.id, emails: ['m.muster@sandkasten-metallbau.test'] });

    await write('Question of m.muster@sandkasten-metallbau.test: two plates are missing');
    await page.getByText('I did not understand that').last().waitFor(patience);
    const menus = page.getByRole('button', { name: 'Show more information' });
    await menus.nth((await menus.count()) - 2).click({ force: true });
    await page.getByRole('menuitem', { name: 'Action Command' }).click();
    await page.getByPlaceholder('Input command id or leave blanks').fill('message_log');
    await page.getByRole('radio').first().check({ force: true });
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText(/matched by m\.muster@sandkasten/).waitFor(patience);
    await page.getByRole('button', { name: 'Log', exact: true }).click();
    await page.getByText('Logged to Sandkasten Metallbau GmbH').last().waitFor(patience);
    const press = received.findLast(({ name }) => name === 'composeExtension/submitAction');
    const again = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(press),
    });

    const { items } = (await world.call('petra', listActivities, { customerId: customer.id })).body;
    expect(await again.text()).toContain('Logged to Sandkasten Metallbau GmbH');
    expect(items).toMatchObject([{ kind: 'chat', loggedBy: { name: 'Petra Lohmann' } }]);
  });

  test('a customer is found by the search and inserted as a card', async () => {
    await world.given.customer({ name: 'Probierstein Metallbau GmbH' });
    await indexAll(world);
    await page.goto(playground.url);

    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByRole('menuitem', { name: 'Search Command' }).click();
    await page.getByPlaceholder('Enter a search term').fill('Probierstein');
    await page.keyboard.press('Enter');
    await page.getByText('Probierstein Metallbau GmbH').last().click(patience);
    await page.getByText('Only those entitled see more.').last().waitFor(patience);
  });
});

function missing(): never {
  throw new Error('The bot is not there yet.');
}

/** The SDK only looks into it; the Playground asks for none. */
function unsignedToken(serviceUrl: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { appid: botId, serviceurl: serviceUrl, exp: 4_102_444_800 };
  return `${part({ alg: 'none' })}.${part(claims)}.x`;
}
