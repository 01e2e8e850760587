// Who is due, the week and free times, over HTTP: by class and last visit, within rights, with what lies near.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getVisitWeek, listDueVisits, listVisits, proposeVisitSlots } from '#contract/visit.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';
const now = new Date('2026-09-03T13:58:00+02:00');

describe.each(databases)('on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());
  const anna = people.anna.entraOid;

  describe('who is due', () => {
    const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000);
    let ids: Record<string, string>;
    beforeAll(async () => {
      const rated = { rating_letter: 'A', rating_digit: '2', city: 'Freiburg', postcode: '79098' } as const;
      const make = async (name: string, of: object = {}) =>
        (await world.given.customer({ ...rated, name, ...of })).id;
      ids = {
        late: await make('Lang her'),
        soon: await make('Bald'),
        coming: await make('Später', { postcode: '79540' }),
        planned: await make('Geplant'),
        agreed: await make('Vereinbart'),
        fresh: await make('Nie besucht', { created_at: day(-3) }),
        jonas: await make('Von Jonas', { owner_id: people.jonas.id }),
        north: await make('Im Norden', { owner_id: people.ben.id, territory_id: territories.north.id }),
        blocked: await make('Gesperrt', { blocked_at: now }),
        unrated: await make('Ohne Klasse', { rating_letter: null, rating_digit: null }),
      };
      const visited = (name: string, offset: number, of: object = {}) =>
        world.given.visit({
          customer_id: ids[name] ?? '',
          starts_at: day(offset),
          reported_at: offset < 0 ? day(offset) : null,
          ...of,
        });
      await visited('late', -77);
      await visited('late', -10, { cancelled_at: day(-10) });
      await visited('soon', -55);
      await visited('coming', -30);
      await visited('planned', -200);
      await visited('planned', 5);
      await visited('jonas', -100);
      await visited('north', -100);
      const agreed = await visited('agreed', -20);
      const activity = await world.given.activity({ customer_id: ids['agreed'] ?? '', kind: 'visit' });
      await world.given.row('visit_report', {
        organization_id: agreed.organization_id,
        visit_id: agreed.id,
        customer_id: agreed.customer_id,
        activity_id: activity.id,
        result: 'good_talk',
        next_visit_on: '2026-09-01',
        reported_by: people.anna.id,
        reported_at: day(-20),
        updated_at: day(-20),
        potential_cents: null,
        complaint_id: null,
      });
    });

    const list = async (user: 'anna' | 'jonas' | 'ben' | 'petra', input: object = {}) =>
      (await world.call(user, listDueVisits, { postcode: '79', limit: 100, ...input })).body;
    const names = async (...given: Parameters<typeof list>) =>
      (await list(...given)).items.map((item) => item.customer.name);

    test('stands by the class and the last visit, longest due first, with the reason', async () => {
      const { items, counts } = await list('anna', { mine: 'true' });

      expect(items.map((item) => [item.customer.name, item.state])).toEqual([
        ['Lang her', 'overdue'],
        ['Nie besucht', 'overdue'],
        ['Vereinbart', 'overdue'],
        ['Bald', 'due'],
        ['Später', 'upcoming'],
      ]);
      expect(counts).toEqual({ overdue: 3, due: 1, upcoming: 1 });
      expect(items[0]).toMatchObject({
        visitsPerYear: 6,
        intervalDays: 61,
        lastVisitOn: '2026-06-18',
        dueOn: '2026-08-18',
        owner: { name: 'Anna Brandl' },
      });
      expect(items[2]).toMatchObject({ agreedOn: '2026-09-01', dueOn: '2026-09-01' });
    });

    test('is filtered by state, postcode, class, territory and owner, within rights', async () => {
      expect(await names('anna', { state: 'due' })).toEqual(['Bald']);
      expect(await names('anna', { postcode: '795' })).toEqual(['Später']);
      expect(await names('anna', { letter: 'B' })).toEqual([]);
      expect(await names('anna')).toContain('Von Jonas');
      expect(await names('anna')).not.toContain('Im Norden');
      expect(await names('ben')).toEqual(['Im Norden']);
      expect(await names('petra', { territoryId: territories.north.id })).toEqual(['Im Norden']);
      expect((await list('ben')).territories).toEqual([{ id: territories.north.id, name: 'Nord' }]);
    });

    test('comes page by page', async () => {
      const first = await list('anna', { limit: 2 });
      const rest = await list('anna', { limit: 100, cursor: first.nextCursor });
      const all = await names('anna');

      expect([...first.items, ...rest.items].map((item) => item.customer.name)).toEqual(all);
      expect((await world.call('anna', listDueVisits, { cursor: 'WyJ4IiwieSJd' })).status).toBe(400);
    });

    test('the week shows the plan, days off, and who is near', async () => {
      await world.given.visit({
        customer_id: (await world.given.customer({ name: 'Ziel', postcode: '79100' })).id,
        starts_at: new Date('2026-09-08T10:00:00+02:00'),
      });
      const { body } = await world.call('anna', getVisitWeek, { day: '2026-09-10' });
      const tuesday = body.days[1];

      expect(body.days.map((one) => one.day)).toEqual([
        '2026-09-07',
        '2026-09-08',
        '2026-09-09',
        '2026-09-10',
        '2026-09-11',
      ]);
      expect(tuesday?.visits.map((visit) => visit.customer.name)).toEqual(
        expect.arrayContaining(['Geplant', 'Ziel']),
      );
      expect(tuesday?.nearby.map((one) => one.due.customer.name)).toEqual(
        expect.arrayContaining(['Lang her']),
      );
      const unity = await world.call('anna', getVisitWeek, { day: '2027-01-01' });
      expect(unity.body.days.map((one) => one.isWorkingDay)).toEqual([true, true, true, true, false]);
    });

    test('of a colleague the week shows only what one may see, of nobody nothing', async () => {
      const seen = async (user: 'ben' | 'petra') =>
        (await world.call(user, getVisitWeek, { day: '2026-09-08', userId: people.anna.id })).body.days
          .flatMap((one) => one.visits)
          .map((visit) => visit.customer.name);

      expect(await seen('petra')).toContain('Geplant');
      expect(await seen('ben')).toEqual([]);
      expect((await world.call('petra', getVisitWeek, { day: '2026-09-08', userId: nobody })).status).toBe(
        404,
      );
      const partner = { day: '2026-09-08', userId: people.dieter.id };
      expect((await world.call('petra', getVisitWeek, partner)).status).toBe(404);
    });

    test('free times keep clear of appointments and come first where a visit is near', async () => {
      world.graph.calendar.add(anna, {
        subject: 'Vertriebsrunde',
        start: { dateTime: '2026-09-08T06:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-09-08T07:00:00', timeZone: 'UTC' },
      });
      const near = ids['late'] ?? '';
      const { body } = await world.call('anna', proposeVisitSlots, { customerId: near });

      expect(body.calendar).toBe('read');
      expect(body.slots[0]).toMatchObject({ near: { postcode: '79098' } });
      expect(body.slots[0]?.startsAt.slice(0, 10)).toBe('2026-09-08');
      const taken = body.slots.filter((slot) => slot.startsAt === '2026-09-08T06:00:00.000Z');
      expect(taken).toEqual([]);
      expect(body.slots.some((slot) => slot.near === null)).toBe(true);
    });

    test('the list of visits is of a customer or mine, in the state asked for', async () => {
      const customer = { customerId: ids['planned'] ?? '' };
      const all = await world.call('anna', listVisits, customer);
      const planned = await world.call('anna', listVisits, { ...customer, state: 'planned' });
      const first = await world.call('anna', listVisits, { mine: 'true', limit: 2 });
      const second = await world.call('anna', listVisits, {
        mine: 'true',
        limit: 2,
        cursor: first.body.nextCursor ?? '',
      });

      expect(all.body.items.map((visit) => visit.state)).toEqual(['planned', 'reported']);
      expect(planned.body.items).toHaveLength(1);
      expect(second.body.items[0]?.id).not.toBe(first.body.items[1]?.id);
      expect((await world.call('ben', listVisits, customer)).status).toBe(404);
    });
  });
});
