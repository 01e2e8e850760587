// Who may call what and see whom: the matrix with its false cells, and records of others that cannot be told from none.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCustomers } from '#contract/customer.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { rolesAllowed } from '#api/rights/permissions.ts';
import { databases } from '#tests/support/databases.ts';
import { listEndpoints } from '#tests/support/endpoints.ts';
import { otherTenantId, people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { matrix } from './rights-matrix.ts';

const callers: readonly ShortName[] = ['anna', 'petra', 'miriam', 'dieter'];

async function send(world: World, user: ShortName | null, call: { endpoint: Endpoint; input: unknown }) {
  return world.call(user, call.endpoint, call.input as object, { ifMatch: 1 });
}

describe('the table of permissions', () => {
  test('knows every endpoint of the contract, and no other', async () => {
    const closed = (await listEndpoints())
      .filter((endpoint) => !endpoint.open)
      .map((endpoint) => endpoint.name);

    expect(Object.keys(rolesAllowed).sort()).toEqual(closed.sort());
    expect(Object.keys(matrix).sort()).toEqual(closed.sort());
  });

  test('and the calls of these tests cover every endpoint', async () => {
    const ids: Ids = {
      customer: '',
      contact: '',
      activity: '',
      attachment: '',
      followUp: '',
      complaint: '',
      visit: '',
    };
    const tried = [...callsAbout(ids), ...callsAboutNothing()].map((call) => call.endpoint.name);

    expect(tried.sort()).toEqual(Object.keys(matrix).sort());
  });
});

describe.each(databases)('on %s', (database) => {
  let world: World;
  let served: string;
  let ours: Ids;
  beforeAll(async () => {
    world = await createWorld({ database });
    served = await (await fetch(`${world.url}/api/openapi.json`)).text();
    ours = await makeRecords({});
  });
  afterAll(() => world.close());

  const isServed = ({ endpoint }: { endpoint: Endpoint }) =>
    served.includes(`"operationId":"${endpoint.name}"`);

  async function makeRecords(of: {
    organization_id?: string;
    owner_id?: string;
    territory_id?: string | null;
  }): Promise<Ids> {
    const owner_id = of.owner_id ?? people.anna.id;
    const customer = await world.given.customer(of);
    const about = { organization_id: customer.organization_id, customer_id: customer.id };
    const contact = await world.given.contact(about);
    const activity = await world.given.activity({ ...about, logged_by: owner_id });
    const attachment = await world.given.attachment({
      organization_id: customer.organization_id,
      activity_id: activity.id,
    });
    const followUp = await world.given.followUp({ ...about, owner_id, created_by: owner_id });
    const complaint = await world.given.complaint({ ...about, owner_id });
    const visit = await world.given.visit({ ...about, user_id: owner_id });
    return {
      customer: customer.id,
      contact: contact.id,
      activity: activity.id,
      attachment: attachment.id,
      followUp: followUp.id,
      complaint: complaint.id,
      visit: visit.id,
    };
  }

  test('nobody gets in without a sign-in', async () => {
    for (const call of [...callsAbout(ours), ...callsAboutNothing()].filter(isServed)) {
      const answer = await send(world, null, call);
      expect([call.endpoint.name, answer.status, answer.body.error?.code]).toEqual([
        call.endpoint.name,
        401,
        'not_signed_in',
      ]);
    }
  });

  test('every role may call what the matrix says, and nothing else', async () => {
    const calls = [...callsAbout(ours), ...callsAboutNothing()].filter(isServed);
    const seen: Record<string, string> = {};
    for (const call of calls) {
      const cells: string[] = [];
      for (const user of callers) {
        // an empty input would do: rights are judged before it is read
        const answer = await world.call(user, call.endpoint, { nonsense: 1 } as object);
        cells.push(answer.body.error?.code === 'forbidden' ? '-' : 'x');
        if (answer.status === 401 || answer.status >= 500) cells.push(String(answer.status));
      }
      seen[call.endpoint.name] = cells.join(' ');
    }

    expect(seen).toEqual(
      Object.fromEntries(calls.map(({ endpoint }) => [endpoint.name, matrix[endpoint.name]])),
    );
  });

  test.each([
    ['of another territory', { owner_id: people.ben.id, territory_id: territories.north.id }],
    [
      'of another organisation',
      { organization_id: otherTenantId, owner_id: people.fremd.id, territory_id: null },
    ],
  ])('a record %s answers like none at all, byte for byte', async (_title, of) => {
    const theirs = callsAbout(await makeRecords(of)).filter(isServed);
    const unknown = callsAbout({
      customer: randomUUID(),
      contact: randomUUID(),
      activity: randomUUID(),
      attachment: randomUUID(),
      followUp: randomUUID(),
      complaint: randomUUID(),
      visit: randomUUID(),
    }).filter(isServed);

    for (const [index, call] of theirs.entries()) {
      const foreign = await send(world, 'anna', call);
      const none = await send(world, 'anna', unknown[index] ?? call);

      expect(comparable(foreign), call.endpoint.name).toEqual(comparable(none));
      const isEmptyList = foreign.text.includes('"items":[]');
      expect(foreign.status === 404 || isEmptyList, `${call.endpoint.name}: ${foreign.text}`).toBe(true);
    }
  });

  test('a partner sees only what was shared, and without figures', async () => {
    const shared = await world.given.customer({
      name: 'Geteilt GmbH',
      sharedWith: [people.dieter.id],
      rating_letter: 'A',
      rating_digit: '1',
    });
    await world.given.customer({ name: 'Nicht geteilt GmbH' });

    const list = await world.call('dieter', listCustomers, { limit: 100 });

    expect(list.body.items.map((customer) => customer.id)).toEqual([shared.id]);
    expect(list.body.items[0]?.rating).toBeNull();
  });

  test('sales see their territory, managers everything, and nobody another organisation', async () => {
    const foreign = await world.given.customer({
      name: 'Fremd GmbH',
      organization_id: otherTenantId,
      owner_id: people.fremd.id,
      territory_id: null,
    });
    const north = await world.given.customer({
      name: 'Nord GmbH',
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    const own = await world.given.customer({
      name: 'Eigen im Norden GmbH',
      territory_id: territories.north.id,
    });
    const idsOf = async (user: ShortName) => {
      const answer = await world.call(user, listCustomers, { limit: 100 });
      return answer.body.items.map((customer) => customer.id);
    };

    expect(await idsOf('anna')).toEqual(expect.arrayContaining([ours.customer, own.id]));
    expect(await idsOf('anna')).not.toContain(north.id);
    expect(await idsOf('jonas')).not.toContain(own.id);
    expect(await idsOf('ben')).toEqual(expect.arrayContaining([north.id, own.id]));
    expect(await idsOf('petra')).toEqual(expect.arrayContaining([ours.customer, north.id, own.id]));
    expect(await idsOf('petra')).not.toContain(foreign.id);
    expect(await idsOf('fremd')).toContain(foreign.id);
    expect(await idsOf('fremd')).not.toContain(ours.customer);
  });

  test('where the organisation says so, sales see every customer at the next request', async () => {
    const north = await world.given.customer({
      name: 'Auch Nord GmbH',
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    const setVisibility = (customer_visibility: 'all' | 'territory') =>
      world.deps.db.system((trx) =>
        trx
          .updateTable('organization')
          .set({ customer_visibility })
          .where('organization_id', '=', people.anna.organizationId)
          .execute(),
      );
    const sees = async () => {
      const answer = await world.call('anna', listCustomers, { limit: 100 });
      return answer.body.items.some((customer) => customer.id === north.id);
    };

    await setVisibility('all');
    const whenAll = await sees();
    await setVisibility('territory');

    expect([whenAll, await sees()]).toEqual([true, false]);
  });
});

function comparable(answer: { status: number; text: string; headers: Headers }) {
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date'),
  );
  return {
    status: answer.status,
    headers,
    text: answer.text.replace(/"requestId":"[^"]*"/, '"requestId":""'),
  };
}
