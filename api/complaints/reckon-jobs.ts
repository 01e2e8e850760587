// After a change of the working time every open complaint's deadlines are reckoned anew, by the hours that were promised.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { defineJob } from '#api/jobs/job.ts';
import { tellCards } from './escalations.ts';
import { forCase } from './for-case.ts';
import { reckonRow } from './pauses.ts';
import * as store from './store.ts';

const casesPerStep = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

export const reckonAllJob = defineJob({
  name: 'complaints.reckon-all',
  payload: z.object({ organizationId: Id }),
  isLong: true,
  run: async (deps, { organizationId }) => {
    let after: string | undefined = beforeAll;
    while (after !== undefined) {
      const from: string = after;
      const ids = await deps.db.read({ organizationId }, (trx) =>
        store.listOpenIds(trx, organizationId, { after: from, limit: casesPerStep }),
      );
      for (const complaintId of ids) await reckon(deps, organizationId, complaintId);
      after = ids.at(-1);
    }
  },
});

/** Has all open complaints of the organisation reckoned once this transaction is committed. */
export async function reckonAllSoon(deps: Deps, trx: Query, organizationId: string): Promise<void> {
  await deps.jobs.enqueue(trx, reckonAllJob, { organizationId }, { singletonKey: organizationId });
}

async function reckon(deps: Deps, organizationId: string, complaintId: string): Promise<void> {
  await forCase(deps, { organizationId, complaintId }, async (trx, row) => {
    const now = deps.clock.now();
    const columns = reckonRow(row);
    const isSame = (['first_answer_due_at', 'resolution_due_at'] as const).every(
      (name) => new Date(columns[name] as Date).getTime() === new Date(row[name]).getTime(), // both are set above
    );
    if (isSame || row.state === 'closed') return;
    await store.updateComplaintRow(trx, { organizationId, id: complaintId, version: null, now }, columns);
    await store.addEvent(trx, organizationId, { complaintId, at: now, byId: null, kind: 'deadlines_moved' });
    await tellCards(deps, trx, { organizationId, escalation: row.escalation });
  });
}
