// How a job gets a card to a person in Teams; made real by teams-app/bot and handed in by api/main.ts.
export interface PostedCard {
  readonly conversationId: string;
  readonly activityId: string;
}

export interface CardRecipient {
  readonly organizationId: string;
  readonly userId: string;
  readonly entraOid: string;
  readonly conversationId: string | null;
}

/** `card` is Adaptive Card 1.5 JSON. Failures are AppError outside_unavailable. */
export interface CardPoster {
  /** Whether a bot is set up at all; without one escalations fall back to other ways. */
  readonly available: boolean;
  post(to: CardRecipient, card: unknown, dedupeKey: string): Promise<PostedCard>;
  /** Edits the posted card in place for everybody. */
  update(at: PostedCard, card: unknown): Promise<void>;
}
