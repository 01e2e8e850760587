// Who may come in, and how often: sign-in, role, limits; everything before a request's body is read.
import type { Request, RequestHandler } from 'express';
import type { Endpoint } from '#contract/endpoint.ts';
import type { LimitConfig } from '#api/config.ts';
import { AppError } from '#api/errors.ts';
import { mayCall } from '#api/rights/permissions.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Deps } from '#api/deps.ts';
import type { SignIn } from './context.ts';
import { createRefusals, limitPerUser } from './limits.ts';
import type { Refusals } from './limits.ts';
import { viewAs, viewAsHeader } from './view-as.ts';

type AdmissionDeps = Pick<Deps, 'db' | 'clock'> & { readonly config: { readonly limits: LimitConfig } };

/** What stands before every endpoint that wants a sign-in; it leaves the person in response.locals.user. */
export function createAdmission(
  deps: AdmissionDeps,
  signIn: SignIn,
): (endpoint: Endpoint) => RequestHandler[] {
  const { requestsPerMinute, refusalsPerMinute } = deps.config.limits;
  const counted = countRefused(signIn, createRefusals(refusalsPerMinute));
  const perUser = requestsPerMinute === 0 ? [] : [limitPerUser(requestsPerMinute)];
  return (endpoint) => [admit(deps, endpoint, counted), ...perUser];
}

type SignInRequest = (request: Request) => Promise<SignedInUser>;

/** A token that has run out was good once and costs its address nothing. */
function countRefused(signIn: SignIn, refusals: Refusals): SignInRequest {
  return async (request) => {
    await refusals.refuseFlood(request);
    try {
      return await signIn(request.get('authorization'));
    } catch (error) {
      const isRefusal = error instanceof AppError && error.code === 'not_signed_in';
      throw isRefusal ? await refusals.count(request, error) : error;
    }
  };
}

function admit(deps: AdmissionDeps, endpoint: Endpoint, signIn: SignInRequest): RequestHandler {
  return async (request, response, next) => {
    const self = await signIn(request);
    const user = await viewAs(deps, endpoint, self, request.get(viewAsHeader));
    response.locals['user'] = user;
    if (user.role === null) throw new AppError('no_role');
    if (!mayCall(user.role, endpoint.name)) throw new AppError('forbidden');
    next();
  };
}
