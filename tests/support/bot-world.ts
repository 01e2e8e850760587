// A test world in which cards go through the real bot to the local Bot Connector, both over HTTP on loopback.
import type { Server } from 'node:http';
import express from 'express';
import { composeBot } from '#api/compose-bot.ts';
import type { Config } from '#api/config.ts';
import { createOnError } from '#api/http/on-error.ts';
import type { CardPoster } from '#api/outside/card-poster.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { createConnector } from '#demo/connector/connector.ts';
import type { ConnectorPerson } from '#demo/connector/connector.ts';
import type {
  Chat,
  ExtensionCall,
  ExtensionReply,
  Invoke,
  InvokeReply,
  TeamChat,
} from '#demo/connector/shapes.ts';
import { freePort } from './databases.ts';
import type { DatabaseKind } from './databases.ts';
import { people } from './people.ts';
import type { ShortName } from './people.ts';
import { createWorld } from './world.ts';

export const testBotId = '22222222-2222-4222-8222-222222222222';
export type BotWorld = Awaited<ReturnType<typeof createBotWorld>>;

/** Like createWorld, at 13:20 on the reference day, with a bot and chats. */
export async function createBotWorld(database: DatabaseKind, config: Partial<Config> = {}) {
  const late: { cards: CardPoster | null } = { cards: null };
  const cards: CardPoster = {
    available: true,
    post: (...given) => (late.cards ?? missing()).post(...given),
    update: (...given) => (late.cards ?? missing()).update(...given),
  };
  const world = await createWorld({
    database,
    now: new Date('2026-09-03T13:20:00+02:00'),
    deps: () => ({ cards }),
    config,
  });
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const connector = await createConnector({
    url: `${base}/demo/connector`,
    botUrl: `${base}/bot/messages`,
    botId: testBotId,
    people: { tenantId: demoTenantId, findByShortName, findByOid },
    folder: null,
    now: () => world.clock.now(),
  });
  const bot = await composeBot(() => world.deps, world.deps.log, {
    appId: testBotId,
    getToken: () => connector.signer.issueBotToken(),
    tenantId: demoTenantId,
    serviceUrl: connector.channel.issuer,
    channel: connector.channel,
    guard: {
      issuer: connector.channel.issuer,
      keysUrl: connector.channel.keysUrl,
      tenants: [demoTenantId],
      isTrustedServiceUrl: (url) => url.href === connector.channel.issuer,
    },
  });
  late.cards = bot.cards;
  const app = express().use('/demo/connector', connector.router);
  app.set('trust proxy', 'loopback');
  bot.mount(app);
  app.use(createOnError(world.deps.log));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(port, 'localhost', () => resolve(listening));
  });

  async function post<T>(path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}/demo/connector${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as T; // the connector's own shapes
  }

  return {
    ...world,
    base,
    connector,
    chat: async (user: ShortName): Promise<Chat> => {
      const response = await fetch(`${base}/demo/connector/chats?user=${user}`);
      return (await response.json()) as Chat;
    },
    invoke: (invoke: Invoke) => post<InvokeReply>('/invoke', invoke),
    teamChat: async (user: ShortName): Promise<TeamChat> => {
      const response = await fetch(`${base}/demo/connector/team-chat?user=${user}`);
      return (await response.json()) as TeamChat;
    },
    extension: (call: ExtensionCall) => post<ExtensionReply>('/extension', call),
    write: (user: ShortName, text: string) => post<Chat>('/message', { user, text }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

function missing(): never {
  throw new Error('The bot is not there yet.');
}

function toConnectorPerson(shortName: string): ConnectorPerson | null {
  const person = people[shortName as ShortName];
  if (person === undefined) return null;
  const locale = shortName === 'ben' ? 'en-GB' : 'de-DE';
  return { shortName, entraOid: person.entraOid, name: person.name, email: person.email, locale };
}

function findByShortName(shortName: string): Promise<ConnectorPerson | null> {
  return Promise.resolve(Object.hasOwn(people, shortName) ? toConnectorPerson(shortName) : null);
}

function findByOid(entraOid: string): Promise<ConnectorPerson | null> {
  const found = Object.entries(people).find(([, person]) => person.entraOid === entraOid);
  return Promise.resolve(found ? toConnectorPerson(found[0]) : null);
}
