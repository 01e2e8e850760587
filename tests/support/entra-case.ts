// A company that signs in with Entra ID, for tests: its app registration, and Anna as the provider names her.
import { getMe } from '#contract/user.ts';
import type { EntraConfig } from '#api/config.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { people } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';

export const clientId = '5c1f0000-0000-4000-8000-00000000c11e';
export const anna = people.anna;
export const annasClaims = { oid: anna.entraOid, name: anna.name, preferred_username: anna.email };
export const systemTime = { now: () => new Date() };

/** The settings of a company whose Entra ID is at this address. */
export function entraAt(authorityUrl: string): EntraConfig {
  return {
    tenantId: demoTenantId,
    clientId,
    clientSecret: 'secret',
    allowedTenants: [demoTenantId],
    authorityUrl,
  };
}

/** Asks who one is with this token. */
export function meWith(world: World, token: string) {
  return world.call(null, getMe, {}, { headers: { authorization: `Bearer ${token}` } });
}
