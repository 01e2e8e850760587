// Visits over HTTP: planned with their appointment in Outlook, moved, called off.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelVisit, getVisit, planVisit, updateVisit } from '#contract/visit.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { visitCase } from '#tests/support/visit-case.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';
const now = new Date('2026-09-03T13:58:00+02:00');

describe.each(databases)('visits on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH', number: '20417' })).id;
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.graph.faults.clear();
    world.clock.set(now);
  });

  const { events, read, plan, planInCalendar, eventOf } = visitCase(() => ({ world, customerId }));

  describe('planning one', () => {
    test('answers at once and arrives in the calendar with place, people and the way back', async () => {
      const contact = await world.given.contact({ customer_id: customerId, name: 'Sabine Tietz' });
      const visit = await plan({
        startsAt: '2026-09-04T09:00:00+02:00',
        durationMinutes: 90,
        contactIds: [contact.id],
        note: 'Muster mitnehmen',
      });
      expect(visit).toMatchObject({
        version: 1,
        state: 'planned',
        kind: 'visit',
        startsAt: '2026-09-04T07:00:00.000Z',
        endsAt: '2026-09-04T08:30:00.000Z',
        user: { id: people.anna.id },
        people: [{ name: 'Sabine Tietz' }],
        calendar: { state: 'pending', problem: null },
        warnings: [],
        canChange: true,
      });

      await world.runJobs();

      const stored = await read(visit.id);
      expect(stored.calendar.state).toBe('in_calendar');
      expect(stored.calendar.link).toMatch(/^http/);
      const event = eventOf(visit);
      expect(event).toMatchObject({
        subject: 'Besuch Hollerbach Metallbau GmbH',
        location: 'Römerstraße 12, 71229 Leonberg',
        startsAt: '2026-09-04T07:00:00.000Z',
        endsAt: '2026-09-04T08:30:00.000Z',
      });
      expect(event.bodyText).toContain('Sabine Tietz');
      expect(event.bodyText).toContain('Muster mitnehmen');
      expect(event.bodyText).toContain(`#/visit/${visit.id}`);
    });

    test('twice with the same key makes one visit and one appointment', async () => {
      const input = { customerId, startsAt: '2026-12-01T09:00:00+01:00' };
      const key = { idempotencyKey: `plan-${database}` };
      const answers = await Promise.all([1, 2].map(() => world.call('anna', planVisit, input, key)));
      const again = await world.call('anna', planVisit, input, key);
      await world.runJobs();

      const ids = new Set([...answers, again].filter((one) => one.status === 200).map((one) => one.body.id));
      expect(ids.size).toBe(1);
      expect(events(again.body)).toHaveLength(1);
    });

    test.each([
      ['in the past', '2026-09-02T09:00:00+02:00', ['in_past']],
      ['on a Sunday', '2026-09-06T09:00:00+02:00', ['day_off']],
      ['at night', '2026-09-08T22:00:00+02:00', ['outside_hours']],
    ])('%s is said, not refused', async (_title, startsAt, warnings) => {
      expect((await plan({ startsAt })).warnings).toEqual(warnings);
    });

    test('over another one is said on both', async () => {
      const first = await plan({ startsAt: '2026-12-08T09:00:00+01:00' });
      const second = await plan({ startsAt: '2026-12-08T09:30:00+01:00' });

      expect(second.warnings).toEqual(['overlaps']);
      expect((await read(first.id)).warnings).toEqual(['overlaps']);
    });

    test('that is told afterwards goes into no calendar', async () => {
      const visit = await planInCalendar({ startsAt: '2026-09-01T09:00:00+02:00', inCalendar: false });

      expect(visit.calendar.state).toBe('none');
      expect(events(visit)).toEqual([]);
    });

    test.each([
      { what: 'an unknown customer', input: { customerId: nobody }, status: 404 },
      { what: 'a contact of nobody', input: { contactIds: [nobody] }, status: 400, field: 'contactIds' },
      { what: 'no such day', input: { startsAt: '2026-02-30T09:00:00Z' }, status: 400, field: 'startsAt' },
      { what: 'a day before our time', input: { startsAt: '0000-01-01T00:00:00Z' }, status: 400 },
      { what: 'no length', input: { durationMinutes: 0 }, status: 400, field: 'durationMinutes' },
    ])('with $what is refused', async ({ input, status, field }) => {
      const given = { customerId, startsAt: '2026-09-10T09:00:00+02:00', ...input };
      const answer = await world.call('anna', planVisit, given);

      expect(answer.status).toBe(status);
      if (field) expect(answer.body.error?.fields?.map((one) => one.path)).toEqual([field]);
    });

    test('at an archived customer is refused, and one planned before says so', async () => {
      const customer = await world.given.customer();
      const visit = await plan({ customerId: customer.id });
      await world.deps.db.system((trx) =>
        trx.updateTable('customer').set({ archived_at: now }).where('id', '=', customer.id).execute(),
      );

      const answer = await world.call('anna', planVisit, {
        customerId: customer.id,
        startsAt: '2026-09-10T09:00:00+02:00',
      });
      expect([answer.status, answer.body.error?.fields?.[0]?.problem]).toEqual([400, 'archived']);
      expect((await read(visit.id)).warnings).toContain('archived');
    });
  });

  describe('changing one', () => {
    test('moves the appointment', async () => {
      const visit = await planInCalendar();
      const input = { id: visit.id, startsAt: '2026-09-22T13:00:00+02:00', durationMinutes: 30 };
      const { body } = await world.call('anna', updateVisit, input, { ifMatch: visit.version });
      expect(body).toMatchObject({ version: 2, calendar: { state: 'pending' } });
      await world.runJobs();

      expect(eventOf(visit)).toMatchObject({
        startsAt: '2026-09-22T11:00:00.000Z',
        endsAt: '2026-09-22T11:30:00.000Z',
      });
      expect((await read(visit.id)).calendar.state).toBe('in_calendar');
    });

    test('calling it off takes the appointment out, and nothing can be changed then', async () => {
      const visit = await planInCalendar();
      const { body } = await world.call(
        'anna',
        cancelVisit,
        { id: visit.id, reason: 'Kunde krank' },
        { ifMatch: 1 },
      );
      await world.runJobs();

      expect(body).toMatchObject({ state: 'cancelled', cancelReason: 'Kunde krank' });
      expect(events(visit)).toEqual([]);
      const again = await world.call('anna', updateVisit, { id: visit.id, note: 'x' }, { ifMatch: 2 });
      expect([again.status, again.body.error?.code]).toEqual([409, 'transition_not_allowed']);
    });

    test('calling it off before its appointment was made leaves none', async () => {
      const visit = await plan();
      await world.call('anna', cancelVisit, { id: visit.id }, { ifMatch: 1 });
      await world.runJobs();

      expect(events(visit)).toEqual([]);
    });

    test('needs the version, and a stale one gets the present state', async () => {
      const { id } = await plan();
      await world.call('anna', updateVisit, { id, note: 'Neu' }, { ifMatch: 1 });

      const without = await world.call('anna', updateVisit, { id, note: 'x' });
      const stale = await world.call('anna', cancelVisit, { id }, { ifMatch: 1 });

      expect([without.status, stale.status]).toEqual([428, 412]);
      expect(stale.body.error?.current).toMatchObject({ note: 'Neu', version: 2 });
    });

    test('is for its own person and managers; colleagues of the territory only see it', async () => {
      const { id } = await plan();

      expect((await world.call('jonas', getVisit, { id })).body.canChange).toBe(false);
      expect((await world.call('jonas', cancelVisit, { id }, { ifMatch: 1 })).status).toBe(403);
      expect((await world.call('ben', getVisit, { id })).status).toBe(404);
      expect((await world.call('fremd', cancelVisit, { id }, { ifMatch: 1 })).status).toBe(404);
      expect((await world.call('dieter', getVisit, { id })).status).toBe(403);
      expect((await world.call('petra', cancelVisit, { id }, { ifMatch: 1 })).status).toBe(200);
    });
  });
});
