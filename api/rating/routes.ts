// Endpoints of the rating rules.
import { getRatingRules, listRatingVersions, previewRatingRules, saveRatingRules } from '#contract/rating.ts';
import { AppError } from '#api/errors.ts';
import type { Serve } from '#api/http/serve.ts';
import * as rating from './rating.ts';

/** Registers the endpoints of this room. */
export function ratingRoutes(serve: Serve): void {
  serve(getRatingRules, (_input, { deps, user }) => rating.get(deps, user));
  serve(listRatingVersions, (input, { deps, user }) => rating.listVersions(deps, user, input));
  serve(previewRatingRules, (input, { deps, user }) => rating.preview(deps, user, input));
  serve(saveRatingRules, async (input, { deps, user, ifMatch }) => {
    if (ifMatch === null) throw new AppError('version_required');
    return rating.save(deps, user, input, ifMatch);
  });
}
