// The surroundings of a real tenant: Entra ID signs the tokens and exchanges them.
import type { BotSurroundings } from './compose-bot.ts';
import type { BotConfig, EntraConfig } from './config.ts';
import { createEntraRules } from './http/entra-rules.ts';
import { createTokenCheck } from './http/token-check.ts';
import type { Clock } from './outside/clock.ts';
import { createAppTokens } from './outside/app-tokens.ts';
import { createOnBehalfOf } from './outside/on-behalf-of.ts';
import type { Surroundings } from './surroundings.ts';

/** Joins what a configured tenant needs; nothing of the demo is loaded. */
export async function composeEntra(
  entra: EntraConfig,
  bot: BotConfig | null,
  clock: Clock,
): Promise<Surroundings> {
  return {
    checkToken: createTokenCheck(createEntraRules(entra), clock),
    exchange: createOnBehalfOf(entra),
    appToken: createAppTokens(entra),
    bot: bot === null ? null : await readBot(bot, entra),
    homeOrganizationId: entra.tenantId,
    routes: [],
    mounts: [],
  };
}

/** Without a bot Microsoft's Teams SDK (about 40 MB in memory) is not even loaded. */
async function readBot(bot: BotConfig, entra: EntraConfig): Promise<BotSurroundings> {
  const { readBotSurroundings } = await import('./compose-bot.ts');
  return readBotSurroundings(bot, entra.allowedTenants);
}
