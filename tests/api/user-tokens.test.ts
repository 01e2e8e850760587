// Tokens for Graph: exchanged on behalf of the user against a stand-in that speaks Entra's real form, and kept with care.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EntraConfig } from '#api/config.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { createAppTokens } from '#api/outside/app-tokens.ts';
import { createFixedClock } from '#api/outside/clock.ts';
import { createOnBehalfOf } from '#api/outside/on-behalf-of.ts';
import { createUserTokens } from '#api/outside/user-tokens.ts';

const user = { organizationId: demoTenantId, userId: 'anna' };
const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('the exchange with Entra ID', () => {
  let server: Server;
  let entra: EntraConfig;
  let forms: { path: string; form: Record<string, string> }[] = [];
  let answer: { status: number; body: object };
  beforeAll(async () => {
    const app = express().use(express.urlencoded({ extended: false }));
    app.use((request, response) => {
      forms.push({ path: request.path, form: { ...(request.body as Record<string, string>) } });
      response.status(answer.status).json(answer.body);
    });
    server = await new Promise<Server>((resolve) => {
      const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    entra = {
      tenantId: demoTenantId,
      clientId: 'client',
      clientSecret: 'very secret',
      allowedTenants: [demoTenantId],
      authorityUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    forms = [];
    answer = {
      status: 200,
      body: {
        token_type: 'Bearer',
        scope: 'Tasks.ReadWrite',
        expires_in: 3599,
        ext_expires_in: 3599,
        access_token: 'for graph',
      },
    };
  });

  test('sends the assertion in the form of the protocol and answers the token with its end', async () => {
    const token = await createOnBehalfOf(entra)(user, { token: 'from the pane', expiresAt: inAnHour() });

    expect(token.token).toBe('for graph');
    expect(Math.abs(token.expiresAt.getTime() - Date.now() - 3_599_000)).toBeLessThan(10_000);
    expect(forms).toHaveLength(1);
    expect(forms[0]).toMatchObject({
      path: `/${demoTenantId}/oauth2/v2.0/token`,
      form: {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        assertion: 'from the pane',
        client_id: 'client',
        client_secret: 'very secret',
      },
    });
    expect(forms[0]?.form['scope']).toContain('https://graph.microsoft.com/Tasks.ReadWrite');
  });

  test.each([
    [
      'invalid_grant',
      'consent_required',
      'AADSTS65001: The user or administrator has not consented.',
      'consent_required',
    ],
    [
      'invalid_grant',
      'bad_token',
      'AADSTS500133: Assertion is not within its valid time range.',
      'token_expired',
    ],
    [
      'interaction_required',
      'basic_action',
      'AADSTS50076: Due to a configuration change you must use multi-factor authentication.',
      'token_expired',
    ],
    ['invalid_client', '', 'AADSTS7000215: Invalid client secret provided.', 'outside_unavailable'],
    ['temporarily_unavailable', '', 'AADSTS90033: A transient error has occurred.', 'outside_unavailable'],
  ])('%s (%s) becomes our own error', async (error, suberror, description, code) => {
    answer = { status: 400, body: { error, suberror, error_description: description } };

    const exchange = createOnBehalfOf(entra)(user, { token: 'x', expiresAt: inAnHour() });

    await expect(exchange).rejects.toMatchObject({ code });
  });

  test('the app’s own token is asked for once per tenant and kept', async () => {
    const getToken = createAppTokens(entra);

    const tokens = [await getToken(demoTenantId), await getToken(demoTenantId)];

    expect(tokens).toEqual(['for graph', 'for graph']);
    expect(forms).toHaveLength(1);
    expect(forms[0]).toMatchObject({
      path: `/${demoTenantId}/oauth2/v2.0/token`,
      form: {
        grant_type: 'client_credentials',
        client_id: 'client',
        client_secret: 'very secret',
        scope: expect.stringContaining('https://graph.microsoft.com/.default'),
      },
    });
  });

  test('an app that may not have a token says so as our own error', async () => {
    answer = { status: 400, body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid.' } };

    await expect(createAppTokens(entra)(demoTenantId)).rejects.toMatchObject({
      code: 'outside_unavailable',
      retry: false,
    });
  });

  test('no answer at all may be tried again', async () => {
    const nobody = { ...entra, authorityUrl: 'http://127.0.0.1:9' };

    const exchange = createOnBehalfOf(nobody)(user, { token: 'x', expiresAt: inAnHour() });

    await expect(exchange).rejects.toMatchObject({ code: 'outside_unavailable', retry: true });
  });
});

describe('the store of tokens', () => {
  const start = new Date('2026-09-03T11:58:00Z');
  const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

  function setUp() {
    const clock = createFixedClock(start);
    const exchanged: string[] = [];
    const tokens = createUserTokens(clock, async (_user, { token }) => {
      exchanged.push(token);
      return { token: `graph for ${token}`, expiresAt: new Date(clock.now().getTime() + 30 * 60_000) };
    });
    const renewed: string[] = [];
    tokens.onRenewed(({ userId }) => renewed.push(userId));
    return { clock, tokens, exchanged, renewed };
  }

  test('someone who has not been here has no token', async () => {
    await expect(setUp().tokens.getGraphToken(user)).rejects.toMatchObject({ code: 'token_expired' });
  });

  test('many calls at once make one exchange, and its token serves until it nearly ends', async () => {
    const { clock, tokens, exchanged } = setUp();
    tokens.remember(user, { token: 'a', expiresAt: after(60) });

    const first = await Promise.all([1, 2, 3].map(() => tokens.getGraphToken(user)));
    clock.set(after(29.5));
    await tokens.getGraphToken(user);

    expect(first).toEqual(['graph for a', 'graph for a', 'graph for a']);
    expect(exchanged).toEqual(['a', 'a']);
  });

  test('an ended sign-in gives no token, and the next request is news once', async () => {
    const { clock, tokens, renewed } = setUp();
    tokens.remember(user, { token: 'a', expiresAt: after(60) });
    tokens.remember(user, { token: 'a', expiresAt: after(60) });
    tokens.remember(user, { token: 'b', expiresAt: after(90) });
    clock.set(after(100));

    const ended = await tokens.getGraphToken(user).catch((error: unknown) => error);
    tokens.remember(user, { token: 'c', expiresAt: after(160) });

    expect(ended).toMatchObject({ code: 'token_expired' });
    expect(await tokens.getGraphToken(user)).toBe('graph for c');
    expect(renewed).toEqual(['anna', 'anna']);
  });

  test('a token is never given to somebody else', async () => {
    const { tokens } = setUp();
    tokens.remember(user, { token: 'a', expiresAt: after(60) });

    await expect(tokens.getGraphToken({ ...user, userId: 'ben' })).rejects.toMatchObject({
      code: 'token_expired',
    });
  });
});
