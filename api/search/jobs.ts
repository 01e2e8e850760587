// What the search does by itself: once a day it counts anew how rare every word is.
import { sql } from 'kysely';
import { defineSweep } from '#api/jobs/job.ts';
import { recountWords } from './indexing.ts';

const secondsPerDay = 86_400;

const recountSweep = defineSweep({
  name: 'search.recount-words',
  everySeconds: secondsPerDay,
  run: async (deps) => {
    const { rows } = await deps.db.system((trx) =>
      sql<{ organization_id: string }>`select organization_id from organization`.execute(trx),
    );
    for (const { organization_id } of rows) {
      await deps.db.system((trx) => recountWords(trx, organization_id));
    }
  },
});

export const sweeps = [recountSweep];
