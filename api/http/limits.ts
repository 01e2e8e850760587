// How much one person, and one address with tokens that do not hold, may ask of us in a minute. Counted in this process only.
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import type { Options } from 'express-rate-limit';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';

const windowMs = 60_000;
/** From so many times the limit on, requests of an address are refused unread. */
const floodFactor = 10;

/** Counts the requests of the signed-in person (response.locals.user); more than `limit` in a minute is too_many_requests. */
export function limitPerUser(limit: number): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (_request, response) => {
      const user = response.locals['user'] as SignedInUser; // put there by the sign-in before
      return `${user.organizationId} ${user.viewedBy?.id ?? user.id}`;
    },
    handler: (request, _response, next) => {
      const { resetTime } = (request as Request & { rateLimit: { resetTime?: Date } }).rateLimit; // set by the library
      next(tooMany(resetTime));
    },
  });
}

/** The refused sign-ins of each address. */
export interface Refusals {
  /** What to answer instead of the refusal: a sign-in that holds is never turned away for somebody else's that do not. */
  count(request: Request, refusal: AppError): Promise<AppError>;
  /** Throws too_many_requests for an address that floods us, before anything of it is read. */
  refuseFlood(request: Request): Promise<void>;
}

/** Counts refusals per address (of IPv6, per network); `limit` 0 counts nothing. */
export function createRefusals(limit: number): Refusals {
  if (limit === 0) {
    return { count: (_request, refusal) => Promise.resolve(refusal), refuseFlood: () => Promise.resolve() };
  }
  const store = createStore();
  return {
    count: async (request, refusal) => {
      const { totalHits, resetTime } = await store.increment(addressOf(request));
      return totalHits > limit ? tooMany(resetTime) : refusal;
    },
    refuseFlood: (request) => refuseOver(store, request, limit * floodFactor),
  };
}

/** Turns an address away after so many answers 401 in a minute; for a route that only another machine calls. 0: never. */
export function limitUnauthorized(limit: number): RequestHandler {
  const store = createStore();
  return async (request, response, next) => {
    if (limit === 0) return next();
    await refuseOver(store, request, limit);
    response.on('finish', () => {
      if (response.statusCode === 401) void store.increment(addressOf(request));
    });
    next();
  };
}

function createStore(): MemoryStore {
  const store = new MemoryStore();
  store.init({ windowMs } as Options); // all that it reads of them
  return store;
}

async function refuseOver(store: MemoryStore, request: Request, limit: number): Promise<void> {
  if (store.current.size + store.previous.size === 0) return; // nearly always: costs a good request nothing
  const known = await store.get(addressOf(request));
  if (known !== undefined && known.totalHits >= limit) throw tooMany(known.resetTime);
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? 'unknown');
}

/** Reckoned by the machine's clock, as the library does. */
function tooMany(until: Date | undefined): AppError {
  const waitMs = until === undefined ? windowMs : until.getTime() - Date.now();
  return new AppError('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) });
}
