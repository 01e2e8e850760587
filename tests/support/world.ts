// A whole server for a test: real app over HTTP, real database, local Graph, a clock that stands still, known people.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { roomJobs, roomPages, roomRoutes, roomSweeps } from '#api/compose-rooms.ts';
import { readConfig } from '#api/config.ts';
import type { Config } from '#api/config.ts';
import type { Database } from '#api/db/database.ts';
import { createDemoIssuer } from '#api/demo-sign-in/issuer.ts';
import { demoSignInRoutes } from '#api/demo-sign-in/routes.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { Deps } from '#api/deps.ts';
import { createSignIn } from '#api/http/sign-in.ts';
import { createTokenCheck } from '#api/http/token-check.ts';
import type { TokenCheck } from '#api/http/token-check.ts';
import { createJobQueue } from '#api/jobs/queue.ts';
import { createRunner } from '#api/jobs/runner.ts';
import { noFeed } from '#api/outside/activity-feed.ts';
import type { ActivityFeed } from '#api/outside/activity-feed.ts';
import { createFixedClock } from '#api/outside/clock.ts';
import { createActivityFeed } from '#api/outside/create-activity-feed.ts';
import { createGraph } from '#api/outside/create-graph.ts';
import type { Graph } from '#api/outside/graph.ts';
import { createUserTokens, exchangeInDemo } from '#api/outside/user-tokens.ts';
import { resumeOnRenewal } from '#api/resume.ts';
import { createServer } from '#api/server.ts';
import { userRoutes } from '#api/users/routes.ts';
import { createGraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { MailboxSource } from '#demo/graph/mailbox-source.ts';
import { callEndpoint } from './call.ts';
import type { Answer, CallOptions } from './call.ts';
import { createCards } from './cards.ts';
import { openTestDatabase } from './databases.ts';
import type { DatabaseKind } from './databases.ts';
import { createGiven } from './given.ts';
import { otherTenantId, people, storePeople } from './people.ts';
import type { ShortName } from './people.ts';

export interface WorldOptions {
  readonly database: DatabaseKind;
  /** Thursday 3 September 2026, 13:58 in Berlin unless said otherwise. */
  readonly now?: Date;
  /** A Graph of the test's own instead of the local one. */
  readonly graph?: Graph;
  /** Notices in activity feeds go to the local Graph; without it there is no feed, as in the demo. */
  readonly hasFeed?: boolean;
  /** The mails behind the local Graph; empty unless given. */
  readonly mailbox?: MailboxSource;
  /** Changes to the demo's settings. */
  readonly config?: Partial<Config>;
  /** Another judge of tokens than the demo's issuer, for example Entra's rules. */
  readonly checkToken?: TokenCheck;
  /** A database of the test's own; it must be migrated and is closed with the world. */
  readonly db?: Database;
  /** Changes to what use-cases are handed, the last word. */
  readonly deps?: (deps: Deps) => Partial<Deps>;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

const noMails: MailboxSource = {
  listMessages: () => Promise.resolve([]),
  readMessage: () => Promise.resolve(null),
  readAttachment: () => Promise.resolve(null),
};

/** Tests ask more in a second than a person in an hour; the limits have a suite of their own. */
const unlimited = { requestsPerMinute: 0, refusalsPerMinute: 0 };

/** What the app itself shows the local Graph, in place of a token by client credentials. */
const appToken = 'the-app-itself';
const theApp = { id: 'app', displayName: 'Kundencockpit', mail: '', jobTitle: null, isApp: true };

/** Builds and starts everything; close it when the suite ends. */
export async function createWorld(options: WorldOptions) {
  const clock = createFixedClock(options.now ?? new Date('2026-09-03T13:58:00+02:00'));
  const log = pino({ level: 'silent' });
  const config: Config = {
    ...readConfig({ DATA_FOLDER: join(tmpdir(), 'kundencockpit-test-data') }),
    limits: unlimited,
    ...options.config,
  };
  const db = options.db ?? (await openTestDatabase(options.database));
  await db.system(storePeople);

  const issuer = await createDemoIssuer(clock, null, [demoTenantId, otherTenantId]);
  const checkToken = createTokenCheck(issuer.rules, clock);
  const tokens = createUserTokens(clock, exchangeInDemo);
  const graph = await startGraph();
  const cards = createCards();
  const base: Deps = {
    config,
    db,
    clock,
    log,
    cards,
    feed: options.hasFeed === true ? createFeed() : noFeed,
    jobs: createJobQueue(clock, db),
    graph:
      options.graph ??
      createGraph({ baseUrl: graph.url, getToken: (user) => tokens.getGraphToken(user), clock, log }),
  };
  const deps: Deps = { ...base, ...options.deps?.(base) };
  const settle = resumeOnRenewal(deps, tokens);
  const app = createServer(deps, {
    signIn: createSignIn(deps, options.checkToken ?? checkToken, tokens),
    routes: [userRoutes(demoTenantId), demoSignInRoutes(issuer, () => Promise.resolve()), ...roomRoutes],
    mounts: [roomPages(deps)],
  });
  const server = await listen(app);
  const runner = createRunner(deps, roomJobs, roomSweeps);
  const url = urlOf(server);

  function createFeed(): ActivityFeed {
    return createActivityFeed({ baseUrl: graph.url, getToken: () => Promise.resolve(appToken), clock, log });
  }

  async function startGraph() {
    const standIn = await createGraphStandIn({
      folder: null,
      clock,
      mailbox: options.mailbox ?? noMails,
      verify: async (token) => {
        if (token === appToken) return theApp;
        const claims = await checkToken(token).catch(() => null);
        return (
          claims && { id: claims.entraOid, displayName: claims.name, mail: claims.email, jobTitle: null }
        );
      },
    });
    const listening = await listen(express().use('/demo/graph', standIn.router));
    return { standIn, listening, url: `${urlOf(listening)}/demo/graph` };
  }

  /** A fresh token of that person, as `Bearer …`. */
  async function authorizationOf(user: ShortName): Promise<string> {
    const person = people[user];
    return `Bearer ${await issuer.issue(person, person.organizationId)}`;
  }

  /** Calls an endpoint as that person; null calls without a sign-in. */
  async function call<E extends Endpoint>(
    user: ShortName | null,
    endpoint: E,
    input: Input<E>,
    more: CallOptions = {},
  ): Promise<Answer<E>> {
    const authorization = user === null ? {} : { authorization: await authorizationOf(user) };
    return callEndpoint(url, endpoint, input, { ...more, headers: { ...authorization, ...more.headers } });
  }

  return {
    deps,
    config,
    clock,
    cards,
    tokens,
    issuer,
    people,
    url,
    graph: graph.standIn,
    graphUrl: graph.url,
    given: createGiven(db, clock),
    call,
    authorizationOf,
    /** Performs everything that is due, also what that makes due. */
    runJobs: () => settle().then(() => runner.drain()),
    runSweeps: () => runner.sweep(),
    /** What goes on because somebody signed in again is under way. */
    settle,
    /** Ends servers and database. */
    close: async () => {
      await Promise.all([stop(server), stop(graph.listening)]);
      await settle();
      await db.close();
    },
  };
}

function listen(app: express.Express): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
    server.once('error', reject);
  });
}

function urlOf(server: Server): string {
  const { port } = server.address() as AddressInfo; // a server that listens on a port
  return `http://127.0.0.1:${port}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
