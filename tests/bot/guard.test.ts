// The gate in front of the bot with forged tokens: refused, without a word why, and without a connection to anywhere.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GuardOptions, Refusal } from '#teams-app/bot/guard.ts';
import { createGuard, isMicrosoftServiceUrl } from '#teams-app/bot/guard.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const tenant = '72f988bf-0000-4000-8000-000000000001';
const foreignTenant = '99999999-0000-4000-8000-000000000002';
const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

const activity = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl,
  id: '1',
  from: { id: '29:x', name: 'Mia', aadObjectId: 'the-managers' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
};

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

describe('the guard', () => {
  let ours: KeyPair;
  let other: KeyPair;
  let published: JWK[];
  let url: string;
  let close: () => void;
  let reads = 0;
  let passed = 0;
  let refusals: Refusal[] = [];
  const evil = createServer((_request, response) => {
    evilHits += 1;
    response.end();
  });
  let evilHits = 0;

  beforeAll(async () => {
    ours = await generateKeyPair('RS256', { extractable: true });
    other = await generateKeyPair('RS256', { extractable: true });
    const publicKey = await exportJWK(ours.publicKey);
    published = [
      { ...publicKey, kid: 'k1', endorsements: ['msteams'] } as JWK,
      { ...publicKey, kid: 'webchat', endorsements: ['webchat'] } as JWK,
    ];
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const server = createServer(build());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => {
    close();
    evil.close();
  });
  beforeEach(() => {
    passed = 0;
    refusals = [];
    evilHits = 0;
  });

  function build(change: Partial<GuardOptions> = {}) {
    const guard = createGuard({
      appId,
      issuer,
      keysUrl: 'https://login.botframework.com/v1/.well-known/keys',
      tenants: [tenant],
      isTrustedServiceUrl: isMicrosoftServiceUrl,
      fetchKeys: () => {
        reads += 1;
        return Promise.resolve(published);
      },
      onRefused: (why) => refusals.push(why),
      ...change,
    });
    return express().post('/', express.json(), guard, (_request, response) => {
      passed += 1;
      response.json({ ok: true });
    });
  }

  interface Forged {
    readonly claims?: Record<string, unknown>;
    readonly kid?: string;
    readonly by?: KeyPair;
    readonly expires?: number;
  }

  function sign({ claims = {}, kid = 'k1', by = ours, expires = 3600 }: Forged = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: issuer, aud: appId, serviceurl: serviceUrl, exp: now + expires, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(by.privateKey);
  }

  async function send(token: string | null, body: unknown = activity, to = url) {
    const response = await fetch(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  test('lets Teams through', async () => {
    expect((await send(await sign())).status).toBe(200);
    expect(passed).toBe(1);
  });

  test('a token just run out is forgiven for five minutes, not for ten', async () => {
    expect((await send(await sign({ expires: -240 }))).status).toBe(200);
    expect((await send(await sign({ expires: -600 }))).status).toBe(401);
  });

  describe('refuses what is not from Teams, for us, about our tenant', () => {
    const evilUrl = () => `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`;
    const without = (name: string) =>
      Object.fromEntries(Object.entries(activity).filter(([key]) => key !== name));

    test.each<[string, number, () => Promise<{ token: string | null; body?: unknown }>]>([
      ['no token', 401, async () => ({ token: null })],
      ['nonsense for a token', 401, async () => ({ token: 'a.b.c' })],
      ['another audience', 401, async () => ({ token: await sign({ claims: { aud: 'other' } }) })],
      ['another issuer', 401, async () => ({ token: await sign({ claims: { iss: 'https://boese.test' } }) })],
      [
        'an Entra token of our own tenant for the bot',
        401,
        async () => ({
          token: await sign({
            claims: { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant, oid: 'x' },
          }),
        }),
      ],
      ['another key', 401, async () => ({ token: await sign({ by: other }) })],
      ['a key nobody published', 401, async () => ({ token: await sign({ kid: 'k9' }) })],
      ['no expiry', 401, async () => ({ token: await sign({ claims: { exp: undefined } }) })],
      ['a key for another channel', 403, async () => ({ token: await sign({ kid: 'webchat' }) })],
      [
        'another channel',
        403,
        async () => ({ token: await sign(), body: { ...activity, channelId: 'webchat' } }),
      ],
      ['no service URL', 403, async () => ({ token: await sign(), body: without('serviceUrl') })],
      [
        'a service URL that the token does not vouch for',
        403,
        async () => ({
          token: await sign({ claims: { serviceurl: 'https://smba.trafficmanager.net/apac/' } }),
        }),
      ],
      [
        'a token that vouches for no service URL',
        403,
        async () => ({ token: await sign({ claims: { serviceurl: undefined } }) }),
      ],
      [
        'an evil service URL, vouched for',
        403,
        async () => ({
          token: await sign({ claims: { serviceurl: evilUrl() } }),
          body: { ...activity, serviceUrl: evilUrl() },
        }),
      ],
      [
        'a host that only looks like Microsoft’s',
        403,
        async () => {
          const fake = 'https://smba.trafficmanager.net.boese.test/';
          return {
            token: await sign({ claims: { serviceurl: fake } }),
            body: { ...activity, serviceUrl: fake },
          };
        },
      ],
      [
        'a foreign tenant',
        403,
        async () => ({
          token: await sign(),
          body: {
            ...activity,
            conversation: { ...activity.conversation, tenantId: foreignTenant },
            channelData: { tenant: { id: foreignTenant } },
          },
        }),
      ],
      [
        'two different tenants',
        403,
        async () => ({
          token: await sign(),
          body: { ...activity, channelData: { tenant: { id: foreignTenant } } },
        }),
      ],
      [
        'no tenant',
        403,
        async () => ({
          token: await sign(),
          body: { ...activity, conversation: { id: 'a:1' }, channelData: {} },
        }),
      ],
      ['no sender', 403, async () => ({ token: await sign(), body: without('from') })],
      ['a list for a body', 403, async () => ({ token: await sign(), body: [activity] })],
    ])('%s: %i', async (_what, status, forge) => {
      const { token, body } = await forge();

      const answer = await send(token, body);

      expect(answer.status).toBe(status);
      expect(answer.text).toBe(JSON.stringify({ error: status === 401 ? 'unauthorized' : 'forbidden' }));
      expect(refusals).toHaveLength(1);
      expect(passed).toBe(0);
      expect(evilHits).toBe(0);
    });

    test('a token signed with the public key as a secret', async () => {
      const secret = new TextEncoder().encode(JSON.stringify(published[0]));
      const token = await new SignJWT({ iss: issuer, aud: appId, serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .setExpirationTime('1h')
        .sign(secret);

      expect((await send(token)).status).toBe(401);
    });

    test('an unsigned token', async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = { iss: issuer, aud: appId, serviceurl: serviceUrl, exp: 4_102_444_800 };

      expect((await send(`${part({ alg: 'none' })}.${part(claims)}.x`)).status).toBe(401);
    });
  });

  test('clumsy forgeries do not even make it read keys, unknown keys at most once a minute', async () => {
    reads = 0;
    const app = createServer(build());
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const to = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;

    await send(null, activity, to);
    await send(await sign({ claims: { iss: 'https://boese.test' } }), activity, to);
    await send(await sign(), { ...activity, channelId: 'webchat' }, to);
    expect(reads).toBe(0);
    for (let count = 0; count < 20; count += 1)
      await send(await sign({ kid: `k${count + 50}` }), activity, to);
    expect(reads).toBe(1);
    app.close();
  });

  describe('for the Playground on this machine', () => {
    const local = { ...activity, serviceUrl: 'http://localhost:56150/_connector' };
    const visit = async (body: unknown, headers: Record<string, string> = {}) => {
      const app = createServer(build({ allowAnonymousLoopback: true }));
      await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
      const response = await fetch(`http://127.0.0.1:${(app.address() as AddressInfo).port}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      app.close();
      return response.status;
    };

    test('lets requests without a token in, but only to be answered here', async () => {
      expect(await visit(local)).toBe(200);
      expect(await visit({ ...local, serviceUrl: 'https://boese.test/' })).toBe(403);
      expect(await visit({ ...local, conversation: { id: 'a:1', tenantId: foreignTenant } })).toBe(403);
    });

    test('not what came through a proxy', async () => {
      expect(await visit(local, { 'x-forwarded-for': '203.0.113.7' })).toBe(401);
    });

    test('not without being asked to', async () => {
      expect((await send(null, local)).status).toBe(401);
    });
  });
});
