// What goes on when somebody is here again whose sign-in had run out.
import * as activities from './activities/activities.ts';
import type { Deps } from './deps.ts';
import * as followUps from './follow-ups/follow-ups.ts';
import type { UserTokens } from './outside/user-tokens.ts';
import * as sentMails from './sent-mails/sent-mails.ts';
import * as visits from './visits/visits.ts';

/** Lets waiting work go on in the background; the returned function waits until all of it is under way. */
export function resumeOnRenewal(deps: Deps, tokens: Pick<UserTokens, 'onRenewed'>): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  tokens.onRenewed((user) => {
    const work = Promise.all([
      followUps.resumeWaiting(deps, user),
      activities.resumeWaiting(deps, user),
      sentMails.resumeWaiting(deps, user),
      visits.resumeWaiting(deps, user),
    ])
      .then(() => undefined)
      .catch((error: unknown) => deps.log.error({ err: error }, 'waiting work could not be resumed'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  });
  return async () => {
    await Promise.all(underWay);
  };
}
