// What happens later with figures of complaints: whatever changed is reckoned within a minute, asked for or not.
import type { Deps } from '#api/deps.ts';
import { defineSweep } from '#api/jobs/job.ts';
import * as figureStore from './figure-store.ts';
import { refreshFigures } from './refresh.ts';

const atOnce = 500;
const mostPerSweep = 20_000;

async function refreshAll(deps: Deps): Promise<void> {
  const organizationIds = await deps.db.system((trx) => figureStore.listOrganizationsDue(trx));
  for (const organizationId of organizationIds) {
    let done = 0;
    let last = 1;
    while (last > 0 && done < mostPerSweep) {
      last = await refreshFigures(deps, organizationId, atOnce);
      done += last;
    }
  }
}

export const sweeps = [
  defineSweep({ name: 'complaint-analysis.figures', everySeconds: 60, run: refreshAll }),
];
