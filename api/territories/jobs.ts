// After a change of the rules every customer is assigned anew, some thousand at a time.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { defineJob } from '#api/jobs/job.ts';
import { assignNext } from './assign.ts';

const customersPerStep = 5_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

export const assignAllJob = defineJob({
  name: 'territories.assign-all',
  payload: z.object({ organizationId: Id, by: Id.nullable() }),
  run: async (deps, { organizationId, by }) => {
    let changed = 0;
    let after: string | null = beforeAll;
    while (after !== null) {
      const from: string = after;
      // each step in a transaction of its own: edits of customers wait for thousands of rows, not for all
      const step = await deps.db.transaction({ organizationId }, (trx) =>
        assignNext(trx, organizationId, { after: from, limit: customersPerStep }),
      );
      changed += step.changed;
      after = step.last;
    }
    if (changed > 0) await note(deps, { organizationId, by, changed });
  },
});

/** Has all customers of the organisation assigned once this transaction is committed. */
export async function assignAllSoon(
  deps: Deps,
  trx: Query,
  by: { organizationId: string; id: string },
): Promise<void> {
  const { organizationId } = by;
  await deps.jobs.enqueue(trx, assignAllJob, { organizationId, by: by.id }, { singletonKey: organizationId });
}

async function note(
  deps: Deps,
  { organizationId, by, changed }: { organizationId: string; by: string | null; changed: number },
): Promise<void> {
  await deps.db.transaction({ organizationId }, (trx) =>
    writeAudit(
      trx,
      { organizationId, id: by },
      {
        action: 'territory.assign',
        recordKind: 'organization',
        recordId: organizationId,
        after: { changedCustomers: changed },
        source: 'job',
        at: deps.clock.now(),
      },
    ),
  );
}

export const jobs = [assignAllJob];
