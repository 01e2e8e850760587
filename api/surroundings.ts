// What differs between the demo and a real tenant: who signs tokens, how Graph's are got, and what is served beside the rooms.
import type { Express } from 'express';
import type { BotSurroundings } from './compose-bot.ts';
import type { Serve } from './http/serve.ts';
import type { TokenCheck } from './http/token-check.ts';
import type { AppToken } from './outside/app-tokens.ts';
import type { Exchange } from './outside/user-tokens.ts';

export interface Surroundings {
  readonly checkToken: TokenCheck;
  readonly exchange: Exchange;
  /** The app's own token for Graph; null where there is no tenant. */
  readonly appToken: AppToken | null;
  /** How the bot reaches Teams and is reached; null without a bot. */
  readonly bot: BotSurroundings | null;
  /** The organisation whose name a page may show before sign-in. */
  readonly homeOrganizationId: string;
  readonly routes: readonly ((serve: Serve) => void)[];
  readonly mounts: readonly ((app: Express) => void)[];
}
