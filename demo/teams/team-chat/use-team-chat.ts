// The team's chat, asked for every second and a half.
import { useEffect, useState } from 'react';
import type { TeamChat, TeamPost } from '../../connector/shapes.ts';
import { fetchTeamChat, sendToTeam } from '../chat/connector-client.ts';

const everyMs = 1_500;

export interface TeamChatState {
  /** Null until it is known, and for people who are not in it. */
  chat: TeamChat | null;
  post: (message: Omit<TeamPost, 'user'>) => Promise<void>;
}

export function useTeamChat(user: string): TeamChatState {
  const [chat, setChat] = useState<TeamChat | null>(null);
  const take = (next: TeamChat | null) =>
    setChat((known) => (known?.user === next?.user && known?.revision === next?.revision ? known : next));

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      try {
        take(await fetchTeamChat(user, stop.signal));
      } catch {
        // asked again in a moment; what is shown stays
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [user]);

  return {
    chat: chat?.user === user ? chat : null,
    post: async (message) => take(await sendToTeam({ user, ...message })),
  };
}
