// Endpoints of the people who work here.
import { getClientConfig, getMe, listColleagues } from '#contract/user.ts';
import { listPeople, updatePerson } from '#contract/people.ts';
import type { Serve } from '#api/http/serve.ts';
import * as people from './people.ts';
import * as users from './users.ts';

/** `organizationId`: whose name a page may show before sign-in. */
export function userRoutes(organizationId: string): (serve: Serve) => void {
  return (serve) => {
    serve(getMe, (_input, { deps, user }) => users.getMe(deps, user));
    serve(listColleagues, (_input, { deps, user }) => users.listColleagues(deps, user));
    serve(listPeople, (_input, { deps, user }) => people.list(deps, user));
    serve(updatePerson, (input, { deps, user, ifMatch }) => people.update(deps, user, input, ifMatch ?? 0));
    serve.open(getClientConfig, (_input, { deps }) => users.getClientConfig(deps, organizationId));
  };
}
