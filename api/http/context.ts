// What a route hands to its use-case beside the parsed input.
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface OpenContext {
  readonly deps: Deps;
  readonly requestId: string;
}

export interface Context extends OpenContext {
  readonly user: SignedInUser;
  /** The version that the caller changes; never null where the endpoint is `versioned`. */
  readonly ifMatch: number | null;
}

/** Turns the Authorization header into the user as he is now; throws not_signed_in, token_expired or no_role. */
export type SignIn = (authorization: string | undefined) => Promise<SignedInUser>;
