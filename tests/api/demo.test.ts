// The demo as it is started: sample people, mails and data that stay, a reset, and nothing of it with a real tenant.
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCockpit } from '#contract/cockpit.ts';
import { getComplaintAnalysis } from '#contract/complaint-analysis.ts';
import { createCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import * as demo from '#contract/demo.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { getMyDay } from '#contract/day.ts';
import { createFollowUp, getFollowUp, listFollowUps } from '#contract/follow-up.ts';
import { getClientConfig } from '#contract/user.ts';
import { readConfig } from '#api/config.ts';
import { listen, stopListening } from '#api/listen.ts';
import { createMain } from '#api/main.ts';
import type { Main } from '#api/main.ts';
import { callEndpoint } from '#tests/support/call.ts';
import type { CallOptions } from '#tests/support/call.ts';
import { createTestDatabase, databases, freePort } from '#tests/support/databases.ts';
import type { DatabaseKind } from '#tests/support/databases.ts';

interface Running {
  readonly main: Main;
  readonly servers: Server[];
  readonly url: string;
}

async function startMain(settings: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    LOG_LEVEL: 'silent',
    DEMO_NOW: '2026-09-03T13:58:00+02:00',
    ...settings,
  });
  const main = await createMain(config);
  const servers = await listen(main.app, 'localhost', port);
  main.startJobs();
  return { main, servers, url: `http://127.0.0.1:${port}` };
}

async function stopMain({ main, servers }: Running): Promise<void> {
  await stopListening(servers, 100);
  await main.close();
}

async function placesFor(kind: DatabaseKind): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'kundencockpit-demo-'));
  return {
    DATA_FOLDER: folder,
    ...(kind === 'postgres' ? { DATABASE_URL: await createTestDatabase() } : {}),
  };
}

const tietz = { email: 's.tietz@hollerbach-metallbau.test' };

describe.each(databases)('the demo on %s', { timeout: 60_000 }, (kind) => {
  let places: Record<string, string>;
  let running: Running;
  beforeAll(async () => {
    places = await placesFor(kind);
    running = await startMain(places);
  }, 120_000);
  afterAll(async () => {
    await stopMain(running);
    await rm(places['DATA_FOLDER'] ?? '', { recursive: true });
  });

  async function call<E extends Endpoint>(
    user: string | null,
    endpoint: E,
    input: Input<E>,
    more: CallOptions = {},
  ) {
    if (user === null) return callEndpoint(running.url, endpoint, input, more);
    const { body } = await callEndpoint(running.url, demo.signInToDemo, { user }, {});
    return callEndpoint(running.url, endpoint, input, {
      ...more,
      headers: { authorization: `Bearer ${body.token}` },
    });
  }

  test('offers its people: two territories, manager and deputy, admin, partner', async () => {
    const { body } = await call(null, demo.listDemoUsers, {});

    expect(body.items.map(({ user, role }) => `${user} ${role}`)).toEqual(
      expect.arrayContaining([
        'anna sales',
        'ben sales',
        'dieter partner',
        'holger manager',
        'jonas sales',
        'miriam admin',
        'petra manager',
      ]),
    );
    expect((await call(null, demo.signInToDemo, { user: 'mallory' })).status).toBe(404);
  });

  test('has the lead customer with everything, for those who may see it', async () => {
    const anna = await call('anna', getCockpit, tietz);
    const ben = await call('ben', getCockpit, tietz);

    expect(anna.body).toMatchObject({
      customer: { name: 'Hollerbach Metallbau GmbH', number: '20417', rating: { letter: 'A', digit: '2' } },
      contact: { name: 'Sabine Tietz' },
    });
    expect(ben.status).toBe(404);
  });

  test.each(['the first start', 'a reset'])('has everybody’s follow-ups in To Do after %s', async (after) => {
    if (after === 'a reset') await call(null, demo.resetDemo, {});
    const { transfers } = (await call('anna', getMyDay, {})).body;
    const { items } = (await call('anna', listFollowUps, { mine: 'true' })).body;

    expect(transfers).toMatchObject({ pending: 0, waitingForSignIn: 0, failed: 0 });
    expect(items.length).toBeGreaterThan(10);
    expect(new Set(items.map(({ toDo }) => toDo.state))).toEqual(new Set(['in_to_do']));
  });

  test('sends a follow-up to the To Do of its own Graph', async () => {
    const { customer } = (await call('anna', getCockpit, tietz)).body;
    const made = await call('anna', createFollowUp, {
      customerId: customer.id,
      title: 'Nachfassen',
      dueOn: '2026-09-04',
    });

    const readState = async () => (await call('anna', getFollowUp, { id: made.body.id })).body.toDo;
    await expect
      .poll(readState, { timeout: 30_000, interval: 200 })
      .toMatchObject({ state: 'in_to_do', problem: null });
  });

  test('keeps what was changed over a restart, and forgets it with a reset', async () => {
    const before = (await call('anna', getCockpit, tietz)).body.customer;
    await call(
      'anna',
      updateCustomer,
      { id: before.id, street: 'Neue Straße 1' },
      { ifMatch: before.version },
    );
    await call('anna', createCustomer, { name: 'Neu im Kreis GmbH', domains: ['neu-im-kreis.test'] });

    await stopMain(running);
    running = await startMain(places);
    const kept = (await call('anna', getCockpit, tietz)).body.customer.street;
    const reset = await call(null, demo.resetDemo, {});
    const after = (await call('anna', getCockpit, tietz)).body.customer;
    const names = (await call('petra', listCustomers, { limit: 100 })).body.items.map(
      (customer) => customer.name,
    );

    expect(kept).toBe('Neue Straße 1');
    expect(reset.body).toEqual({ done: true });
    expect(after.street).toBe(before.street);
    expect(names).not.toContain('Neu im Kreis GmbH');
  });

  test('is put back while people go on working', { timeout: 180_000 }, async () => {
    const people = ['anna', 'ben', 'petra', 'dieter'];
    let isOver = false;
    const working = people.map(async (user) => {
      while (!isOver) {
        await call(user, getMyDay, {});
        await call(user, getComplaintAnalysis, { from: '2026-01-01', to: '2026-09-03' }); // writes what it reckons
        await sleep(20); // people, not a flood that is told to come back later
      }
    });

    const reset = await call(null, demo.resetDemo, {});
    isOver = true;
    await Promise.all(working);

    expect(reset.status).toBe(200);
    expect((await call('jonas', getCockpit, tietz)).status).toBe(200);
  });
});

describe('with a tenant configured', () => {
  test('nothing of the demo answers, and a page learns where to sign in', async () => {
    const places = await placesFor('postgres');
    const tenant = '11111111-2222-4333-8444-555555555555';
    const running = await startMain({
      ...places,
      NODE_ENV: 'production',
      ENTRA_TENANT_ID: tenant,
      ENTRA_CLIENT_ID: 'client',
      ENTRA_CLIENT_SECRET: 'top secret',
    });

    const paths = [
      '/demo/users',
      '/demo/graph/v1.0/me',
      '/demo/connector/chats?user=petra',
      '/demo/outlook/',
      '/',
    ];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(running.url + path)).status));
    const signIn = await callEndpoint(running.url, demo.signInToDemo, { user: 'anna' }, {});
    const config = await callEndpoint(running.url, getClientConfig, {}, {});
    await stopMain(running);
    await rm(places['DATA_FOLDER'] ?? '', { recursive: true });

    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    expect(signIn.status).toBe(404);
    expect(config.body).toMatchObject({
      mode: 'entra',
      entra: {
        clientId: 'client',
        authority: `https://login.microsoftonline.com/${tenant}`,
        scope: 'api://client/access_as_user',
      },
    });
    expect(config.text).not.toContain('secret');
  });
});
