// Complaints over HTTP: listed and seen by whom they concern, changed and moved on by whom it may.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  getComplaint,
  listComplaints,
  moveComplaint,
  reportComplaint,
  updateComplaint,
} from '#contract/complaint.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const unknownId = '00000000-0000-4000-8000-0000000000ff';

describe.each(databases)('complaints worked on, on %s', (database) => {
  let world: World;
  let hollerbach: Awaited<ReturnType<typeof storeHollerbach>>;
  beforeAll(async () => {
    world = await createWorld({ database });
    hollerbach = await storeHollerbach(world);
  });
  afterAll(() => world.close());

  const report = (change: Parameters<typeof buildReport>[1] = {}) =>
    world.call('jonas', reportComplaint, buildReport(hollerbach.customer.id, change));

  describe('listing', () => {
    test('goes by next deadline, page by page', async () => {
      const { customer } = await storeHollerbach(world);
      for (const severity of ['low', 'high', 'medium'] as const) {
        await world.call('anna', reportComplaint, buildReport(customer.id, { severity, title: severity }));
      }

      const first = await world.call('anna', listComplaints, { customerId: customer.id, limit: 2 });
      const cursor = first.body.nextCursor ?? '';
      const second = await world.call('anna', listComplaints, { customerId: customer.id, limit: 2, cursor });

      expect(first.body.items.map((one) => one.title)).toEqual(['high', 'medium']);
      expect(second.body.items.map((one) => one.title)).toEqual(['low']);
      expect(second.body.nextCursor).toBeNull();
    });

    test('"mine" are those I own, and only of customers I see', async () => {
      const mine = await world.call('anna', listComplaints, { mine: 'true' });
      const bens = await world.call('ben', listComplaints, {});

      expect(mine.body.items.every((one) => one.owner.id === world.people.anna.id)).toBe(true);
      expect(bens.body.items).toEqual([]);
    });
  });

  describe('changing', () => {
    test('another severity moves both deadlines and tells the story', async () => {
      const { body } = await report({ severity: 'low' });
      const { id, version } = body.complaint;

      const changed = await world.call(
        'anna',
        updateComplaint,
        { id, severity: 'medium' },
        { ifMatch: version },
      );

      const { body: shown } = await world.call('anna', getComplaint, { id });
      expect(changed.body.firstAnswer).toMatchObject({ hours: 8, at: '2026-09-04T10:00:00.000Z' });
      expect(changed.body.resolution).toMatchObject({ hours: 40 });
      expect(shown.events.at(-1)).toMatchObject({ kind: 'severity_changed', text: 'medium' });
    });

    test('without a version is refused, with an old one answers how it is now', async () => {
      const { body } = await report({ severity: 'low' });
      const { id, version } = body.complaint;
      await world.call('anna', updateComplaint, { id, title: 'Neu' }, { ifMatch: version });

      const without = await world.call('anna', updateComplaint, { id, title: 'Neuer' });
      const stale = await world.call('jonas', updateComplaint, { id, title: 'Alt' }, { ifMatch: version });

      expect(without.status).toBe(428);
      expect(stale.status).toBe(412);
      expect(stale.body.error?.current).toMatchObject({ title: 'Neu' });
    });

    test('of an unseen complaint answers as of none', async () => {
      const { body } = await report({ severity: 'low' });

      const unseen = await world.call(
        'ben',
        updateComplaint,
        { id: body.complaint.id, title: 'x' },
        { ifMatch: 1 },
      );
      const none = await world.call('ben', updateComplaint, { id: unknownId, title: 'x' }, { ifMatch: 1 });

      const words = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
      expect(unseen.status).toBe(404);
      expect(words(unseen.text)).toBe(words(none.text));
    });
  });

  describe('moving on', () => {
    async function moved(id: string, user: 'anna' | 'jonas' | 'petra', move: string, text = '') {
      const { body } = await world.call(user, getComplaint, { id });
      return world.call(
        user,
        moveComplaint,
        { id, move: move as 'start', text },
        { ifMatch: body.complaint.version },
      );
    }

    test('from received to answered to closed and back', async () => {
      const { body } = await report({ severity: 'low' });
      const { id } = body.complaint;

      const started = await moved(id, 'jonas', 'start');
      const answered = await moved(id, 'jonas', 'answer', 'Ersatz ist unterwegs.');
      const closed = await moved(id, 'jonas', 'close', 'Ersetzt.');
      const reopened = await moved(id, 'petra', 'reopen', 'Wieder undicht');

      expect([started, answered, closed, reopened].map(({ body: one }) => one.state)).toEqual([
        'in_progress',
        'answered',
        'closed',
        'in_progress',
      ]);
      expect(answered.body).toMatchObject({ firstAnswer: null, answeredAt: '2026-09-03T11:58:00.000Z' });
      expect(closed.body).toMatchObject({ resolution: null, outcome: 'Ersetzt.' });
      const { body: shown } = await world.call('anna', getComplaint, { id });
      expect(shown.events.map((event) => event.kind)).toEqual([
        'reported',
        'started',
        'answered',
        'closed',
        'reopened',
      ]);
    });

    test('what the state does not allow is a conflict, what the role does not allow is forbidden', async () => {
      const { body } = await report({ severity: 'low' });
      const { id } = body.complaint;

      expect((await moved(id, 'anna', 'close')).status).toBe(403);
      expect((await moved(id, 'jonas', 'reopen')).body.error?.code).toBe('transition_not_allowed');
    });
  });
});
