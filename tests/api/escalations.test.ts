// Escalations over HTTP: raised once, decided once, only by whose turn it is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveComplaint, reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { escalationCase, start } from '#tests/support/escalation-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';
import { factsOf, textsOf } from '../cards/read-card.ts';

describe.each(databases)('escalations on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, now: start });
  });
  afterAll(() => world.close());
  const { raise, show, press, postsOf, lastCardOf } = escalationCase(() => world);

  describe('raising', () => {
    test('a severe complaint of an important customer goes to the manager, with the deputy in time', async () => {
      const complaint = await raise();

      expect(complaint.escalation).toMatchObject({
        level: 1,
        levels: 2,
        state: 'open',
        reason: 'severity_and_class',
        raisedBy: { name: 'Jonas Weidner' },
        turn: { name: 'Petra Lohmann' },
        turnTitle: 'Vertriebsleitung',
        deputy: { name: 'Holger Rieth' },
        deputyAt: '2026-09-03T15:00:00.000Z',
        proposal: '4 Stück sofort ersetzen',
        card: 'pending',
        moves: [],
      });
      const { complaint: forPetra, events } = await show(complaint.id);
      expect(forPetra.escalation?.moves).toEqual([
        'approve',
        'decide',
        'ask_back',
        'take_over',
        'assign',
        'delegate',
        'extend',
        'stop',
      ]);
      expect(events.map((event) => event.kind)).toEqual(['reported', 'escalated']);
    });

    test.each([
      ['medium severity', { severity: 'medium' as const }],
      ['low severity', { severity: 'low' as const }],
    ])('%s stays below', async (_what, change) => {
      expect((await raise(change)).escalation).toBeNull();
    });

    test('twenty equal requests escalate once and post one card', async () => {
      const { customer } = await storeHollerbach(world);
      const idempotencyKey = crypto.randomUUID();

      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          world.call('jonas', reportComplaint, buildReport(customer.id), { idempotencyKey }),
        ),
      );
      await world.runJobs();

      const done = answers.find(({ status }) => status === 200);
      expect(done && postsOf(done.body.complaint)).toHaveLength(1);
    });

    test('a complaint that turns severe later goes up then, once', async () => {
      const { id, version } = await raise({ severity: 'low' });

      const up = await world.call('anna', updateComplaint, { id, severity: 'high' }, { ifMatch: version });
      const first = (await show(id)).complaint;
      await world.call('anna', updateComplaint, { id, severity: 'medium' }, { ifMatch: up.body.version });
      const { complaint } = await show(id);

      expect(first.escalation?.state).toBe('open');
      expect(complaint.escalation?.id).toBe(first.escalation?.id);
    });
  });

  describe('deciding', () => {
    test('the proposal is approved with its goodwill, and the card says by whom', async () => {
      const complaint = await raise();
      await world.runJobs();
      world.clock.set(new Date('2026-09-03T14:26:00+02:00'));

      const { body } = await press('petra', complaint.id, 'approve');
      await world.runJobs();

      expect(body.acted).toBe(true);
      expect(body.complaint.state).toBe('in_progress');
      expect(body.complaint.escalation).toMatchObject({
        state: 'decided',
        turn: null,
        deputyAt: null,
        decision: {
          by: { name: 'Petra Lohmann' },
          at: '2026-09-03T12:26:00.000Z',
          text: '4 Stück sofort ersetzen',
          goodwillCents: 48_000,
        },
        moves: [],
      });
      const card = lastCardOf(complaint, 'petra');
      expect(textsOf(card).slice(4)).toEqual([
        'Entschieden von Petra Lohmann',
        '03.09.2026, 14:26, 2 Std. 34 Min. vor der Frist',
      ]);
      expect(factsOf(card)).toContainEqual(['Verlauf', 'Eskaliert 13:20, entschieden 14:26']);
      expect(postsOf(complaint)).toHaveLength(1);
    });

    test('pressed twice, also at the same time, acts once', async () => {
      const { id } = await raise();
      const dedupeKey = 'esc-1-approve';

      const answers = await Promise.all(
        Array.from({ length: 6 }, () => press('petra', id, 'approve', { dedupeKey })),
      );

      const { events } = await show(id);
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect(answers.filter(({ body }) => body.acted)).toHaveLength(1);
      expect(answers.every(({ body }) => body.complaint.escalation?.state === 'decided')).toBe(true);
      expect(events.filter((event) => event.kind === 'escalation_decided')).toHaveLength(1);
    });

    test('another button after the decision answers that it is decided', async () => {
      const { id } = await raise();
      await press('petra', id, 'decide', { text: 'Nur Gutschrift.', goodwillCents: 20_000 });

      const late = await press('holger', id, 'take_over');

      expect(late.status).toBe(409);
      expect(late.body.error?.code).toBe('already_decided');
      expect(late.body.error?.current).toMatchObject({
        escalation: { decision: { text: 'Nur Gutschrift.', goodwillCents: 20_000 } },
      });
    });

    test('needs a reason', async () => {
      const { id } = await raise();

      const { status, body } = await press('petra', id, 'decide', { text: '  ' });

      expect(status).toBe(400);
      expect(body.error?.fields).toEqual([{ path: 'text', problem: 'missing' }]);
    });

    test.each([
      ['the seller who reported it', 'jonas', 403],
      ['another manager', 'holger', 403],
      ['an administrator', 'miriam', 403],
      ['a partner', 'dieter', 403],
      ['a seller of another territory', 'ben', 404],
      ['a manager of another company', 'fremd', 404],
    ] as const)('is not for %s', async (_who, user, status) => {
      const { id } = await raise();

      expect((await press(user, id, 'approve')).status).toBe(status);
      expect((await show(id)).complaint.escalation?.state).toBe('open');
    });

    test('of a complaint without escalation is a conflict', async () => {
      const { id } = await raise({ severity: 'low' });

      expect((await press('petra', id, 'stop')).body.error?.code).toBe('transition_not_allowed');
    });

    test('closing the complaint waits for the decision', async () => {
      const { id, version } = await raise();

      const early = await world.call('jonas', moveComplaint, { id, move: 'close' }, { ifMatch: version });
      await press('petra', id, 'stop', { text: 'Erledigt sich.' });
      const now = (await show(id)).complaint;
      const closed = await world.call(
        'jonas',
        moveComplaint,
        { id, move: 'close' },
        { ifMatch: now.version },
      );

      expect(early.body.error?.code).toBe('transition_not_allowed');
      expect(now.escalation).toMatchObject({ state: 'stopped', decision: { text: 'Erledigt sich.' } });
      expect(closed.body.state).toBe('closed');
    });
  });
});
