// Endpoints of follow-ups.
import {
  createFollowUp,
  getFollowUp,
  listFollowUps,
  retryFollowUp,
  updateFollowUp,
} from '#contract/follow-up.ts';
import { AppError } from '#api/errors.ts';
import type { Serve } from '#api/http/serve.ts';
import * as followUps from './follow-ups.ts';

/** Registers the endpoints of this room. */
export function followUpRoutes(serve: Serve): void {
  serve(createFollowUp, (input, { deps, user }) => followUps.create(deps, user, input));
  serve(getFollowUp, (input, { deps, user }) => followUps.get(deps, user, input));
  serve(listFollowUps, (input, { deps, user }) => followUps.list(deps, user, input));
  serve(updateFollowUp, async (input, { deps, user, ifMatch }) => {
    if (ifMatch === null) throw new AppError('version_required');
    return followUps.update(deps, user, input, ifMatch);
  });
  serve(retryFollowUp, (input, { deps, user }) => followUps.retry(deps, user, input));
}
