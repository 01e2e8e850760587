// When a Teams client asks for a viewer's own form of a card: the card names people, and the viewer is one of them.
import type { ChatMessage } from '../../connector/shapes.ts';
import type { CardJson, PressedButton } from './adaptive-card.tsx';

interface Refresh {
  action?: { type?: string; verb?: string; data?: Record<string, unknown> };
  userIds?: string[];
}

/** The action to send unasked when this viewer sees the card, or null. */
export function refreshOf(card: CardJson | null, viewerIds: readonly string[]): PressedButton | null {
  // The shape is the Adaptive Card schema's; a card without it simply has no refresh.
  const { action, userIds } = (card?.['refresh'] ?? {}) as Refresh;
  // without names Teams asks for everybody, in chats of up to 60 people
  const isNamed = userIds === undefined || userIds.some((id) => viewerIds.includes(id));
  if (!isNamed || action?.type !== 'Action.Execute') return null;
  return { verb: action.verb ?? '', data: action.data ?? {} };
}

/** Names one state of a posted card: an edit in place makes another. */
export function stateOf(message: Pick<ChatMessage, 'id' | 'at' | 'editedAt'>): string {
  return `${message.id} ${message.editedAt ?? message.at}`;
}
