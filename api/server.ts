// The Express app, joined from what it is handed; it does not listen and opens nothing by itself.
import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import type { SignIn } from './http/context.ts';
import { setHeaders } from './http/headers.ts';
import { healthRoutes } from './http/health.ts';
import { createOnError } from './http/on-error.ts';
import { ownPagesOnly } from './http/own-pages.ts';
import { openApiRoute } from './http/openapi.ts';
import { nameRequest } from './http/request-id.ts';
import { createRequestLog } from './http/request-log.ts';
import { createServe } from './http/serve.ts';
import type { Serve } from './http/serve.ts';

export interface Rooms {
  readonly signIn: SignIn;
  /** Rooms of the API: each registers its endpoints. */
  readonly routes: readonly ((serve: Serve) => void)[];
  /** Whatever speaks another language than endpoint records: pages, the bot, the demo's stand-ins. */
  readonly mounts: readonly ((app: Express) => void)[];
}

/** What TCP sends before the first acknowledgement (ten segments, RFC 6928): packing less than that saves nobody time. */
const firstWindowBytes = 14_000;

/** The whole server as one request handler. */
export function createServer(deps: Deps, rooms: Rooms): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...deps.config.trustedProxies]); // only then does X-Forwarded-For say who asks
  app.set('env', 'production'); // Express itself never writes a stack into an answer
  app.use(nameRequest, createRequestLog(deps.log), setHeaders, compression({ threshold: firstWindowBytes }));

  if (deps.config.mode === 'demo') app.use('/demo', ownPagesOnly(deps.config.publicUrl));
  healthRoutes(app, deps);
  const served = createServe(app, deps, rooms.signIn);
  for (const register of rooms.routes) register(served.serve);
  openApiRoute(app, deps.config, served.endpoints);
  served.finish();
  for (const mount of rooms.mounts) mount(app);

  app.use(() => {
    throw new AppError('not_found');
  });
  app.use(createOnError(deps.log));
  return app;
}
