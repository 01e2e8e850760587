// Follow-ups over HTTP: set with their task in To Do, changed, listed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import {
  createFollowUp,
  getFollowUp,
  listFollowUps,
  retryFollowUp,
  updateFollowUp,
} from '#contract/follow-up.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { followUpCase } from '#tests/support/follow-up-case.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';

describe.each(databases)('follow-ups on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH', number: '20417' })).id;
  });
  afterAll(() => world.close());
  beforeEach(() => world.graph.faults.clear());

  const { read, set, setInToDo, taskOf, tasks } = followUpCase(() => ({ world, customerId }));

  describe('setting one', () => {
    test('answers at once and arrives in To Do with day, note and the way back', async () => {
      const mailLink = 'https://outlook.office365.com/owa/?ItemID=AAMk';
      const followUp = await set({ mailLink });
      expect(followUp).toMatchObject({
        version: 1,
        dueOn: '2026-09-04',
        owner: { id: people.anna.id, name: 'Anna Brandl' },
        customer: { id: customerId, number: '20417' },
        completedAt: null,
        toDo: { state: 'pending', problem: null },
      });

      await world.runJobs();

      expect((await read(followUp.id)).toDo).toEqual({
        state: 'in_to_do',
        problem: null,
        nextAttemptAt: null,
      });
      const task = taskOf(followUp);
      expect(task).toMatchObject({
        title: followUp.title,
        dueDateTime: { dateTime: '2026-09-04T00:00:00.0000000' },
      });
      expect(task.linkedResources[0]).toMatchObject({
        webUrl: mailLink,
        displayName: 'Hollerbach Metallbau GmbH',
      });
      expect(task.body.content).toContain('Hollerbach Metallbau GmbH (Kd.-Nr. 20417)');
      expect(task.body.content).toContain(`#/customer/${customerId}`);
    });

    test('with a logged mail leads back to that mail', async () => {
      const { body } = await world.call('anna', logActivity, {
        customerId,
        mail: buildMail({ itemId: 'AAMk/1=' }),
        followUp: { title: 'Aus der Mail', dueOn: '2026-09-04' },
      });

      const followUp = await read(body.followUpId ?? '');

      expect(followUp).toMatchObject({ title: 'Aus der Mail', activityId: body.activity.id });
      expect(followUp.mailLink).toContain(encodeURIComponent('AAMk/1='));
    });

    test('for a colleague goes into that colleague’s To Do', async () => {
      await world.call('jonas', listFollowUps, {});
      const followUp = await set({ ownerId: people.jonas.id, title: 'Für Jonas' });
      await world.runJobs();

      expect(tasks('Für Jonas')).toHaveLength(0);
      expect(world.graph.listTasks(people.jonas.entraOid).map((task) => task.title)).toEqual(['Für Jonas']);
      expect(followUp.owner.name).toBe('Jonas Weidner');
    });

    test.each([
      { what: 'an unknown customer', input: { customerId: nobody }, status: 404 },
      { what: 'an owner of nobody', input: { ownerId: nobody }, status: 400, field: 'ownerId' },
      { what: 'a partner as owner', input: { ownerId: people.dieter.id }, status: 400, field: 'ownerId' },
      { what: 'an activity of nobody', input: { activityId: nobody }, status: 400, field: 'activityId' },
      { what: 'a complaint of nobody', input: { complaintId: nobody }, status: 400, field: 'complaintId' },
      {
        what: 'a script as link',
        input: { mailLink: 'javascript:alert(1)' },
        status: 400,
        field: 'mailLink',
      },
      { what: 'no title', input: { title: '  ' }, status: 400, field: 'title' },
      { what: 'a day that does not exist', input: { dueOn: '2026-02-30' }, status: 400, field: 'dueOn' },
    ])('with $what is refused', async ({ input, status, field }) => {
      const given = { customerId, title: 'x', dueOn: '2026-09-04', ...input };
      const answer = await world.call('anna', createFollowUp, given);

      expect(answer.status).toBe(status);
      if (field) expect(answer.body.error?.fields?.map((one) => one.path)).toEqual([field]);
    });

    test('without a sign-in, or as a partner, is refused', async () => {
      const given = { customerId, title: 'x', dueOn: '2026-09-04' };
      expect((await world.call(null, createFollowUp, given)).status).toBe(401);
      expect((await world.call('dieter', createFollowUp, given)).status).toBe(403);
    });
  });

  describe('changing one', () => {
    test('moves and renames the task', async () => {
      const followUp = await setInToDo();

      const { body } = await world.call(
        'anna',
        updateFollowUp,
        { id: followUp.id, title: 'Umbenannt', dueOn: '2026-09-07' },
        { ifMatch: followUp.version },
      );
      await world.runJobs();

      expect(body).toMatchObject({ version: 2, title: 'Umbenannt', dueOn: '2026-09-07' });
      expect(taskOf(followUp)).toMatchObject({
        title: 'Umbenannt',
        dueDateTime: { dateTime: '2026-09-07T00:00:00.0000000' },
      });
    });

    test('completing ticks the task off, reopening opens it again', async () => {
      const followUp = await setInToDo();
      const complete = (completed: boolean, ifMatch: number) =>
        world.call('anna', updateFollowUp, { id: followUp.id, completed }, { ifMatch });

      const done = await complete(true, 1);
      await world.runJobs();
      expect(done.body.completedAt).not.toBeNull();
      expect(taskOf(followUp).status).toBe('completed');

      await complete(false, 2);
      await world.runJobs();
      expect(taskOf(followUp).status).toBe('notStarted');
    });

    test('needs the version, and a stale one gets the present state', async () => {
      const { id } = await set();
      await world.call('anna', updateFollowUp, { id, title: 'Neu' }, { ifMatch: 1 });

      const without = await world.call('anna', updateFollowUp, { id, title: 'x' });
      const stale = await world.call('anna', updateFollowUp, { id, title: 'x' }, { ifMatch: 1 });

      expect([without.status, without.body.error?.code]).toEqual([428, 'version_required']);
      expect([stale.status, stale.body.error?.code]).toEqual([412, 'stale_version']);
      expect(stale.body.error?.current).toMatchObject({ title: 'Neu', version: 2 });
    });

    test('to what it is already changes nothing', async () => {
      const { id, title } = await set();

      const { body } = await world.call('anna', updateFollowUp, { id, title }, { ifMatch: 1 });

      expect(body.version).toBe(1);
    });

    test('of somebody in another territory or company is as if there were none', async () => {
      const { id } = await set();

      for (const user of ['ben', 'fremd'] as const) {
        expect((await world.call(user, getFollowUp, { id })).status).toBe(404);
        expect((await world.call(user, updateFollowUp, { id, title: 'x' }, { ifMatch: 1 })).status).toBe(404);
        expect((await world.call(user, retryFollowUp, { id })).status).toBe(404);
      }
    });
  });

  describe('the list', () => {
    test('is by due day, page by page, open or completed', async () => {
      const { id } = await world.given.customer();
      for (const due_on of ['2026-09-09', '2026-09-04', '2026-09-07', '2026-09-04']) {
        await world.given.followUp({ customer_id: id, due_on });
      }
      await world.given.followUp({ customer_id: id, completed_at: world.clock.now() });

      const first = await world.call('anna', listFollowUps, { customerId: id, limit: 3 });
      const rest = await world.call('anna', listFollowUps, {
        customerId: id,
        limit: 3,
        cursor: first.body.nextCursor ?? '',
      });
      const completed = await world.call('anna', listFollowUps, { customerId: id, state: 'completed' });

      expect(first.body.items.map((item) => item.dueOn)).toEqual(['2026-09-04', '2026-09-04', '2026-09-07']);
      expect(rest.body.items.map((item) => item.dueOn)).toEqual(['2026-09-09']);
      expect(rest.body.nextCursor).toBeNull();
      expect(completed.body.items).toHaveLength(1);
    });

    test('of mine holds nobody else’s; of a customer one may not see it is not found', async () => {
      const { id } = await world.given.customer();
      await world.given.followUp({ customer_id: id });

      const mine = await world.call('jonas', listFollowUps, { customerId: id, mine: 'true' });

      expect(mine.body.items).toEqual([]);
      expect((await world.call('ben', listFollowUps, { customerId: id })).status).toBe(404);
      expect((await world.call('anna', listFollowUps, { customerId: nobody })).status).toBe(404);
      expect((await world.call('anna', listFollowUps, { cursor: 'WyJ4IiwieSJd' })).status).toBe(400);
    });
  });
});
