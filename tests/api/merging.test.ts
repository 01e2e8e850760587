// Two records made one, over HTTP: with a preview, and taken back row by row.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCustomer, updateCustomer } from '#contract/customer.ts';
import { moveCustomer } from '#contract/customer-moves.ts';
import { listDuplicateContacts } from '#contract/duplicate.ts';
import {
  listMerges,
  mergeContacts,
  mergeCustomers,
  previewContactMerge,
  previewMerge,
  undoMerge,
} from '#contract/merge.ts';
import { search } from '#contract/search.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { storePair } from '#tests/support/duplicate-pair.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('merging on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const pairOf = (winner: object = {}, loser: object = {}) => storePair(world, winner, loser);
  const merge = (ids: { winnerId: string; loserId: string }, more: object = {}) =>
    world.call('anna', mergeCustomers, {
      winnerId: ids.winnerId,
      loserId: ids.loserId,
      winnerVersion: 1,
      loserVersion: 1,
      ...more,
    });
  const ownerOf = async (table: 'activity' | 'sales_order' | 'contact', id: string) =>
    (
      await world.deps.db.system((trx) =>
        trx
          .selectFrom(table)
          .select('customer_id')
          .where('organization_id', '=', demoTenantId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      )
    ).customer_id;

  describe('merging two customers', () => {
    test('the preview says what moves and whose fields count', async () => {
      const ids = await pairOf({ phone: null, number: null }, { phone: '0711 99', number: '88001' });
      await world.given.order({ customer_id: ids.loserId });
      await world.given.contact({ customer_id: ids.loserId });
      const { body } = await world.call('anna', previewMerge, ids2(ids));
      expect(body.moved).toEqual([
        { kind: 'contacts', count: 1 },
        { kind: 'orders', count: 1 },
      ]);
      const sides = Object.fromEntries(body.fields.map((field) => [field.field, field.choice]));
      expect(sides).toMatchObject({ name: 'loser', number: 'loser', phone: 'loser', owner: 'loser' });
    });

    test('everything goes over, both numbers find the winner, and undo puts everything back', async () => {
      const ids = await pairOf({ number: '88010' }, { number: '88011' });
      const activity = await world.given.activity({ customer_id: ids.loserId });
      const order = await world.given.order({
        customer_id: ids.loserId,
        total_cents: 500_00,
        ordered_on: '2026-08-01',
      });
      const { status, body } = await merge(ids);
      expect(status).toBe(200);
      expect(body.customer.number).toBe('88010');
      expect(await ownerOf('activity', activity.id)).toBe(ids.winnerId);
      const loser = await world.call('anna', getCustomer, { id: ids.loserId });
      expect(loser.body).toMatchObject({ mergedInto: { id: ids.winnerId }, number: null });
      const hits = (await world.call('anna', search, { q: '88011' })).body.items;
      expect(hits.map((hit) => hit.customer.id)).toContain(ids.winnerId);

      // what comes in late for the old id goes to the winner, and stays there
      const late = await world.given.activity({ customer_id: ids.loserId });
      expect(late.customer_id).toBe(ids.winnerId);

      const undone = await world.call('anna', undoMerge, { id: body.merge.id });
      expect(undone.status).toBe(200);
      expect(undone.body).toMatchObject({
        left: [],
        keptFields: [],
        merge: { undone: { by: { name: 'Anna Brandl' } } },
      });
      expect(await ownerOf('activity', activity.id)).toBe(ids.loserId);
      expect(await ownerOf('sales_order', order.id)).toBe(ids.loserId);
      expect(await ownerOf('activity', late.id)).toBe(ids.winnerId);
      const back = (await world.call('anna', getCustomer, { id: ids.loserId })).body;
      expect(back).toMatchObject({ mergedInto: null, number: '88011', archivedAt: null });
      const again = await world.call('anna', undoMerge, { id: body.merge.id });
      expect(again.status).toBe(409);
      expect(again.body).toMatchObject({ error: { fields: [{ path: 'merge', problem: 'already_undone' }] } });
    });

    test('a field changed since, and a row moved on since, stay as they are', async () => {
      const ids = await pairOf({ phone: null }, { phone: '0711 1234', phone_normalized: '+497111234' });
      const third = await world.given.customer();
      const activity = await world.given.activity({ customer_id: ids.loserId });
      const { body } = await merge(ids);
      expect(body.customer.phone).toBe('0711 1234');
      await world.call(
        'anna',
        updateCustomer,
        { id: ids.winnerId, phone: '0711 5555' },
        { ifMatch: body.customer.version },
      );
      await world.deps.db.system((trx) =>
        trx.updateTable('activity').set({ customer_id: third.id }).where('id', '=', activity.id).execute(),
      );
      const undone = await world.call('anna', undoMerge, { id: body.merge.id });
      expect(undone.body.left).toEqual([{ kind: 'activities', count: 1 }]);
      expect(undone.body.keptFields).toContain('phone');
      expect((await world.call('anna', getCustomer, { id: ids.winnerId })).body.phone).toBe('0711 5555');
    });

    test('a later merge of the winner has to be undone first', async () => {
      const ids = await pairOf();
      const third = await world.given.customer({ name: 'Bürgel Verwaltung' });
      const first = await merge(ids);
      const second = await merge(
        { winnerId: third.id, loserId: ids.winnerId },
        { winnerVersion: 1, loserVersion: first.body.customer.version },
      );
      expect(second.status).toBe(200);
      const refused = await world.call('anna', undoMerge, { id: first.body.merge.id });
      expect(refused.body).toMatchObject({
        error: { code: 'transition_not_allowed', fields: [{ problem: 'winner_merged_since' }] },
      });
      expect((await world.call('anna', undoMerge, { id: second.body.merge.id })).status).toBe(200);
      expect((await world.call('anna', undoMerge, { id: first.body.merge.id })).status).toBe(200);
    });

    test('a version that is not the previewed one answers 412 with both rows and moves nothing', async () => {
      const ids = await pairOf();
      const activity = await world.given.activity({ customer_id: ids.loserId });
      const stale = await merge(ids, { loserVersion: 7 });
      expect(stale.status).toBe(412);
      expect(stale.body).toMatchObject({
        error: { current: { winner: { id: ids.winnerId }, loser: { id: ids.loserId } } },
      });
      expect(await ownerOf('activity', activity.id)).toBe(ids.loserId);
    });

    test('with itself, into an archived one, one that is merged: refused; unseen and unknown are the same', async () => {
      const ids = await pairOf();
      expect((await merge({ winnerId: ids.winnerId, loserId: ids.winnerId })).status).toBe(400);
      const archived = await world.given.customer({ archived_at: new Date() });
      expect((await merge({ winnerId: archived.id, loserId: ids.loserId })).status).toBe(400);
      const foreign = await world.given.customer({
        owner_id: people.ben.id,
        territory_id: territories.north.id,
      });
      expect((await merge({ winnerId: ids.winnerId, loserId: foreign.id })).status).toBe(404);
      expect(
        (await world.call('dieter', mergeCustomers, { ...ids2(ids), winnerVersion: 1, loserVersion: 1 }))
          .status,
      ).toBe(403);
      const done = await merge(ids);
      const restore = await world.call(
        'anna',
        moveCustomer,
        { id: ids.loserId, move: 'restore' },
        { ifMatch: 2 },
      );
      expect(restore.status).toBe(409);
      expect((await world.call('ben', undoMerge, { id: done.body.merge.id })).status).toBe(404);
      expect((await world.call('anna', listMerges, { customerId: ids.winnerId })).body.items).toHaveLength(1);
    });

    test('a group in which one stands below the other makes no circle, there and back', async () => {
      const top = await world.given.customer({ name: 'Bürgel Gruppe' });
      const middle = await world.given.customer({ name: 'Bürgel Mitte', parent_id: top.id });
      const below = await world.given.customer({ name: 'Bürgel Unten', parent_id: middle.id });
      const { status, body } = await merge({ winnerId: below.id, loserId: top.id });
      expect(status).toBe(200);
      const parentOf = async (id: string) =>
        (await world.call('anna', getCustomer, { id })).body.parent?.id ?? null;
      expect([await parentOf(below.id), await parentOf(middle.id)]).toEqual([null, below.id]);
      await world.call('anna', undoMerge, { id: body.merge.id });
      expect([await parentOf(below.id), await parentOf(middle.id)]).toEqual([middle.id, top.id]);
    });

    test('a block of the loser stands, and goes home with it', async () => {
      const ids = await pairOf(
        {},
        { blocked_at: new Date('2026-09-01T08:00:00Z'), blocked_reason: 'Insolvenz' },
      );
      const { body } = await merge(ids);
      expect(body.customer.blocked?.reason).toBe('Insolvenz');
      await world.call('anna', undoMerge, { id: body.merge.id });
      expect((await world.call('anna', getCustomer, { id: ids.winnerId })).body.blocked).toBeNull();
    });
  });

  describe('merging two contacts', () => {
    test('addresses and activities go over, an objection stands, and undo takes exactly that back', async () => {
      const customer = await world.given.customer();
      const one = await world.given.contact({
        customer_id: customer.id,
        name: 'Sabine Tietz',
        emails: ['s.tietz@a.test'],
      });
      const other = await world.given.contact({
        customer_id: customer.id,
        name: 'Tietz Sabine',
        emails: ['tietz@a.test'],
      });
      await world.given.row('consent', {
        organization_id: demoTenantId,
        contact_id: other.id,
        channel: 'phone',
        state: 'objected',
        basis: 'Anruf',
        since: '2026-01-01',
      });
      const activity = await world.given.activity({ customer_id: customer.id, contact_id: other.id });
      const pairs = (await world.call('anna', listDuplicateContacts, { customerId: customer.id })).body.items;
      expect(pairs).toMatchObject([{ reasons: ['same_name'] }]);
      const ids = { winnerId: one.id, loserId: other.id };
      expect((await world.call('anna', previewContactMerge, ids)).body.moved).toEqual([
        { kind: 'activities', count: 1 },
      ]);
      const { status, body } = await world.call('anna', mergeContacts, {
        ...ids,
        winnerVersion: 1,
        loserVersion: 1,
      });
      expect(status).toBe(200);
      expect(body.contact.emails).toEqual(['s.tietz@a.test', 'tietz@a.test']);
      expect(body.contact.consents).toMatchObject([{ channel: 'phone', state: 'objected' }]);
      const undone = await world.call('anna', undoMerge, { id: body.merge.id });
      expect(undone.status).toBe(200);
      const row = await world.deps.db.system((trx) =>
        trx
          .selectFrom('activity')
          .select('contact_id')
          .where('id', '=', activity.id)
          .executeTakeFirstOrThrow(),
      );
      expect(row.contact_id).toBe(other.id);
      const stranger = await world.given.contact();
      const foreign = await world.call('anna', mergeContacts, {
        winnerId: one.id,
        loserId: stranger.id,
        winnerVersion: 1,
        loserVersion: 1,
      });
      expect(foreign.body).toMatchObject({
        error: { fields: [{ path: 'loserId', problem: 'other_customer' }] },
      });
    });
  });
});

function ids2({ winnerId, loserId }: { winnerId: string; loserId: string }) {
  return { winnerId, loserId };
}
