// "Ansehen als" and "Menschen und Rechte" over HTTP: never more than the person sees, never a change, at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActivities } from '#contract/activity.ts';
import { listAudit } from '#contract/audit.ts';
import { listCustomers, updateCustomer } from '#contract/customer.ts';
import { runList } from '#contract/list.ts';
import { listPeople, updatePerson } from '#contract/people.ts';
import { getMe } from '#contract/user.ts';
import { getBusyTimes } from '#contract/visit.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const as = (user: ShortName) => ({ headers: { 'x-view-as': people[user].id } });

describe.each(databases)('seeing as somebody else on %s', (database) => {
  let world: World;
  let north: string;
  let southwest: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    north = (await world.given.customer({ owner_id: people.ben.id, territory_id: territories.north.id })).id;
    southwest = (await world.given.customer({ sharedWith: [people.dieter.id] })).id;
  });
  afterAll(() => world.close());

  const seen = async (user: ShortName, more = {}) => {
    const { body } = await world.call(user, listCustomers, { limit: 100 }, more);
    return body.items.map(({ id }) => id);
  };

  it('an administrator sees what the person sees, and who looks', async () => {
    const me = await world.call('miriam', getMe, {}, as('anna'));
    const byAnna = await seen('miriam', as('anna'));
    const byDieter = await seen('miriam', as('dieter'));
    const list = await world.call('miriam', runList, { kind: 'customer', columns: ['name'] }, as('anna'));

    expect(me.body).toMatchObject({ name: 'Anna Brandl', role: 'sales', viewedBy: { name: 'Miriam Stolz' } });
    expect(me.body.permissions).toEqual(['figures.see']);
    expect(byAnna).toContain(southwest);
    expect(byAnna).not.toContain(north);
    expect(byDieter).toEqual([southwest]);
    expect(list.body.rows).toHaveLength(byAnna.length);
  });

  it('private entries stay with who wrote them', async () => {
    const about = { customer_id: southwest, logged_by: people.anna.id, visibility: 'me' as const };
    const { id } = await world.given.activity(about);
    const idsOf = async (user: ShortName, more = {}) => {
      const { body } = await world.call(user, listActivities, { customerId: southwest }, more);
      return body.items.map((item) => item.id);
    };

    expect(await idsOf('anna')).toContain(id);
    expect(await idsOf('miriam', as('anna'))).not.toContain(id);
  });

  it('nothing is changed, no calendar opened, nobody but an administrator looks', async () => {
    const change = { id: southwest, name: 'Anders' };
    const write = await world.call('miriam', updateCustomer, change, { ...as('anna'), ifMatch: 1 });
    const calendar = await world.call('miriam', getBusyTimes, { day: '2026-09-03' }, as('anna'));
    const rights = await world.call('miriam', listPeople, {}, as('petra'));
    const lookers: ShortName[] = ['anna', 'petra', 'dieter'];
    const others = await Promise.all(lookers.map((user) => world.call(user, getMe, {}, as('miriam'))));

    expect([write.status, calendar.status, rights.status]).toEqual([403, 403, 403]);
    expect(others.map((answer) => answer.status)).toEqual([403, 403, 403]);
  });

  it('only people of the house with access can be looked at', async () => {
    const stranger = await world.call('miriam', getMe, {}, as('fremd'));
    const unknown = await world.call('miriam', getMe, {}, { headers: { 'x-view-as': crypto.randomUUID() } });
    const nonsense = await world.call('miriam', getMe, {}, { headers: { 'x-view-as': "' or 1=1" } });

    expect([stranger.status, unknown.status, nonsense.status]).toEqual([404, 404, 400]);
  });

  it('the look stands in the person’s audit', async () => {
    await world.call('miriam', getMe, {}, as('jonas'));
    await world.call('miriam', getMe, {}, as('jonas'));

    const { body } = await world.call('miriam', listAudit, { recordKind: 'user', recordId: people.jonas.id });

    expect(body.items.filter((item) => item.action === 'user.view_as')).toMatchObject([
      { by: { name: 'Miriam Stolz' } },
    ]);
  });
});

describe.each(databases)('people and their rights on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const rightsOf = async (user: ShortName) => {
    const { body } = await world.call('miriam', listPeople, {});
    const person = body.items.find(({ id }) => id === people[user].id);
    if (person === undefined) throw new Error(`${user} is missing`);
    return person;
  };
  const change = async (user: ShortName, input: object) => {
    const { id, version } = await rightsOf(user);
    return world.call('miriam', updatePerson, { id, ...input }, { ifMatch: version });
  };

  it('territories and role count from the next request of the same token on', async () => {
    const { id } = await world.given.customer({
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    const authorization = await world.authorizationOf('jonas');
    const ask = async () => {
      const response = await fetch(`${world.url}/api/customers/${id}`, { headers: { authorization } });
      return response.status;
    };

    const before = await ask();
    await change('jonas', { territoryIds: [territories.southwest.id, territories.north.id] });
    const withNorth = await ask();
    await change('jonas', { role: 'partner' });
    const asPartner = await ask();
    await change('jonas', { sharedCustomerIds: [id] });
    const shared = await ask();
    await change('jonas', { active: false });
    const shutOut = await ask();
    await change('jonas', { active: true, role: 'sales', territoryIds: [territories.southwest.id] });

    expect([before, withNorth, asPartner, shared, shutOut, await ask()]).toEqual([
      404, 200, 404, 200, 403, 404,
    ]);
    expect((await rightsOf('jonas')).sharedCustomers).toEqual([]);
  });

  it('manager and deputy are kept, and each change stands in the audit', async () => {
    const { body } = await change('anna', { managerId: people.petra.id, deputyId: people.jonas.id });
    const shown = await world.call('miriam', listAudit, { recordKind: 'user', recordId: people.anna.id });

    expect(body).toMatchObject({ manager: { name: 'Petra Lohmann' }, deputy: { name: 'Jonas Weidner' } });
    expect(shown.body.items[0]).toMatchObject({ action: 'user.update', by: { name: 'Miriam Stolz' } });
    expect(shown.body.items[0]?.changes.find(({ field }) => field === 'deputy')?.after).toBe('Jonas Weidner');
  });

  it('an older version is refused with the person as they are now', async () => {
    const { id, version } = await rightsOf('ben');
    await change('ben', { managerId: people.petra.id });

    const stale = await world.call('miriam', updatePerson, { id, active: false }, { ifMatch: version });

    expect([stale.status, (await rightsOf('ben')).active]).toEqual([412, true]);
    expect(stale.body.error?.current).toEqual(await rightsOf('ben'));
  });

  it.each([
    [{ managerId: people.anna.id }, 'managerId', 'not_allowed'],
    [{ deputyId: people.fremd.id }, 'deputyId', 'unknown'],
    [{ territoryIds: [people.anna.id] }, 'territoryIds', 'unknown'],
    [{ sharedCustomerIds: [people.anna.id] }, 'sharedCustomerIds', 'unknown'],
  ])('%j is refused', async (input, path, problem) => {
    const { body } = await change('anna', input);

    expect(body.error?.fields).toEqual([{ path, problem }]);
  });

  it('the last administrator stays one', async () => {
    const less = await change('miriam', { role: 'manager' });
    const out = await change('miriam', { active: false });
    const gone = await change('miriam', { role: null });

    expect([less.status, out.status, gone.status]).toEqual([409, 409, 409]);
  });

  it('only administrators see and change them; strangers are unknown', async () => {
    const asPetra = await world.call('petra', listPeople, {});
    const { body } = await world.call('miriam', listPeople, {});
    const stranger = await world.call('miriam', updatePerson, { id: people.fremd.id }, { ifMatch: 1 });

    expect([asPetra.status, stranger.status]).toEqual([403, 404]);
    expect(body.items.map(({ id }) => id)).not.toContain(people.fremd.id);
  });
});
