// What happens to ratings by itself: every night the twelve months move on; in between, moves are taken into the history.
import { defineSweep } from '#api/jobs/job.ts';
import { noteMoves } from './history.ts';
import { rateAnew } from './rating.ts';
import { listMoved, listUnrated } from './store.ts';

/** Once per calendar day of the organisation: soon after midnight, or when the server starts. */
const nightlySweep = defineSweep({
  name: 'rating.nightly',
  everySeconds: 600,
  async run(deps) {
    const due = await deps.db.system((trx) => listUnrated(trx, deps.clock.now()));
    for (const { organization_id: organizationId, today } of due) {
      const moved = await rateAnew(deps, { organizationId, today });
      deps.log.info({ organizationId, moved }, 'customers rated anew');
    }
  },
});

/** Moves that an import or an edit has caused. */
const movesSweep = defineSweep({
  name: 'rating.moves',
  everySeconds: 20,
  async run(deps) {
    const due = await deps.db.system((trx) => listMoved(trx, deps.clock.now()));
    for (const { organization_id: organizationId, today } of due) {
      await deps.db.system((trx) => noteMoves(trx, organizationId, { onDay: today }));
    }
  },
});

export const sweeps = [nightlySweep, movesSweep];
