// Endpoints of lists.
import { countList, exportList, listFields, runList } from '#contract/list.ts';
import {
  createSavedList,
  deleteSavedList,
  getSavedList,
  listSavedLists,
  updateSavedList,
} from '#contract/saved-list.ts';
import type { Serve } from '#api/http/serve.ts';
import { exportFile } from './export.ts';
import * as lists from './lists.ts';
import * as saved from './saved.ts';

/** Registers the endpoints under /api/lists. */
export function listRoutes(serve: Serve): void {
  serve(listFields, (input, { deps, user }) => lists.listFieldsOf(deps, user, input));
  serve(runList, (input, { deps, user }) => lists.run(deps, user, input));
  serve(countList, (input, { deps, user }) => lists.count(deps, user, input));
  serve.file(exportList, (input, { deps, user }) => exportFile(deps, user, input));
  serve(listSavedLists, (input, { deps, user }) => saved.list(deps, user, input));
  serve(createSavedList, (input, { deps, user }) => saved.create(deps, user, input));
  serve(getSavedList, (input, { deps, user }) => saved.get(deps, user, input));
  serve(updateSavedList, (input, { deps, user, ifMatch }) => saved.update(deps, user, input, ifMatch ?? 0));
  serve(deleteSavedList, (input, { deps, user, ifMatch }) => saved.remove(deps, user, input, ifMatch ?? 0));
}
