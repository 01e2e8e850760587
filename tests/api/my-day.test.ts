// "Mein Tag" over HTTP: my tasks with their reasons in order of urgency, nobody else's, and what happened today.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveEscalation, reportComplaint } from '#contract/complaint.ts';
import type { MyDay } from '#contract/day.ts';
import { getMyDay } from '#contract/day.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('my day on %s', (database) => {
  let world: World;
  const day = async (user: ShortName): Promise<MyDay> => (await world.call(user, getMyDay, {})).body;
  const kinds = (tasks: MyDay['now']) => tasks.map(({ kind }) => kind);

  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  test('an empty day is an empty day', async () => {
    const { status, body } = await world.call('miriam', getMyDay, {});

    expect(status).toBe(200);
    expect(body).toMatchObject({
      now: [],
      today: [],
      next: [],
      completedToday: [],
      visits: [],
      visitsDue: 0,
      team: [],
      transfers: { pending: 0, waitingForSignIn: 0, failed: 0, nextAttemptAt: null },
      asOf: '2026-09-03T11:58:00.000Z',
      day: '2026-09-03',
    });
  });

  test('is not for partners', async () => {
    expect((await world.call('dieter', getMyDay, {})).status).toBe(403);
  });

  describe('with something to do', () => {
    beforeAll(async () => {
      const { given } = world;
      const { customer } = await storeHollerbach(world);
      const customer_id = customer.id;
      const report = buildReport(customer_id, { ownerId: people.anna.id });
      await world.call('jonas', reportComplaint, report);
      const call = { customer_id, kind: 'call', occurred_at: new Date('2026-09-01T14:40:00Z') } as const;
      const mine = await given.activity({ ...call, logged_by: people.anna.id });
      const jonass = await given.activity({ ...call, logged_by: people.jonas.id, visibility: 'me' });
      const of = (activity: { id: string }) => ({ customer_id, activity_id: activity.id });
      await given.followUp({ ...of(jonass), title: 'Rückruf', due_on: '2026-09-03' });
      await given.followUp({ ...of(mine), title: 'Kita Süd nachfassen', due_on: '2026-09-04' });
      await given.followUp({ customer_id, title: 'In acht Tagen', due_on: '2026-09-11' });
      await given.followUp({ customer_id, title: 'Jonas ruft an', owner_id: people.jonas.id });
      await given.followUp({
        customer_id,
        title: 'Muster senden',
        completed_at: new Date('2026-09-03T09:10:00+02:00'),
        completed_by: people.anna.id,
      });
      await given.quote({ customer_id, title: 'Turnhalle', valid_until: '2026-09-04' });
      await given.quote({ customer_id, title: 'Kita Süd', valid_until: '2026-09-15' });
      await given.quote({ customer_id, title: 'Gewonnen', valid_until: '2026-09-04', state: 'won' });
      await given.invoice({
        customer_id,
        due_on: '2026-08-16',
        reminder_on: '2026-09-08',
        total_cents: 700_000,
        paid_cents: 76_000,
      });
      await given.visit({ customer_id, starts_at: new Date('2026-09-03T15:30:00+02:00') });
      await given.visit({ customer_id, starts_at: new Date('2026-09-05T09:00:00+02:00') });
      await given.customer({
        name: 'Dachdeckerei Immenroth',
        created_at: new Date('2026-06-01T09:00:00Z'),
        last_order_on: '2026-05-28',
        usual_order_days: 35,
        rating_letter: 'A',
        rating_digit: '1',
      });
      const stranger = { owner_id: people.ben.id, territory_id: territories.north.id };
      await given.customer({ ...stranger, last_order_on: '2026-01-01', usual_order_days: 20 });
    });

    test('shows what burns first, then what runs out, then what can wait', async () => {
      const annas = await day('anna');

      expect(annas.now.map((task) => [task.kind, task.dueAt])).toEqual([
        ['complaint', '2026-09-03T15:00:00.000Z'],
        ['follow_up', '2026-09-03T15:00:00.000Z'],
      ]);
      expect(annas.today.map((task) => task.kind === 'quote' && task.quote.title)).toEqual(['Turnhalle']);
      expect(annas.next.map((task) => [task.kind, task.dueAt.slice(0, 10)])).toEqual([
        ['follow_up', '2026-09-04'],
        ['dormant', '2026-09-07'],
        ['payment', '2026-09-08'],
        ['quote', '2026-09-15'],
      ]);
    });

    test('says of every task why', async () => {
      const { now, next } = await day('anna');

      expect(now[0]).toMatchObject({
        rating: { letter: 'A', digit: '2' },
        complaint: { firstAnswer: { workingMinutesLeft: 182, hours: 4 } },
      });
      expect([...now, ...next].filter((task) => task.kind === 'follow_up')).toMatchObject([
        { followUp: { title: 'Rückruf' }, source: null },
        { source: { kind: 'call', occurredAt: '2026-09-01T14:40:00.000Z' } },
      ]);
      expect(next).toContainEqual(
        expect.objectContaining({ kind: 'dormant', usualDays: 35, silentDays: 98 }),
      );
      expect(next).toContainEqual(
        expect.objectContaining({ kind: 'payment', overdueCents: 624_000, days: 18 }),
      );
    });

    test('beside the tasks stand visits, what is done and what is on its way', async () => {
      const annas = await day('anna');

      expect(annas.visits).toMatchObject([
        { customer: { name: 'Hollerbach Metallbau GmbH' }, startsAt: '2026-09-03T13:30:00.000Z' },
      ]);
      expect(annas.visitsDue).toBe(1);
      expect(annas.completedToday).toMatchObject([
        { title: 'Muster senden', at: '2026-09-03T07:10:00.000Z' },
      ]);
      expect(annas.transfers.pending).toBe(4);
    });

    test('the manager sees the escalation that waits for her, not the sellers’ tasks', async () => {
      const petras = await day('petra');

      expect(kinds(petras.now)).toEqual(['escalation']);
      expect(petras.now[0]).toMatchObject({
        dueAt: '2026-09-03T15:00:00.000Z',
        complaint: { escalation: { turn: { name: 'Petra Lohmann' } } },
      });
      expect([...petras.today, ...petras.next]).toEqual([]);
    });

    test('the colleague sees his own only, strangers nothing of it', async () => {
      const jonass = await day('jonas');
      const bens = await day('ben');

      expect(kinds([...jonass.now, ...jonass.today, ...jonass.next])).toEqual(['follow_up']);
      expect(kinds([...bens.now, ...bens.today, ...bens.next])).toEqual(['dormant']);
    });

    test('after the decision it is no task any more, but news for the team', async () => {
      const [task] = (await day('petra')).now;
      const id = task?.kind === 'escalation' ? task.complaint.id : '';
      await world.call('petra', moveEscalation, { id, move: 'approve', dedupeKey: 'day' });

      const petras = await day('petra');
      const annas = await day('anna');

      expect(petras.now).toEqual([]);
      expect(petras.completedToday).toMatchObject([{ title: expect.stringMatching(/^RK-26-/) }]);
      expect(annas.team).toMatchObject([
        { by: 'Petra Lohmann', text: 'decided', customer: { name: 'Hollerbach Metallbau GmbH' } },
      ]);
    });
  });
});
