// What every use-case is handed. Real things are made once, in api/main.ts; tests hand in their own.
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { JobQueue } from './jobs/queue.ts';
import type { Clock } from './outside/clock.ts';
import type { Graph } from './outside/graph.ts';
import type { ActivityFeed } from './outside/activity-feed.ts';
import type { CardPoster } from './outside/card-poster.ts';

export interface Deps {
  readonly config: Config;
  readonly db: Database;
  readonly jobs: JobQueue;
  readonly graph: Graph;
  readonly cards: CardPoster;
  readonly feed: ActivityFeed;
  readonly clock: Clock;
  readonly log: Logger;
}
