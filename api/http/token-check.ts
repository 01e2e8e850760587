// Checks an access token of Entra ID (v2) or of the demo's own issuer and reads who it speaks for.
import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { roles } from '#contract/user.ts';
import type { Role } from '#contract/user.ts';
import { AppError } from '#api/errors.ts';
import type { Clock } from '#api/outside/clock.ts';

export interface TokenRules {
  /** The issuer that tokens of a tenant must name. */
  issuerOf(tenantId: string): string;
  readonly tenants: readonly string[];
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  /** The keys of a tenant's issuer. */
  keysOf(tenantId: string): JWTVerifyGetKey;
}

export interface Claims {
  readonly tenantId: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly expiresAt: Date;
}

export type TokenCheck = (token: string) => Promise<Claims>;

/** The delegated scope that our app registration exposes. */
const scope = 'access_as_user';
const toleranceSeconds = 60;
const rememberedTokens = 2_000;
const rememberMs = 5 * 60 * 1_000;

/** Claims of an Entra v2 access token for a person; a token without `scp` was made for an app alone. */
const Payload = z.object({
  tid: z.guid(),
  oid: z.guid(),
  ver: z.literal('2.0'),
  scp: z.string().refine((value) => value.split(' ').includes(scope)),
  idtyp: z.literal('user').optional(),
  exp: z.number(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** Makes the check. It throws token_expired, not_signed_in, or unavailable while the issuer's keys cannot be fetched. */
export function createTokenCheck(rules: TokenRules, clock: Clock): TokenCheck {
  const remembered = new Map<string, { claims: Claims; until: number }>();

  return async (token) => {
    const digest = createHash('sha256').update(token).digest('base64');
    const now = clock.now().getTime();
    const known = remembered.get(digest);
    if (known !== undefined && now < known.until) return known.claims;
    remembered.delete(digest);
    const claims = await verify(rules, token, clock.now());
    if (remembered.size >= rememberedTokens) remembered.clear();
    remembered.set(digest, { claims, until: Math.min(claims.expiresAt.getTime(), now + rememberMs) });
    return claims;
  };
}

async function verify(rules: TokenRules, token: string, now: Date): Promise<Claims> {
  const tenantId = readTenant(token);
  if (!rules.tenants.includes(tenantId)) throw new AppError('not_signed_in');
  const payload = await verifySignature(rules, tenantId, token, now);
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) throw new AppError('not_signed_in', { cause: parsed.error });
  const { data } = parsed;
  const email = (data.preferred_username ?? data.email ?? `${data.oid}@${data.tid}`).toLowerCase();
  return {
    tenantId,
    entraOid: data.oid.toLowerCase(),
    name: data.name ?? email,
    email,
    role: roleOf(data.roles ?? []),
    expiresAt: new Date(data.exp * 1_000),
  };
}

async function verifySignature(
  rules: TokenRules,
  tenantId: string,
  token: string,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, rules.keysOf(tenantId), {
      issuer: rules.issuerOf(tenantId),
      audience: [...rules.audiences],
      algorithms: [...rules.algorithms],
      clockTolerance: toleranceSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'tid', 'oid'],
    });
    return payload;
  } catch (error) {
    throw explain(error);
  }
}

/** jose's own errors are the token's fault but for a time-out of the keys; anything else is the way to the keys. */
function explain(error: unknown): AppError {
  if (error instanceof errors.JWTExpired) return new AppError('token_expired', { cause: error });
  const isTokensFault =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC';
  return new AppError(isTokensFault ? 'not_signed_in' : 'unavailable', { cause: error });
}

/** The tenant as the token claims it, before the signature is known to be right: only to choose the keys. */
function readTenant(token: string): string {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return z.object({ tid: z.string() }).parse(payload).tid.toLowerCase();
  } catch (error) {
    throw new AppError('not_signed_in', { cause: error });
  }
}

/** With several roles the widest counts. */
function roleOf(claimed: readonly string[]): Role | null {
  const widestFirst: readonly Role[] = ['admin', 'manager', 'sales', 'partner'];
  const known: readonly string[] = roles;
  const names = claimed.map((role) => role.toLowerCase()).filter((role) => known.includes(role));
  return widestFirst.find((role) => names.includes(role)) ?? null;
}
