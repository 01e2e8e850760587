// The history of a customer over HTTP: who reads what, page by page, and what is taken back.
import { describe, expect, test } from 'vitest';
import { listActivities, logActivity, undoActivity } from '#contract/activity.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { people } from '#tests/support/people.ts';
import { describeActivities } from '#tests/support/activity-case.ts';

describeActivities('the history', (suite) => {
  const { auditOf, history, newMail } = suite;

  describe('the history', () => {
    test('is read page by page, newest first, without gaps', async () => {
      const { id } = await suite.world.given.customer();
      for (let n = 0; n < 7; n += 1) {
        const occurred_at = new Date(Date.UTC(2026, 7, 1 + (n % 4), 9));
        await suite.world.given.activity({ customer_id: id, subject: `Nr. ${n}`, occurred_at });
      }

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await suite.world.call('anna', listActivities, {
          customerId: id,
          limit: 3,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.body.items.map((item) => item.id));
        cursor = page.body.nextCursor ?? undefined;
      } while (cursor !== undefined);

      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
      expect(seen).toEqual((await history('anna', id)).map((item) => item.id));
    });

    test('is narrowed by kind and by words, umlauts and wildcards taken as they are', async () => {
      const { id } = await suite.world.given.customer();
      await suite.world.given.activity({ customer_id: id, kind: 'visit', subject: 'Türmuster gezeigt' });
      await suite.world.given.activity({ customer_id: id, kind: 'call', subject: '100 % Rabatt?' });
      const find = async (filter: object) =>
        (await suite.world.call('anna', listActivities, { customerId: id, ...filter })).body.items.map(
          (item) => item.subject,
        );

      expect(await find({ kind: 'visit' })).toEqual(['Türmuster gezeigt']);
      expect(await find({ text: 'turmuster' })).toEqual(['Türmuster gezeigt']);
      expect(await find({ text: '100 %' })).toEqual(['100 % Rabatt?']);
      expect(await find({ text: '%' })).toEqual(['100 % Rabatt?']);
      expect(await find({ text: 'nirgends' })).toEqual([]);
    });

    test('is narrowed by direction, person and days, and finds names and document numbers', async () => {
      const { id } = await suite.world.given.customer();
      const contact = await suite.world.given.contact({ customer_id: id, name: 'Cem Aydın' });
      const shout = await suite.world.given.activity({
        customer_id: id,
        contact_id: contact.id,
        direction: 'outbound',
        subject: 'Rückruf',
        occurred_at: new Date('2026-08-31T22:30:00Z'),
        logged_by: people.jonas.id,
      });
      await suite.world.given.activity({ customer_id: id, direction: 'inbound', subject: 'Anruf' });
      await suite.world.given.row('activity_link', {
        organization_id: shout.organization_id,
        activity_id: shout.id,
        kind: 'quote',
        record_id: shout.id,
        label: 'AN-26-4711',
      });
      const find = async (filter: object) =>
        (await suite.world.call('anna', listActivities, { customerId: id, ...filter })).body.items.map(
          (item) => item.subject,
        );

      expect(await find({ direction: 'outbound' })).toEqual(['Rückruf']);
      expect(await find({ personId: contact.id })).toEqual(['Rückruf']);
      expect(await find({ personId: people.jonas.id })).toEqual(['Rückruf']);
      expect(await find({ from: '2026-09-01', to: '2026-09-01' })).toEqual(['Rückruf']);
      expect(await find({ to: '2026-08-31' })).toEqual([]);
      expect(await find({ from: '2026-09-02' })).toEqual(['Anruf']);
      expect(await find({ text: 'aydın' })).toEqual(['Rückruf']);
      expect(await find({ text: 'weidner' })).toEqual(['Rückruf']);
      expect(await find({ text: 'an-26-4711' })).toEqual(['Rückruf']);
      const noYear = await suite.world.call('anna', listActivities, { customerId: id, from: '0000-01-01' });
      expect(noYear.status).toBe(400);
    });

    test('shows private entries to their logger, team entries to colleagues, open ones to partners', async () => {
      const { id } = await suite.world.given.customer({ sharedWith: [people.dieter.id] });
      for (const visibility of ['me', 'team', 'all'] as const) {
        await suite.world.given.activity({ customer_id: id, subject: visibility, visibility });
      }
      const seenBy = async (user: 'anna' | 'jonas' | 'petra' | 'dieter') =>
        (await history(user, id)).map((item) => item.subject).sort();

      expect(await seenBy('anna')).toEqual(['all', 'me', 'team']);
      expect(await seenBy('jonas')).toEqual(['all', 'team']);
      expect(await seenBy('petra')).toEqual(['all', 'team']);
      expect(await seenBy('dieter')).toEqual(['all']);
    });

    test('of a customer one may not see is not found, and a made-up cursor is refused', async () => {
      const north = await suite.world.given.customer({ owner_id: people.ben.id, territory_id: null });

      expect((await suite.world.call('anna', listActivities, { customerId: north.id })).status).toBe(404);
      expect((await suite.world.call('fremd', listActivities, { customerId: suite.customerId })).status).toBe(
        404,
      );
      expect(
        (
          await suite.world.call('anna', listActivities, {
            customerId: suite.customerId,
            cursor: 'WyJ4IiwieSJd',
          })
        ).status,
      ).toBe(400);
    });
  });

  describe('taking back', () => {
    test('removes the entry and the open follow-up made with it; the row stays, and the mail can be logged again', async () => {
      const mail = newMail();
      const followUp = { title: 'Ersatz prüfen', dueOn: '2026-09-04' };
      const first = await suite.world.call('anna', logActivity, {
        customerId: suite.customerId,
        mail,
        followUp,
      });
      await suite.world.runJobs();
      const titles = () => suite.world.graph.listTasks(people.anna.entraOid).map((task) => task.title);
      expect(titles()).toContain('Ersatz prüfen');

      const { body } = await suite.world.call('anna', undoActivity, { id: first.body.activity.id });
      await suite.world.runJobs();

      expect(body).toEqual({ undone: true });
      expect((await history()).map((item) => item.id)).not.toContain(first.body.activity.id);
      expect(titles()).not.toContain('Ersatz prüfen');
      const open = await suite.world.call('anna', listFollowUps, { customerId: suite.customerId });
      expect(open.body.items.map((item) => item.title)).not.toContain('Ersatz prüfen');
      const rows = await suite.world.deps.db.system((trx) =>
        trx.selectFrom('activity').select(['undone_by']).where('id', '=', first.body.activity.id).execute(),
      );
      expect(rows).toEqual([{ undone_by: people.anna.id }]);
      expect((await auditOf(first.body.activity.id)).map((entry) => entry.action)).toEqual([
        'activity.log',
        'activity.undo',
      ]);

      const again = await suite.world.call('jonas', logActivity, { customerId: suite.customerId, mail });
      expect(again.body.created).toBe(true);
    });

    test('a second time changes nothing', async () => {
      const { id } = await suite.world.given.activity({ customer_id: suite.customerId });
      await suite.world.call('anna', undoActivity, { id });

      expect((await suite.world.call('anna', undoActivity, { id })).body).toEqual({ undone: true });
      expect(await auditOf(id)).toHaveLength(1);
    });

    test('is for the logger and for managers', async () => {
      const { id } = await suite.world.given.activity({ customer_id: suite.customerId });

      expect((await suite.world.call('jonas', undoActivity, { id })).status).toBe(403);
      expect((await suite.world.call('ben', undoActivity, { id })).status).toBe(404);
      expect((await suite.world.call('fremd', undoActivity, { id })).status).toBe(404);
      expect((await suite.world.call('petra', undoActivity, { id })).status).toBe(200);
    });
  });
});
