// What every route promises, whatever it does: headers, clear refusals, versions, keys, and no fault of ours for a caller's.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCustomer, getCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { ErrorBody } from '#contract/errors.ts';
import { buildNewCustomer } from '#contract/examples.ts';
import { getMe } from '#contract/user.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { createTestDatabase, databases } from '#tests/support/databases.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const newCustomer = (name: string) =>
  buildNewCustomer({ ownerId: '00000000-0000-4000-8000-000000010001', name });

describe('every answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database: 'pglite' });
  });
  afterAll(() => world.close());

  const send = async (path: string, init: RequestInit = {}) =>
    fetch(`${world.url}${path}`, {
      ...init,
      headers: { authorization: await world.authorizationOf('anna'), ...init.headers },
    });
  const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    send('/api/customers', { method: 'POST', body, headers });

  test.each([
    '/healthz',
    '/readyz',
    '/api/me',
    '/api/client-config',
    '/api/openapi.json',
    '/api/nothing',
    '/nothing',
    '/demo/users',
  ])('of %s carries the security headers and says nothing about the software', async (path) => {
    const { headers } = await fetch(`${world.url}${path}`);

    expect(headers.get('content-security-policy')).toContain('frame-ancestors');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('server')).toBe(false);
  });

  test('of the API is kept by no cache, and is whole even when the caller has an older one', async () => {
    const first = await send('/api/me');
    const again = await send('/api/me', { headers: { 'if-none-match': '*' } });

    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(again.status).toBe(200);
  });

  test('names the request as the caller named it, if that is a plain word', async () => {
    const named = await send('/api/nothing', { headers: { 'x-request-id': 'pane-12345' } });
    const odd = await send('/api/nothing', { headers: { 'x-request-id': '<script>' } });

    expect(ErrorBody.parse(await named.json()).error.requestId).toBe('pane-12345');
    expect(odd.headers.get('x-request-id')).not.toContain('<');
  });

  const large = JSON.stringify({ name: 'x'.repeat(3_000_000) });
  test.each([
    ['broken JSON', () => post('{"name": '), 400, 'malformed_json'],
    [
      'no JSON at all',
      () => post('name=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_media_type',
    ],
    ['a body without a type', () => post(new Uint8Array([123, 125]), {}), 415, 'unsupported_media_type'],
    [
      'an unknown encoding',
      () => post('{}', { 'content-type': 'application/json', 'content-encoding': 'zip' }),
      415,
      'unsupported_media_type',
    ],
    [
      'an unknown character set',
      () => post('{}', { 'content-type': 'application/json; charset=x-none' }),
      415,
      'unsupported_media_type',
    ],
    ['a list instead of an object', () => post('[1, 2]'), 400, 'invalid_input'],
    ['a bare word', () => post('"name"'), 400, 'malformed_json'],
    ['three megabytes', () => post(large), 413, 'too_large'],
    ['the wrong method', () => send('/api/customers', { method: 'DELETE' }), 405, 'method_not_allowed'],
    ['an unknown path', () => send('/api/kunden'), 404, 'not_found'],
    ['a path that cannot be decoded', () => send('/api/customers/%E0%A4%A'), 400, 'invalid_input'],
    ['an id that is none', () => send("/api/customers/1'%20or%201=1--"), 400, 'invalid_input'],
    ['an unknown query field', () => send('/api/me?admin=true'), 400, 'invalid_input'],
    ['a query field given twice', () => send('/api/customers?limit=1&limit=2'), 400, 'invalid_input'],
    ['a cursor that is none', () => send('/api/customers?cursor=abc'), 400, 'invalid_input'],
  ])('to %s is a clear refusal', async (_title, request, status, code) => {
    const response = await request();

    expect([response.status, ErrorBody.parse(await response.json()).error.code]).toEqual([status, code]);
  });

  test('to the wrong method names the right ones', async () => {
    const response = await send('/api/customers', { method: 'DELETE' });

    expect(response.headers.get('allow')).toBe('POST, GET');
  });

  test('to a form on a foreign page is a refusal', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };

    const reset = await fetch(`${world.url}/demo/reset`, { method: 'POST', headers: foreign });
    const own = await fetch(`${world.url}/demo/reset`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });

    expect([reset.status, own.status]).toEqual([403, 200]);
  });

  test('to wrong fields names each of them', async () => {
    const response = await post(
      JSON.stringify({ name: '', kind: 'group', employees: 3, contact: { emails: ['no address'] } }),
    );
    const { fields } = ErrorBody.parse(await response.json()).error;

    expect(fields).toEqual(
      expect.arrayContaining([
        { path: 'name', problem: 'too_small' },
        { path: 'kind', problem: 'not_allowed' },
        { path: 'employees', problem: 'unknown' },
        { path: 'contact.name', problem: 'missing' },
        { path: 'contact.emails.0', problem: 'wrong_format' },
      ]),
    );
  });

  test('before the sign-in is the same, whatever was sent', async () => {
    const answers = await Promise.all(
      ['{"name": ', large, '{}'].map((body) =>
        fetch(`${world.url}/api/customers`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        }),
      ),
    );

    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
  });
});

describe.each(databases)('versions and keys, on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  test('a change needs the version, and a stale one gets the row as it is now', async () => {
    const { id } = await world.given.customer({ name: 'Alt GmbH' });

    const read = await world.call('anna', getCustomer, { id });
    const without = await world.call('anna', updateCustomer, { id, name: 'Neu GmbH' });
    const odd = await world.call('anna', updateCustomer, { id, name: 'Neu GmbH' }, { ifMatch: '*' });
    const good = await world.call(
      'anna',
      updateCustomer,
      { id, name: 'Neu GmbH' },
      { ifMatch: read.headers.get('etag') ?? '' },
    );
    const stale = await world.call('anna', updateCustomer, { id, name: 'Zu spät GmbH' }, { ifMatch: 1 });

    expect(read.headers.get('etag')).toBe('"1"');
    expect([without.status, without.body.error?.code]).toEqual([428, 'version_required']);
    expect([odd.status, odd.body.error?.fields]).toEqual([
      400,
      [{ path: 'If-Match', problem: 'wrong_format' }],
    ]);
    expect([good.status, good.headers.get('etag'), good.body.name]).toEqual([200, '"2"', 'Neu GmbH']);
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'stale_version']);
    expect(stale.body.error?.current).toMatchObject({ name: 'Neu GmbH', version: 2 });
  });

  test('two changes of the same version at once: one wins, one is told', async () => {
    const { id } = await world.given.customer();

    const answers = await Promise.all(
      ['Eins GmbH', 'Zwei GmbH'].map((name) =>
        world.call('anna', updateCustomer, { id, name }, { ifMatch: 1 }),
      ),
    );

    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  test('twenty equal requests at once with one key make one record', async () => {
    const idempotencyKey = crypto.randomUUID();
    const send = () => world.call('anna', createCustomer, newCustomer('Zwanzig GmbH'), { idempotencyKey });

    const answers = await Promise.all(Array.from({ length: 20 }, send));
    const later = await send();
    const all = await world.call('anna', listCustomers, { limit: 100 });

    const good = answers.filter((answer) => answer.status === 200);
    const running = answers.filter((answer) => answer.body.error?.code === 'idempotency_running');
    expect(good.length).toBeGreaterThan(0);
    expect(good.length + running.length).toBe(20);
    expect(new Set([...good, later].map((answer) => answer.text)).size).toBe(1);
    expect(all.body.items.filter((customer) => customer.name === 'Zwanzig GmbH')).toHaveLength(1);
  });

  test('a key belongs to its input, its endpoint and its user', async () => {
    const idempotencyKey = 'my-key';
    const first = await world.call('anna', createCustomer, newCustomer('Schlüssel GmbH'), { idempotencyKey });

    const other = await world.call('anna', createCustomer, newCustomer('Anders GmbH'), { idempotencyKey });
    const otherUser = await world.call('petra', createCustomer, newCustomer('Schlüssel 2 GmbH'), {
      idempotencyKey,
    });

    expect(first.status).toBe(200);
    expect([other.status, other.body.error?.code]).toEqual([422, 'idempotency_mismatch']);
    expect(otherUser.status).toBe(200);
  });

  test('the kept answer is forgotten after two days', async () => {
    const idempotencyKey = 'long-ago';
    const send = (name: string) => world.call('anna', createCustomer, newCustomer(name), { idempotencyKey });
    const start = world.clock.now();
    await send('Vorgestern GmbH');

    world.clock.set(new Date(start.getTime() + 47 * 3_600_000));
    await world.runSweeps();
    const kept = await send('Anders GmbH');
    world.clock.set(new Date(start.getTime() + 49 * 3_600_000));
    await world.runSweeps();
    const forgotten = await send('Anders GmbH');
    world.clock.set(start);

    expect([kept.status, forgotten.status]).toEqual([422, 200]);
  });

  test('a refused request leaves its key free', async () => {
    const idempotencyKey = 'try-again';
    const nobody = '00000000-0000-4000-8000-0000000fffff';

    const refused = await world.call(
      'anna',
      createCustomer,
      { ...newCustomer('Wieder GmbH'), ownerId: nobody },
      { idempotencyKey },
    );
    const good = await world.call('anna', createCustomer, newCustomer('Wieder GmbH'), { idempotencyKey });

    expect([refused.status, good.status]).toEqual([400, 200]);
  });

  test.each(['', ' ', 'ü', 'x'.repeat(201)])('the key "%s" is refused', async (key) => {
    const headers = {
      'idempotency-key': encodeURIComponent(key) === key ? key : Buffer.from(key).toString('latin1'),
    };

    const answer = await world.call('anna', createCustomer, newCustomer('Nie GmbH'), { headers });

    expect([answer.status, answer.body.error?.fields?.[0]?.path]).toEqual([400, 'Idempotency-Key']);
  });
});

describe.each(databases)('arbitrary input, on %s', (database) => {
  let world: World;
  let ids: Ids;
  beforeAll(async () => {
    world = await createWorld({ database });
    const escalation = await world.given.escalation();
    const { organization_id, customer_id } = await world.given.complaint();
    const about = { organization_id, customer_id };
    const activity = await world.given.activity(about);
    ids = {
      customer: customer_id,
      contact: (await world.given.contact(about)).id,
      activity: activity.id,
      attachment: (await world.given.attachment({ activity_id: activity.id })).id,
      followUp: (await world.given.followUp(about)).id,
      complaint: escalation.complaint_id,
      visit: (await world.given.visit(about)).id,
    };
  });
  afterAll(() => world.close());

  const odd = fc.oneof(
    fc.constantFrom<unknown>(...[null, undefined, true, [], {}, -1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308]),
    fc.constantFrom<unknown>(...['', ' ', '\0', 'a\0b', '\ud800', '%', "'", '0'.repeat(400), 'İ', '\u202e']),
    fc.constantFrom<unknown>(...['0000-01-01', '9999-12-31', '2026-02-30', '0000-01-01T00:00:00Z']),
    fc.constantFrom<unknown>(...['9999-12-31T23:59:59.999+00:00', '2026-09-03T24:00:00Z', randomUUID()]),
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
  );

  test('is never our fault, whichever field of a good call it stands in', { timeout: 180_000 }, async () => {
    const authorization = await world.authorizationOf('miriam');
    for (const { endpoint, input } of [...callsAbout(ids), ...callsAboutNothing()]) {
      const others = [...fieldsOf(endpoint), 'unknown', '__proto__'].map((name) => [name]);
      const paths = [...pathsOf(input).slice(1), ...others];
      const change = fc.tuple(fc.constantFrom(...paths), odd);
      await fc.assert(
        fc.asyncProperty(change, async ([path, value]) => {
          const changed = putAt(input, path, value) as Record<string, unknown>; // not at its root
          const response = await sendFields(world.url, endpoint, changed, authorization);
          const said = `${endpoint.name} ${path.join('.')} ${JSON.stringify(value)} ${await response.clone().text()}`;
          expect(response.status, said).toBeLessThan(500);
          if (response.status >= 400) ErrorBody.parse(await response.json());
        }),
        { seed: 20260903, numRuns: 40 },
      );
    }
  });
});

/** Every place in the input: its fields, their fields, and so on. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function putAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (String(index) === key ? putAt(inner, rest, put) : inner));
  const fields = Object(value) as Record<string, unknown>; // a path leads through objects
  return { ...fields, [key]: putAt(fields[key], rest, put) };
}

function fieldsOf(endpoint: Endpoint): string[] {
  return 'shape' in endpoint.input ? Object.keys(endpoint.input.shape as object) : [];
}

/** As text that a URL can hold. */
function wellFormed(value: unknown): string {
  return Buffer.from(String(value)).toString();
}

function sendFields(
  url: string,
  endpoint: Endpoint,
  fields: Record<string, unknown>,
  authorization: string,
): Promise<Response> {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(wellFormed(fields[name]) || '0'),
  );
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name)));
  const headers = { authorization, 'content-type': 'application/json', 'if-match': '"1"' };
  if (endpoint.method === 'POST' || endpoint.method === 'PATCH') {
    return fetch(`${url}${path}`, { method: endpoint.method, headers, body: JSON.stringify(rest) });
  }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, wellFormed(value)]));
  return fetch(`${url}${path}?${query.toString()}`, { method: endpoint.method, headers });
}

describe('when the database drops every connection', () => {
  test('callers may try again, and the next request works', async () => {
    const url = await createTestDatabase();
    const db = openPostgres(url, { warn: () => undefined });
    const killer = openPostgres(url, { warn: () => undefined }, 1);
    const world = await createWorld({ database: 'postgres', db });
    const { id } = await world.given.customer();
    const ask = () => world.call('anna', getCustomer, { id });

    const load = Array.from({ length: 40 }, (_, index) =>
      index === 20
        ? killer.execute(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          )
        : ask(),
    );
    const answers = (await Promise.all(load)).filter((answer) => 'status' in answer);
    const after = await ask();
    await killer.close();
    await world.close();

    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(after.status).toBe(200);
  });
});

describe('without a database', () => {
  test('the server lives, says that it is not ready, and callers may try again', async () => {
    const gone = openPostgres('postgres://nobody@127.0.0.1:9/gone', { warn: () => undefined });
    const world = await createWorld({ database: 'pglite', deps: () => ({ db: gone }) });

    const health = await fetch(`${world.url}/healthz`);
    const ready = await fetch(`${world.url}/readyz`);
    const me = await world.call('anna', getMe, {});
    await world.close();
    await gone.close();

    expect([health.status, ready.status]).toEqual([200, 503]);
    expect([me.status, me.body.error?.code, me.body.error?.retry]).toEqual([503, 'unavailable', true]);
    expect(me.headers.get('retry-after')).toBe('5');
  });
});
