// Endpoints of the import.
import {
  cancelImport,
  createImportSource,
  describeImport,
  getImportErrors,
  getImportRun,
  listImportRuns,
  listImportSources,
  startImport,
  undoImport,
  updateImportSource,
  uploadImportFile,
} from '#contract/import.ts';
import { previewImport } from '#contract/import-preview.ts';
import { AppError } from '#api/errors.ts';
import type { Serve } from '#api/http/serve.ts';
import { preview } from './preview.ts';
import * as runs from './runs.ts';
import * as sources from './sources.ts';

/** Registers the endpoints of this room. */
export function importRoutes(serve: Serve): void {
  serve(describeImport, (_input, { deps, user }) => sources.describe(deps, user));
  serve(listImportSources, (_input, { deps, user }) => sources.list(deps, user));
  serve(createImportSource, (input, { deps, user }) => sources.create(deps, user, input));
  serve(updateImportSource, async (input, { deps, user, ifMatch }) => {
    if (ifMatch === null) throw new AppError('version_required');
    return sources.update(deps, user, input, ifMatch);
  });
  serve.upload(uploadImportFile, (input, { deps, user }, body) => sources.upload(deps, user, input, body));
  serve(previewImport, (input, { deps, user }) => preview(deps, user, input));
  serve(startImport, (input, { deps, user }) => runs.start(deps, user, input));
  serve(listImportRuns, (input, { deps, user }) => runs.list(deps, user, input));
  serve(getImportRun, (input, { deps, user }) => runs.get(deps, user, input));
  serve(cancelImport, (input, { deps, user }) => runs.cancel(deps, user, input));
  serve(undoImport, (input, { deps, user }) => runs.undo(deps, user, input));
  serve.file(getImportErrors, (input, { deps, user }) => runs.errors(deps, user, input));
}
