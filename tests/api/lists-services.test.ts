// The list of service intervals over HTTP: what is due at whose customers, the most overdue first, within rights.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countList, runList } from '#contract/list.ts';
import type { ListGroup } from '#contract/list-filter.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { otherTenantId, people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const due: ListGroup = {
  match: 'all',
  parts: [{ field: 'state', operator: 'one_of', value: ['overdue', 'due'] }],
};

describe.each(databases)('services due on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const service = (customer_id: string, subject: string, next_on: string, organization_id = demoTenantId) =>
      given.row('service_interval', {
        organization_id,
        id: newId(),
        customer_id,
        subject,
        every_months: 12,
        last_on: '2025-09-01',
        next_on,
      });
    // today is 3 September 2026
    const { id: alpha } = await given.customer({ name: 'Alpha Bau GmbH' });
    await service(alpha, 'Brandschutztüren', '2026-09-15');
    await service(alpha, 'Torantriebe', '2026-09-02');
    await service(alpha, 'Am letzten Tag', '2026-10-03');
    await service(alpha, 'Erst später', '2026-10-04');
    const north = { owner_id: people.ben.id, territory_id: territories.north.id };
    await service((await given.customer({ name: 'Nord GmbH', ...north })).id, 'Nur im Norden', '2026-09-04');
    const gone = await given.customer({ name: 'Alt GmbH', archived_at: world.clock.now() });
    await service(gone.id, 'Bei niemandem mehr', '2026-09-04');
    const foreign = await given.customer({ organization_id: otherTenantId, owner_id: people.fremd.id });
    await service(foreign.id, 'Fremd', '2026-09-04', otherTenantId);
  });
  afterAll(() => world.close());

  async function rowsFor(user: ShortName) {
    const { body } = await world.call(user, runList, {
      kind: 'service_interval',
      columns: ['subject', 'customer.name', 'state'],
      filter: due,
      sort: [{ field: 'next_on', descending: false }],
    });
    return body.rows.map((row) => row.cells);
  }

  test('the earliest first, each with its customer and how urgent it is', async () => {
    expect(await rowsFor('anna')).toEqual([
      ['Torantriebe', 'Alpha Bau GmbH', 'overdue'],
      ['Brandschutztüren', 'Alpha Bau GmbH', 'due'],
      ['Am letzten Tag', 'Alpha Bau GmbH', 'due'],
    ]);
  });

  test('of the customers one sees, and of nobody who is archived', async () => {
    const subjects = async (user: ShortName) => (await rowsFor(user)).map(([subject]) => subject);

    expect(await subjects('ben')).toEqual(['Nur im Norden']);
    expect(await subjects('petra')).toEqual([
      'Torantriebe',
      'Nur im Norden',
      'Brandschutztüren',
      'Am letzten Tag',
    ]);
    const partner = await world.call('dieter', runList, { kind: 'service_interval', columns: ['subject'] });
    expect(partner.status).toBe(403);
  });

  test('are counted as they are listed', async () => {
    const { body } = await world.call('anna', countList, { kind: 'service_interval', filter: due });

    expect(body).toEqual({ count: 3 });
  });
});
