// Groups of companies, numbers given twice and private buyers, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchMail } from '#contract/cockpit.ts';
import { createCustomer, getCustomer, updateCustomer } from '#contract/customer.ts';
import { getCustomerGroup } from '#contract/customer-moves.ts';
import { buildMail } from '#contract/examples.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('customers in full on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const north = { owner_id: people.ben.id, territory_id: territories.north.id };

  describe('a group of companies', () => {
    it('is shown from its head down, with the sum of revenue', async () => {
      const head = await world.given.customer({ name: 'Dach AG', revenue_12_months_cents: 1_000_000 });
      const middle = await world.given.customer({
        name: 'Mitte GmbH',
        parent_id: head.id,
        revenue_12_months_cents: 200_000,
      });
      const leaf = await world.given.customer({
        name: 'Blatt GmbH',
        parent_id: middle.id,
        revenue_12_months_cents: 30_000,
      });

      const { body } = await world.call('anna', getCustomerGroup, { id: leaf.id });

      expect(body.members.map(({ name, depth, parentId }) => [name, depth, parentId])).toEqual([
        ['Dach AG', 0, null],
        ['Mitte GmbH', 1, head.id],
        ['Blatt GmbH', 2, middle.id],
      ]);
      expect(body).toMatchObject({ memberCount: 3, revenue12MonthsCents: 1_230_000 });
    });

    it('neither lists nor counts nor sums companies that one may not see', async () => {
      const head = await world.given.customer({
        name: 'Nord Holding',
        revenue_12_months_cents: 9_000_000,
        ...north,
      });
      const own = await world.given.customer({ parent_id: head.id, revenue_12_months_cents: 50_000 });

      const sales = await world.call('anna', getCustomerGroup, { id: own.id });
      const manager = await world.call('petra', getCustomerGroup, { id: own.id });
      const customer = await world.call('anna', getCustomer, { id: own.id });

      expect(sales.body).toMatchObject({
        memberCount: 1,
        revenue12MonthsCents: 50_000,
        members: [{ parentId: null }],
      });
      expect(sales.text).not.toContain('Nord Holding');
      expect(customer.text).not.toContain(head.id);
      expect(manager.body).toMatchObject({ memberCount: 2, revenue12MonthsCents: 9_050_000 });
    });

    it('refuses circles of any length', async () => {
      const a = await world.given.customer();
      const b = await world.given.customer({ parent_id: a.id });
      const c = await world.given.customer({ parent_id: b.id });

      for (const parentId of [a.id, b.id, c.id]) {
        const { status, body } = await world.call(
          'anna',
          updateCustomer,
          { id: a.id, parentId },
          { ifMatch: 1 },
        );
        expect(status).toBe(400);
        expect(body.error?.fields).toEqual([{ path: 'parentId', problem: 'circular' }]);
      }
    });

    it('cannot be closed to a circle by two changes at once', async () => {
      const a = await world.given.customer();
      const b = await world.given.customer();

      const answers = await Promise.all([
        world.call('anna', updateCustomer, { id: a.id, parentId: b.id }, { ifMatch: 1 }),
        world.call('anna', updateCustomer, { id: b.id, parentId: a.id }, { ifMatch: 1 }),
      ]);

      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
    });

    it('refuses an unknown, invisible, private or archived company above', async () => {
      const { id } = await world.given.customer();
      const hidden = await world.given.customer(north);
      const person = await world.given.customer({ kind: 'private' });
      const gone = await world.given.customer({ archived_at: world.clock.now() });

      for (const [parentId, problem] of [
        ['00000000-0000-4000-8000-000000000000', 'unknown'],
        [hidden.id, 'unknown'],
        [person.id, 'private'],
        [gone.id, 'archived'],
      ] as const) {
        const { body } = await world.call('anna', updateCustomer, { id, parentId }, { ifMatch: 1 });
        expect(body.error?.fields).toEqual([{ path: 'parentId', problem }]);
      }
    });
  });

  describe('an ERP number', () => {
    it('given twice is refused with the customer that has it', async () => {
      const first = await world.given.customer({ number: 'K-4711', name: 'Erste GmbH' });
      const second = await world.given.customer();

      const created = await world.call('anna', createCustomer, { name: 'Neu GmbH', number: 'K-4711' });
      const changed = await world.call(
        'anna',
        updateCustomer,
        { id: second.id, number: 'K-4711' },
        { ifMatch: 1 },
      );
      const own = await world.call(
        'anna',
        updateCustomer,
        { id: first.id, number: 'K-4711' },
        { ifMatch: 1 },
      );

      for (const { status, body } of [created, changed]) {
        expect(status).toBe(409);
        expect(body.error).toMatchObject({
          code: 'duplicate',
          current: { id: first.id, number: 'K-4711', name: 'Erste GmbH' },
          fields: [{ path: 'number', problem: 'taken' }],
        });
      }
      expect(own.status).toBe(200);
    });

    it('of an invisible customer is refused without naming it', async () => {
      await world.given.customer({ number: 'N-1', name: 'Geheim GmbH', ...north });

      const { status, text } = await world.call('anna', createCustomer, { name: 'Neu 2', number: 'N-1' });

      expect(status).toBe(409);
      expect(text).not.toContain('Geheim');
    });

    it('is given once to twenty customers that ask at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          world.call('anna', createCustomer, { name: `Gleichzeitig ${index} GmbH`, number: 'G-20' }),
        ),
      );

      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
    });
  });

  describe('a private buyer', () => {
    it('is a person: it is its own contact and has no domain', async () => {
      const { body } = await world.call('anna', createCustomer, {
        name: 'Änne Größlein',
        kind: 'private',
        phone: '0171 5551234',
        city: 'Öhringen',
      });
      const withDomain = await world.call('anna', createCustomer, {
        name: 'Karl Größlein',
        kind: 'private',
        domains: ['groesslein.test'],
      });

      expect(body.customer).toMatchObject({ kind: 'private', domains: [] });
      expect(body.contact).toMatchObject({
        name: 'Änne Größlein',
        phoneDetails: [{ number: '0171 5551234', kind: 'mobile', dial: '+491715551234' }],
      });
      expect(withDomain.body.error?.fields).toEqual([{ path: 'domains', problem: 'private' }]);
    });

    it('loses the domains it had as a company, and nobody is matched by them', async () => {
      const { id } = await world.given.customer({ domains: ['einzelmeister.test'] });

      const { body } = await world.call('anna', updateCustomer, { id, kind: 'private' }, { ifMatch: 1 });
      const match = await world.call('anna', matchMail, {
        mail: buildMail({ from: { name: 'Frau Fremd', address: 'fremd@einzelmeister.test' } }),
      });

      expect(body.domains).toEqual([]);
      expect(match.body.candidates.map((candidate) => candidate.customer.id)).not.toContain(id);
    });
  });

  it('keeps umlauts and names of 300 letters, and refuses longer ones', async () => {
    const name = 'Ä'.repeat(299) + 'ß';

    const kept = await world.call('anna', createCustomer, { name });
    const tooLong = await world.call('anna', createCustomer, { name: `${name}x` });

    expect(kept.body.customer.name).toBe(name);
    expect(tooLong.status).toBe(400);
  });

  it('says who saved last, so that a conflict can name them', async () => {
    const { id } = await world.given.customer();
    await world.call('jonas', updateCustomer, { id, city: 'Ulm' }, { ifMatch: 1 });

    const stale = await world.call('anna', updateCustomer, { id, street: 'Am Tor 1' }, { ifMatch: 1 });

    expect(stale.body.error?.current).toMatchObject({ city: 'Ulm', updatedBy: { name: 'Jonas Weidner' } });
  });
});
