// What comes over the wire before it is any input: encodings, packing, nesting, headers, addresses and methods nobody asked for.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities, logActivity } from '#contract/activity.ts';
import { createCustomer, getCustomer } from '#contract/customer.ts';
import { ErrorBody } from '#contract/errors.ts';
import { buildMail, buildNewCustomer } from '#contract/examples.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { send, sendBytes } from './raw-request.ts';

const json = 'application/json';
const nested = (depth: number, open: string, close: string) =>
  `{"name":${open.repeat(depth)}1${close.repeat(depth)}}`;

describe('over the wire', () => {
  let world: World;
  let authorization: string;
  beforeAll(async () => {
    world = await createWorld({ database: 'pglite' });
    authorization = await world.authorizationOf('anna');
  });
  afterAll(() => world.close());

  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.url}/api/customers`, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { authorization, 'content-type': json, ...headers },
    });
    return { status: response.status, code: ErrorBody.parse(await response.json()).error.code };
  };

  const bodies: [string, () => ReturnType<typeof post>, number[]][] = [
    ['a list nested 200,000 deep', () => post(nested(200_000, '[', ']')), [400]],
    ['objects nested 150,000 deep', () => post(nested(150_000, '{"a":', '}')), [400]],
    ['text in Latin-1 that says it is UTF-8', () => post(Buffer.from('{"name":"Müller"}', 'latin1')), [400]],
    ['a character set nobody has', () => post('{}', { 'content-type': `${json}; charset=klingon` }), [415]],
    [
      'UTF-16 with its mark',
      () => post(Buffer.from('\ufeff{"name":1}', 'utf16le'), { 'content-type': `${json}; charset=utf-16` }),
      [400, 415],
    ],
    ['a packing nobody knows', () => post('{}', { 'content-encoding': 'zip' }), [415]],
    ['gzip that is none', () => post('{"name":1}', { 'content-encoding': 'gzip' }), [400]],
    [
      'half a gzip',
      () => post(gzipSync('{"name":"x"}').subarray(0, 15), { 'content-encoding': 'gzip' }),
      [400],
    ],
    [
      '20 KB that unpack to 20 MB',
      () => post(gzipSync(`"${'x'.repeat(20_000_000)}"`), { 'content-encoding': 'gzip' }),
      [413],
    ],
    [
      'the same by brotli',
      () => post(brotliCompressSync(`"${'x'.repeat(20_000_000)}"`), { 'content-encoding': 'br' }),
      [413],
    ],
    ['a number instead of an object', () => post('7'), [400]],
    [
      'a key that poisons prototypes',
      () => post('{"__proto__":{"role":"admin"},"constructor":{"prototype":1}}'),
      [400],
    ],
    ['a million commas', () => post(`[${','.repeat(1_000_000)}]`), [400]],
    ['a number without end', () => post(`{"name":${'9'.repeat(400_000)}}`), [400]],
  ];
  test.each(bodies)(
    '%s is refused in one sentence',
    async (_title, act, statuses) => {
      const { status, code } = await act();

      expect(statuses, code).toContain(status);
      expect(code).not.toBe('internal');
    },
    20_000,
  );

  test.each([
    '/api/customers/%E0%A4%A',
    '/api/customers/%00',
    '/api/customers/%2e%2e%2fme',
    `/api/customers/${'a'.repeat(8_000)}`,
    '/api/customers/..%5c..%5cetc',
    '/api/customers?limit=1&limit=2',
    '/api/customers?limit=1e3',
    '/api/customers?limit=NaN',
    '/api/customers?__proto__[x]=1',
    '/api/customers?q=%FF%FE',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e',
    '/office-js/..%2f..%2f..%2fpackage.json',
    '/%c0%ae%c0%ae/etc/passwd',
    '//etc/passwd',
    '/api/me/../../etc/passwd',
  ])('the address %s is nobody’s fault but the caller’s', async (path) => {
    const { status, text } = await send(`${world.url}${path}`, { headers: { authorization } });

    expect(status, text).toBeGreaterThanOrEqual(400);
    expect(status, text).toBeLessThan(500);
    expect(text).not.toContain('root:');
    expect(text).not.toContain('node_modules');
  });

  test.each(['PUT', 'TRACE', 'OPTIONS', 'PROPFIND', 'HEAD'])(
    'the method %s changes nothing and fails no server',
    async (method) => {
      const { status } = await send(`${world.url}/api/customers`, { method, headers: { authorization } });

      expect(status).toBeLessThan(500);
    },
  );

  test.each([
    ['a header of 100 KB', `GET /api/me HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      '3,000 headers',
      `GET /api/me HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1\r\n`).join('')}\r\n`,
    ],
    [
      'two lengths',
      'POST /api/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    [
      'a length and pieces at once',
      'POST /api/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    ],
    [
      'a piece without end',
      'POST /api/customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n',
    ],
    ['a NUL in a header', 'GET /api/me HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n'],
    ['no host', 'GET /api/me HTTP/1.1\r\n\r\n'],
    ['another language', 'HELO mail.example.com\r\n\r\n'],
  ])('%s is answered with 4xx, and the next request is served', async (_title, bytes) => {
    const answer = await sendBytes(world.url, bytes.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    const next = await fetch(`${world.url}/healthz`);

    expect(answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer), answer.slice(0, 200)).toBe(true);
    expect(next.status).toBe(200);
  });

  test.each([
    '*',
    '1',
    '"1',
    '"-1"',
    '"1e0"',
    '"0x1"',
    '"1", "2"',
    '"99999999999999999999"',
    '""',
    'W/1',
    `"${'1'.repeat(5_000)}"`,
  ])('If-Match %s changes nothing', async (ifMatch) => {
    const customer = await world.given.customer({ name: 'Unberührt GmbH' });
    const response = await fetch(`${world.url}/api/customers/${customer.id}`, {
      method: 'PATCH',
      body: '{"name":"Verändert GmbH"}',
      headers: { authorization, 'content-type': json, 'if-match': ifMatch },
    });

    expect(response.status).toBe(400);
    const after = await world.call('anna', getCustomer, { id: customer.id });
    expect(JSON.stringify(after.body)).not.toContain('Verändert GmbH');
  });
});

describe.each(databases)('mails as they come, on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH' })).id;
  });
  afterAll(() => world.close());

  let number = 0;
  const mailWith = (change: Parameters<typeof buildMail>[0]) =>
    buildMail({ messageId: `<wire-${(number += 1)}@hollerbach-metallbau.test>`, ...change });
  const log = (change: Parameters<typeof buildMail>[0]) =>
    world.call('anna', logActivity, { customerId, mail: mailWith(change) });
  const people = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `Person ${n}`, address: `p${n}@verteiler.test` }));

  test.each<[string, Parameters<typeof buildMail>[0]]>([
    ['no subject and no text', { subject: '', bodyText: '' }],
    ['500 recipients', { to: people(500), cc: people(500) }],
    ['a text of nothing but line ends', { bodyText: '\r\n'.repeat(200_000) }],
    ['a text of nothing but signs of quoting', { bodyText: '> '.repeat(200_000) }],
    [
      'NUL, halves of characters and marks of direction',
      { subject: 'a\0b\ud800c\u202ed', bodyText: '\udfff\0' },
    ],
    [
      'a name that is markup',
      { from: { name: '<img src=x onerror=alert(1)>', address: 's.tietz@hollerbach-metallbau.test' } },
    ],
    ['an address that is none', { from: { name: '', address: 'undisclosed-recipients:;' } }],
    ['an empty address', { from: { name: '', address: '' } }],
    ['a date before dates', { sentAt: '0001-01-01T00:00:00Z' }],
    ['a date after all dates', { sentAt: '9999-12-31T23:59:59Z' }],
    [
      'an attachment of 40 MB',
      {
        attachments: [
          { id: 'a', name: 'film.mp4', contentType: 'video/mp4', sizeBytes: 40_000_000, isInline: false },
        ],
      },
    ],
    [
      'an attachment larger than any disk',
      {
        attachments: [
          {
            id: 'a',
            name: '../../x\0.exe',
            contentType: '',
            sizeBytes: Number.MAX_SAFE_INTEGER,
            isInline: false,
          },
        ],
      },
    ],
  ])(
    '%s: logged once or refused in words, never our fault',
    async (_title, change) => {
      const { status, body } = await log(change);

      expect([200, 400], JSON.stringify(body).slice(0, 500)).toContain(status);
    },
    30_000,
  );

  test('more recipients, more text or another shape than allowed is refused field by field', async () => {
    const tooMany = await log({ to: people(1_001) });
    const tooLong = await log({ bodyText: 'x'.repeat(500_001) });

    expect([tooMany.status, tooMany.body.error?.fields]).toEqual([
      400,
      [{ path: 'mail.to', problem: 'too_large' }],
    ]);
    expect([tooLong.status, tooLong.body.error?.fields]).toEqual([
      400,
      [{ path: 'mail.bodyText', problem: 'too_large' }],
    ]);
  });

  test('one mail logged by twenty requests of two people at once is there once', async () => {
    const mail = mailWith({ subject: 'Zwanzigmal' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world.call(n % 2 === 0 ? 'anna' : 'jonas', logActivity, { customerId, mail }),
      ),
    );
    const { body } = await world.call('petra', listActivities, { customerId });

    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(JSON.stringify(body).split('"Zwanzigmal"').length - 1).toBe(1);
  });

  test('the same key of two people is two records; of one person with another input it is refused', async () => {
    const input = buildNewCustomer({ ownerId: world.people.anna.id, name: 'Schlüsselfrage GmbH' });
    const first = await world.call('anna', createCustomer, input, { idempotencyKey: 'gleich' });
    const other = await world.call(
      'jonas',
      createCustomer,
      { ...input, name: 'Andere GmbH' },
      { idempotencyKey: 'gleich' },
    );
    const changed = await world.call(
      'anna',
      createCustomer,
      { ...input, name: 'Dritte GmbH' },
      { idempotencyKey: 'gleich' },
    );

    expect([first.status, other.status, changed.status]).toEqual([200, 200, 422]);
    expect(JSON.stringify(other.body)).toContain('Andere GmbH');
  });
});
