// The surroundings of a real tenant: Entra ID signs the tokens and exchanges them.
import { readBotSurroundings } from './compose-bot.ts';
import type { BotConfig, EntraConfig } from './config.ts';
import { createEntraRules } from './http/entra-rules.ts';
import { createTokenCheck } from './http/token-check.ts';
import type { Clock } from './outside/clock.ts';
import { createOnBehalfOf } from './outside/on-behalf-of.ts';
import type { Surroundings } from './surroundings.ts';

/** Joins what a configured tenant needs; nothing of the demo is loaded. */
export function composeEntra(entra: EntraConfig, bot: BotConfig | null, clock: Clock): Surroundings {
  return {
    checkToken: createTokenCheck(createEntraRules(entra), clock),
    exchange: createOnBehalfOf(entra),
    bot: bot === null ? null : readBotSurroundings(bot, entra.allowedTenants),
    homeOrganizationId: entra.tenantId,
    routes: [],
    mounts: [],
  };
}
