// The one place where real things are made and joined: database, jobs, sign-in, Graph, bot, rooms and the surroundings.
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { BotSurroundings, ComposedBot } from './compose-bot.ts';
import { composeEntra } from './compose-entra.ts';
import { roomJobs, roomPages, roomRoutes, roomSweeps } from './compose-rooms.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import { createLog } from './log.ts';
import { createPages } from './http/pages.ts';
import { createSignIn } from './http/sign-in.ts';
import { createJobQueue } from './jobs/queue.ts';
import { createRunner } from './jobs/runner.ts';
import { openDatabase } from './open-database.ts';
import { noFeed } from './outside/activity-feed.ts';
import type { AppToken } from './outside/app-tokens.ts';
import type { CardPoster } from './outside/card-poster.ts';
import { createShiftedClock, systemClock } from './outside/clock.ts';
import type { Clock } from './outside/clock.ts';
import { createActivityFeed } from './outside/create-activity-feed.ts';
import { createGraph } from './outside/create-graph.ts';
import type { GraphUser } from './outside/graph.ts';
import { createUserTokens } from './outside/user-tokens.ts';
import type { UserTokens } from './outside/user-tokens.ts';
import { resumeOnRenewal } from './resume.ts';
import { createServer } from './server.ts';
import type { Surroundings } from './surroundings.ts';
import { userRoutes } from './users/routes.ts';

export interface MainOptions {
  /** A folder of .eml files to show in the demo instead of its own mails. */
  readonly mailsFolder?: string | null;
  /** Where the built pages lie. */
  readonly pagesFolder?: string;
}

export interface Main {
  readonly app: Express;
  readonly deps: Deps;
  /** Begins with jobs and sweeps. */
  startJobs(): void;
  /** Ends jobs, connections and the lock. */
  close(): Promise<void>;
}

/** Makes everything for these settings; listens on nothing. */
export async function createMain(config: Config, options: MainOptions = {}): Promise<Main> {
  const log = createLog(config.logLevel);
  const clock =
    config.demoNow === null || config.entra !== null ? systemClock : createShiftedClock(config.demoNow);
  const db = await openDatabase(config, log);
  try {
    const around = await composeSurroundings({ config, db, clock, mailsFolder: options.mailsFolder ?? null });
    const tokens = createUserTokens(clock, around.exchange);
    const getDeps = () => deps;
    const bot = around.bot === null ? null : await openBot(getDeps, log, around.bot);
    const deps = createDeps({ config, db, clock, log, tokens, bot, appToken: around.appToken });
    const settle = resumeOnRenewal(deps, tokens);
    const app = createServer(deps, {
      signIn: createSignIn(deps, around.checkToken, tokens),
      routes: [userRoutes(around.homeOrganizationId), ...roomRoutes, ...around.routes],
      mounts: [
        ...around.mounts,
        ...(bot === null ? [] : [bot.mount]),
        roomPages(deps),
        (server) => server.use(openPages(config, options.pagesFolder ?? 'dist')),
      ],
    });
    const isAlone = config.databaseUrl === null || config.mode === 'demo';
    const runner = createRunner(deps, roomJobs, roomSweeps, { isAlone });
    return {
      app,
      deps,
      startJobs: () => runner.start(),
      close: () =>
        runner
          .stop()
          .then(settle)
          .finally(() => db.close()),
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openBot(getDeps: () => Deps, log: Logger, around: BotSurroundings): Promise<ComposedBot> {
  const { composeBot } = await import('./compose-bot.ts');
  return composeBot(getDeps, log, around);
}

interface Parts {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tokens: UserTokens;
  readonly bot: ComposedBot | null;
  readonly appToken: AppToken | null;
}

function createDeps({ config, db, clock, log, tokens, bot, appToken }: Parts): Deps {
  const graph = { baseUrl: config.graphUrl, clock, log };
  const getToken = (user: GraphUser) => tokens.getGraphToken(user);
  return {
    config,
    db,
    clock,
    log,
    jobs: createJobQueue(clock, db),
    graph: createGraph({ ...graph, getToken }),
    cards: bot?.cards ?? noCards,
    feed: appToken === null ? noFeed : createActivityFeed({ ...graph, getToken: appToken }),
  };
}

/** Without a bot escalations go another way; nobody should ask. */
const noCards: CardPoster = {
  available: false,
  post: () => Promise.reject(new AppError('outside_unavailable', { retry: false })),
  update: () => Promise.reject(new AppError('outside_unavailable', { retry: false })),
};

async function composeSurroundings(parts: {
  config: Config;
  db: Database;
  clock: Clock;
  mailsFolder: string | null;
}): Promise<Surroundings> {
  const { config, clock } = parts;
  if (config.entra !== null) return composeEntra(config.entra, config.bot, clock);
  const { composeDemo } = await import('./compose-demo.ts');
  return composeDemo(parts);
}

function openPages(config: Config, folder: string) {
  const authorityOrigin = config.entra === null ? null : new URL(config.entra.authorityUrl).origin;
  return createPages({
    folder,
    isDemo: config.mode === 'demo',
    authorityOrigin,
    publicUrl: config.publicUrl,
  });
}
