// A person's chat with the bot, asked for every second and a half; a failed round is told and tried again.
import { useEffect, useState } from 'react';
import type { Chat } from '../../connector/shapes.ts';
import { fetchChat, sendMessage } from './connector-client.ts';

const everyMs = 1_500;

export interface ChatState {
  chat: Chat | null;
  hasFailed: boolean;
  write: (text: string) => Promise<void>;
}

export function useChat(user: string): ChatState {
  const [chat, setChat] = useState<Chat | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const take = (next: Chat) => setChat((known) => (isSame(known, next) ? known : next));

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      try {
        take(await fetchChat(user, stop.signal));
        setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
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
    hasFailed,
    write: async (text) => take(await sendMessage({ user, text })),
  };
}

function isSame(known: Chat | null, next: Chat): boolean {
  return known?.user === next.user && known.revision === next.revision;
}
