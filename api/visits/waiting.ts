// What goes on when a person is here again: visits that waited for a sign-in are put into the calendar.
import type { Deps } from '#api/deps.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import { releaseWaiting } from './calendar-store.ts';
import { saveToCalendarJob } from './jobs.ts';

/** To be called at a person's first request after the sign-in had run out. */
export async function resumeWaiting(deps: Deps, user: GraphUser): Promise<void> {
  const { organizationId } = user;
  await deps.db.transaction({ organizationId }, async (trx) => {
    for (const visitId of await releaseWaiting(trx, user)) {
      await deps.jobs.enqueue(trx, saveToCalendarJob, { organizationId, visitId }, { singletonKey: visitId });
    }
  });
}
