// Merges that are refused, merges at once, taking back at once; the list of past ones; and where an old link leads.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCustomer } from '#contract/customer.ts';
import {
  followMergedCustomer,
  listMerges,
  mergeContacts,
  mergeCustomers,
  previewContactMerge,
  previewMerge,
  undoMerge,
} from '#contract/merge.ts';
import { moveContact } from '#contract/customer-moves.ts';
import type { ErrorBody } from '#contract/errors.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const northern = { owner_id: people.ben.id, territory_id: territories.north.id, postcode: '20095' };

describe.each(databases)('merges on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function pairOf(winner: object = {}, loser: object = {}) {
    const one = await world.given.customer({ name: 'Tischlerei Möller GmbH', ...winner });
    const other = await world.given.customer({ name: 'Moeller Tischlerei', ...loser });
    return { winnerId: one.id, loserId: other.id };
  }
  type Ids = { winnerId: string; loserId: string };
  const asShown = { winnerVersion: 1, loserVersion: 1 };
  const merge = (ids: Ids, more: object = {}, { as = 'anna' as 'anna' | 'petra', key = '' } = {}) =>
    world.call(
      as,
      mergeCustomers,
      { ...ids, ...asShown, ...more },
      key === '' ? {} : { idempotencyKey: key },
    );
  const problemOf = ({ body }: { body: Partial<ErrorBody> }) => body.error?.fields?.[0]?.problem;
  const versionOf = async (id: string) => (await world.call('anna', getCustomer, { id })).body.version;
  const merged = async (ids: Ids) => (await merge(ids)).body.merge.id;
  const listed = async (who: 'anna' | 'petra' = 'petra', customerId?: string) =>
    (await world.call(who, listMerges, { limit: 100, ...(customerId === undefined ? {} : { customerId }) }))
      .body.items;

  describe('are refused with the reason', () => {
    test.each(['winnerId', 'loserId'] as const)('when the %s is merged already', async (side) => {
      const ids = await pairOf();
      await merged(ids);
      const third = await world.given.customer();
      const again = side === 'loserId' ? { winnerId: third.id, loserId: ids.loserId } : null;
      const answer = await merge(again ?? { winnerId: ids.loserId, loserId: third.id });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { fields: [{ path: side, problem: 'merged_already' }] } });
      const preview = await world.call('anna', previewMerge, {
        winnerId: third.id,
        loserId: ids.loserId,
      });
      expect(problemOf(preview)).toBe('merged_already');
    });

    test('when the parent chosen stands below the winner; unasked the winner keeps its place', async () => {
      const ids = await pairOf();
      const below = await world.given.customer({ parent_id: ids.winnerId });
      const loser = await world.given.customer({ parent_id: below.id });
      const pair = { winnerId: ids.winnerId, loserId: loser.id };
      const refused = await merge(pair, { choices: { parent: 'loser' } });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ error: { fields: [{ path: 'parentId', problem: 'circular' }] } });
      const { body } = await world.call('anna', previewMerge, pair);
      expect(body.fields.find(({ field }) => field === 'parent')?.choice).toBe('winner');
      expect((await merge(pair)).status).toBe(200);
    });

    test('when the account manager chosen has left', async () => {
      const left = await world.given.row('app_user', {
        organization_id: people.anna.organizationId,
        id: crypto.randomUUID(),
        entra_oid: crypto.randomUUID(),
        short_name: `weg-${database}`,
        name: 'Uwe Weg',
        email: 'uwe.weg@brenner-lohse.test',
        role: 'sales',
        active: false,
      });
      const ids = await pairOf({}, { owner_id: left.id });
      const refused = await merge(ids, { choices: { owner: 'loser' } });
      expect(refused.body).toMatchObject({ error: { fields: [{ path: 'ownerId', problem: 'unknown' }] } });
      expect((await world.call('anna', getCustomer, { id: ids.loserId })).body.archivedAt).toBeNull();
    });

    test('to come out of the archive alone, for a contact as for a customer', async () => {
      const customer = await world.given.customer();
      const one = await world.given.contact({ customer_id: customer.id });
      const other = await world.given.contact({ customer_id: customer.id });
      const pair = { winnerId: one.id, loserId: other.id };
      const { body } = await world.call('anna', mergeContacts, { ...pair, ...asShown });
      const restore = await world.call(
        'anna',
        moveContact,
        { id: other.id, move: 'restore' },
        { ifMatch: 2 },
      );
      expect(restore.status).toBe(409);
      expect((await world.call('anna', undoMerge, { id: body.merge.id })).status).toBe(200);
    });

    test('to a partner, whatever is shared, and for customers of others as for unknown ones', async () => {
      const ids = await pairOf({ sharedWith: [people.dieter.id] }, { sharedWith: [people.dieter.id] });
      const id = await merged(ids);
      const again = await pairOf();
      const answers = await Promise.all([
        world.call('dieter', mergeCustomers, { ...again, ...asShown }),
        world.call('dieter', previewMerge, again),
        world.call('dieter', undoMerge, { id }),
        world.call('dieter', listMerges, {}),
        world.call('dieter', mergeContacts, { ...again, ...asShown }),
        world.call('dieter', previewContactMerge, again),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
      const strange = await world.given.customer(northern);
      const unseen = await merge({ winnerId: again.winnerId, loserId: strange.id });
      const unknown = await merge({ winnerId: again.winnerId, loserId: crypto.randomUUID() });
      expect([unseen.status, unknown.status]).toEqual([404, 404]);
      expect((await world.call('ben', undoMerge, { id })).status).toBe(404);
    });
  });

  describe('at once', () => {
    test('the same press twice is one merge, with one answer', async () => {
      const ids = await pairOf();
      const key = crypto.randomUUID();
      const first = await merge(ids, {}, { key });
      const second = await merge(ids, {}, { key });
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body.merge.id).toBe(first.body.merge.id);
      expect(await listed('anna', ids.winnerId)).toHaveLength(1);
    });

    test('two people merge the same pair: one does, the other is told; never a circle', async () => {
      const ids = await pairOf();
      const turned = { winnerId: ids.loserId, loserId: ids.winnerId };
      const answers = await Promise.all([merge(ids), merge(turned, {}, { as: 'petra' })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      const refused = answers.find(({ status }) => status === 400);
      expect(refused && problemOf(refused)).toBe('merged_already');
      expect(await listed('anna', ids.winnerId)).toHaveLength(1);
    });

    test('two people take the same merge back: one does, the other is told', async () => {
      const id = await merged(await pairOf());
      const undo = (who: 'anna' | 'petra') => world.call(who, undoMerge, { id });
      const answers = await Promise.all([undo('anna'), undo('petra')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused && problemOf(refused)).toBe('already_undone');
    });
  });

  describe('the list of past merges', () => {
    test('says of each whether it can be taken back, exactly as the undo then answers', async () => {
      const ids = await pairOf({}, { number: `L-${database}` });
      const first = await merged(ids);
      const third = await world.given.customer();
      const second = (
        await merge(
          { winnerId: third.id, loserId: ids.winnerId },
          { loserVersion: await versionOf(ids.winnerId) },
        )
      ).body.merge.id;
      const undone = await merged(await pairOf());
      await world.call('anna', undoMerge, { id: undone });
      const taken = await merged(await pairOf({}, { number: `T-${database}` }));
      await world.deps.db.system((trx) =>
        trx.deleteFrom('customer_number_alias').where('number', '=', `T-${database}`).execute(),
      );
      await world.given.customer({ number: `T-${database}` });

      const items = await listed();
      const problems = [first, second, undone, taken].map(
        (id) => items.find((one) => one.id === id)?.undoProblem,
      );
      expect(problems).toEqual(['winner_merged_since', null, 'already_undone', 'number_taken']);
      for (const id of [first, undone, taken]) {
        const refused = await world.call('petra', undoMerge, { id });
        expect(problemOf(refused)).toBe(items.find((one) => one.id === id)?.undoProblem);
      }
      expect((await world.call('petra', undoMerge, { id: second })).body.merge.undoProblem).toBe(
        'already_undone',
      );
    });

    test('goes on page by page, the latest first, and holds only what one sees both sides of', async () => {
      const hidden = await world.call('petra', mergeCustomers, {
        ...(await pairOf({}, northern)),
        ...asShown,
      });
      const all = await listed();
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await world.call('petra', listMerges, {
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        });
        pages.push(...body.items.map((one) => one.id));
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(pages).toEqual(all.map((one) => one.id));
      expect(pages).toContain(hidden.body.merge.id);
      expect((await listed('anna')).map((one) => one.id)).not.toContain(hidden.body.merge.id);
      expect((await world.call('petra', listMerges, { cursor: 'quatsch' })).status).toBe(400);
    });
  });

  describe('an old link', () => {
    const follow = async (who: 'anna' | 'ben' | 'dieter' | 'petra', customerId: string) =>
      (await world.call(who, followMergedCustomer, { customerId })).body.merged;

    test('leads to the one at the end of all merges, for whoever sees that one', async () => {
      const ids = await pairOf({ sharedWith: [people.dieter.id] }, northern);
      const { body } = await world.call('petra', mergeCustomers, { ...ids, ...asShown });
      expect((await world.call('anna', getCustomer, { id: ids.loserId })).status).toBe(404);

      const seen = await follow('anna', ids.loserId);
      expect(seen).toMatchObject({
        into: { id: ids.winnerId },
        by: { name: 'Petra Lohmann' },
        at: body.merge.at,
      });
      expect((await follow('dieter', ids.loserId))?.into.id).toBe(ids.winnerId);

      const last = await world.given.customer({ name: 'Möller Gruppe' });
      await merge(
        { winnerId: last.id, loserId: ids.winnerId },
        { loserVersion: await versionOf(ids.winnerId) },
      );
      expect((await follow('anna', ids.loserId))?.into.id).toBe(last.id);
      expect((await follow('anna', ids.winnerId))?.into.id).toBe(last.id);
    });

    test('tells nobody of a customer they do not see, nor of one that is not merged', async () => {
      const ids = await pairOf(northern, northern);
      await world.call('petra', mergeCustomers, { ...ids, ...asShown });
      const taken = await pairOf();
      const id = await merged(taken);
      await world.call('anna', undoMerge, { id });
      const answers = await Promise.all([
        follow('anna', ids.loserId),
        follow('dieter', ids.loserId),
        follow('anna', ids.winnerId),
        follow('anna', taken.loserId),
        follow('anna', crypto.randomUUID()),
      ]);
      expect(answers).toEqual([null, null, null, null, null]);
      expect((await follow('ben', ids.loserId))?.into.id).toBe(ids.winnerId);
    });
  });
});
