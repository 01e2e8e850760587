// A local Bot Connector for the demo and the tests: chats with the bot, kept cards, signed calls. Not Microsoft's service.
import { join } from 'node:path';
import { Router } from 'express';
import { createBotApi } from './bot-api.ts';
import { openChatStore } from './chat-store.ts';
import type { ChatStore } from './chat-store.ts';
import { createClientApi } from './client-api.ts';
import { createDeliver } from './deliver.ts';
import type { Deliver } from './deliver.ts';
import type { ConnectorSigner } from './signer.ts';
import { createSigner } from './signer.ts';
import { createTeamApi } from './team-api.ts';
import { openTeamStore } from './team-store.ts';

export interface ConnectorPerson {
  readonly shortName: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
  /** The language of this person's Teams, `de-DE`. */
  readonly locale: string;
}

export interface ConnectorPeople {
  readonly tenantId: string;
  findByShortName(shortName: string): Promise<ConnectorPerson | null>;
  findByOid(entraOid: string): Promise<ConnectorPerson | null>;
}

export interface ConnectorOptions {
  /** Where this connector is reached: `http://localhost:3000/demo/connector`. Also its issuer and service URL. */
  readonly url: string;
  /** Where the bot is reached: `http://localhost:3000/bot/messages`. */
  readonly botUrl: string;
  readonly botId: string;
  readonly people: ConnectorPeople;
  /** Data folder for connector.json; null keeps the chats in memory. */
  readonly folder: string | null;
  readonly now: () => Date;
}

export interface Connector {
  /** To be mounted at the path of `url`. */
  readonly router: Router;
  readonly store: ChatStore;
  readonly signer: ConnectorSigner;
  /** Hands an activity to the bot in the name of a person. */
  readonly deliver: Deliver;
  /** What the bot has to know of this channel. */
  readonly channel: { readonly issuer: string; readonly openIdMetadataUrl: string; readonly keysUrl: string };
  reset(): Promise<void>;
}

/** Makes the connector; nothing listens until its router is mounted. */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  const { url, botId, people, folder, now } = options;
  const store = await openChatStore(folder === null ? null : join(folder, 'connector.json'), now);
  const team = await openTeamStore(folder === null ? null : join(folder, 'team-chat.json'), now);
  const signer = await createSigner({ issuer: url, serviceUrl: url, botId });
  const deliver = createDeliver({
    signer,
    botUrl: options.botUrl,
    botId,
    serviceUrl: url,
    tenantId: people.tenantId,
    now,
  });
  const channel = {
    issuer: url,
    openIdMetadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    keysUrl: `${url}/v1/.well-known/keys`,
  };
  const router = Router();
  router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    const algorithms = ['RS256'];
    response.json({
      issuer: url,
      jwks_uri: channel.keysUrl,
      id_token_signing_alg_values_supported: algorithms,
    });
  });
  router.get('/v1/.well-known/keys', (_request, response) => {
    response.json(signer.keys);
  });
  router.use('/v3', createBotApi({ store, signer, people, team }));
  router.use(createTeamApi({ team, people, deliver }));
  router.use(createClientApi({ store, people, deliver }));
  return {
    router,
    store,
    signer,
    deliver,
    channel,
    reset: async () => {
      await Promise.all([store.reset(), team.reset()]);
    },
  };
}
