// The endpoint of the guard before sending.
import { getSendFacts } from '#contract/send-guard.ts';
import type { Serve } from '#api/http/serve.ts';
import * as guard from './send-guard.ts';

/** Registers POST /api/mails/send-facts. */
export function sendGuardRoutes(serve: Serve): void {
  serve(getSendFacts, (input, { deps, user }) => guard.facts(deps, user, input));
}
