// The surroundings of the demo: its own issuer and sample people, and a local Graph. Loaded in demo mode only.
import { createGraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { GraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { MailboxSource } from '#demo/graph/mailbox-source.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { createDemoIssuer } from './demo-sign-in/issuer.ts';
import { demoSignInRoutes } from './demo-sign-in/routes.ts';
import { demoTenantId } from './demo-sign-in/tenant.ts';
import { createTokenCheck } from './http/token-check.ts';
import type { TokenCheck } from './http/token-check.ts';
import type { Clock } from './outside/clock.ts';
import { exchangeInDemo } from './outside/user-tokens.ts';
import type { Surroundings } from './surroundings.ts';

export interface DemoParts {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly mailsFolder: string | null;
}

const noMails: MailboxSource = {
  listMessages: () => Promise.resolve([]),
  readMessage: () => Promise.resolve(null),
  readAttachment: () => Promise.resolve(null),
};

/** Joins what the demo needs; the caller has made sure that this is the demo. */
export async function composeDemo({ config, clock }: DemoParts): Promise<Surroundings> {
  const issuer = await createDemoIssuer(clock, config.dataFolder);
  const checkToken = createTokenCheck(issuer.rules, clock);
  const graph = await openGraph(config, clock, checkToken);

  async function reset(): Promise<void> {
    await graph.reset();
  }

  return {
    checkToken,
    exchange: exchangeInDemo,
    homeOrganizationId: demoTenantId,
    routes: [demoSignInRoutes(issuer, reset)],
    mounts: [(app) => app.use('/demo/graph', graph.router)],
    prepare: () => Promise.resolve(),
  };
}

function openGraph(config: Config, clock: Clock, checkToken: TokenCheck): Promise<GraphStandIn> {
  return createGraphStandIn({
    folder: config.dataFolder,
    clock,
    mailbox: noMails,
    verify: async (token) => {
      const claims = await checkToken(token).catch(() => null);
      if (claims === null) return null;
      return { id: claims.entraOid, displayName: claims.name, mail: claims.email, jobTitle: null };
    },
  });
}
