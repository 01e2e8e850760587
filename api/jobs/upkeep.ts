// Looks after the embedded database, which has nobody else to do it.
import { tidyEmbedded } from '#api/db/upkeep.ts';
import { defineSweep } from './job.ts';

export const upkeepSweep = defineSweep({
  name: 'jobs.upkeep',
  everySeconds: 60,
  run: async ({ db }) => {
    await tidyEmbedded(db);
  },
});
