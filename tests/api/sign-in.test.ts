// Who gets in: tokens of a foreign provider with Entra's rules, every forgery we could think of, and first sight.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublicKey, randomUUID } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMe, listColleagues } from '#contract/user.ts';
import type { EntraConfig } from '#api/config.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { createEntraRules } from '#api/http/entra-rules.ts';
import { createTokenCheck } from '#api/http/token-check.ts';
import { databases, freePort } from '#tests/support/databases.ts';
import { startForeignIssuer } from '#tests/support/foreign-issuer.ts';
import type { ForeignIssuer } from '#tests/support/foreign-issuer.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const clientId = '5c1f0000-0000-4000-8000-00000000c11e';
const anna = people.anna;
const annasClaims = { oid: anna.entraOid, name: anna.name, preferred_username: anna.email };
const systemTime = { now: () => new Date() };

function entraAt(authorityUrl: string): EntraConfig {
  return {
    tenantId: demoTenantId,
    clientId,
    clientSecret: 'secret',
    allowedTenants: [demoTenantId],
    authorityUrl,
  };
}

function meWith(world: World, token: string) {
  return world.call(null, getMe, {}, { headers: { authorization: `Bearer ${token}` } });
}

describe.each(databases)('people of a foreign provider, on %s', (database) => {
  let issuer: ForeignIssuer;
  let world: World;
  beforeAll(async () => {
    issuer = await startForeignIssuer(demoTenantId, clientId);
    const checkToken = createTokenCheck(createEntraRules(entraAt(issuer.authorityUrl)), systemTime);
    world = await createWorld({ database, checkToken, now: new Date() });
  });
  afterAll(async () => {
    await world.close();
    await issuer.close();
  });

  test('a known person is let in with the stored role', async () => {
    const answer = await meWith(world, await issuer.signIn(annasClaims));

    expect(answer.body).toMatchObject({ id: anna.id, name: 'Anna Brandl', role: 'sales' });
  });

  test('the role that the token names counts, and is kept', async () => {
    const answer = await meWith(
      world,
      await issuer.signIn({ ...annasClaims, roles: ['manager', 'unknown'] }),
    );
    const later = await meWith(world, await issuer.signIn(annasClaims));

    expect(answer.body.role).toBe('manager');
    expect(later.body.role).toBe('manager');
  });

  test('a new person with a role is stored at first sight', async () => {
    const nina = { oid: randomUUID(), name: 'Nina Neu', preferred_username: 'Nina.Neu@brenner-lohse.test' };

    const answer = await meWith(world, await issuer.signIn({ ...nina, roles: ['sales'] }));
    const colleagues = await world.call(
      'petra',
      listColleagues,
      {},
      {
        headers: { authorization: `Bearer ${await issuer.signIn({ ...annasClaims })}` },
      },
    );

    expect(answer.body).toMatchObject({
      name: 'Nina Neu',
      email: 'nina.neu@brenner-lohse.test',
      role: 'sales',
    });
    expect(colleagues.body.items.map((colleague) => colleague.name)).toContain('Nina Neu');
  });

  test('the first person of a new tenant brings the organisation with its own domain', async () => {
    const tenantId = randomUUID();
    const other = await startForeignIssuer(tenantId, clientId);
    const entra = { ...entraAt(other.authorityUrl), tenantId, allowedTenants: [tenantId] };
    const checkToken = createTokenCheck(createEntraRules(entra), systemTime);
    const fresh = await createWorld({ database, checkToken, now: new Date() });

    const answer = await meWith(
      fresh,
      await other.signIn({ ...annasClaims, preferred_username: 'anna@neue-firma.test', roles: ['admin'] }),
    );
    await fresh.close();
    await other.close();

    expect(answer.body).toMatchObject({
      role: 'admin',
      organizationName: 'neue-firma.test',
      internalDomains: ['neue-firma.test'],
      territories: [],
    });
  });

  test('a new person without a role is told so', async () => {
    const token = await issuer.signIn({
      oid: randomUUID(),
      name: 'Ohne Rolle',
      preferred_username: 'o@brenner-lohse.test',
    });

    const answer = await meWith(world, token);

    expect(answer.status).toBe(403);
    expect(answer.body.error?.code).toBe('no_role');
  });

  test('twenty first requests at once make one person', async () => {
    const token = await issuer.signIn({
      oid: randomUUID(),
      name: 'Viele',
      preferred_username: 'viele@brenner-lohse.test',
      roles: ['sales'],
    });

    const answers = await Promise.all(Array.from({ length: 20 }, () => meWith(world, token)));

    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
  });

  test('an address that belongs to somebody else is not taken over', async () => {
    const token = await issuer.signIn({ ...annasClaims, oid: randomUUID(), roles: ['admin'] });

    const answer = await meWith(world, token);

    expect(answer.body.error?.code).toBe('no_role');
  });

  test('a token that an app got for itself is refused', async () => {
    const answer = await meWith(world, await issuer.signInApp());

    expect(answer.status).toBe(401);
    expect(answer.body.error?.code).toBe('not_signed_in');
  });
});

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

describe.each(databases)('a live token, on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function change(values: { role?: 'sales' | 'manager' | null; active?: boolean }): Promise<void> {
    await world.deps.db.system((trx) =>
      trx.updateTable('app_user').set(values).where('id', '=', anna.id).execute(),
    );
  }

  test('a changed or withdrawn role counts at the next request', async () => {
    const token = await world.authorizationOf('anna');
    const ask = async () => {
      const answer = await world.call(null, getMe, {}, { headers: { authorization: token } });
      return answer.body.role ?? answer.body.error?.code;
    };

    const before = await ask();
    await change({ role: 'manager' });
    const raised = await ask();
    await change({ role: null });
    const withdrawn = await ask();
    await change({ role: 'sales', active: false });
    const shutOut = await ask();
    await change({ active: true });

    expect([before, raised, withdrawn, shutOut]).toEqual(['sales', 'manager', 'no_role', 'no_role']);
  });

  test('it ends by the clock', async () => {
    const token = await world.authorizationOf('anna');
    const start = world.clock.now();

    world.clock.set(new Date(start.getTime() + 8 * 3_600_000 + 61_000));
    const answer = await world.call(null, getMe, {}, { headers: { authorization: token } });
    world.clock.set(start);

    expect(answer.body.error?.code).toBe('token_expired');
  });
});
