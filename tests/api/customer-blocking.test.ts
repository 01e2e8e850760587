// Customers blocked or archived, and back, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCockpit } from '#contract/cockpit.ts';
import { getConsents, recordConsent } from '#contract/consent.ts';
import { getCustomer, listCustomers } from '#contract/customer.ts';
import { moveCustomer } from '#contract/customer-moves.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('customers out of use on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function audits(recordId: string) {
    return world.deps.db.system((trx) =>
      trx
        .selectFrom('audit')
        .select(['action', 'before', 'after'])
        .where('record_id', '=', recordId)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    );
  }

  describe('blocking', () => {
    it('needs a reason, shows everywhere as a warning, and refuses marketing', async () => {
      const { id } = await world.given.customer();
      const contact = await world.given.contact({ customer_id: id });
      await world.call('anna', recordConsent, {
        id: contact.id,
        channel: 'email',
        step: 'allowed',
        source: 'Messe',
      });

      const without = await world.call('anna', moveCustomer, { id, move: 'block' }, { ifMatch: 1 });
      const blocked = await world.call(
        'anna',
        moveCustomer,
        { id, move: 'block', reason: 'Zahlt nicht' },
        { ifMatch: 1 },
      );
      const cockpit = await world.call('anna', getCockpit, { customerId: id });
      const consents = await world.call('anna', getConsents, { id: contact.id });

      expect(without.body.error?.fields).toMatchObject([{ path: 'reason' }]);
      expect(blocked.body.blocked).toMatchObject({ reason: 'Zahlt nicht', by: { name: 'Anna Brandl' } });
      expect(cockpit.body.warnings[0]).toMatchObject({ kind: 'blocked', reason: 'Zahlt nicht' });
      expect(consents.body.channels[0]).toMatchObject({
        state: 'allowed',
        marketing: { allowed: false, reason: 'blocked' },
      });
    });

    it('is undone by unblocking, each step once and on the record', async () => {
      const { id } = await world.given.customer();
      const block = { id, move: 'block', reason: 'Prüfung' } as const;

      await world.call('anna', moveCustomer, block, { ifMatch: 1 });
      const twice = await world.call('anna', moveCustomer, block, { ifMatch: 2 });
      const stale = await world.call('anna', moveCustomer, { id, move: 'unblock' }, { ifMatch: 1 });
      const free = await world.call('anna', moveCustomer, { id, move: 'unblock' }, { ifMatch: 2 });

      expect(twice.status).toBe(409);
      expect(stale.status).toBe(412);
      expect(free.body).toMatchObject({ blocked: null, version: 3 });
      expect((await audits(id)).map((one) => one.action)).toEqual(['customer.block', 'customer.unblock']);
    });

    it('tells a partner that, but not why', async () => {
      const { id } = await world.given.customer({
        sharedWith: [people.dieter.id],
        blocked_at: world.clock.now(),
        blocked_reason: 'Insolvenz droht',
      });

      const { body, text } = await world.call('dieter', getCustomer, { id });
      const cockpit = await world.call('dieter', getCockpit, { customerId: id });

      expect(body.blocked).toMatchObject({ reason: null });
      expect(text + cockpit.text).not.toContain('Insolvenz');
    });
  });

  it('an archived customer leaves the lists, is found when asked for, and comes back', async () => {
    const { id } = await world.given.customer({ name: 'Zzz Archiv GmbH' });
    const names = async (archived?: 'with' | 'only') =>
      (
        await world.call('petra', listCustomers, { limit: 100, ...(archived ? { archived } : {}) })
      ).body.items.map((customer) => customer.name);

    const { body } = await world.call('anna', moveCustomer, { id, move: 'archive' }, { ifMatch: 1 });

    expect(body.archivedAt).not.toBeNull();
    expect(await names()).not.toContain('Zzz Archiv GmbH');
    expect(await names('only')).toContain('Zzz Archiv GmbH');
    expect(await names('with')).toContain('Zzz Archiv GmbH');
    expect((await world.call('anna', getCockpit, { customerId: id })).status).toBe(200);
    const back = await world.call('anna', moveCustomer, { id, move: 'restore' }, { ifMatch: 2 });
    expect(back.body.archivedAt).toBeNull();
    expect(await names()).toContain('Zzz Archiv GmbH');
  });
});
