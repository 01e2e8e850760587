// Escalations over HTTP: raised once, decided once, only by whose turn it is; a deputy when nobody acts; cards that follow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Complaint } from '#contract/complaint.ts';
import {
  getComplaint,
  moveComplaint,
  moveEscalation,
  reportComplaint,
  updateComplaint,
} from '#contract/complaint.ts';
import { AppError } from '#api/errors.ts';
import { sendCards } from '#api/complaints/card-jobs.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';
import { actionsOf, factsOf, textsOf } from '../cards/read-card.ts';

const start = new Date('2026-09-03T13:20:00+02:00');

describe.each(databases)('escalations on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, now: start });
  });
  afterAll(() => world.close());

  /** A severe complaint of an A2 customer, reported by Jonas at 13:20. */
  async function raise(change: Parameters<typeof buildReport>[1] = {}): Promise<Complaint> {
    world.clock.set(start);
    const { customer } = await storeHollerbach(world);
    const { body } = await world.call('jonas', reportComplaint, buildReport(customer.id, change));
    return body.complaint;
  }

  const show = async (id: string, user: ShortName = 'petra') =>
    (await world.call(user, getComplaint, { id })).body;
  const press = (user: ShortName, id: string, move: string, more: Record<string, unknown> = {}) =>
    world.call(user, moveEscalation, {
      id,
      move: move as 'approve',
      dedupeKey: `${move}-${crypto.randomUUID()}`,
      ...more,
    });
  const postsOf = (complaint: Complaint) =>
    world.cards.posts.filter((post) => JSON.stringify(post.card).includes(complaint.number));
  const lastCardOf = (complaint: Complaint, user: ShortName) => {
    const post = postsOf(complaint).find(({ to }) => to.userId === world.people[user].id);
    const edited = world.cards.updates.filter(({ at }) => at.activityId === post?.at.activityId).at(-1);
    return edited?.card ?? post?.card;
  };

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

  describe('the card', () => {
    test('is posted once to the manager and shown as sent', async () => {
      const complaint = await raise();

      await world.runJobs();
      await world.runJobs();

      const posts = postsOf(complaint);
      expect(posts.map(({ to }) => to.userId)).toEqual([world.people.petra.id]);
      expect(textsOf(posts[0]?.card).slice(4)).toEqual([
        'Ihre Entscheidung bis heute, 17:00',
        'Noch 3 Std. Arbeitszeit. Danach geht der Fall an Ihre Vertretung, Holger Rieth.',
      ]);
      expect((await show(complaint.id)).complaint.escalation?.card).toBe('sent');
    });

    test('survives a Teams that fails and a job that dies after posting', async () => {
      const complaint = await raise();
      world.cards.failNext(new AppError('outside_unavailable'));
      await world.runJobs();
      expect(postsOf(complaint)).toHaveLength(0);

      world.clock.set(new Date(start.getTime() + 60_000));
      await world.runJobs();
      const key = {
        organizationId: world.people.petra.organizationId,
        escalationId: complaint.escalation?.id ?? '',
      };
      await world.deps.db.system((trx) =>
        trx
          .updateTable('escalation_card')
          .set({ activity_id: null, conversation_id: null })
          .where('escalation_id', '=', key.escalationId)
          .execute(),
      );
      await sendCards.run(world.deps, key, { nextAt: null });

      expect(postsOf(complaint)).toHaveLength(1);
      expect(lastCardOf(complaint, 'petra')).toBeDefined();
    });

    test('is edited in place when the complaint changes', async () => {
      const complaint = await raise();
      await world.runJobs();

      const { version } = (await show(complaint.id)).complaint;
      await world.call(
        'anna',
        updateComplaint,
        { id: complaint.id, title: 'Fünf Schließer' },
        { ifMatch: version },
      );
      await world.runJobs();

      expect(postsOf(complaint)).toHaveLength(1);
      expect(textsOf(lastCardOf(complaint, 'petra'))[2]).toBe('Fünf Schließer');
    });

    test('that Teams refuses for good is shown as failed, and a mail goes out instead', async () => {
      const sent: string[] = [];
      const refusing = await createWorld({
        database,
        now: start,
        deps: (deps) => ({
          cards: {
            ...deps.cards,
            post: () => Promise.reject(new AppError('outside_unavailable', { retry: false })),
          },
          graph: { ...deps.graph, sendMail: async (_user, mail) => void sent.push(mail.to) },
        }),
      });
      try {
        const { customer } = await storeHollerbach(refusing);
        const { body } = await refusing.call('jonas', reportComplaint, buildReport(customer.id));
        await refusing.runJobs();

        const shown = await refusing.call('petra', getComplaint, { id: body.complaint.id });
        expect(shown.body.complaint.escalation?.card).toBe('failed');
        expect(sent).toEqual(['petra.lohmann@brenner-lohse.test']);
      } finally {
        await refusing.close();
      }
    });

    test('gives way to a mail in the name of the reporter where there is no bot', async () => {
      const sent: { to: string; subject: string; text: string }[] = [];
      const bare = await createWorld({
        database,
        now: start,
        deps: (deps) => ({
          cards: { ...deps.cards, available: false },
          graph: { ...deps.graph, sendMail: async (_user, mail) => void sent.push(mail) },
        }),
      });
      try {
        const { customer } = await storeHollerbach(bare);
        const { body } = await bare.call('jonas', reportComplaint, buildReport(customer.id));
        await bare.runJobs();
        await bare.runJobs();

        const shown = await bare.call('petra', getComplaint, { id: body.complaint.id });
        expect(shown.body.complaint.escalation?.card).toBe('none');
        expect(sent).toHaveLength(1);
        expect(sent[0]).toMatchObject({
          to: 'petra.lohmann@brenner-lohse.test',
          subject: `Eskalation ${body.complaint.number}: 4 Türschließer verlieren Öl`,
        });
        expect(sent[0]?.text).toContain('Ihre Entscheidung bis heute, 17:00');
      } finally {
        await bare.close();
      }
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
