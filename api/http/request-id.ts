// One id per request: in the answer's header, in error bodies and in the log.
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Names every request; an id handed in by a proxy is kept when it is a plain word. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.locals['requestId'] = id;
  response.setHeader('X-Request-Id', id);
  next();
};

/** The id that nameRequest gave. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? '');
}
