// Tokens by Entra's rules: every forgery we could think of, and those worn out.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublicKey, randomUUID } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMe } from '#contract/user.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { createEntraRules } from '#api/http/entra-rules.ts';
import { createTokenCheck } from '#api/http/token-check.ts';
import { freePort } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { clientId, annasClaims, systemTime, entraAt, meWith } from '#tests/support/entra-case.ts';

describe('forged and worn-out tokens', () => {
  let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
  let publicJwk: JWK;
  let authority: Server;
  let authorityUrl: string;
  let world: World;
  beforeAll(async () => {
    keys = await generateKeyPair('RS256', { extractable: true });
    publicJwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    authority = createServer((_request, response) => response.end(JSON.stringify({ keys: [publicJwk] })));
    await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
    authorityUrl = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`;
    const checkToken = createTokenCheck(createEntraRules(entraAt(authorityUrl)), systemTime);
    world = await createWorld({ database: 'pglite', checkToken, now: new Date() });
  });
  afterAll(async () => {
    await world.close();
    authority.close();
  });

  const now = () => Math.floor(Date.now() / 1_000);

  function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      iss: `${authorityUrl}/${demoTenantId}/v2.0`,
      aud: clientId,
      tid: demoTenantId,
      ver: '2.0',
      scp: 'access_as_user',
      iat: now() - 10,
      nbf: now() - 10,
      exp: now() + 3_000,
      ...annasClaims,
      ...changes,
    };
  }

  function sign(
    payload: Record<string, unknown>,
    key: CryptoKey | Uint8Array = keys.privateKey,
    alg = 'RS256',
  ) {
    return new SignJWT(payload).setProtectedHeader({ alg, kid: 'one', typ: 'JWT' }).sign(key);
  }

  function unsigned(header: object, payload: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part(header)}.${part(payload)}.`;
  }

  test.each([
    ['the audience is the client id', () => ({})],
    ['the audience is the api:// name', () => ({ aud: `api://${clientId}` })],
    ['several scopes are there', () => ({ scp: 'other access_as_user' })],
    ['it ended a moment ago, within the tolerance', () => ({ exp: now() - 30 })],
  ])('a good token is accepted: %s', async (_title, changes) => {
    expect((await meWith(world, await sign(claims(changes())))).status).toBe(200);
  });

  test.each([
    ['from another issuer', () => ({ iss: `https://login.example/${demoTenantId}/v2.0` })],
    ['from the v1 issuer', () => ({ iss: `https://sts.windows.net/${demoTenantId}/`, ver: '1.0' })],
    ['of version 1', () => ({ ver: '1.0' })],
    ['for another audience', () => ({ aud: '00000003-0000-0000-c000-000000000000' })],
    ['of a tenant that is not allowed', () => ({ tid: randomUUID() })],
    ['whose tenant and issuer differ', () => ({ iss: `${authorityUrl}/${randomUUID()}/v2.0` })],
    ['not valid yet', () => ({ nbf: now() + 300 })],
    ['without an end', () => ({ exp: undefined })],
    ['without a person', () => ({ oid: undefined })],
    ['with a person that is no id', () => ({ oid: "x' or 1=1 --" })],
    ['for an app alone', () => ({ idtyp: 'app', scp: undefined, roles: ['admin'] })],
    ['without our scope', () => ({ scp: 'User.Read' })],
  ])('a token %s is refused', async (_title, changes) => {
    const answer = await meWith(world, await sign(claims(changes())));

    expect(answer.status).toBe(401);
    expect(answer.body.error?.code).toBe('not_signed_in');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('an ended token says that it has ended', async () => {
    const answer = await meWith(world, await sign(claims({ exp: now() - 120 })));

    expect([answer.status, answer.body.error?.code]).toEqual([401, 'token_expired']);
  });

  test('tokens with no signature, the wrong algorithm, a foreign key or a changed payload are refused', async () => {
    const { privateKey: foreignKey } = await generateKeyPair('RS256');
    const pem = createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const good = await sign(claims());
    const [head = '', , signature = ''] = good.split('.');
    const raised = Buffer.from(JSON.stringify(claims({ roles: ['admin'] }))).toString('base64url');
    const forgeries = [
      unsigned({ alg: 'none', typ: 'JWT' }, claims()),
      unsigned({ alg: 'None', kid: 'one' }, claims()),
      await sign(claims(), new TextEncoder().encode(String(pem)), 'HS256'),
      await sign(claims(), foreignKey),
      `${head}.${raised}.${signature}`,
      good.slice(0, -3),
      'not-a-token',
      '..',
      '',
    ];

    for (const forgery of forgeries) {
      const answer = await meWith(world, forgery);
      expect([answer.status, answer.body.error?.code], forgery.slice(0, 40)).toEqual([401, 'not_signed_in']);
    }
  });

  test('nothing but Bearer is understood', async () => {
    const token = await sign(claims());

    for (const authorization of [
      `Basic ${token}`,
      token,
      `Bearer  ${token}`,
      `Bearer ${token} x`,
      'Bearer',
    ]) {
      expect((await world.call(null, getMe, {}, { headers: { authorization } })).status).toBe(401);
    }
  });

  test('while the keys cannot be fetched nobody is let in, and the caller may try again', async () => {
    const checkToken = createTokenCheck(
      createEntraRules(entraAt(`http://127.0.0.1:${await freePort()}`)),
      systemTime,
    );
    const lonely = await createWorld({ database: 'pglite', checkToken, now: new Date() });

    const answer = await meWith(lonely, await sign(claims()));
    await lonely.close();

    expect([answer.status, answer.body.error?.code, answer.body.error?.retry]).toEqual([
      503,
      'unavailable',
      true,
    ]);
  });
});
