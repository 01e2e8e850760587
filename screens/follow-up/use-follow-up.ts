// One follow-up, asked again every two seconds while it is on its way to To Do.
import { getFollowUp, type FollowUp } from '#contract/follow-up.ts';
import { useReply, type ReplyState } from '../use-reply.ts';

const everyMs = 2000;

/** Settled means: in To Do, failed, or waiting for its owner. `id` null asks nothing. */
export function useFollowUp(id: string | null): ReplyState<FollowUp> {
  return useReply(getFollowUp, id === null ? null : { id }, {
    everyMs: (followUp) => (followUp === null || followUp.toDo.state === 'pending' ? everyMs : null),
  });
}
