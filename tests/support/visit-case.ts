// What tests of visits do again and again: plan one, let it go to the calendar, hear from there; store one to report.
import { expect } from 'vitest';
import { getVisit, planVisit } from '#contract/visit.ts';
import type { Visit } from '#contract/visit.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

/** Handles for a suite about Anna's visits to one customer; both are there once its tests run. */
export function visitCase(suite: () => { world: World; customerId: string }) {
  const anna = people.anna.entraOid;
  let count = 0;
  let compared = 0;

  const events = (visit: Visit) =>
    suite()
      .world.graph.calendar.events(anna)
      .filter((event) => event.transactionId?.startsWith(visit.id));
  const read = async (id: string) => (await suite().world.call('anna', getVisit, { id })).body;
  const later = (seconds: number) => {
    const { clock } = suite().world;
    clock.set(new Date(clock.now().getTime() + seconds * 1_000));
  };

  /** Each on a day of its own, so that they do not overlap. */
  async function plan(changes: object = {}): Promise<Visit> {
    const { world, customerId } = suite();
    count += 1;
    const day = new Date(Date.UTC(2026, 9, 5 + count)).toISOString().slice(0, 10);
    const input = { customerId, startsAt: `${day}T09:00:00+02:00`, ...changes };
    const answer = await world.call('anna', planVisit, input);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }
  async function planInCalendar(changes: object = {}): Promise<Visit> {
    const { id } = await plan(changes);
    await suite().world.runJobs();
    return read(id);
  }
  function eventOf(visit: Visit) {
    const [event] = events(visit);
    if (event === undefined) throw new Error('no appointment');
    return event;
  }
  /** Each time later than the last, so that nobody was asked just now. */
  async function compare(): Promise<void> {
    compared += 1;
    later(400 * compared);
    await suite().world.runSweeps();
  }
  return { events, read, later, plan, planInCalendar, eventOf, compare };
}

/** Two product groups of the company. */
export async function storeGroups(world: World): Promise<{ fire: string; tools: string }> {
  const [fire, tools] = [newId(), newId()];
  await world.given.row('product_group', { organization_id: demoTenantId, id: fire, name: 'Brandschutz' });
  await world.given.row('product_group', { organization_id: demoTenantId, id: tools, name: 'Werkzeug' });
  return { fire, tools };
}

/** A visit of this morning at a customer with one contact. */
export async function storeVisit(world: World, of: { customer?: object; visit?: object } = {}) {
  const customer = await world.given.customer(of.customer ?? {});
  const contact = await world.given.contact({ customer_id: customer.id, name: 'Sabine Tietz' });
  const visit = await world.given.visit({
    customer_id: customer.id,
    starts_at: new Date('2026-09-03T10:00:00+02:00'),
    ...of.visit,
  });
  return { customerId: customer.id, contactId: contact.id, visitId: visit.id };
}
