// The surroundings of a real tenant: Entra ID signs the tokens and exchanges them.
import type { EntraConfig } from './config.ts';
import { createEntraRules } from './http/entra-rules.ts';
import { createTokenCheck } from './http/token-check.ts';
import type { Clock } from './outside/clock.ts';
import { createOnBehalfOf } from './outside/on-behalf-of.ts';
import type { Surroundings } from './surroundings.ts';

/** Joins what a configured tenant needs; nothing of the demo is loaded. */
export function composeEntra(entra: EntraConfig, clock: Clock): Surroundings {
  return {
    checkToken: createTokenCheck(createEntraRules(entra), clock),
    exchange: createOnBehalfOf(entra),
    homeOrganizationId: entra.tenantId,
    routes: [],
    mounts: [],
  };
}
