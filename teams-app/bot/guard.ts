// The gate in front of the bot: only Teams itself, for our bot, from a tenant we serve, may pass. The SDK checks again
// behind it, but lets more through: activities without a service URL, keys of other channels, any tenant.
import type { Request, RequestHandler, Response } from 'express';
import { decodeJwt, jwtVerify } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { KeyStore } from './keys.ts';
import { createKeyStore } from './keys.ts';

export interface GuardOptions {
  /** The bot's own app registration: the audience of every token. */
  readonly appId: string;
  readonly issuer: string;
  /** Where the channel publishes its signing keys. */
  readonly keysUrl: string;
  /** Tenants (organisations) that are served. */
  readonly tenants: readonly string[];
  /** Addresses to which the bot may answer. */
  readonly isTrustedServiceUrl: (url: URL) => boolean;
  /** Only for the Agents Playground on this machine: requests without a token pass when they come from loopback. */
  readonly allowAnonymousLoopback?: boolean;
  readonly fetchKeys?: (url: string) => Promise<readonly JWK[]>;
  /** Told why a request was refused; the caller learns only that it was. */
  readonly onRefused?: (why: Refusal) => void;
}

export type Refusal =
  | 'no_token'
  | 'token'
  | 'body'
  | 'channel'
  | 'endorsement'
  | 'service_url'
  | 'service_url_claim'
  | 'tenant'
  | 'sender';

/** Microsoft's own answer addresses, commercial and government clouds. */
const microsoftHosts = [
  /^smba\.trafficmanager\.net$/,
  /^smba\.infra\.(gcc|gov|dod)\.teams\.microsoft\.us$/,
  /(^|\.)botframework\.com$/,
  /(^|\.)teams\.microsoft\.com$/,
  /(^|\.)teams\.microsoft\.us$/,
];
const clockToleranceSeconds = 300;

/** Whether an address is Microsoft's, by https. */
export function isMicrosoftServiceUrl(url: URL): boolean {
  return url.protocol === 'https:' && microsoftHosts.some((host) => host.test(url.hostname));
}

interface Activity {
  readonly [key: string]: unknown;
}

/** Express middleware over the parsed body; a refused request is answered and goes no further. */
export function createGuard(options: GuardOptions): RequestHandler {
  const keys = createKeyStore(options.keysUrl, options.fetchKeys);
  return async (request, response, next) => {
    const why = await findRefusal(options, keys, request);
    if (why === null) return next();
    options.onRefused?.(why);
    refuse(response, why);
  };
}

function refuse(response: Response, why: Refusal): void {
  const isUnknown = why === 'no_token' || why === 'token';
  response.status(isUnknown ? 401 : 403).json({ error: isUnknown ? 'unauthorized' : 'forbidden' });
}

async function findRefusal(options: GuardOptions, keys: KeyStore, request: Request): Promise<Refusal | null> {
  const activity = readActivity(request.body);
  if (activity === null) return 'body';
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined)
    return isAllowedGuest(options, request) ? checkGuest(options, activity) : 'no_token';
  // what the token says about itself is looked at first: a clumsy forgery does not even make us fetch keys
  const why = checkClaims(options, activity, readClaims(token));
  if (why !== null) return why;
  const endorsements = await verify(options, keys, token);
  if (endorsements === null) return 'token';
  return endorsements.includes('msteams') ? null : 'endorsement';
}

function checkClaims(options: GuardOptions, activity: Activity, claims: JWTPayload | null): Refusal | null {
  if (claims === null || claims.iss !== options.issuer || claims.aud !== options.appId) return 'token';
  if (activity['channelId'] !== 'msteams') return 'channel';
  return checkOrigin(options, activity, claims);
}

function readClaims(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

/** The endorsements of the key that signed the token; null when the token does not hold. */
async function verify(
  { issuer, appId }: GuardOptions,
  keys: KeyStore,
  token: string,
): Promise<readonly string[] | null> {
  try {
    const { protectedHeader } = await jwtVerify(token, (header) => keys.getKey(header.kid), {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp'],
    });
    return await keys.listEndorsements(protectedHeader.kid);
  } catch {
    return null;
  }
}

function checkOrigin(options: GuardOptions, activity: Activity, claims: JWTPayload): Refusal | null {
  const { serviceUrl } = activity;
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return 'service_url';
  if (!options.isTrustedServiceUrl(new URL(serviceUrl))) return 'service_url';
  if (normalize(claims['serviceurl']) !== normalize(serviceUrl)) return 'service_url_claim';
  return checkTenant(options, activity);
}

/** Every place in which a tenant stands must name one we serve, and the same. */
function checkTenant({ tenants }: GuardOptions, activity: Activity): Refusal | null {
  const conversation = field(activity, 'conversation');
  const named = [
    field(conversation, 'tenantId'),
    field(field(field(activity, 'channelData'), 'tenant'), 'id'),
  ].filter((id) => id !== undefined);
  const [first] = named;
  if (typeof first !== 'string' || named.some((id) => id !== first)) return 'tenant';
  if (!tenants.includes(first.toLowerCase())) return 'tenant';
  return typeof field(field(activity, 'from'), 'id') === 'string' ? null : 'sender';
}

function isAllowedGuest({ allowAnonymousLoopback }: GuardOptions, request: Request): boolean {
  const from = request.socket.remoteAddress ?? '';
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(from);
  const isForwarded = request.headers['x-forwarded-for'] !== undefined;
  return allowAnonymousLoopback === true && isLoopback && !isForwarded;
}

/** The Playground on this machine: no token, but the answer must stay on this machine and the tenant be ours. */
function checkGuest(options: GuardOptions, activity: Activity): Refusal | null {
  const { serviceUrl } = activity;
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return 'service_url';
  const { hostname } = new URL(serviceUrl);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return isLocal ? checkTenant(options, activity) : 'service_url';
}

function readActivity(body: unknown): Activity | null {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? (body as Activity) : null; // any JSON object
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function normalize(url: unknown): string {
  return String(url ?? '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
