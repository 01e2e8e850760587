// What stands beside a customer: whose twin it may be, and who became part of it of late.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dismissDuplicate, listDuplicates, listTwins } from '#contract/duplicate.ts';
import { mergeCustomers, undoMerge } from '#contract/merge.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { scanDuplicates } from '#api/duplicates/scan.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { databases } from '#tests/support/databases.ts';
import { storePair } from '#tests/support/duplicate-pair.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('twins of a customer on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const scan = async () => {
    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
    await scanDuplicates(world.deps, { organizationId: demoTenantId, today: '2026-09-03' });
  };
  const twinsOf = async (customerId: string, user: 'anna' | 'ben' | 'petra' = 'anna') =>
    (await world.call(user, listTwins, { customerId })).body;
  const openTotal = async (user: 'anna' | 'ben' | 'petra') =>
    (await world.call(user, listDuplicates, { limit: 1 })).body.total;

  test('a likely twin stands beside both, until somebody says that they are two', async () => {
    const { one, other } = await storePair(
      world,
      { name: 'Schmiede Quellmalz GmbH', street: 'Amboßweg 3', postcode: '70173' },
      { name: 'Quellmalz Schmiede', street: 'Ambossweg 3', postcode: '70173' },
    );
    const before = await openTotal('anna');
    await scan();

    const { pairs } = await twinsOf(one.id);
    expect(pairs).toHaveLength(1);
    const sides = pairs.flatMap((pair) => [pair.one.id, pair.other.id]);
    expect(sides.toSorted()).toEqual([one.id, other.id].toSorted());
    expect((await twinsOf(other.id)).pairs).toEqual(pairs);
    expect(await openTotal('anna')).toBe(before + 1);

    await world.call('anna', dismissDuplicate, { id: pairs[0]?.id ?? '' });
    expect((await twinsOf(one.id)).pairs).toEqual([]);
    expect(await openTotal('anna')).toBe(before);
  });

  test('a twin that one does not see is neither named nor counted', async () => {
    const { one } = await storePair(
      world,
      { name: 'Glaserei Umlauft GmbH', street: 'Scheibenweg 8', postcode: '70174' },
      {
        name: 'Umlauft Glaserei',
        street: 'Scheibenweg 8',
        postcode: '70174',
        owner_id: people.ben.id,
        territory_id: territories.north.id,
      },
    );
    const [ofAnna, ofPetra] = [await openTotal('anna'), await openTotal('petra')];
    await scan();
    expect((await twinsOf(one.id)).pairs).toEqual([]);
    expect((await twinsOf(one.id, 'petra')).pairs).toHaveLength(1);
    expect(await openTotal('anna')).toBe(ofAnna);
    expect(await openTotal('petra')).toBe(ofPetra + 1);
    expect((await world.call('ben', listTwins, { customerId: one.id })).status).toBe(404);
    expect((await world.call('dieter', listTwins, { customerId: one.id })).status).toBe(403);
  });

  test('who became part of it is named for thirty days, and no longer once that is taken back', async () => {
    const { winnerId, loserId } = await storePair(world, { number: '88510' }, { number: '88511' });
    const versions = { winnerVersion: 1, loserVersion: 1 };
    const merged = await world.call('anna', mergeCustomers, { winnerId, loserId, ...versions });
    expect((await twinsOf(winnerId)).takenOver).toMatchObject([
      { id: loserId, number: '88511', name: 'Bürgel Schlosserei', by: { name: 'Anna Brandl' } },
    ]);
    expect((await twinsOf(loserId)).takenOver).toEqual([]);

    await world.deps.db.system((trx) =>
      trx
        .updateTable('record_merge')
        .set({ merged_at: new Date('2026-08-03T13:00:00+02:00') })
        .where('organization_id', '=', demoTenantId)
        .where('id', '=', merged.body.merge.id)
        .execute(),
    );
    expect((await twinsOf(winnerId)).takenOver).toEqual([]);

    const again = await storePair(world, { number: '88512' }, { number: '88513' });
    const second = await world.call('anna', mergeCustomers, {
      winnerId: again.winnerId,
      loserId: again.loserId,
      ...versions,
    });
    expect((await twinsOf(again.winnerId)).takenOver).toHaveLength(1);
    await world.call('anna', undoMerge, { id: second.body.merge.id });
    expect((await twinsOf(again.winnerId)).takenOver).toEqual([]);
  });
});
