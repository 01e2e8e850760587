// Follow-ups and their tasks in To Do: both ways, exactly once, whatever Graph does.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logActivity, undoActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import { getFollowUp, listFollowUps, retryFollowUp, updateFollowUp } from '#contract/follow-up.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { followUpCase } from '#tests/support/follow-up-case.ts';

describe.each(databases)('follow-ups in To Do on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH', number: '20417' })).id;
  });
  afterAll(() => world.close());
  beforeEach(() => world.graph.faults.clear());

  const { read, later, set, setInToDo, syncToDo, taskOf, tasks } = followUpCase(() => ({
    world,
    customerId,
  }));

  const anna = people.anna.entraOid;

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

    test('opening it again is noticed for a fortnight, also when nothing else of its owner is open', async () => {
      const followUp = await setInToDo();
      await syncToDo();
      const completed = (where: '=' | '<>', day: string) =>
        world.deps.db.system((trx) =>
          trx
            .updateTable('follow_up')
            .set({ completed_at: new Date(day) })
            .where('organization_id', '=', people.anna.organizationId)
            .where('id', where, followUp.id)
            .execute(),
        );
      await completed('<>', '2026-01-05T09:00:00Z');

      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'completed' });
      await syncToDo();
      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'notStarted' });
      await syncToDo();
      expect((await read(followUp.id)).completedAt).toBeNull();

      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'completed' });
      await syncToDo();
      await completed('=', '2026-08-15T09:00:00Z');
      world.graph.store.changeTask(anna, taskOf(followUp), { status: 'notStarted' });
      await syncToDo();
      expect((await read(followUp.id)).completedAt).toBe('2026-08-15T09:00:00.000Z');
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
