// The cards as this viewer sees them: refreshed unasked for those a card names, replaced by the answer to a press.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChatMessage } from '../../connector/shapes.ts';
import type { CardJson, PressedButton } from './adaptive-card.tsx';
import { refreshOf, stateOf } from './card-refresh.ts';
import { sendInvoke } from './connector-client.ts';

/** What the bot answered to a press that left the card as it was; `lost` when no answer came. */
export type Note = { kind: 'message' | 'error'; text: string } | { kind: 'lost' };
/** One viewer's form of a message; `state` names the posted card it was made from. */
export interface OwnCard {
  state: string;
  card: CardJson | null;
  isBusy: boolean;
  note: Note | null;
}

const untouched = { card: null, isBusy: false, note: null };

/** What of a message with a card matters here. */
type CardMessage = Pick<ChatMessage, 'id' | 'at' | 'editedAt' | 'card'>;

/** `viewerIds` are the names this person goes by in a card's `refresh.userIds`. */
export function useOwnCards(
  user: string,
  messages: readonly CardMessage[],
  viewerIds: readonly string[],
  chat: 'bot' | 'team' = 'bot',
) {
  const [own, setOwn] = useState<ReadonlyMap<string, OwnCard>>(new Map());
  const asked = useRef(new Set<string>());
  const keep = useCallback(
    (message: CardMessage, change: Partial<OwnCard>) =>
      setOwn((known) => {
        const state = stateOf(message);
        const before = known.get(message.id);
        const base = before?.state === state ? before : { ...untouched, note: before?.note ?? null, state };
        return new Map(known).set(message.id, { ...base, ...change });
      }),
    [],
  );

  useEffect(() => {
    for (const message of messages) {
      const refresh = refreshOf(message.card, viewerIds);
      const once = `${user} ${stateOf(message)}`;
      if (refresh === null || asked.current.has(once)) continue;
      asked.current.add(once);
      sendInvoke({ user, chat, activityId: message.id, ...refresh, trigger: 'automatic' })
        .then((reply) => {
          if (reply.kind === 'card') keep(message, { card: reply.card });
        })
        .catch(() => asked.current.delete(once)); // The common card stays; asked again with the next news.
    }
  }, [user, chat, messages, viewerIds, keep]);

  const press = async (message: CardMessage, button: PressedButton) => {
    keep(message, { isBusy: true, note: null });
    const result = await askFor({ user, chat, activityId: message.id, ...button, trigger: 'manual' });
    keep(message, { ...result, isBusy: false });
  };

  const seen = (message: CardMessage): OwnCard => {
    const kept = own.get(message.id);
    if (kept?.state === stateOf(message)) return kept;
    // An edit by somebody else brings a new card, but the answer to the own press is still to be read.
    return { ...untouched, state: stateOf(message), note: kept?.note ?? null };
  };
  return { seen, press };
}

async function askFor(invoke: Parameters<typeof sendInvoke>[0]): Promise<Partial<OwnCard>> {
  try {
    const reply = await sendInvoke(invoke);
    return reply.kind === 'card' ? { card: reply.card } : { note: reply };
  } catch {
    return { note: { kind: 'lost' } };
  }
}
