// What the import does in the background: runs, their undoing, the nightly schedule, clearing away old files.
import { defineSweep } from '#api/jobs/job.ts';
import { removeFile } from './files/disk.ts';
import { runImportJob, undoImportJob } from './run-jobs.ts';
import { startDueSources } from './schedule.ts';
import { takeOldFiles } from './source-store.ts';

const scheduleSweep = defineSweep({ name: 'import.schedule', everySeconds: 30, run: startDueSources });

const keepFilesMs = 30 * 86_400_000;

const clearSweep = defineSweep({
  name: 'import.clear-files',
  everySeconds: 3_600,
  async run(deps) {
    const now = deps.clock.now();
    const before = new Date(now.getTime() - keepFilesMs);
    const old = await deps.db.system((trx) => takeOldFiles(trx, before, now));
    for (const { organization_id, id } of old) await removeFile(deps.config, organization_id, id);
  },
});

export const jobs = [runImportJob, undoImportJob];
export const sweeps = [scheduleSweep, clearSweep];
