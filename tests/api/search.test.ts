// Searching over HTTP: typing errors, umlauts, numbers in any spelling, and never beyond one's rights.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContact, createCustomer, updateCustomer } from '#contract/customer.ts';
import { search } from '#contract/search.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('search on %s', (database) => {
  let world: World;
  let hollerbachId = '';
  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const hollerbach = await given.customer({
      name: 'Hollerbach Metallbau GmbH',
      number: '20417',
      phone: '07152 33440',
      phone_normalized: '+49715233440',
      sharedWith: [people.dieter.id],
      revenue_12_months_cents: 12_840_000,
      share_of_wallet_percent: 45,
    });
    hollerbachId = hollerbach.id;
    await given.contact({
      customer_id: hollerbachId,
      name: 'Sabine Tietz',
      job_title: 'Leiterin Einkauf',
      emails: ['s.tietz@hollerbach-metallbau.test'],
      phones: ['0715 2334412'],
    });
    await given.order({ customer_id: hollerbachId, number: 'AU-26-0907' });
    await given.quote({
      customer_id: hollerbachId,
      number: 'AN-26-1182',
      title: 'Brandschutztüren Kita Süd',
    });
    await given.complaint({
      customer_id: hollerbachId,
      number: 'RK-26-0318',
      title: '4 Türschließer verlieren Öl',
    });
    await given.invoice({ customer_id: hollerbachId, number: '26-4471' });
    for (const name of [
      'Müller Türen GmbH',
      'Schreinerei Bäuerle e.K.',
      'Weiß & Groß Metallbau GmbH',
      'Hofer Metallbau GmbH',
    ]) {
      await given.customer({ name, city: 'Stuttgart' });
    }
    await given.customer({
      name: 'Hollerbeck Stahlhandel Hamburg GmbH',
      number: '30999',
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
  });
  afterAll(() => world.close());

  async function titles(user: ShortName, q: string): Promise<string[]> {
    const { status, body } = await world.call(user, search, { q });
    expect(status).toBe(200);
    return body.items.map((item) => item.title);
  }

  it.each([
    ['the name', 'Hollerbach'],
    ['its beginning', 'holl'],
    ['a letter too few', 'Holerbach'],
    ['two letters swapped', 'Hollebrach'],
    ['a wrong letter at the beginning', 'Gollerbach'],
    ['two slips', 'Holerbah'],
    ['an unfinished word with a slip', 'Hollrbac'],
    ['more words in another order', 'metallbau hollerbach'],
    ['a slip beside a common word', 'Holerbach Metalbau GmbH'],
    ['the town', 'Hollerbach Leonberg'],
    ['the customer number', '20417'],
    ['the customer number with its label', 'Kd.-Nr. 20417'],
    ['the telephone number', '07152 33440'],
    ['the telephone number in another spelling', '+49 (0) 7152 / 33 44-0'],
    ['the beginning of the telephone number', '07152-3344'],
  ])('finds a customer by %s', async (_what, q) => {
    expect((await titles('anna', q))[0]).toBe('Hollerbach Metallbau GmbH');
  });

  it.each([
    ['Mueller', 'Müller Türen GmbH'],
    ['muller', 'Müller Türen GmbH'],
    ['Müler', 'Müller Türen GmbH'],
    ['MÜLLER TUEREN', 'Müller Türen GmbH'],
    ['Baeuerle', 'Schreinerei Bäuerle e.K.'],
    ['weiss gross', 'Weiß & Groß Metallbau GmbH'],
  ])('finds %s as %s, however umlauts are written', async (q, name) => {
    expect((await titles('anna', q))[0]).toBe(name);
  });

  it.each([
    ['name', 'Sabine Tietz'],
    ['name with a slip', 'Tiez'],
    ['name and company', 'Tietz Hollerbach'],
    ['address', 's.tietz@hollerbach-metallbau.test'],
    ['beginning of the address', 's.tietz@holl'],
    ['telephone number', '07152 33 44 12'],
  ])('finds a person by %s', async (_what, q) => {
    expect((await titles('anna', q))[0]).toBe('Sabine Tietz');
  });

  it.each([
    ['AU-26-0907', 'order', 'AU-26-0907'],
    ['au 26 0907', 'order', 'AU-26-0907'],
    ['AN-26-11', 'quote', 'AN-26-1182'],
    ['rk-26-0318', 'complaint', 'RK-26-0318'],
    ['26-4471', 'invoice', '26-4471'],
  ])('finds document %s as %s', async (q, kind, title) => {
    const { body } = await world.call('anna', search, { q });

    expect(body.items[0]).toMatchObject({ kind, title, customer: { id: hollerbachId, number: '20417' } });
  });

  it('shows number, town and rating of a customer', async () => {
    const { body } = await world.call('anna', search, { q: 'Hollerbach' });

    expect(body.items[0]).toMatchObject({
      kind: 'customer',
      detail: '20417 · 71229 Leonberg',
      rating: { letter: 'A', digit: '2' },
    });
    const person = await world.call('anna', search, { q: 'Tietz Hollerbach' });
    expect(person.body.items[0]).toMatchObject({
      kind: 'contact',
      title: 'Sabine Tietz',
      detail: 'Leiterin Einkauf · Hollerbach Metallbau GmbH',
    });
  });

  it('never shows what the user may not see', async () => {
    expect(await titles('anna', 'Hollerbeck')).not.toContain('Hollerbeck Stahlhandel Hamburg GmbH');
    expect(await titles('anna', '30999')).toEqual([]);
    expect(await titles('petra', 'Hollerbeck')).toContain('Hollerbeck Stahlhandel Hamburg GmbH');
    expect(await titles('ben', '20417')).toEqual([]);
    expect(await titles('ben', 'AU-26-0907')).toEqual([]);
    expect(await titles('ben', '07152 33440')).toEqual([]);
    expect(await titles('ben', 's.tietz@hollerbach-metallbau.test')).toEqual([]);
    expect(await titles('fremd', 'Hollerbach')).toEqual([]);
    expect(await titles('dieter', 'Metallbau')).toEqual(['Hollerbach Metallbau GmbH']);
    expect((await world.call(null, search, { q: 'Hollerbach' })).status).toBe(401);
  });

  it('shows a partner neither ratings nor documents with amounts', async () => {
    const { body } = await world.call('dieter', search, { q: 'Hollerbach' });

    expect(body.items[0]).toMatchObject({ title: 'Hollerbach Metallbau GmbH', rating: null });
    expect(await titles('dieter', 'AN-26-1182')).toEqual([]);
    expect(await titles('dieter', 'RK-26-0318')).toEqual(['RK-26-0318']);
  });

  it('knows a customer as soon as it is created, renamed or gets a person', async () => {
    const { body } = await world.call('anna', createCustomer, { name: 'Quittenbaum Zäune GmbH' });
    const { id } = body.customer;
    expect(await titles('anna', 'Quitenbaum')).toEqual(['Quittenbaum Zäune GmbH']);

    await world.call('anna', updateCustomer, { id, name: 'Xylander Zäune GmbH' }, { ifMatch: 1 });
    await world.call('anna', createContact, { customerId: id, name: 'Yvonne Zwetschge' });

    expect(await titles('anna', 'Quittenbaum')).toEqual([]);
    expect(await titles('anna', 'Xylandr')).toContain('Xylander Zäune GmbH');
    expect(await titles('anna', 'zwetchge')).toContain('Yvonne Zwetschge');
  });

  it('forgets words that stand nowhere any more and counts the others anew', async () => {
    const wordsLike = (word: string) =>
      world.deps.db.system((trx) =>
        trx.selectFrom('search_word').select(['word', 'records']).where('word', '=', word).execute(),
      );
    const { body } = await world.call('anna', createCustomer, { name: 'Vergessenheit Metallbau GmbH' });
    await world.call('anna', updateCustomer, { id: body.customer.id, name: 'Anders GmbH' }, { ifMatch: 1 });
    expect(await wordsLike('vergessenheit')).toHaveLength(1);

    await world.runSweeps();

    expect(await wordsLike('vergessenheit')).toEqual([]);
    expect(await wordsLike('metallbau')).toEqual([{ word: 'metallbau', records: 3 }]);
    expect((await titles('anna', 'Holerbach'))[0]).toBe('Hollerbach Metallbau GmbH');
  });

  it.each([
    "'; drop table customer; --",
    '%',
    '%%%___',
    '\\',
    '\0\0',
    '𝕌𝕟𝕚 🏗',
    '\ud800',
    'a'.repeat(200),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    '@',
    '+49',
    '0000',
    '((((',
    'GmbH',
    'gmbh & co kg',
  ])('answers hostile or useless text %j calmly', async (q) => {
    const { status } = await world.call('anna', search, { q });

    expect([200, 400]).toContain(status);
  });

  it('builds the index of 300 customers', async () => {
    await world.deps.db.system(async (trx) => {
      for (let number = 0; number < 300; number += 1) {
        await trx
          .insertInto('customer')
          .values({
            organization_id: demoTenantId,
            id: crypto.randomUUID(),
            name: `Prüfling${number} Stahlbau ${'abcdefghij'[number % 10]}heim GmbH`,
          })
          .execute();
      }
    });

    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));

    expect((await titles('petra', 'Prüfling17'))[0]).toContain('Prüfling17');
  });
});
