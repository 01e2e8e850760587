// What goes on when a person is here again: waiting tasks are sent, and To Do is asked what changed.
import type { Deps } from '#api/deps.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import { saveToDoJob, syncToDoJob } from './jobs.ts';
import * as store from './to-do-store.ts';

const freshMs = 5_000;

/** To be called at a person's first request after the sign-in had run out: everything that waited goes on. */
export async function resumeWaiting(deps: Deps, user: GraphUser): Promise<void> {
  const { organizationId, userId } = user;
  await deps.db.transaction({ organizationId }, async (trx) => {
    for (const followUpId of await store.releaseWaiting(trx, user)) {
      await deps.jobs.enqueue(trx, saveToDoJob, { organizationId, followUpId }, { singletonKey: followUpId });
    }
    // Who has nothing in To Do yet is not asked, since asking would make the list there.
    if ((await store.findSync(trx, user)) === null) return;
    await deps.jobs.enqueue(trx, syncToDoJob, { organizationId, userId }, { singletonKey: userId });
  });
}

/** Lets To Do be asked in the background, unless that happened in the last seconds. */
export async function askToDoSoon(
  deps: Deps,
  { organizationId, id: userId }: { organizationId: string; id: string },
): Promise<void> {
  const user = { organizationId, userId };
  const since = deps.clock.now().getTime() - freshMs;
  const known = await deps.db.read(user, (trx) => store.findSync(trx, user));
  if (known === null || (known.synced_at !== null && known.synced_at.getTime() > since)) return;
  await deps.db.transaction(user, (trx) =>
    deps.jobs.enqueue(trx, syncToDoJob, { organizationId, userId }, { singletonKey: userId }),
  );
}
