// What the card's decisions do to the complaint itself: goodwill becomes a measure, and a deadline is extended with a reason.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMeasures } from '#contract/complaint-measure.ts';
import { databases } from '#tests/support/databases.ts';
import { escalationCase } from '#tests/support/escalation-case.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('outcomes of an escalation on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());
  const { raise, show, press } = escalationCase(() => world);
  const measuresOf = async (id: string) => (await world.call('petra', listMeasures, { id })).body;

  describe('goodwill', () => {
    test('that is approved stands among the measures, with who asked and who agreed', async () => {
      const { id } = await raise();

      await press('petra', id, 'approve');
      await press('petra', id, 'approve');
      const { items, costCents } = await measuresOf(id);

      expect(costCents).toBe(48_000);
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        kind: 'goodwill',
        state: 'agreed',
        text: '4 Stück sofort ersetzen',
        askedBy: { name: 'Jonas Weidner' },
        decision: { by: { name: 'Petra Lohmann' } },
      });
    });

    test('that is decided without an amount costs nothing', async () => {
      const { id } = await raise();

      await press('petra', id, 'decide', { text: 'Nur Austausch.' });

      expect((await measuresOf(id)).items).toEqual([]);
    });

    test('nobody grants himself more than his limit', async () => {
      const { id } = await raise();
      const own = await raise();
      await world.deps.db.system((trx) =>
        trx
          .updateTable('complaint')
          .set({ reported_by: world.people.petra.id, owner_id: world.people.petra.id })
          .where('id', 'in', [id, own.id])
          .execute(),
      );

      const refused = await press('petra', id, 'decide', { text: 'Alles.', goodwillCents: 200_001 });
      const granted = await press('petra', own.id, 'decide', { text: 'Etwas.', goodwillCents: 200_000 });

      expect(refused.body.error).toMatchObject({
        fields: [{ path: 'goodwillCents', problem: 'above_limit' }],
      });
      expect((await show(id)).complaint.escalation?.state).toBe('open');
      expect(granted.status).toBe(200);
      expect((await measuresOf(own.id)).items[0]).toMatchObject({ costCents: 200_000, decision: null });
    });
  });

  describe('more time', () => {
    test('moves what is due, keeps the reason, and the case stays with who gave it', async () => {
      const { id, firstAnswer, resolution } = await raise();

      const given = await press('petra', id, 'extend', { extraHours: 8, text: 'Gutachter kommt Freitag' });
      const { complaint, events } = await show(id);

      expect(given.status).toBe(200);
      expect(complaint.firstAnswer?.hours).toBe((firstAnswer?.hours ?? 0) + 8);
      expect(complaint.resolution?.hours).toBe((resolution?.hours ?? 0) + 8);
      // due Thursday 17:00; eight working hours later is Friday 16:00
      expect([firstAnswer?.at, complaint.firstAnswer?.at]).toEqual([
        '2026-09-03T15:00:00.000Z',
        '2026-09-04T14:00:00.000Z',
      ]);
      expect(complaint.nextOn).toBe('2026-09-04');
      expect(complaint.escalation).toMatchObject({
        state: 'taken_over',
        turn: { name: 'Petra Lohmann' },
        deputyAt: null,
      });
      expect(events.at(-1)).toMatchObject({
        kind: 'escalation_extended',
        text: '8\nGutachter kommt Freitag',
      });
    });

    test('is counted from now when the deadline is over', async () => {
      const { id } = await raise();
      world.clock.set(new Date('2026-09-08T09:00:00+02:00'));

      await press('petra', id, 'extend', { extraHours: 8, text: 'Teile fehlen' });
      const { complaint } = await show(id);

      expect(complaint.firstAnswer).toMatchObject({ missed: false });
      const minutes = complaint.firstAnswer?.workingMinutesLeft ?? 0;
      expect(minutes).toBeGreaterThanOrEqual(480);
      expect(minutes).toBeLessThan(540);
    });

    test.each([
      ['no reason', { extraHours: 8 }, 'text'],
      ['no time', { text: 'Warum' }, 'extraHours'],
    ])('%s is pointed out', async (_, more, path) => {
      const { id } = await raise();

      const { status, body } = await press('petra', id, 'extend', more);

      expect(status).toBe(400);
      expect(body.error?.fields?.[0]).toMatchObject({ path, problem: 'missing' });
    });

    test('is for whoever’s turn it is', async () => {
      const { id } = await raise();
      const more = { extraHours: 8, text: 'Bitte' };

      expect((await press('jonas', id, 'extend', more)).status).toBe(403);
      expect((await press('holger', id, 'extend', more)).status).toBe(403);
      expect((await press('ben', id, 'extend', more)).status).toBe(404);
    });
  });
});
