// The signed-in user on screen: who, which role, what is allowed.
import { getMe, type Me, type Permission } from '#contract/user.ts';
import { useReply, type ReplyState } from './use-reply.ts';

const freshMs = 5 * 60_000;

/** The signed-in user; kept for five minutes, so that a changed role shows soon. */
export function useMe(): ReplyState<Me> {
  return useReply(getMe, {}, { freshMs });
}

/** Asks what the signed-in user may do: no until that is known. The server decides, this only hides buttons. */
export function useRights(): { may: (permission: Permission) => boolean } {
  const { reply } = useMe();
  return { may: (permission) => reply?.permissions.includes(permission) ?? false };
}
