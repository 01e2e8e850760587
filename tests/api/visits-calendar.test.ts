// Visits and their appointments in Outlook: both ways, exactly once, whatever Graph does.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  findAppointmentVisit,
  getBusyTimes,
  getVisit,
  proposeVisitSlots,
  retryVisit,
  updateVisit,
} from '#contract/visit.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { visitCase } from '#tests/support/visit-case.ts';

const now = new Date('2026-09-03T13:58:00+02:00');

describe.each(databases)('visits in the calendar on %s', (database) => {
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

  const { events, read, later, plan, planInCalendar, eventOf, compare } = visitCase(() => ({
    world,
    customerId,
  }));

  const anna = people.anna.entraOid;

  describe('what is done in Outlook', () => {
    test('moving and shortening the appointment moves the visit, and is not sent back', async () => {
      const visit = await planInCalendar();
      world.graph.calendar.change(eventOf(visit), {
        start: { dateTime: '2026-09-21T12:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-09-21T12:30:00', timeZone: 'UTC' },
      });
      await compare();
      const before = world.graph.calls.filter((call) => call.method !== 'GET').length;
      await world.runJobs();

      expect(await read(visit.id)).toMatchObject({
        version: 2,
        startsAt: '2026-09-21T12:00:00.000Z',
        endsAt: '2026-09-21T12:30:00.000Z',
        calendar: { state: 'in_calendar' },
      });
      expect(world.graph.calls.filter((call) => call.method !== 'GET')).toHaveLength(before);
    });

    test('is noticed when the week is looked at', async () => {
      const visit = await planInCalendar({ startsAt: '2026-11-17T09:00:00+01:00' });
      world.graph.calendar.change(eventOf(visit), {
        start: { dateTime: '2026-11-18T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-18T10:00:00', timeZone: 'UTC' },
      });
      const { body } = await world.call('anna', getBusyTimes, { day: '2026-11-17' });

      expect(body.calendar).toBe('read');
      expect(body.items.find((item) => item.visitId === visit.id)?.startsAt).toBe('2026-11-18T09:00:00.000Z');
      expect((await read(visit.id)).startsAt).toBe('2026-11-18T09:00:00.000Z');
    });

    test('deleting it leaves the visit, shown as no longer there, and trying again makes a new one', async () => {
      const visit = await planInCalendar();
      world.graph.calendar.remove(anna, eventOf(visit));
      await compare();
      expect((await read(visit.id)).calendar).toMatchObject({
        state: 'failed',
        problem: 'deleted_in_calendar',
      });

      await world.call('anna', retryVisit, { id: visit.id });
      await world.runJobs();

      expect((await read(visit.id)).calendar.state).toBe('in_calendar');
      expect(events(visit)).toHaveLength(1);
    });

    test('deleted there and moved here, the move says that it is gone', async () => {
      const visit = await planInCalendar();
      world.graph.calendar.remove(anna, eventOf(visit));
      await world.call('anna', updateVisit, { id: visit.id, note: 'neu' }, { ifMatch: 1 });
      await world.runJobs();

      expect((await read(visit.id)).calendar.problem).toBe('deleted_in_calendar');
    });

    test('does not undo a change of ours that is still on its way', async () => {
      const visit = await planInCalendar();
      world.graph.calendar.change(eventOf(visit), {
        start: { dateTime: '2026-09-23T12:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-09-23T13:00:00', timeZone: 'UTC' },
      });
      const startsAt = '2026-09-24T10:00:00.000Z';
      await world.call('anna', updateVisit, { id: visit.id, startsAt }, { ifMatch: 1 });
      await compare();
      await world.runJobs();

      expect((await read(visit.id)).startsAt).toBe(startsAt);
      expect(eventOf(visit).startsAt).toBe(startsAt);
    });

    test('a selected appointment leads to its visit, a foreign one to none', async () => {
      const visit = await planInCalendar();
      const { id } = eventOf(visit);
      const find = async (user: 'anna' | 'ben', appointmentId: string) =>
        (await world.call(user, findAppointmentVisit, { appointmentId })).body.visit?.id ?? null;

      expect(await find('anna', id)).toBe(visit.id);
      expect(await find('anna', id.replaceAll('-', '/').replaceAll('_', '+'))).toBe(visit.id);
      expect(await find('anna', 'AAMkfremd=')).toBeNull();
      expect(await find('ben', id)).toBeNull();
    });
  });

  describe('when Graph misbehaves', () => {
    test.each([
      { what: 'is down', does: { kind: 'refuse', status: 503 } as const },
      { what: 'loses the answer after doing it', does: { kind: 'lose_answer' } as const },
      { what: 'answers 500 twice', does: { kind: 'refuse', status: 500 } as const, times: 2 },
    ])('and $what, exactly one appointment is there in the end', async ({ does, times = 1 }) => {
      world.graph.faults.add({ method: 'POST', path: /events$/, does, times });
      const visit = await plan();

      await world.runJobs();
      expect((await read(visit.id)).calendar).toMatchObject({
        state: 'pending',
        problem: 'outside_unavailable',
      });
      for (let attempt = 0; attempt < 3; attempt += 1) {
        later(30);
        await world.runJobs();
      }

      expect((await read(visit.id)).calendar.state).toBe('in_calendar');
      expect(events(visit)).toHaveLength(1);
    });

    test('and the answer is lost while the search before it is down as well, the number proves it', async () => {
      const visit = await plan();
      world.graph.calendar.add(anna, {
        subject: 'von einem verlorenen Versuch',
        transactionId: visit.id,
        start: { dateTime: '2027-03-01T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2027-03-01T10:00:00', timeZone: 'UTC' },
      });
      await world.runJobs();

      expect(events(visit)).toHaveLength(1);
    });

    test('and asks to wait, it is asked again no sooner', async () => {
      const does = { kind: 'refuse', status: 429, retryAfterSeconds: 300 } as const;
      world.graph.faults.add({ method: 'POST', path: /events$/, does });
      const { id } = await plan();
      await world.runJobs();
      const at = new Date(world.clock.now().getTime() + 300_000).toISOString();
      expect((await read(id)).calendar.nextAttemptAt).toBe(at);

      later(305);
      await world.runJobs();
      expect((await read(id)).calendar.state).toBe('in_calendar');
    });

    test('and consent is missing, that is shown and can be tried again', async () => {
      world.graph.faults.add({ method: 'POST', path: /events$/, does: { kind: 'refuse', status: 403 } });
      const { id } = await plan();
      await world.runJobs();
      expect((await read(id)).calendar).toMatchObject({ state: 'failed', problem: 'consent_required' });

      await world.call('anna', retryVisit, { id });
      await world.runJobs();
      expect((await read(id)).calendar.state).toBe('in_calendar');
    });

    test('the week and the free times come without it, and say so', async () => {
      world.graph.faults.add({ path: /calendarView/, times: 9, does: { kind: 'refuse', status: 503 } });
      const busy = await world.call('anna', getBusyTimes, { day: '2026-09-03' });
      const slots = await world.call('anna', proposeVisitSlots, { customerId });

      expect([busy.status, busy.body]).toEqual([200, { calendar: 'unavailable', items: [] }]);
      expect(slots.body.calendar).toBe('unavailable');
      expect(slots.body.slots.length).toBeGreaterThan(3);
    });

    test('and the sign-in has run out, the visit waits for the next one', async () => {
      const visit = await plan();
      later(9 * 3_600);
      await world.runJobs();
      expect((await world.call('jonas', getVisit, { id: visit.id })).body.calendar.state).toBe(
        'waiting_for_sign_in',
      );

      await read(visit.id);
      await world.runJobs();

      expect((await read(visit.id)).calendar.state).toBe('in_calendar');
      expect(events(visit)).toHaveLength(1);
    });
  });
});
