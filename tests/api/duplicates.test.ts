// Duplicates over HTTP: offered before creating, and listed at night.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCustomer } from '#contract/customer.ts';
import {
  dismissDuplicate,
  findSimilarContacts,
  findSimilarCustomers,
  listDuplicates,
} from '#contract/duplicate.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { scanDuplicates } from '#api/duplicates/scan.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { databases } from '#tests/support/databases.ts';
import { storePair } from '#tests/support/duplicate-pair.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('duplicates on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const pairOf = (winner: object = {}, loser: object = {}) => storePair(world, winner, loser);

  describe('before creating', () => {
    test('the same firm in another spelling is offered with its reasons, another firm is not', async () => {
      await world.given.customer({
        name: 'Fensterbau Quandt GmbH',
        street: 'Hauptstr. 3',
        postcode: '70173',
      });
      await world.given.customer({ name: 'Fensterbau Zeller GmbH', street: 'Seeweg 1', postcode: '70173' });
      await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));

      const { status, body } = await world.call('anna', findSimilarCustomers, {
        name: 'Quandt Fensterbau',
        street: 'Hauptstraße 3',
        postcode: '70173',
      });

      expect(status).toBe(200);
      expect(body.items.map((one) => one.customer.name)).toEqual(['Fensterbau Quandt GmbH']);
      expect(body.items[0]?.reasons).toEqual(['same_name', 'same_address']);
    });

    test('an address, a number, a telephone: each alone is a reason; a free-mail domain is none', async () => {
      const known = await world.given.customer({
        name: 'Kowalke Torbau AG',
        number: '77001',
        phone: '0711 4711',
        phone_normalized: '+497114711',
      });
      await world.given.contact({ customer_id: known.id, emails: ['jan@kowalke.test', 'kowalke@gmx.de'] });
      const reasons = async (input: object) =>
        (await world.call('anna', findSimilarCustomers, { name: 'Ganz Anders', ...input })).body.items
          .filter((one) => one.customer.id === known.id)
          .flatMap((one) => one.reasons);

      expect(await reasons({ number: '77001' })).toContain('same_number');
      expect(await reasons({ emails: ['Jan@Kowalke.test'] })).toContain('same_email');
      expect(await reasons({ emails: ['jemand@gmx.de'] })).toEqual([]);
      expect(await reasons({ name: 'Kowalke', phones: ['+49 711 4711'] })).toContain('same_phone');
    });

    test('whom one does not see is not offered', async () => {
      await world.given.customer({
        name: 'Nordlicht Reeder GmbH',
        number: '77002',
        owner_id: people.ben.id,
        territory_id: territories.north.id,
      });
      const { body } = await world.call('anna', findSimilarCustomers, { number: '77002' });
      expect(body.items).toEqual([]);
      expect((await world.call('ben', findSimilarCustomers, { number: '77002' })).body.items).toHaveLength(1);
    });

    test('a contact is offered by address anywhere, by name at its customer', async () => {
      const customer = await world.given.customer();
      const there = await world.given.contact({
        customer_id: customer.id,
        name: 'Thomas Berger',
        emails: ['t.berger@there.test'],
      });
      const ask = async (input: object) =>
        (await world.call('anna', findSimilarContacts, { customerId: customer.id, ...input })).body.items;
      expect(await ask({ name: 'T. Berger' })).toMatchObject([{ id: there.id, reasons: ['same_name'] }]);
      expect(await ask({ name: 'Wer', emails: ['T.Berger@there.test'] })).toMatchObject([
        { reasons: ['same_email'] },
      ]);
      expect(await ask({ name: 'Clara Berger' })).toEqual([]);
    });
  });

  describe('the nightly list', () => {
    const scan = () => scanDuplicates(world.deps, { organizationId: demoTenantId, today: '2026-09-03' });
    const listed = async (state: 'open' | 'dismissed' = 'open') =>
      (await world.call('anna', listDuplicates, { state, limit: 100 })).body.items;

    test('finds the pair, never merges it, and a dismissed one stays dismissed', async () => {
      const { one, other } = await pairOf({ name: 'Metallbau Oswaldt GmbH' }, { name: 'Oswaldt Metallbau' });
      await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
      await scan();
      const ofPair = async (state: 'open' | 'dismissed' = 'open') =>
        (await listed(state)).filter((pair) => [pair.one.id, pair.other.id].includes(one.id));
      const [pair] = await ofPair();
      expect([pair?.one.id, pair?.other.id].sort()).toEqual([one.id, other.id].sort());
      expect(pair?.reasons).toContain('same_name');
      expect((await world.call('anna', getCustomer, { id: other.id })).body.archivedAt).toBeNull();

      await world.call('anna', dismissDuplicate, { id: pair?.id ?? '' });
      await scan();

      expect(await ofPair()).toEqual([]);
      expect(await ofPair('dismissed')).toMatchObject([{ dismissed: { by: { name: 'Anna Brandl' } } }]);
      expect((await world.call('ben', dismissDuplicate, { id: pair?.id ?? '' })).status).toBe(404);
      expect((await world.call('dieter', listDuplicates, {})).status).toBe(403);
    });
  });
});
