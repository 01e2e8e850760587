// Tokens for calling Microsoft Graph as the user: the latest sign-in of each person, exchanged on his behalf.
import { AppError } from '#api/errors.ts';
import type { Clock } from './clock.ts';
import type { GraphUser } from './graph.ts';

export interface Assertion {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Turns a user's token for us into his token for Graph; api/outside/on-behalf-of.ts, or the demo's. */
export type Exchange = (user: GraphUser, assertion: Assertion) => Promise<Assertion>;

export interface UserTokens {
  /** Keeps the newest token a user came with; in memory only. */
  remember(user: GraphUser, assertion: Assertion): void;
  /** Throws token_expired when the user has not been here lately, consent_required, or outside_unavailable. */
  getGraphToken(user: GraphUser): Promise<string>;
  /** Calls back at the first request of a user of whom no live token was known, so that waiting work can go on. */
  onRenewed(handle: (user: GraphUser) => void): void;
}

interface Kept {
  assertion: Assertion;
  forGraph: Assertion | null;
  exchanging: Promise<Assertion> | null;
}

/** A token that ends within this time is not used for a new call. */
const reserveMs = 60_000;

/** The store of tokens; lost at a restart, until each user's next request. */
export function createUserTokens(clock: Clock, exchange: Exchange): UserTokens {
  const kept = new Map<string, Kept>();
  const listeners: ((user: GraphUser) => void)[] = [];
  const isLive = ({ expiresAt }: Assertion) => expiresAt.getTime() - reserveMs > clock.now().getTime();

  async function exchangeOnce(user: GraphUser, entry: Kept): Promise<Assertion> {
    entry.exchanging ??= exchange(user, entry.assertion).finally(() => {
      entry.exchanging = null;
    });
    entry.forGraph = await entry.exchanging;
    return entry.forGraph;
  }

  return {
    remember(user, assertion) {
      const key = keyOf(user);
      const known = kept.get(key);
      if (known !== undefined && isLive(known.assertion)) {
        if (known.assertion.expiresAt < assertion.expiresAt) kept.set(key, { ...known, assertion });
        return;
      }
      kept.set(key, { assertion, forGraph: null, exchanging: null });
      if (isLive(assertion)) for (const handle of listeners) handle(user);
    },
    async getGraphToken(user) {
      const entry = kept.get(keyOf(user));
      if (entry?.forGraph && isLive(entry.forGraph)) return entry.forGraph.token;
      if (entry === undefined || !isLive(entry.assertion)) throw new AppError('token_expired');
      return (await exchangeOnce(user, entry)).token;
    },
    onRenewed: (handle) => listeners.push(handle),
  };
}

/** In the demo the local Graph takes the demo's own tokens. */
export const exchangeInDemo: Exchange = (_user, assertion) => Promise.resolve(assertion);

function keyOf({ organizationId, userId }: GraphUser): string {
  return `${organizationId} ${userId}`;
}
