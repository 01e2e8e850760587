// What every route promises, whatever it does: headers and clear refusals, also while the database is away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCustomer } from '#contract/customer.ts';
import { ErrorBody } from '#contract/errors.ts';
import { getMe } from '#contract/user.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { createTestDatabase } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

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
