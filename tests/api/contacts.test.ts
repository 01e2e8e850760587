// Contacts over HTTP: adding to a customer, changing by version, who sees them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContact, listContacts, updateContact } from '#contract/customer.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('contacts on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  it('adds a contact with addresses in lower case and numbers as typed', async () => {
    const customer = await world.given.customer();

    const { status, body } = await world.call('anna', createContact, {
      customerId: customer.id,
      name: 'Sabine Tietz',
      jobTitle: 'Leiterin Einkauf',
      emails: ['S.Tietz@Hollerbach.test', 's.tietz@hollerbach.test', 'einkauf@hollerbach.test'],
      phones: ['07152 / 33 44-12', '+49 7152 334412'],
      language: 'de',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      customerId: customer.id,
      version: 1,
      jobTitle: 'Leiterin Einkauf',
      emails: ['s.tietz@hollerbach.test', 'einkauf@hollerbach.test'],
      phones: ['07152 / 33 44-12'],
      language: 'de',
      consents: [],
    });
    const list = await world.call('jonas', listContacts, { customerId: customer.id });
    expect(list.body.items).toEqual([body]);
  });

  it('makes one contact of twenty equal requests at once', async () => {
    const customer = await world.given.customer();
    const input = { customerId: customer.id, name: 'Cem Aydın', emails: ['c.aydin@werk.test'] };

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.call('anna', createContact, input)),
    );

    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
    const { body } = await world.call('anna', listContacts, { customerId: customer.id });
    expect(body.items).toHaveLength(1);
  });

  it('changes addresses and numbers as a whole, and refuses an older version', async () => {
    const contact = await world.given.contact({ emails: ['alt@werk.test'], phones: ['0711 1234567'] });

    const changed = await world.call(
      'anna',
      updateContact,
      { id: contact.id, emails: ['neu@werk.test'], jobTitle: null },
      { ifMatch: 1 },
    );
    const stale = await world.call('jonas', updateContact, { id: contact.id, name: 'X' }, { ifMatch: 1 });

    expect(changed.body).toMatchObject({
      version: 2,
      emails: ['neu@werk.test'],
      phones: ['0711 1234567'],
      name: contact.name,
    });
    expect(stale.status).toBe(412);
    expect(stale.body.error?.current).toEqual(changed.body);
  });

  it('shows the consents of a contact', async () => {
    const contact = await world.given.contact();
    await world.given.row('consent', {
      organization_id: contact.organization_id,
      contact_id: contact.id,
      channel: 'letter',
      state: 'objected',
      basis: 'Widerspruch',
      since: '2026-05-03',
    });

    const { body } = await world.call('anna', listContacts, { customerId: contact.customer_id });

    expect(body.items[0]?.consents).toEqual([
      { channel: 'letter', state: 'objected', basis: 'Widerspruch', since: '2026-05-03' },
    ]);
  });

  it('answers contacts of somebody else’s customer exactly like unknown ones', async () => {
    const foreign = await world.given.customer({
      territory_id: territories.north.id,
      owner_id: people.ben.id,
    });
    const contact = await world.given.contact({ customer_id: foreign.id });

    const answers = await Promise.all([
      world.call('anna', listContacts, { customerId: foreign.id }),
      world.call('anna', listContacts, { customerId: newId() }),
      world.call('anna', createContact, { customerId: foreign.id, name: 'X' }),
      world.call('anna', updateContact, { id: contact.id, name: 'X' }, { ifMatch: 1 }),
      world.call('anna', updateContact, { id: newId(), name: 'X' }, { ifMatch: 1 }),
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    expect((await world.call('ben', listContacts, { customerId: foreign.id })).status).toBe(200);
    expect((await world.call(null, listContacts, { customerId: foreign.id })).status).toBe(401);
    expect((await world.call('dieter', createContact, { customerId: foreign.id, name: 'X' })).status).toBe(
      403,
    );
  });

  it('refuses what is no address', async () => {
    const customer = await world.given.customer();

    const { status, body } = await world.call('anna', createContact, {
      customerId: customer.id,
      name: 'X',
      emails: ["a' or 1=1 --"],
    });

    expect(status).toBe(400);
    expect(body.error?.fields?.[0]?.path).toBe('emails.0');
  });
});
