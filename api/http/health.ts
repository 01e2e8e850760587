// For whoever watches the server: /healthz says that the process answers, /readyz that it can work.
import type { RequestHandler, Router } from 'express';
import type { Deps } from '#api/deps.ts';

const patienceMs = 2_000;

/** Mounts both; they need no sign-in and say nothing but the state. */
export function healthRoutes(router: Router, deps: Deps): void {
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', readyz(deps));
}

function readyz({ db, log }: Deps): RequestHandler {
  return async (_request, response) => {
    try {
      await within(patienceMs, db.execute('select 1'));
      response.json({ status: 'ready', database: 'ok' });
    } catch (error) {
      log.warn({ err: error }, 'not ready: the database does not answer');
      response.status(503).json({ status: 'not_ready', database: 'unreachable' });
    }
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
