// One line per request: what was asked, how it ended, how long it took. No query, no body, no token.
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { requestIdOf } from './request-id.ts';

/** Logs every finished request; by the route's pattern, because paths and queries can name people. */
export function createRequestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const { statusCode: status } = response;
      const level = status >= 500 ? 'error' : 'info';
      if (!log.isLevelEnabled(level)) return;
      const route: unknown = request.route;
      const path = hasPath(route) ? route.path : '(none)';
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const userId = idOf(response.locals['user']);
      log[level](
        { requestId: requestIdOf(response), method: request.method, path, status, ms, userId },
        'request',
      );
    });
    next();
  };
}

function hasPath(route: unknown): route is { path: string } {
  return typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string';
}

function idOf(user: unknown): string | null {
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string'
    ? user.id
    : null;
}
