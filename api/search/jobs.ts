// What the search does by itself: names changed elsewhere, words of new texts, texts of files, and once a day every count.
import { sql } from 'kysely';
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import type { Deps } from '#api/deps.ts';
import { defineJob, defineSweep } from '#api/jobs/job.ts';
import { countChanges } from './counting.ts';
import { indexCustomers, recountWords } from './indexing.ts';
import { noticeAttributes, takeStale } from './record-store.ts';
import { readAttachment } from './read-attachment.ts';

const secondsPerDay = 86_400;
const customersPerBatch = 500;
/** Other work waits behind a sweep: what is left after so many batches is done at its next turn. */
const mostBatches = 20;

const readAttachmentJob = defineJob({
  name: 'search.read-attachment',
  payload: z.object({ organizationId: Id, attachmentId: Id }),
  run: readAttachment,
});

export const jobs = [readAttachmentJob];

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

const attributesSweep = defineSweep({
  name: 'search.notice-attributes',
  everySeconds: 10,
  run: (deps) => deps.db.system(noticeAttributes),
});

const followSweep = defineSweep({
  name: 'search.follow-changes',
  everySeconds: 1,
  run: async (deps) => {
    for (let batch = 0; batch < mostBatches && (await indexStale(deps)); batch += 1);
    for (let batch = 0; batch < mostBatches && (await deps.db.system(countChanges)); batch += 1);
  },
});

/** One batch of customers that something else than a screen changed; false when none is left. */
function indexStale(deps: Deps): Promise<boolean> {
  return deps.db.system(async (trx) => {
    const stale = await takeStale(trx, customersPerBatch);
    if (stale === null) return false;
    await indexCustomers(trx, stale.organizationId, stale.ids);
    return true;
  });
}

export const sweeps = [attributesSweep, followSweep, recountSweep];
