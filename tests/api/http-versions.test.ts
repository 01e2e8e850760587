// What repeats and what collides: versions of a record and keys of a request, over HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCustomer, getCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import { buildNewCustomer } from '#contract/examples.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const newCustomer = (name: string) =>
  buildNewCustomer({ ownerId: '00000000-0000-4000-8000-000000010001', name });

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
