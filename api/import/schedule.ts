// The nightly schedule: sources whose hour has come get a run of their own.
import { ImportKind } from '#contract/import-map.ts';
import type { Deps } from '#api/deps.ts';
import { runImportJob } from './run-jobs.ts';
import { newId } from '#api/db/id.ts';
import { insertRun } from './runs-store.ts';
import { takeDueSources } from './source-store.ts';

/** Starts a run for every source that is due; the next night is noted in the same transaction. */
export async function startDueSources(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.system(async (trx) => {
    for (const row of await takeDueSources(trx, now)) {
      const runId = newId();
      await insertRun(trx, {
        organization_id: row.organization_id,
        id: runId,
        source_id: row.id,
        kind: ImportKind.parse(row.kind),
        file_id: null,
        file_name: row.location ?? '',
        is_dry_run: false,
        settings: JSON.stringify({ mapping: row.map, isFullLoad: row.is_full_load }),
        rows_total: null,
        problem: null,
        started_by: null,
        created_at: now,
        started_at: null,
        finished_at: null,
        undone_by: null,
        undone_at: null,
      });
      await deps.jobs.enqueue(trx, runImportJob, { organizationId: row.organization_id, runId });
    }
  });
}
