// Escalations that change hands, over HTTP: passed on by a manager, or by the hours when nobody acts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveComplaint } from '#contract/complaint.ts';
import { escalationCase, start } from '#tests/support/escalation-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';
import { actionsOf, factsOf, textsOf } from '../cards/read-card.ts';

describe.each(databases)('escalations passed on, on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, now: start });
  });
  afterAll(() => world.close());
  const { raise, show, press, postsOf, lastCardOf } = escalationCase(() => world);

  describe('passing on', () => {
    test('another manager takes over and then decides', async () => {
      const complaint = await raise();

      const taken = await press('holger', complaint.id, 'take_over');
      const late = await press('petra', complaint.id, 'approve');
      const decided = await press('holger', complaint.id, 'approve');
      await world.runJobs();

      expect(taken.body.complaint.escalation).toMatchObject({ state: 'taken_over', deputyAt: null });
      expect(late.status).toBe(403);
      expect(decided.body.acted).toBe(true);
      expect(textsOf(lastCardOf(complaint, 'petra'))[4]).toBe('Entschieden von Holger Rieth');
    });

    test('is assigned to another manager, not to sellers or strangers', async () => {
      const complaint = await raise();
      const { holger, jonas, fremd } = world.people;

      const seller = await press('petra', complaint.id, 'assign', { assigneeId: jonas.id });
      const stranger = await press('petra', complaint.id, 'assign', { assigneeId: fremd.id });
      const nobody = await press('petra', complaint.id, 'assign');
      const given = await press('petra', complaint.id, 'assign', { assigneeId: holger.id });
      await world.runJobs();

      expect([seller, stranger, nobody].map(({ body }) => body.error?.fields?.[0]?.problem)).toEqual([
        'not_allowed',
        'unknown',
        'missing',
      ]);
      expect(given.body.complaint.escalation?.turn?.name).toBe('Holger Rieth');
      expect(postsOf(complaint).map(({ to }) => to.userId)).toEqual(
        [world.people.petra.id, holger.id].toSorted(),
      );
      expect(actionsOf(lastCardOf(complaint, 'petra')).map(({ title }) => title)).toEqual(['Kunde öffnen']);
    });

    test('a question goes to the owner and comes back with its answer', async () => {
      const complaint = await raise();

      const asked = await press('petra', complaint.id, 'ask_back', { text: 'Sind vier am Lager?' });
      const byAnna = await press('anna', complaint.id, 'reply', { text: 'Ja.' });
      const replied = await press('jonas', complaint.id, 'reply', { text: 'Ja, in Leonberg.' });
      await world.runJobs();

      expect(asked.body.complaint.escalation).toMatchObject({
        state: 'asked_back',
        turn: { name: 'Jonas Weidner' },
        question: 'Sind vier am Lager?',
        deputyAt: null,
      });
      expect(byAnna.status).toBe(403);
      expect(replied.body.complaint.escalation).toMatchObject({
        state: 'open',
        turn: { name: 'Petra Lohmann' },
        deputyAt: '2026-09-03T15:00:00.000Z',
      });
      expect(factsOf(lastCardOf(complaint, 'petra'))).toContainEqual([
        'Antwort',
        'Ja, in Leonberg. (Jonas Weidner)',
      ]);
    });

    test('is given to the deputy by hand', async () => {
      const { id } = await raise();

      const { body } = await press('petra', id, 'delegate');

      expect(body.complaint.escalation).toMatchObject({
        level: 2,
        turn: { name: 'Holger Rieth' },
        deputy: null,
        deputyAt: null,
      });
    });
  });

  describe('when nobody acts', () => {
    test('the deputy gets it after the working hours, once, with a card of his own', async () => {
      const complaint = await raise();
      await world.runJobs();

      world.clock.set(new Date('2026-09-03T16:59:00+02:00'));
      await world.runSweeps();
      const before = (await show(complaint.id)).complaint.escalation;
      world.clock.set(new Date('2026-09-03T17:00:00+02:00'));
      await Promise.all([world.runSweeps(), world.runSweeps()]);
      await world.runSweeps();
      await world.runJobs();

      const { complaint: after, events } = await show(complaint.id);
      expect(before?.turn?.name).toBe('Petra Lohmann');
      expect(after.escalation).toMatchObject({ level: 2, turn: { name: 'Holger Rieth' } });
      expect(events.filter((event) => event.kind === 'escalation_deputy')).toHaveLength(1);
      expect(textsOf(lastCardOf(complaint, 'petra'))[4]).toBe('Entscheidung bis heute, 17:00');
      expect(textsOf(lastCardOf(complaint, 'holger'))[4]).toBe('Ihre Entscheidung bis heute, 17:00');
      expect((await press('petra', complaint.id, 'approve')).status).toBe(403);
      expect((await press('holger', complaint.id, 'approve')).body.acted).toBe(true);
    });

    test('whoever took over keeps it', async () => {
      const { id } = await raise();
      await press('petra', id, 'take_over');

      world.clock.set(new Date('2026-09-07T12:00:00+02:00'));
      await world.runSweeps();

      expect((await show(id)).complaint.escalation).toMatchObject({
        level: 1,
        state: 'taken_over',
        turn: { name: 'Petra Lohmann' },
      });
    });

    test('a missed first answer goes up once, a missed resolution once more', async () => {
      const { id } = await raise({ severity: 'medium' });

      world.clock.set(new Date('2026-09-04T12:01:00+02:00'));
      await Promise.all([world.runSweeps(), world.runSweeps()]);
      await world.runSweeps();
      const first = (await show(id)).complaint.escalation;
      await press('petra', id, 'stop', { text: 'Kunde ist informiert.' });
      await world.runSweeps();
      const stopped = (await show(id)).complaint.escalation;
      world.clock.set(new Date('2026-09-10T12:00:00+02:00'));
      await world.runSweeps();
      await world.runSweeps();

      const { complaint, events } = await show(id);
      expect(first).toMatchObject({
        reason: 'deadline_missed',
        raisedBy: null,
        turn: { name: 'Petra Lohmann' },
        // twelve o'clock and one minute on Friday plus four working hours
        deputyAt: '2026-09-04T14:01:00.000Z',
      });
      expect(stopped?.id).toBe(first?.id);
      expect(complaint.escalation?.id).not.toBe(first?.id);
      expect(complaint.escalation?.state).toBe('open');
      expect(events.filter((event) => event.kind === 'escalated')).toHaveLength(2);
    });

    test('what was answered in time does not go up', async () => {
      const { id, version } = await raise({ severity: 'medium' });
      await world.call('jonas', moveComplaint, { id, move: 'answer' }, { ifMatch: version });

      world.clock.set(new Date('2026-09-04T16:00:00+02:00'));
      await world.runSweeps();

      expect((await show(id)).complaint.escalation).toBeNull();
    });
  });
});
