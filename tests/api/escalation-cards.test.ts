// Cards of escalations: posted once, edited in place, and what happens when Teams does not take them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getComplaint, reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { AppError } from '#api/errors.ts';
import { sendCards } from '#api/complaints/card-jobs.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { escalationCase, start } from '#tests/support/escalation-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';
import { textsOf } from '../cards/read-card.ts';

describe.each(databases)('on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, now: start });
  });
  afterAll(() => world.close());
  const { raise, show, postsOf, lastCardOf } = escalationCase(() => world);

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
      await sendCards.run(world.deps, key, {
        nextAt: null,
        signal: new AbortController().signal,
      });

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
});
