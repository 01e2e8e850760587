// Endpoints of the lists that the company maintains itself.
import { createChoice, listChoices, removeChoice, updateChoice } from '#contract/choice.ts';
import type { Serve } from '#api/http/serve.ts';
import * as choices from './choices.ts';

/** Registers the endpoints under /api/choices. */
export function choiceRoutes(serve: Serve): void {
  serve(listChoices, (input, { deps, user }) => choices.list(deps, user, input));
  serve(createChoice, (input, { deps, user }) => choices.create(deps, user, input));
  serve(updateChoice, (input, { deps, user, ifMatch }) => choices.update(deps, user, input, ifMatch ?? 0));
  serve(removeChoice, (input, { deps, user, ifMatch }) => choices.remove(deps, user, input, ifMatch ?? 0));
}
