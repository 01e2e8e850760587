// Limits: one person's flood and one address's bad tokens are told to wait; nobody else notices.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ErrorBody } from '#contract/errors.ts';
import { getMe } from '#contract/user.ts';
import type { LimitConfig } from '#api/config.ts';
import { createBotWorld } from '#tests/support/bot-world.ts';
import type { BotWorld } from '#tests/support/bot-world.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const statuses = async (count: number, send: () => Promise<{ status: number }>): Promise<number[]> => {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await send()).status);
  return all;
};

async function openWorld(limits: LimitConfig): Promise<World> {
  return createWorld({ database: 'pglite', config: { limits } });
}

describe('requests of one person', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ requestsPerMinute: 5, refusalsPerMinute: 0 });
  });
  afterAll(() => world.close());

  test('beyond the limit are answered with a clear word and when to come back; others go on', async () => {
    const within = await statuses(5, () => world.call('anna', getMe, {}));
    const beyond = await world.call('anna', getMe, {});
    const another = await world.call('petra', getMe, {});

    expect(within).toEqual([200, 200, 200, 200, 200]);
    expect(beyond.status).toBe(429);
    expect(ErrorBody.parse(beyond.body).error).toMatchObject({ code: 'too_many_requests', retry: true });
    expect(Number(beyond.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(beyond.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(another.status).toBe(200);
  });

  test('leave health and pages alone', async () => {
    expect(await statuses(20, () => fetch(`${world.url}/healthz`))).toEqual(Array(20).fill(200));
  });

  test('are not counted when the limit is 0', async () => {
    const free = await openWorld({ requestsPerMinute: 0, refusalsPerMinute: 0 });

    const all = await statuses(30, () => free.call('anna', getMe, {}));
    await free.close();

    expect(new Set(all)).toEqual(new Set([200]));
  });
});

describe('refused sign-ins', () => {
  let world: World;
  beforeEach(async () => {
    await world?.close();
    world = await openWorld({ requestsPerMinute: 0, refusalsPerMinute: 3 });
  });
  afterAll(() => world.close());

  const sendBad = (forwardedFor?: string) =>
    fetch(`${world.url}/api/me`, {
      headers: {
        authorization: `Bearer ${randomUUID()}`,
        ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
      },
    });

  test('become "wait" after some, while a sign-in that holds still passes from the same address', async () => {
    const refused = await statuses(5, sendBad);
    const last = await sendBad();
    const good = await world.call('anna', getMe, {});

    expect(refused).toEqual([401, 401, 401, 429, 429]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(good.status).toBe(200);
  });

  test('as a flood are not even read any more', async () => {
    await statuses(30, sendBad);

    const good = await world.call('anna', getMe, {});

    expect(good.status).toBe(429);
  });

  test('are counted for the address behind the proxy, not for the proxy', async () => {
    const first = await statuses(4, () => sendBad('203.0.113.7'));
    const other = await sendBad('203.0.113.8');

    expect(first).toEqual([401, 401, 401, 429]);
    expect(other.status).toBe(401);
  });

  test('are counted for a whole IPv6 network, whose owner has addresses without end', async () => {
    const all: number[] = [];
    for (let n = 1; n <= 4; n += 1) all.push((await sendBad(`2001:db8:1:2::${n}`)).status);

    expect(all).toEqual([401, 401, 401, 429]);
  });

  test('with a token that has run out are not counted: it was good once', async () => {
    const authorization = await world.authorizationOf('anna');
    world.clock.set(new Date('2026-09-04T13:58:00+02:00'));

    const all = await statuses(6, () => fetch(`${world.url}/api/me`, { headers: { authorization } }));

    expect(new Set(all)).toEqual(new Set([401]));
  });
});

describe('refused calls of the bot', () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await createBotWorld('pglite', { limits: { requestsPerMinute: 0, refusalsPerMinute: 3 } });
  });
  afterAll(() => world.close());

  const knock = (forwardedFor: string) =>
    fetch(`${world.base}/bot/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
      body: JSON.stringify({ type: 'message', text: 'hallo' }),
    });

  test('end in "wait" for that address, before anything of it is read; Teams itself gets through', async () => {
    const all = await statuses(5, () => knock('203.0.113.7'));
    const { messages } = await world.write('anna', 'hallo');

    expect(all).toEqual([401, 401, 401, 429, 429]);
    expect(messages.at(-1)?.text).toMatch(/^Guten Tag, Anna Brandl/);
  });
});
