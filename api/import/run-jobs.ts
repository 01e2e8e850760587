// The two jobs of the import: doing a run, and taking it back.
import { z } from 'zod';
import { Id } from '#contract/endpoint.ts';
import { defineJob } from '#api/jobs/job.ts';
import { failRun, performRun } from './perform-run.ts';
import { performUndo } from './undo.ts';

const RunId = z.object({ organizationId: Id, runId: Id });

export const runImportJob = defineJob({
  name: 'import.run',
  payload: RunId,
  isLong: true,
  run: performRun,
  giveUp: failRun,
});

export const undoImportJob = defineJob({
  name: 'import.undo',
  payload: RunId,
  isLong: true,
  run: performUndo,
});
