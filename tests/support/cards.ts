// A card poster that keeps what it was given, in place of the bot.
import type { CardPoster, CardRecipient, PostedCard } from '#api/outside/card-poster.ts';

export interface RecordedPost {
  readonly to: CardRecipient;
  readonly card: unknown;
  readonly dedupeKey: string;
  readonly at: PostedCard;
}

export interface RecordingCards extends CardPoster {
  readonly posts: RecordedPost[];
  readonly updates: { at: PostedCard; card: unknown }[];
  /** The next post or update fails with this error. */
  failNext(error: Error): void;
}

/** Like the real one it posts a card with the same dedupe key only once. */
export function createCards(): RecordingCards {
  const posts: RecordedPost[] = [];
  const updates: { at: PostedCard; card: unknown }[] = [];
  let failure: Error | null = null;

  function failIfAsked(): void {
    const error = failure;
    failure = null;
    if (error !== null) throw error;
  }

  return {
    available: true,
    posts,
    updates,
    failNext: (error) => {
      failure = error;
    },
    post: async (to, card, dedupeKey) => {
      failIfAsked();
      const known = posts.find((post) => post.dedupeKey === dedupeKey);
      if (known !== undefined) return known.at;
      const conversationId = to.conversationId ?? `conversation-${to.userId}`;
      const at = { conversationId, activityId: `activity-${posts.length + 1}` };
      posts.push({ to, card, dedupeKey, at });
      return at;
    },
    update: async (at, card) => {
      failIfAsked();
      updates.push({ at, card });
    },
  };
}
