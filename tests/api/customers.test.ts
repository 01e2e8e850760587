// Customers over HTTP: creating once, changing by version, who sees whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomer, getCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('customers on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const anna = people.anna.id;

  it('creates a customer with its first contact, owner and territory by postcode', async () => {
    const { status, body } = await world.call('jonas', createCustomer, {
      name: 'Fliesen Berger GmbH & Co. KG',
      street: 'Lindenstraße 4',
      postcode: '73728',
      city: 'Esslingen',
      phone: '0711 5550142',
      contact: { name: 'Thomas Berger', emails: ['T.Berger@fliesen-berger.test'], phones: ['0711 5550142'] },
    });

    expect(status).toBe(200);
    expect(body.customer).toMatchObject({
      name: 'Fliesen Berger GmbH & Co. KG',
      phase: 'acquisition',
      owner: { id: anna, name: 'Anna Brandl' },
      territory: { id: territories.southwest.id, name: 'Südwest' },
      domains: ['fliesen-berger.test'],
      rating: null,
      version: 1,
    });
    expect(body.contact).toMatchObject({ name: 'Thomas Berger', emails: ['t.berger@fliesen-berger.test'] });
    const again = await world.call('anna', getCustomer, { id: body.customer.id });
    expect(again.body).toEqual(body.customer);
    expect(again.headers.get('etag')).toBe('"1"');
  });

  it('keeps one customer when the same request is sent twenty times at once', async () => {
    const input = { name: 'Zwanzigfach Metallbau GmbH', postcode: '70173', city: 'Stuttgart' };

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.call('anna', createCustomer, input)),
    );

    const created = answers.filter((answer) => answer.status === 200);
    expect(created).toHaveLength(1);
    for (const answer of answers.filter((one) => one.status !== 200)) {
      expect(answer.status).toBe(409);
      expect(answer.body.error).toMatchObject({ code: 'duplicate', current: { name: input.name } });
    }
  });

  it('answers a repeated request with the same key as the first time', async () => {
    const input = { name: 'Schlüssel & Söhne OHG', contact: { name: 'Ines Schlüssel' } };

    const first = await world.call('anna', createCustomer, input, { idempotencyKey: 'k-1' });
    const second = await world.call('anna', createCustomer, input, { idempotencyKey: 'k-1' });

    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  it('leaves nothing behind when the contact is refused', async () => {
    const name = 'Halb Angelegt GmbH';

    const { status, body } = await world.call('anna', createCustomer, {
      name,
      contact: { name: 'Jemand', phones: ['keine Nummer'] },
    });

    expect(status).toBe(400);
    expect(body.error?.fields).toEqual([{ path: 'phones.0', problem: 'wrong_format' }]);
    const all = await world.call('petra', listCustomers, { limit: 100 });
    expect(all.body.items.map((customer) => customer.name)).not.toContain(name);
  });

  it.each([
    ['a free-mail domain', { domains: ['gmail.com'] }, 'domains.0', 'free_mail'],
    ['our own domain', { domains: ['brenner-lohse.test'] }, 'domains.0', 'internal'],
    ['what is no domain', { domains: ['nicht so'] }, 'domains.0', 'wrong_format'],
    ['a stranger as owner', { ownerId: people.fremd.id }, 'ownerId', 'unknown'],
    ['a partner as owner', { ownerId: people.dieter.id }, 'ownerId', 'unknown'],
    ['a telephone number without digits', { phone: 'abc def' }, 'phone', 'wrong_format'],
  ])('refuses %s and names the field', async (_what, fields, path, problem) => {
    const { status, body } = await world.call('anna', createCustomer, { name: 'Falsch GmbH', ...fields });

    expect(status).toBe(400);
    expect(body.error?.fields).toEqual([{ path, problem }]);
  });

  it('changes what is given, keeps the rest and counts the version up', async () => {
    const { id } = await world.given.customer({ revenue_12_months_cents: 12_840_000 });

    const { status, body, headers } = await world.call(
      'anna',
      updateCustomer,
      { id, shareOfWalletPercent: 45, city: 'Böblingen', domains: ['www.Neu-Domain.test'] },
      { ifMatch: 1 },
    );

    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toMatchObject({ version: 2, city: 'Böblingen', street: 'Römerstraße 12' });
    expect(body.domains).toEqual(['neu-domain.test']);
    expect(body.rating).toMatchObject({
      letter: 'A',
      digit: '2',
      letterReason: { by: 'revenue', cents: 12_840_000, fromCents: 10_000_000, toCents: null },
      digitReason: { by: 'share_of_wallet', value: 45, from: 30, to: 60 },
      visitsPerYear: 6,
      channel: 'visit',
    });
  });

  it('refuses a change to an older version and shows the customer as it is now', async () => {
    const { id } = await world.given.customer();
    await world.call('anna', updateCustomer, { id, city: 'Ulm' }, { ifMatch: 1 });

    const stale = await world.call('jonas', updateCustomer, { id, city: 'Köln' }, { ifMatch: 1 });
    const blind = await world.call('jonas', updateCustomer, { id, city: 'Köln' });

    expect(stale.status).toBe(412);
    expect(stale.body.error).toMatchObject({
      code: 'stale_version',
      current: { id, version: 2, city: 'Ulm' },
    });
    expect(blind.status).toBe(428);
    expect((await world.call('anna', getCustomer, { id })).body.city).toBe('Ulm');
  });

  it('moves a customer to the territory of its new postcode', async () => {
    const { id } = await world.given.customer({ postcode: '70173' });

    const { body } = await world.call('anna', updateCustomer, { id, postcode: '20095' }, { ifMatch: 1 });

    expect(body.territory?.name).toBe('Nord');
  });

  it('writes who changed what into the audit', async () => {
    const { id } = await world.given.customer({ city: 'Leonberg' });
    await world.call('anna', updateCustomer, { id, city: 'Ulm' }, { ifMatch: 1 });

    const rows = await world.deps.db.system((trx) =>
      trx.selectFrom('audit').selectAll().where('record_id', '=', id).execute(),
    );

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ user_id: anna, action: 'customer.update', record_kind: 'customer' });
    expect(rows[0]?.before).toMatchObject({ city: 'Leonberg' });
    expect(rows[0]?.after).toMatchObject({ city: 'Ulm' });
  });

  it('answers somebody else’s customer exactly like an unknown one', async () => {
    const foreign = await world.given.customer({
      territory_id: territories.north.id,
      owner_id: people.ben.id,
    });
    const other = await world.given.customer();
    const unknown = newId();

    const answers = await Promise.all([
      world.call('anna', getCustomer, { id: foreign.id }),
      world.call('anna', getCustomer, { id: unknown }),
      world.call('fremd', getCustomer, { id: other.id }),
      world.call('anna', updateCustomer, { id: foreign.id, city: 'X' }, { ifMatch: 1 }),
      world.call('anna', updateCustomer, { id: unknown, city: 'X' }, { ifMatch: 7 }),
      world.call('dieter', getCustomer, { id: other.id }),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect({ ...answer.body.error, requestId: '' }).toEqual({
        code: 'not_found',
        requestId: '',
        retry: false,
      });
    }
    expect((await world.call('ben', getCustomer, { id: foreign.id })).status).toBe(200);
    expect((await world.call('petra', getCustomer, { id: foreign.id })).status).toBe(200);
  });

  it('shows a partner the shared customer without figures, and lets nobody without a sign-in in', async () => {
    const { id } = await world.given.customer({
      sharedWith: [people.dieter.id],
      revenue_12_months_cents: 12_840_000,
      share_of_wallet_percent: 45,
      payment_term_days: 30,
      competitor: 'Beschlaghandel Uhlmann',
    });

    const { status, body } = await world.call('dieter', getCustomer, { id });
    const listed = await world.call('dieter', listCustomers, {});
    const change = await world.call('dieter', updateCustomer, { id, city: 'X' }, { ifMatch: 1 });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      rating: null,
      shareOfWalletPercent: null,
      paymentTermDays: null,
      competitor: null,
    });
    expect(listed.body.items.map((customer) => customer.id)).toEqual([id]);
    expect(change.status).toBe(403);
    expect((await world.call(null, getCustomer, { id })).status).toBe(401);
  });

  it('lists by name in the German order, page after page without gaps', async () => {
    for (const name of ['Zzz Öl GmbH', 'Zzz Ofen GmbH', 'Zzz Panzer GmbH', 'Zzz Ähre GmbH']) {
      await world.given.customer({ name });
    }

    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await world.call('petra', listCustomers, { limit: 3, ...(cursor ? { cursor } : {}) });
      names.push(...body.items.map((customer) => customer.name));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);

    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('Zzz'))).toEqual([
      'Zzz Ähre GmbH',
      'Zzz Ofen GmbH',
      'Zzz Öl GmbH',
      'Zzz Panzer GmbH',
    ]);
    expect((await world.call('petra', listCustomers, { cursor: 'Unsinn' })).status).toBe(400);
  });

  it.each(["'; drop table customer; --", '100 % \\ _ "x"', '\0\0x\ud800', '𝕌𝕟𝕚 🏗 ‮', 'a'.repeat(300)])(
    'keeps a hostile name as plain text: %j',
    async (name) => {
      const { status, body } = await world.call('anna', createCustomer, { name });

      expect(status).toBe(200);
      expect((await world.call('anna', getCustomer, { id: body.customer.id })).status).toBe(200);
    },
  );
});
