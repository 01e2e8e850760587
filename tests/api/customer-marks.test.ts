// "gesperrt" and "archiviert" follow a customer's name wherever the API tells it, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listComplaints } from '#contract/complaint.ts';
import { findSimilarCustomers } from '#contract/duplicate.ts';
import { getCustomer, listCustomers, type CustomerRef } from '#contract/customer.ts';
import { getCustomerGroup } from '#contract/customer-moves.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { runList } from '#contract/list.ts';
import { search } from '#contract/search.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const cases = [
  { name: 'Freilich Holzbau GmbH', blocked: false, archived: false, marks: undefined },
  { name: 'Sperrle Holzbau GmbH', blocked: true, archived: false, marks: ['blocked'] },
  { name: 'Archivarius Holzbau GmbH', blocked: false, archived: true, marks: ['archived'] },
  { name: 'Beides Holzbau GmbH', blocked: true, archived: true, marks: ['blocked', 'archived'] },
];

describe.each(databases)('the marks of a customer on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  it.each(cases)('of $name are $marks everywhere', async ({ name, blocked, archived, marks }) => {
    const now = world.clock.now();
    const { id, number } = await world.given.customer({
      name,
      blocked_at: blocked ? now : null,
      blocked_reason: blocked ? 'Zahlt nicht' : null,
      archived_at: archived ? now : null,
    });
    await world.given.customer({ name: `Tochter von ${name}`, parent_id: id });
    await world.given.complaint({ customer_id: id });
    await world.given.followUp({ customer_id: id, title: `Anruf bei ${name}` });
    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));

    const customer = await world.call('anna', getCustomer, { id });
    const listed = await world.call('anna', listCustomers, { archived: 'with', limit: 100 });
    const found = await world.call('anna', search, { q: name });
    const similar = await world.call('anna', findSimilarCustomers, { name, number: number ?? '' });
    const group = await world.call('anna', getCustomerGroup, { id });
    const followUps = await world.call('anna', listFollowUps, { customerId: id });
    const complaints = await world.call('anna', listComplaints, { customerId: id });
    const list = await world.call('anna', runList, {
      kind: 'customer',
      columns: ['name'],
      filter: {
        match: 'all',
        parts: [
          { field: 'name', operator: 'equals', value: name },
          // Naming the field brings archived customers as well.
          { field: 'archived', operator: archived ? 'is_true' : 'is_false' },
        ],
      },
    });

    const marksIn = (shown: readonly Pick<CustomerRef, 'id' | 'marks'>[]) =>
      shown.find((one) => one.id === id)?.marks;
    const told = {
      customer: customer.body.marks,
      listed: marksIn(listed.body.items),
      found: marksIn(found.body.items.map((hit) => hit.customer)),
      similar: marksIn(similar.body.items.map((one) => one.customer)),
      group: marksIn(group.body.members),
      followUp: marksIn(followUps.body.items.map((one) => one.customer)),
      complaint: marksIn(complaints.body.items.map((one) => one.customer)),
      list: marksIn(list.body.rows),
    };
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((place) => [place, marks])));
  });
});
