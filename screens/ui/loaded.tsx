// The states of everything read from the server: waiting, failed, filled. Empty is the content's own business.
import type { ReactElement, ReactNode } from 'react';
import type { ReplyState } from '../use-reply.ts';
import { LoadProblem } from './load-problem.tsx';

type LoadedProps<R> = {
  state: ReplyState<R>;
  waiting: ReactElement;
  children: (reply: R) => ReactNode;
};

/** What was read once stays on screen when a later refresh fails. */
export function Loaded<R>({ state, waiting, children }: LoadedProps<R>) {
  if (state.reply !== null) return children(state.reply);
  if (state.error) return <LoadProblem error={state.error} onRetry={state.reload} />;
  return state.isWaiting ? waiting : null;
}
