// How Microsoft Graph writes: error bodies, contexts, pages. Checked against Microsoft's own description in the tests.
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

/** The person a token stands for; `id` is the Entra object id. An app with rights of its own counts as one. */
export interface GraphPerson {
  readonly isApp?: boolean;
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly jobTitle: string | null;
}

/** Where this Graph lives, seen from the caller: `http://localhost:3000/demo/graph/v1.0`. */
export function rootOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}${request.baseUrl}/v1.0`;
}

/** Answers an error as Graph does. */
export function sendGraphError(response: Response, status: number, code: string, message: string): void {
  const requestId = String(response.getHeader('request-id') ?? randomUUID());
  const clientRequestId = String(response.getHeader('client-request-id') ?? requestId);
  response.status(status).json({
    error: {
      code,
      message,
      innerError: {
        date: new Date().toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  });
}

/** One entity with its context. */
export function sendEntity(request: Request, response: Response, of: string, entity: object): void {
  response.json({ '@odata.context': `${rootOf(request)}/$metadata#${of}/$entity`, ...entity });
}

export interface Page {
  readonly top: number;
  readonly skip: number;
}

/** `$top` and `$skip` of a request; null when they make no sense. */
export function readPage(request: Request, defaultTop: number): Page | null {
  const top = Number(readQuery(request, '$top') ?? defaultTop);
  const skip = Number(readQuery(request, '$skip') ?? 0);
  const isFit = Number.isInteger(top) && top >= 1 && top <= 1000 && Number.isInteger(skip) && skip >= 0;
  return isFit ? { top, skip } : null;
}

/** A query parameter when it was given exactly once. */
export function readQuery(request: Request, name: string): string | null {
  const value = request.query[name];
  return typeof value === 'string' ? value : null;
}

/** One page of a collection, with a link to the next when there is more. */
export function sendPage(
  request: Request,
  response: Response,
  of: string,
  { items, page }: { items: readonly object[]; page: Page },
): void {
  const end = page.skip + page.top;
  const next = new URL(request.originalUrl, rootOf(request));
  next.searchParams.set('$top', String(page.top));
  next.searchParams.set('$skip', String(end));
  response.json({
    '@odata.context': `${rootOf(request)}/$metadata#${of}`,
    ...(items.length > end ? { '@odata.nextLink': next.toString() } : {}),
    value: items.slice(page.skip, end),
  });
}
