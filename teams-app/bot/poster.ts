// Cards that the bot posts of its own accord, and edits in place for everybody who sees them.
import type { Json } from '#teams-app/cards/elements.ts';
import type { BotLog } from './log.ts';

export interface Recipient {
  readonly entraOid: string;
  /** The chat with the bot; null for somebody who never wrote to it. */
  readonly conversationId: string | null;
}

export interface PostedAt {
  readonly conversationId: string;
  readonly activityId: string;
}

export interface BotCardPoster {
  /** Throws TeamsError. */
  post(to: Recipient, card: Json, dedupeKey: string): Promise<PostedAt>;
  update(at: PostedAt, card: Json): Promise<void>;
}

/** What posting needs of the Bot Connector; bot.ts makes it of the SDK. */
export interface Conversations {
  open(entraOid: string, tenantId: string): Promise<string>;
  listMemberIds(conversationId: string): Promise<string[]>;
  post(conversationId: string, card: Json, dedupeKey: string): Promise<string>;
  edit(conversationId: string, activityId: string, card: Json): Promise<void>;
}

/** Teams did not do it; `status` null when it did not answer at all. */
export class TeamsError extends Error {
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  constructor(status: number | null, retryAfterSeconds: number | null, cause: unknown) {
    super(`Teams answered ${status ?? 'nothing'}`, { cause });
    this.name = 'TeamsError';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Posts by the one service URL of the settings, never by one that came with a message. */
export function createPoster(parts: {
  readonly conversations: Conversations;
  readonly tenantId: string;
  readonly log: BotLog;
}): BotCardPoster {
  const { conversations, tenantId, log } = parts;

  /** A card names whom it refreshes by their Teams ids, which only Teams knows. */
  async function nameViewers(card: Json, conversationId: string): Promise<Json> {
    const { refresh } = card;
    if (typeof refresh !== 'object' || refresh === null || 'userIds' in refresh) return card;
    try {
      const userIds = await conversations.listMemberIds(conversationId);
      return { ...card, refresh: { ...refresh, userIds } };
    } catch (error) {
      log.warn(
        { err: error },
        'the viewers of a card have no Teams ids; the client decides about refreshing',
      );
      return card;
    }
  }

  return {
    post: (to, card, dedupeKey) =>
      asTeamsError(async () => {
        const conversationId = to.conversationId ?? (await conversations.open(to.entraOid, tenantId));
        const named = await nameViewers(card, conversationId);
        const activityId = await conversations.post(conversationId, named, dedupeKey);
        return { conversationId, activityId };
      }),
    update: (at, card) =>
      asTeamsError(async () => {
        const named = await nameViewers(card, at.conversationId);
        await conversations.edit(at.conversationId, at.activityId, named);
      }),
  };
}

async function asTeamsError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const response = field(error, 'response');
    const status = field(response, 'status');
    const seconds = Number(field(field(response, 'headers'), 'retry-after'));
    const retryAfterSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
    throw new TeamsError(typeof status === 'number' ? status : null, retryAfterSeconds, error);
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
