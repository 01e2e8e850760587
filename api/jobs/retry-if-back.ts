// Closes a gap: who comes back while a job still finds no token of theirs is resumed before the job has noted that it
// waits. Whoever notes the waiting asks here afterwards, so that nothing waits for somebody who is there.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import { RetryAt } from './job.ts';

/**
 * Throws RetryAt when a job failed for want of a sign-in and that person is here by now. Where a token was there and
 * Microsoft refused it (the error has a cause) only a new sign-in helps, so nothing is thrown.
 */
export async function retryIfBack(
  deps: Pick<Deps, 'graph' | 'clock'>,
  user: GraphUser,
  error: unknown,
): Promise<void> {
  const wasAway = error instanceof AppError && error.code === 'token_expired' && error.cause === undefined;
  if (wasAway && (await deps.graph.hasToken(user)))
    throw new RetryAt(deps.clock.now(), 'signed in meanwhile');
}
