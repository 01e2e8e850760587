// What tests of follow-ups do again and again: set one, let it go to To Do, hear from there.
import { expect } from 'vitest';
import { createFollowUp, getFollowUp } from '#contract/follow-up.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

/** Handles for a suite about Anna's follow-ups of one customer; both are there once its tests run. */
export function followUpCase(suite: () => { world: World; customerId: string }) {
  const anna = people.anna.entraOid;
  let count = 0;

  const tasks = (title: string) =>
    suite()
      .world.graph.listTasks(anna)
      .filter((task) => task.title === title);
  const read = async (id: string) => (await suite().world.call('anna', getFollowUp, { id })).body;
  const later = (seconds: number) => {
    const { clock } = suite().world;
    clock.set(new Date(clock.now().getTime() + seconds * 1_000));
  };

  async function set(changes: object = {}): Promise<FollowUp> {
    const { world, customerId } = suite();
    count += 1;
    const input = { customerId, title: `Ersatz prüfen ${count}`, dueOn: '2026-09-04', ...changes };
    const { status, body } = await world.call('anna', createFollowUp, input);
    expect(status).toBe(200);
    return body;
  }
  async function setInToDo(changes: object = {}): Promise<FollowUp> {
    const { id } = await set(changes);
    await suite().world.runJobs();
    return read(id);
  }
  async function syncToDo(): Promise<void> {
    later(61);
    await suite().world.runSweeps();
  }
  function taskOf(followUp: FollowUp) {
    const task = suite()
      .world.graph.listTasks(anna)
      .find((one) => one.linkedResources[0]?.externalId === followUp.id);
    if (task === undefined) throw new Error('no task');
    return task;
  }
  return { tasks, read, later, set, setInToDo, syncToDo, taskOf };
}
