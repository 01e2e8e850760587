// What happens to follow-ups later: sending them to To Do, removing tasks, and asking To Do what changed.
import { z } from 'zod';
import { Id, Timestamp } from '#contract/endpoint.ts';
import { defineJob, defineSweep } from '#api/jobs/job.ts';
import { syncToDo } from './incoming.ts';
import { giveUpToDo, removeFromToDo, saveToDo } from './outgoing.ts';
import { listDueSyncs } from './to-do-store.ts';

export const saveToDoJob = defineJob({
  name: 'follow-ups.save-to-do',
  payload: z.object({ organizationId: Id, followUpId: Id }),
  run: saveToDo,
  giveUp: giveUpToDo,
});

export const removeFromToDoJob = defineJob({
  name: 'follow-ups.remove-from-to-do',
  payload: z.object({
    organizationId: Id,
    ownerId: Id,
    followUpId: Id,
    listId: z.string().nullable(),
    taskId: z.string().nullable(),
    createdAt: Timestamp,
  }),
  run: removeFromToDo,
});

export const syncToDoJob = defineJob({
  name: 'follow-ups.sync-to-do',
  payload: z.object({ organizationId: Id, userId: Id }),
  run: syncToDo,
});

const askEveryMs = 60_000;
const mostPeople = 50;
/** Who has only completed tasks is asked for so long after the last of them, in case it is reopened. */
const reopenedWithinMs = 14 * 24 * 60 * 60_000;

const syncSweep = defineSweep({
  name: 'follow-ups.sync-to-do',
  everySeconds: 15,
  async run(deps) {
    const now = deps.clock.now().getTime();
    const before = new Date(now - askEveryMs);
    const completedAfter = new Date(now - reopenedWithinMs);
    const people = await deps.db.system((trx) =>
      listDueSyncs(trx, { before, completedAfter, limit: mostPeople }),
    );
    for (const person of people) {
      await syncToDo(deps, person).catch((reason: unknown) => {
        deps.log.warn({ userId: person.userId, reason: String(reason) }, 'To Do could not be asked');
      });
    }
  },
});

export const jobs = [saveToDoJob, removeFromToDoJob, syncToDoJob];
export const sweeps = [syncSweep];
