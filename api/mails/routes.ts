// Endpoints around a mail and the cockpit (previewMail is served by the activities' room).
import { correctMatch, findCockpit, getCockpit, matchMail } from '#contract/cockpit.ts';
import type { Serve } from '#api/http/serve.ts';
import * as mails from './mails.ts';

/** Registers matching, corrections and both ways to a cockpit. */
export function mailRoutes(serve: Serve): void {
  serve(matchMail, (input, { deps, user }) => mails.match(deps, user, input));
  serve(findCockpit, (input, { deps, user }) => mails.findCockpit(deps, user, input));
  serve(correctMatch, (input, { deps, user }) => mails.correct(deps, user, input));
  serve(getCockpit, (input, { deps, user }) => mails.getCockpit(deps, user, input));
}
