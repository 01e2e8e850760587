// Endpoints of the never-log list.
import { addNeverLog, listNeverLog, removeNeverLog } from '#contract/never-log.ts';
import type { Serve } from '#api/http/serve.ts';
import * as neverLog from './never-log.ts';

/** Registers the endpoints under /api/never-log. */
export function neverLogRoutes(serve: Serve): void {
  serve(listNeverLog, (_input, { deps, user }) => neverLog.list(deps, user));
  serve(addNeverLog, (input, { deps, user }) => neverLog.add(deps, user, input));
  serve(removeNeverLog, (input, { deps, user }) => neverLog.remove(deps, user, input));
}
