// Consents with history, further addresses, and contacts in full, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAddress,
  listAddresses,
  mostAddresses,
  removeAddress,
  updateAddress,
} from '#contract/address.ts';
import { getConsents, recordConsent } from '#contract/consent.ts';
import { createContact, listContacts, updateContact } from '#contract/customer.ts';
import { moveContact } from '#contract/customer-moves.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('people of a customer on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const north = { owner_id: people.ben.id, territory_id: territories.north.id };

  describe('consents', () => {
    it('keep source, time, who recorded them, and everything said before', async () => {
      const { id } = await world.given.contact();
      const said = { id, channel: 'email', source: 'Webformular' } as const;

      await world.call('anna', recordConsent, { ...said, step: 'allowed', at: '2026-01-12T09:00:00+01:00' });
      const { body } = await world.call('jonas', recordConsent, {
        ...said,
        step: 'withdrawn',
        source: 'Anruf',
      });

      expect(body.channels[0]).toEqual({
        channel: 'email',
        state: 'none',
        marketing: { allowed: false, reason: 'no_consent' },
      });
      expect(body.events).toMatchObject([
        { step: 'withdrawn', source: 'Anruf', by: { name: 'Jonas Weidner' } },
        {
          step: 'allowed',
          source: 'Webformular',
          at: '2026-01-12T08:00:00.000Z',
          by: { name: 'Anna Brandl' },
        },
      ]);
    });

    it('never beat an objection, until the person lifts it', async () => {
      const { id, customer_id: customerId } = await world.given.contact();
      const said = { id, channel: 'phone', source: 'Anruf' } as const;
      await world.call('anna', recordConsent, { ...said, step: 'allowed' });
      await world.call('anna', recordConsent, { ...said, step: 'objected' });

      const refused = await world.call('anna', recordConsent, { ...said, step: 'allowed' });
      const shown = await world.call('anna', listContacts, { customerId });
      const lifted = await world.call('anna', recordConsent, { ...said, step: 'objection_lifted' });
      const allowed = await world.call('anna', recordConsent, { ...said, step: 'allowed' });

      expect(refused.status).toBe(409);
      expect(refused.body.error).toMatchObject({ code: 'transition_not_allowed' });
      expect(shown.body.items[0]?.consents).toMatchObject([{ channel: 'phone', state: 'objected' }]);
      expect(lifted.body.channels[1]).toMatchObject({ state: 'none' });
      expect(allowed.body.channels[1]).toMatchObject({ state: 'allowed' });
      expect(allowed.body.events).toHaveLength(4);
    });

    it('cannot be of tomorrow, without a source, or of somebody one may not see', async () => {
      const { id } = await world.given.contact();
      const customer = await world.given.customer(north);
      const hidden = await world.given.contact({ customer_id: customer.id });
      const said = { id, channel: 'email', step: 'allowed', source: 'Messe' } as const;

      const future = await world.call('anna', recordConsent, { ...said, at: '2026-09-04T09:00:00Z' });
      const silent = await world.call('anna', recordConsent, { ...said, source: '  ' });
      const foreign = await world.call('anna', recordConsent, { ...said, id: hidden.id });
      const unknown = await world.call('anna', getConsents, { id: newId() });

      expect(future.body.error?.fields).toEqual([{ path: 'at', problem: 'future' }]);
      expect([silent.status, foreign.status, unknown.status]).toEqual([400, 404, 404]);
    });

    it('asked for and objected to at the same moment end in the objection', async () => {
      const { id } = await world.given.contact();
      const said = { id, channel: 'sms', source: 'Formular' } as const;

      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          world.call('anna', recordConsent, { ...said, step: index === 4 ? 'objected' : 'allowed' }),
        ),
      );

      const { body } = await world.call('anna', getConsents, { id });
      expect(body.channels[3]).toMatchObject({ channel: 'sms', state: 'objected' });
    });
  });

  describe('contacts', () => {
    it('carry salutation, title, roles, and kinds of addresses and numbers', async () => {
      const { id: customerId } = await world.given.customer({ country: 'AT' });

      const { body } = await world.call('anna', createContact, {
        customerId,
        name: 'Jörg Weiß',
        salutation: 'mr',
        title: 'Dr.',
        roles: ['entscheider', 'Technik', 'Technik'],
        emails: ['j.weiss@werk.test', { address: 'Joerg@Privat.test', kind: 'private' }],
        phones: [{ number: '01 5550123', kind: 'central' }, '+49 171 5551234'],
      });

      expect(body).toMatchObject({
        salutation: 'mr',
        title: 'Dr.',
        roles: ['Entscheider', 'Technik'],
        emails: ['j.weiss@werk.test', 'joerg@privat.test'],
        emailDetails: [{ kind: 'work' }, { kind: 'private' }],
        phones: ['01 5550123', '+49 171 5551234'],
        phoneDetails: [
          { kind: 'central', dial: '+4315550123' },
          { kind: 'mobile', dial: '+491715551234' },
        ],
      });
    });

    it('refuse roles that are on no list', async () => {
      const { id: customerId } = await world.given.customer();

      const { body } = await world.call('anna', createContact, { customerId, name: 'A', roles: ['Papst'] });

      expect(body.error?.fields).toEqual([{ path: 'roles.0', problem: 'unknown' }]);
    });

    it('leave the lists when archived, and come back', async () => {
      const { id, customer_id: customerId } = await world.given.contact({ emails: ['weg@firma.test'] });
      const list = async (archived: 'without' | 'only') =>
        (await world.call('anna', listContacts, { customerId, archived })).body.items.map((one) => one.id);

      await world.call('anna', moveContact, { id, move: 'archive' }, { ifMatch: 1 });
      expect(await list('without')).toEqual([]);
      expect(await list('only')).toEqual([id]);
      const twice = await world.call('anna', moveContact, { id, move: 'archive' }, { ifMatch: 2 });
      const back = await world.call('anna', moveContact, { id, move: 'restore' }, { ifMatch: 2 });

      expect(twice.status).toBe(409);
      expect(back.body.archivedAt).toBeNull();
      expect(await list('without')).toEqual([id]);
    });

    it('say who saved last when somebody else did', async () => {
      const { id } = await world.given.contact();
      await world.call('jonas', updateContact, { id, title: 'Prof.' }, { ifMatch: 1 });

      const stale = await world.call('anna', updateContact, { id, jobTitle: 'Chefin' }, { ifMatch: 1 });

      expect(stale.status).toBe(412);
      expect(stale.body.error?.current).toMatchObject({
        title: 'Prof.',
        updatedBy: { name: 'Jonas Weidner' },
      });
    });
  });

  describe('further addresses', () => {
    it('are added, changed by version and taken away', async () => {
      const { id: customerId } = await world.given.customer();
      const input = { customerId, kind: 'site', label: 'Baustelle Süd', city: 'Köln' } as const;

      const made = await world.call('anna', createAddress, input);
      const changed = await world.call(
        'anna',
        updateAddress,
        { id: made.body.id, city: 'Ulm' },
        { ifMatch: 1 },
      );
      const stale = await world.call('anna', removeAddress, { id: made.body.id }, { ifMatch: 1 });
      const gone = await world.call('anna', removeAddress, { id: made.body.id }, { ifMatch: 2 });

      expect(made.body).toMatchObject({ ...input, street: null, country: 'DE', version: 1 });
      expect(changed.body).toMatchObject({ label: 'Baustelle Süd', city: 'Ulm', version: 2 });
      expect([stale.status, gone.status]).toEqual([412, 200]);
      expect((await world.call('anna', listAddresses, { customerId })).body).toMatchObject({
        items: [],
        count: 0,
      });
    });

    it('say something, and belong to a customer one may see', async () => {
      const { id: customerId } = await world.given.customer();
      const hidden = await world.given.customer(north);

      const empty = await world.call('anna', createAddress, { customerId, kind: 'delivery' });
      const foreign = await world.call('anna', createAddress, {
        customerId: hidden.id,
        kind: 'delivery',
        city: 'Ulm',
      });

      expect(empty.body.error?.fields).toEqual([{ path: 'street', problem: 'required' }]);
      expect(foreign.status).toBe(404);
    });

    it('of a customer with a thousand sites come page by page, each once', async () => {
      const { id: customerId } = await world.given.customer();
      await world.deps.db.system((trx) =>
        trx
          .insertInto('customer_address')
          .values(
            Array.from({ length: 1000 }, (_, index) => ({
              organization_id: people.anna.organizationId,
              id: newId(),
              customer_id: customerId,
              kind: index % 2 === 0 ? ('site' as const) : ('delivery' as const),
              label: `Filiale ${index % 300}`,
              city: 'Überall',
              created_at: world.clock.now(),
              updated_at: world.clock.now(),
            })),
          )
          .execute(),
      );

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await world.call('anna', listAddresses, {
          customerId,
          limit: 100,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...body.items.map((item) => item.id));
        expect(body.count).toBe(1000);
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);

      expect(new Set(seen).size).toBe(1000);
      expect(seen).toHaveLength(1000);
      expect(mostAddresses).toBeGreaterThan(1000);
    });
  });
});
