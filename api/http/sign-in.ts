// From the Authorization header to the user as he is at this moment.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { UserTokens } from '#api/outside/user-tokens.ts';
import { admitUser } from '#api/users/users.ts';
import type { SignIn } from './context.ts';
import type { TokenCheck } from './token-check.ts';

/** Makes the sign-in that every route but the open ones goes through; the token is kept for calls to Graph. */
export function createSignIn(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  checkToken: TokenCheck,
  tokens: Pick<UserTokens, 'remember'>,
): SignIn {
  return async (authorization) => {
    const token = /^Bearer ([\w.~+/=-]{1,16000})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new AppError('not_signed_in');
    const claims = await checkToken(token);
    const user = await admitUser(deps, { ...claims, organizationId: claims.tenantId });
    if (user.role !== null) {
      tokens.remember(
        { organizationId: user.organizationId, userId: user.id },
        { token, expiresAt: claims.expiresAt },
      );
    }
    return user;
  };
}
