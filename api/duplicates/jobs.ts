// Once per calendar day of the organisation somebody looks for duplicates: soon after midnight, or when the server starts.
import { z } from 'zod';
import { Day, Id } from '#contract/endpoint.ts';
import { defineJob, defineSweep } from '#api/jobs/job.ts';
import { scanDuplicates } from './scan.ts';
import { listDue } from './scan-store.ts';

const scanJob = defineJob({
  name: 'duplicates.scan',
  payload: z.object({ organizationId: Id, today: Day }),
  isLong: true,
  run: async (deps, due, { signal }) => {
    const found = await scanDuplicates(deps, due, signal);
    deps.log.info({ organizationId: due.organizationId, ...found }, 'looked for duplicates');
  },
});

const nightlySweep = defineSweep({
  name: 'duplicates.nightly',
  everySeconds: 600,
  async run(deps) {
    const due = await deps.db.system((trx) => listDue(trx, deps.clock.now()));
    for (const { organization_id: organizationId, today } of due) {
      await deps.db.transaction({ organizationId }, (trx) =>
        deps.jobs.enqueue(trx, scanJob, { organizationId, today }, { singletonKey: organizationId }),
      );
    }
  },
});

export const jobs = [scanJob];
export const sweeps = [nightlySweep];
