// How many messages of the bot this person has not seen: new ones, and cards edited since.
import { useEffect, useState } from 'react';
import type { ChatMessage } from '../../connector/shapes.ts';
import { stateOf } from './card-refresh.ts';

/** Counts while the chat is out of sight; opening it makes all of them seen. */
export function useUnread(messages: readonly ChatMessage[] | undefined, isShown: boolean): number {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const states = (messages ?? []).filter((message) => message.from === 'bot').map(stateOf);
  const key = states.join('\n');
  useEffect(() => {
    if (isShown && key !== '') setSeen((known) => new Set([...known, ...key.split('\n')]));
  }, [isShown, key]);
  return isShown ? 0 : states.filter((state) => !seen.has(state)).length;
}
