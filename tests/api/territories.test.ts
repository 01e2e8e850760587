// Territories and the lists a company maintains, over HTTP: rules, who changes them, and how customers follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChoice, listChoices, removeChoice, updateChoice } from '#contract/choice.ts';
import { createContact, getCustomer, listContacts, updateCustomer } from '#contract/customer.ts';
import { listPeople, updatePerson } from '#contract/people.ts';
import {
  createTerritory,
  listCustomerInTerritory,
  listTerritories,
  listTerritoryCustomers,
  removeTerritory,
  updateTerritory,
} from '#contract/territory.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('territories on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const read = async (id: string) => (await world.call('petra', getCustomer, { id })).body;
  const first = async (name: string) => {
    const { body } = await world.call('miriam', listTerritories, {});
    return body.items.find((territory) => territory.name === name);
  };

  it('a new rule takes its customers over, and says why', async () => {
    const { id } = await world.given.customer({ postcode: '71229' });

    const { body: made } = await world.call('miriam', createTerritory, {
      name: 'Leonberg',
      ownerId: people.jonas.id,
      personIds: [people.jonas.id],
      postcodePrefixes: ['7122'],
    });
    const meanwhile = await world.call('miriam', listTerritories, {});
    await world.runJobs();

    expect(meanwhile.body.isRecalculating).toBe(true);
    expect(await read(id)).toMatchObject({
      territory: { name: 'Leonberg' },
      territoryReason: { rule: 'postcode', value: '7122' },
      owner: { name: 'Anna Brandl' },
    });
    expect(await first('Leonberg')).toMatchObject({ people: [{ name: 'Jonas Weidner' }] });

    await world.call('miriam', removeTerritory, { id: made.id }, { ifMatch: 1 });
    await world.runJobs();
    expect(await read(id)).toMatchObject({
      territory: { name: 'Südwest' },
      territoryReason: { rule: 'postcode', value: '71' },
    });
  });

  it('a person of a territory sees its customers at the next request', async () => {
    const { id } = await world.given.customer({
      postcode: '20095',
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    const before = await world.call('jonas', getCustomer, { id });

    const { version } = (await first('Nord')) ?? { version: 0 };
    const everybody = [people.ben.id, people.jonas.id];
    const changed = await world.call(
      'miriam',
      updateTerritory,
      { id: territories.north.id, personIds: everybody },
      { ifMatch: version },
    );
    const after = await world.call('jonas', getCustomer, { id });

    expect([before.status, changed.status, after.status]).toEqual([404, 200, 200]);
    const only = { id: territories.north.id, personIds: [people.ben.id] };
    await world.call('miriam', updateTerritory, only, { ifMatch: changed.body.version });
    expect((await world.call('jonas', getCustomer, { id })).status).toBe(404);
  });

  it.each([
    ['a prefix of another territory', { postcodePrefixes: ['71'] }, 'postcodePrefixes', 'taken'],
    ['a range that meets one', { postcodePrefixes: ['65-70'] }, 'postcodePrefixes', 'taken'],
    ['what is no prefix', { postcodePrefixes: ['6', 'Süd!'] }, 'postcodePrefixes.1', 'wrong_format'],
    ['a range from high to low', { postcodePrefixes: ['69-60'] }, 'postcodePrefixes.0', 'wrong_format'],
    ['an unknown sector', { sectors: ['Raumfahrt'] }, 'sectors.0', 'unknown'],
    ['a partner as owner', { ownerId: people.dieter.id }, 'ownerId', 'unknown'],
    ['a stranger', { personIds: [people.fremd.id] }, 'personIds', 'unknown'],
  ])('refuses %s', async (_what, rules, path, problem) => {
    const { status, body } = await world.call('miriam', createTerritory, { name: 'Falsch', ...rules });

    expect(status).toBe(400);
    expect(body.error?.fields).toEqual([{ path, problem }]);
    if (problem === 'taken') expect(body.error?.current).toMatchObject({ name: 'Südwest' });
  });

  it('two that want the same prefix at once: one gets it', async () => {
    const answers = await Promise.all(
      ['Ost 1', 'Ost 2', 'Ost 3'].map((name) =>
        world.call('miriam', createTerritory, { name, postcodePrefixes: ['01'] }),
      ),
    );

    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400]);
  });

  it('a sector decides before the postcode; changing it on the customer is enough', async () => {
    const { id } = await world.given.customer({ postcode: '71229' });
    const { body: made } = await world.call('miriam', createTerritory, {
      name: 'Öffentliche Hand bundesweit',
      sectors: ['Öffentliche Hand'],
    });
    await world.runJobs();

    const { version } = await read(id);
    const put = await world.call(
      'petra',
      updateCustomer,
      { id, sector: 'öffentliche hand' },
      { ifMatch: version },
    );

    expect(put.body).toMatchObject({
      sector: 'Öffentliche Hand',
      territory: { id: made.id },
      territoryReason: { rule: 'sector', value: 'Öffentliche Hand' },
    });
    const back = await world.call(
      'petra',
      updateCustomer,
      { id, sector: null },
      { ifMatch: put.body.version },
    );
    expect(back.body).toMatchObject({ territory: { name: 'Südwest' }, sector: null });
  });

  it('a customer on a list stays there whatever its postcode becomes', async () => {
    const { id, name } = await world.given.customer({ postcode: '71229' });

    const put = await world.call('miriam', listCustomerInTerritory, {
      id,
      territoryId: territories.north.id,
    });
    const { version } = await read(id);
    await world.call('petra', updateCustomer, { id, postcode: '70173' }, { ifMatch: version });
    const listed = await world.call('petra', listTerritoryCustomers, { id: territories.north.id });

    expect(put.body.territory).toMatchObject({ name: 'Nord' });
    expect(await read(id)).toMatchObject({ territory: { name: 'Nord' }, territoryReason: { rule: 'list' } });
    expect(listed.body.items.map((one) => one.name)).toContain(name);
    await world.call('miriam', listCustomerInTerritory, { id, territoryId: null });
    expect(await read(id)).toMatchObject({ territory: { name: 'Südwest' } });
  });

  it('who joins or leaves is a changed person: two administrators do not overwrite each other', async () => {
    const personOf = async () => {
      const { body } = await world.call('miriam', listPeople, {});
      const found = body.items.find(({ id }) => id === people.jonas.id);
      return { id: people.jonas.id, version: found?.version ?? 0 };
    };
    const { body: made } = await world.call('miriam', createTerritory, { name: 'Mitte' });
    const seen = await personOf();

    const joined = await world.call(
      'miriam',
      updateTerritory,
      { id: made.id, personIds: [people.jonas.id] },
      { ifMatch: made.version },
    );
    const { id, version } = await personOf();
    const overwrites = await world.call(
      'petra',
      updatePerson,
      { id, territoryIds: [] },
      { ifMatch: seen.version },
    );
    const blind = await world.call(
      'miriam',
      updatePerson,
      { id, territoryIds: [] },
      { ifMatch: seen.version },
    );
    const same = { id: made.id, personIds: [people.jonas.id] };
    await world.call('miriam', updateTerritory, same, { ifMatch: joined.body.version });
    const untouched = await personOf();
    const leaves = { id, territoryIds: [territories.southwest.id] };
    const left = await world.call('miriam', updatePerson, leaves, { ifMatch: version });
    const late = await world.call(
      'miriam',
      updateTerritory,
      { id: made.id, name: 'Mitte neu' },
      { ifMatch: joined.body.version + 1 },
    );

    expect(version).toBe(seen.version + 1);
    expect([overwrites.status, blind.status, left.status, late.status]).toEqual([403, 412, 200, 412]);
    expect(blind.body.error?.current).toMatchObject({ version });
    expect(untouched.version).toBe(version);
    expect(late.body.error?.current).toMatchObject({ people: [] });
  });

  it('refuses a change to an older version with the territory as it is now', async () => {
    const { body: made } = await world.call('miriam', createTerritory, { name: 'Zweimal' });
    await world.call('miriam', updateTerritory, { id: made.id, name: 'Einmal' }, { ifMatch: 1 });

    const stale = await world.call('miriam', updateTerritory, { id: made.id, name: 'X' }, { ifMatch: 1 });

    expect(stale.status).toBe(412);
    expect(stale.body.error?.current).toMatchObject({ name: 'Einmal', version: 2 });
  });
});

describe.each(databases)('lists that the company maintains on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const names = async (kind: 'target_group' | 'sector' | 'contact_role') =>
    (await world.call('anna', listChoices, { kind })).body.items.map((choice) => choice.name);

  it('begin with what fits most trades, for every organisation its own', async () => {
    expect(await names('contact_role')).toContain('Entscheider');
    await world.call('miriam', createChoice, { kind: 'sector', name: 'Glasbau' });

    const others = await world.call('fremd', listChoices, { kind: 'sector' });

    expect(await names('sector')).toContain('Glasbau');
    expect(others.body.items.map((choice) => choice.name)).not.toContain('Glasbau');
  });

  it('refuse a name twice, however it is spelled', async () => {
    const { status, body } = await world.call('miriam', createChoice, { kind: 'sector', name: 'metallBAU' });

    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'duplicate', current: { name: 'Metallbau' } });
  });

  it('rename an entry everywhere, and refuse to take away one in use', async () => {
    const { body: made } = await world.call('miriam', createChoice, { kind: 'contact_role', name: 'Lager' });
    const { id: customerId } = await world.given.customer();
    await world.call('anna', createContact, { customerId, name: 'Paul Wirth', roles: ['lager'] });

    const refused = await world.call('miriam', removeChoice, { id: made.id }, { ifMatch: 1 });
    await world.call('miriam', updateChoice, { id: made.id, name: 'Logistik' }, { ifMatch: 1 });
    const contacts = await world.call('anna', listContacts, { customerId });

    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ code: 'in_use', current: { count: 1 } });
    expect(contacts.body.items[0]?.roles).toEqual(['Logistik']);
  });

  it('put an entry in another place', async () => {
    const { body } = await world.call('anna', listChoices, { kind: 'target_group' });
    const last = body.items.at(-1);

    await world.call(
      'miriam',
      updateChoice,
      { id: last?.id ?? '', position: 0 },
      { ifMatch: last?.version ?? 0 },
    );

    expect((await names('target_group'))[0]).toBe(last?.name);
  });

  it('take an unused entry away', async () => {
    const { body: made } = await world.call('miriam', createChoice, { kind: 'sector', name: 'Kurz da' });

    const { status } = await world.call('miriam', removeChoice, { id: made.id }, { ifMatch: 1 });

    expect(status).toBe(200);
    expect(await names('sector')).not.toContain('Kurz da');
  });

  it('are what people may choose from; what a customer carries already stays', async () => {
    const { id } = await world.given.customer({ target_group: 'Altbestand' });

    const kept = await world.call(
      'anna',
      updateCustomer,
      { id, targetGroup: 'Altbestand', city: 'Ulm' },
      { ifMatch: 1 },
    );
    const unknown = await world.call(
      'anna',
      updateCustomer,
      { id, targetGroup: 'Marsmenschen' },
      { ifMatch: 2 },
    );

    expect(kept.status).toBe(200);
    expect(unknown.body.error?.fields).toEqual([{ path: 'targetGroup', problem: 'unknown' }]);
  });
});
