// What makes a token of Entra ID acceptable here, and where its keys are fetched.
import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { EntraConfig } from '#api/config.ts';
import type { TokenRules } from './token-check.ts';

/** v2 tokens of the allowed tenants for our app registration, signed with RS256. */
export function createEntraRules(entra: EntraConfig): TokenRules {
  const keys = new Map<string, JWTVerifyGetKey>();
  return {
    issuerOf: (tenantId) => `${entra.authorityUrl}/${tenantId}/v2.0`,
    tenants: entra.allowedTenants,
    audiences: [entra.clientId, `api://${entra.clientId}`],
    algorithms: ['RS256'],
    keysOf: (tenantId) => {
      const known = keys.get(tenantId) ?? fetchKeys(`${entra.authorityUrl}/${tenantId}/discovery/v2.0/keys`);
      keys.set(tenantId, known);
      return known;
    },
  };
}

function fetchKeys(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 60 * 60 * 1_000,
  });
}
