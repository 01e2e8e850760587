// The one endpoint of the search.
import { search } from '#contract/search.ts';
import type { Serve } from '#api/http/serve.ts';
import * as room from './search.ts';

/** Registers GET /api/search. */
export function searchRoutes(serve: Serve): void {
  serve(search, (input, { deps, user }) => room.search(deps, user, input));
}
