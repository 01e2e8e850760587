// What the guard before sending learns from the server: only what this person may see, and only what is certain.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCustomer } from '#contract/customer.ts';
import { buildNewCustomer } from '#contract/examples.ts';
import { getSendFacts } from '#contract/send-guard.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { storeSender } from '#tests/support/activity-case.ts';

const tietz = 's.tietz@hollerbach-metallbau.test';

describe.each(databases)('the guard before sending on %s', (database) => {
  let world: World;
  let hollerbach: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    hollerbach = await storeSender(world);
  });
  afterAll(() => world.close());

  const ask = async (recipients: string[], attachmentNames: string[] = [], user: 'anna' | 'ben' = 'anna') =>
    (await world.call(user, getSendFacts, { recipients, attachmentNames })).body;

  test('knows recipients by address and domain; strangers and colleagues are nobody’s', async () => {
    const { id } = await world.given.customer({ name: 'Vogt Türtechnik GmbH', domains: ['vogt.test'] });

    const { people, internalDomains, asOf } = await ask([
      'S.Tietz@Hollerbach-Metallbau.test',
      'lager@vogt.test',
      'wer@fremd.test',
      'jonas.weidner@brenner-lohse.test',
    ]);

    expect(people.map(({ address, customer }) => [address, customer.id])).toEqual([
      [tietz, hollerbach],
      ['lager@vogt.test', id],
    ]);
    expect([internalDomains, asOf]).toEqual([['brenner-lohse.test'], '2026-09-03T11:58:00.000Z']);
  });

  test('leaves out an address that may be of two customers, but not of two companies of one group', async () => {
    const shared = 'buero@zwei-firmen.test';
    const one = await world.given.customer({ name: 'Erste GmbH' });
    const two = await world.given.customer({ name: 'Zweite GmbH' });
    for (const customer of [one, two])
      await world.given.contact({ customer_id: customer.id, name: 'Büro', emails: [shared] });

    expect((await ask([shared])).people).toEqual([]);
    await world.deps.db.system((trx) =>
      trx.updateTable('customer').set({ parent_id: one.id }).where('id', '=', two.id).execute(),
    );

    expect((await ask([shared])).people.map((person) => person.customer.groupId)).toEqual([one.id]);
  });

  test('tells open complaints with the deadline that counts now, closed ones not', async () => {
    const about = { customer_id: hollerbach };
    const open = await world.given.complaint({ ...about, title: 'Öl' });
    const answered = await world.given.complaint({
      ...about,
      state: 'answered',
      answered_at: world.clock.now(),
    });
    await world.given.complaint({ ...about, state: 'closed', closed_at: world.clock.now() });

    const { complaints } = await ask([tietz]);

    expect(complaints.map(({ number, dueAt }) => [number, dueAt])).toEqual([
      [open.number, '2026-09-04T10:00:00.000Z'],
      [answered.number, '2026-09-10T10:00:00.000Z'],
    ]);
  });

  test('tells who objected to marketing by e-mail', async () => {
    const { id } = await world.given.contact({
      customer_id: hollerbach,
      name: 'Cem Aydın',
      emails: ['c.aydin@hollerbach-metallbau.test'],
    });
    await world.given.row('consent', {
      organization_id: (await world.given.customer()).organization_id,
      contact_id: id,
      channel: 'email',
      state: 'objected',
      basis: 'objection',
      since: '2026-08-01',
    });

    expect((await ask([tietz, 'c.aydin@hollerbach-metallbau.test'])).objections).toEqual([
      { address: 'c.aydin@hollerbach-metallbau.test', name: 'Cem Aydın', since: '2026-08-01' },
    ]);
  });

  test('knows which customer a file is named after', async () => {
    const input = buildNewCustomer({ name: 'Zwiebelmann Torbau GmbH', ownerId: people.anna.id });
    const made = (await world.call('anna', createCustomer, input)).body.customer;
    await world.runJobs();

    const { attachments } = await ask([tietz], ['Angebot_Zwiebelmann-2026.pdf', 'Foto.jpg', 'Torbau.pdf']);

    expect(attachments.map(({ name, customers }) => [name, customers.map((one) => one.id)])).toEqual([
      ['Angebot_Zwiebelmann-2026.pdf', [made.id]],
    ]);
  });

  test('tells nothing of customers that this person may not see', async () => {
    const facts = await ask([tietz], ['Angebot Hollerbach.pdf'], 'ben');

    expect(facts).toMatchObject({ people: [], complaints: [], objections: [], attachments: [] });
  });
});
