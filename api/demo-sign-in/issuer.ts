// The demo's own issuer: signs tokens of the same shape as Entra ID's, with a key kept in the data folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { TokenRules } from '#api/http/token-check.ts';
import type { Clock } from '#api/outside/clock.ts';
import { demoTenantId } from './tenant.ts';

const issuerUrl = 'https://sign-in.kundencockpit.invalid';
const audience = 'kundencockpit-demo';
const algorithm = 'ES256';
/** A working day, so that a demonstration is not cut off. */
export const demoTokenSeconds = 8 * 60 * 60;

export interface DemoPerson {
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
}

export interface DemoIssuer {
  /** A signed token; it names no role, so that a role changed in the product counts at once. */
  issue(person: DemoPerson, tenantId?: string): Promise<string>;
  readonly rules: TokenRules;
}

/** Opens the issuer; `folder` null keeps the key in memory only. `tenants` are those whose tokens it accepts. */
export async function createDemoIssuer(
  clock: Clock,
  folder: string | null,
  tenants: readonly string[] = [demoTenantId],
): Promise<DemoIssuer> {
  const privateJwk = folder === null ? await makeKey() : await readOrMakeKey(folder);
  const privateKey = await toKey(privateJwk);
  const { d: _secret, ...publicJwk } = privateJwk;
  const publicKey = await toKey(publicJwk);
  return {
    issue: (person, tenantId = demoTenantId) => sign(privateKey, person, tenantId, clock.now()),
    rules: {
      issuerOf,
      tenants,
      audiences: [audience],
      algorithms: [algorithm],
      keysOf: () => () => Promise.resolve(publicKey),
    },
  };
}

function issuerOf(tenantId: string): string {
  return `${issuerUrl}/${tenantId}/v2.0`;
}

function sign(key: CryptoKey, person: DemoPerson, tenantId: string, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const claims = {
    tid: tenantId,
    oid: person.entraOid,
    ver: '2.0',
    scp: 'access_as_user',
    name: person.name,
    preferred_username: person.email,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(issuerOf(tenantId))
    .setAudience(audience)
    .setSubject(person.entraOid)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + demoTokenSeconds)
    .sign(key);
}

async function readOrMakeKey(folder: string): Promise<JWK> {
  const path = join(folder, 'demo-sign-in-key.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as JWK; // written below
  const key = await makeKey();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(key), { mode: 0o600 });
  return key;
}

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return exportJWK(privateKey);
}

async function toKey(jwk: JWK): Promise<CryptoKey> {
  return (await importJWK(jwk, algorithm)) as CryptoKey; // an EC key is never raw bytes
}
