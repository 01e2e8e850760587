// Endpoints of a record's changes.
import { listAudit, undoChange } from '#contract/audit.ts';
import type { Serve } from '#api/http/serve.ts';
import * as audit from './audit.ts';

/** Registers the endpoints under /api/audit. */
export function auditRoutes(serve: Serve): void {
  serve(listAudit, (input, { deps, user }) => audit.list(deps, user, input));
  serve(undoChange, (input, { deps, user, ifMatch }) => audit.undo(deps, user, input, ifMatch ?? 0));
}
