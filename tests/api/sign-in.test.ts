// Who gets in: people of a foreign provider with Entra's rules, at first sight and later.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMe, listColleagues } from '#contract/user.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { createEntraRules } from '#api/http/entra-rules.ts';
import { createTokenCheck } from '#api/http/token-check.ts';
import { databases } from '#tests/support/databases.ts';
import { startForeignIssuer } from '#tests/support/foreign-issuer.ts';
import type { ForeignIssuer } from '#tests/support/foreign-issuer.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { clientId, anna, annasClaims, systemTime, entraAt, meWith } from '#tests/support/entra-case.ts';

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
