// Follow-ups over HTTP and their tasks in To Do: both ways, exactly once, whatever Graph does.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logActivity, undoActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import {
  createFollowUp,
  getFollowUp,
  listFollowUps,
  retryFollowUp,
  updateFollowUp,
} from '#contract/follow-up.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const nobody = '0198f0a0-0000-7000-8000-00000000dead';
let count = 0;

describe.each(databases)('follow-ups on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH', number: '20417' })).id;
  });
  afterAll(() => world.close());
  beforeEach(() => world.graph.faults.clear());

  const anna = people.anna.entraOid;
  const tasks = (title: string) => world.graph.listTasks(anna).filter((task) => task.title === title);
  const read = async (id: string) => (await world.call('anna', getFollowUp, { id })).body;
  const later = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1_000));

  async function set(changes: object = {}): Promise<FollowUp> {
    count += 1;
    const input = { customerId, title: `Ersatz prüfen ${count}`, dueOn: '2026-09-04', ...changes };
    const { status, body } = await world.call('anna', createFollowUp, input);
    expect(status).toBe(200);
    return body;
  }
  async function setInToDo(changes: object = {}): Promise<FollowUp> {
    const { id } = await set(changes);
    await world.runJobs();
    return read(id);
  }
  async function syncToDo(): Promise<void> {
    later(61);
    await world.runSweeps();
  }
  function taskOf(followUp: FollowUp) {
    const task = world.graph
      .listTasks(anna)
      .find((one) => one.linkedResources[0]?.externalId === followUp.id);
    if (task === undefined) throw new Error('no task');
    return task;
  }

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

  describe('what its owner does in To Do', () => {
    test('completing the task completes the follow-up, opening it opens it again', async () => {
      const followUp = await setInToDo();
      await syncToDo();

      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'completed' });
      await syncToDo();
      expect(await read(followUp.id)).toMatchObject({ version: 2, completedAt: expect.any(String) });

      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'notStarted' });
      await syncToDo();
      expect(await read(followUp.id)).toMatchObject({ version: 3, completedAt: null });
    });

    test('moving and renaming the task moves and renames the follow-up, and is not sent back', async () => {
      const followUp = await setInToDo();
      await syncToDo();
      const dueDateTime = { dateTime: '2026-09-09T22:00:00', timeZone: 'UTC' };
      world.graph.store.changeTask(anna, taskOf(followUp), { title: 'In To Do umbenannt', dueDateTime });
      await syncToDo();
      const calls = world.graph.calls.length;
      await world.runJobs();

      expect(await read(followUp.id)).toMatchObject({ title: 'In To Do umbenannt', dueOn: '2026-09-10' });
      expect(world.graph.calls).toHaveLength(calls);
    });

    test('deleting the task leaves the follow-up, shown as not in To Do, and trying again makes a new task', async () => {
      const followUp = await setInToDo();
      await syncToDo();
      world.graph.store.removeTask(anna, taskOf(followUp));
      await syncToDo();

      expect((await read(followUp.id)).toDo).toMatchObject({ state: 'failed', problem: 'deleted_in_to_do' });

      const { body } = await world.call('anna', retryFollowUp, { id: followUp.id });
      expect(body.toDo.state).toBe('pending');
      await world.runJobs();
      expect((await read(followUp.id)).toDo.state).toBe('in_to_do');
      expect(taskOf(followUp).title).toBe(followUp.title);
    });

    test('is noticed even when Graph has forgotten the state of the query', async () => {
      const kept = await setInToDo();
      const gone = await setInToDo();
      await syncToDo();
      world.graph.store.changeTask(anna, taskOf(kept), { status: 'completed' });
      world.graph.store.removeTask(anna, taskOf(gone));
      world.graph.faults.add({ path: /delta/, does: { kind: 'refuse', status: 410 } });

      await syncToDo();

      expect((await read(kept.id)).completedAt).not.toBeNull();
      expect((await read(gone.id)).toDo.problem).toBe('deleted_in_to_do');
    });

    test('is asked for when he opens his list', async () => {
      const followUp = await setInToDo();
      await syncToDo();
      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'completed' });
      later(10);

      await world.call('anna', listFollowUps, { mine: 'true' });
      await world.runJobs();

      expect((await read(followUp.id)).completedAt).not.toBeNull();
    });

    test('does not undo a change of ours that is still on its way', async () => {
      const followUp = await setInToDo();
      await syncToDo();
      world.graph.store.changeTask(anna, taskOf(followUp), { title: 'Aus To Do' });
      await world.call('anna', updateFollowUp, { id: followUp.id, title: 'Von uns' }, { ifMatch: 1 });
      await syncToDo();
      await world.runJobs();
      await syncToDo();

      expect((await read(followUp.id)).title).toBe('Von uns');
      expect(taskOf(followUp).title).toBe('Von uns');
    });
  });

  describe('when Graph misbehaves', () => {
    test.each([
      { what: 'is down', does: { kind: 'refuse', status: 503 } as const },
      { what: 'loses the answer after doing it', does: { kind: 'lose_answer' } as const },
      { what: 'answers 500 twice', does: { kind: 'refuse', status: 500 } as const, times: 2 },
    ])('and $what, exactly one task is there in the end', async ({ does, times = 1 }) => {
      world.graph.faults.add({ method: 'POST', path: /tasks$/, does, times });
      const { id, title } = await set();

      await world.runJobs();
      expect((await read(id)).toDo).toMatchObject({ state: 'pending', problem: 'outside_unavailable' });
      expect((await read(id)).toDo.nextAttemptAt).not.toBeNull();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        later(30);
        await world.runJobs();
      }

      expect((await read(id)).toDo.state).toBe('in_to_do');
      expect(tasks(title)).toHaveLength(1);
    });

    test('and is slow while the follow-up is changed by a second worker, exactly one task is there in the end', async () => {
      world.graph.faults.add({ method: 'POST', path: /tasks$/, does: { kind: 'be_slow', ms: 400 } });
      const { id, title } = await set();
      const first = world.runJobs();
      await expect.poll(() => world.graph.faults.waiting).toBe(0);
      await world.call('anna', updateFollowUp, { id, title: `${title} neu` }, { ifMatch: 1 });
      await Promise.all([first, world.runJobs()]);
      later(10);
      await world.runJobs();

      expect(world.graph.listTasks(anna).filter((task) => task.title.startsWith(title))).toMatchObject([
        { title: `${title} neu` },
      ]);
    });

    test('and asks to wait, it is asked again no sooner', async () => {
      world.graph.faults.add({
        method: 'POST',
        path: /tasks$/,
        does: { kind: 'refuse', status: 429, retryAfterSeconds: 300 },
      });
      const { id } = await set();
      await world.runJobs();
      const at = new Date(world.clock.now().getTime() + 300_000).toISOString();
      expect((await read(id)).toDo.nextAttemptAt).toBe(at);

      later(290);
      await world.runJobs();
      expect((await read(id)).toDo.state).toBe('pending');
      later(15);
      await world.runJobs();
      expect((await read(id)).toDo.state).toBe('in_to_do');
    });

    test('and consent is missing, that is shown and can be tried again', async () => {
      world.graph.faults.add({ method: 'POST', path: /tasks$/, does: { kind: 'refuse', status: 403 } });
      const { id, title } = await set();
      await world.runJobs();
      expect((await read(id)).toDo).toEqual({
        state: 'failed',
        problem: 'consent_required',
        nextAttemptAt: null,
      });

      await world.call('anna', retryFollowUp, { id });
      await world.runJobs();

      expect((await read(id)).toDo.state).toBe('in_to_do');
      expect(tasks(title)).toHaveLength(1);
    });

    test('a task completed there while its answer was lost completes the follow-up', async () => {
      world.graph.faults.add({ method: 'POST', path: /tasks$/, does: { kind: 'lose_answer' } });
      const { id, title } = await set();
      await world.runJobs();
      const [task] = tasks(title);
      if (task) world.graph.store.changeTask(anna, task, { status: 'completed' });

      later(30);
      await world.runJobs();

      expect((await read(id)).completedAt).not.toBeNull();
    });

    test('taking back the mail removes also a task whose answer was lost', async () => {
      world.graph.faults.add({ method: 'POST', path: /tasks$/, does: { kind: 'lose_answer' } });
      const { body } = await world.call('anna', logActivity, {
        customerId,
        mail: buildMail({ messageId: `<undo-${database}@x.test>` }),
        followUp: { title: 'Verloren', dueOn: '2026-09-04' },
      });
      await world.runJobs();
      expect(tasks('Verloren')).toHaveLength(1);

      await world.call('anna', undoActivity, { id: body.activity.id });
      later(30);
      await world.runJobs();

      expect(tasks('Verloren')).toHaveLength(0);
    });
  });

  test('waits while the sign-in has run out, and goes on at the owner’s next request', async () => {
    const { id, title } = await set();
    later(24 * 3_600);
    await world.runJobs();
    const stateOf = () =>
      world.deps.db.system((trx) =>
        trx.selectFrom('follow_up').select('to_do_state').where('id', '=', id).executeTakeFirst(),
      );
    expect(await stateOf()).toEqual({ to_do_state: 'waiting_for_sign_in' });

    await world.call('petra', getFollowUp, { id });
    await world.runJobs();
    expect(await stateOf()).toEqual({ to_do_state: 'waiting_for_sign_in' });

    await read(id);
    await world.runJobs();
    expect(await stateOf()).toEqual({ to_do_state: 'in_to_do' });
    expect(tasks(title)).toHaveLength(1);
  });
});
