// Turns an endpoint record into a route: sign-in, role, input in, use-case, reply out, and the promises about versions and keys.
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Endpoint, Parsed, Reply } from '#contract/endpoint.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { createAdmission } from './admission.ts';
import type { Context, OpenContext, SignIn } from './context.ts';
import { readIdempotencyKey, runOnce } from './idempotency.ts';
import { readInput } from './input.ts';
import { requestIdOf } from './request-id.ts';
import { etagOf, readIfMatch } from './version.ts';

/** A stored file on its way out; always as a download, never shown inside our origin. */
export interface FileReply {
  /** Whole, or as it is made: a large export never stands in memory. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  readonly contentType: string;
  readonly name: string;
}

export interface Serve {
  <E extends Endpoint>(endpoint: E, handle: (input: Parsed<E>, context: Context) => Promise<Reply<E>>): void;
  /** An endpoint that answers without a sign-in. */
  open<E extends Endpoint>(
    endpoint: E,
    handle: (input: Parsed<E>, context: OpenContext) => Promise<Reply<E>>,
  ): void;
  /** An endpoint whose answer is a file; its `reply` schema is not used. */
  file<E extends Endpoint>(
    endpoint: E,
    handle: (input: Parsed<E>, context: Context) => Promise<FileReply>,
  ): void;
  /** An endpoint whose body is a file (application/octet-stream), handed on as a stream; its input stands in the path. */
  upload<E extends Endpoint>(
    endpoint: E,
    handle: (input: Parsed<E>, context: Context, body: Readable) => Promise<Reply<E>>,
  ): void;
}

export interface ServedEndpoint {
  readonly endpoint: Endpoint;
  readonly isFile: boolean;
}

export interface ServedRoutes {
  readonly serve: Serve;
  /** Every endpoint served so far, for the OpenAPI description. */
  readonly endpoints: readonly ServedEndpoint[];
  /** Answers known paths in other methods with 405; call it after all routes. */
  finish(): void;
}

type Handle = (request: Request, response: Response) => Promise<void>;

const bodyLimit = '2mb';

/** Makes the `serve` function that rooms register their endpoints with. */
export function createServe(router: Router, deps: Deps, signIn: SignIn): ServedRoutes {
  const endpoints: ServedEndpoint[] = [];
  const readBody = express.json({ limit: bodyLimit, inflate: true, verify: refuseOtherText });
  const admission = createAdmission(deps, signIn);

  function route(endpoint: Endpoint, handle: Handle, isFile = false): void {
    endpoints.push({ endpoint, isFile });
    const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
    const before: RequestHandler[] = endpoint.open ? [refuseOtherSites] : admission(endpoint);
    if (hasBody) before.push(refuseOtherMedia, readBody);
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'; // of the four methods
    router[method](endpoint.path, ...before, handle);
  }

  const serve: Serve = (endpoint, handle) => route(endpoint, answer(endpoint, deps, handle));
  serve.open = (endpoint, handle) => route(endpoint, answerAnyone(endpoint, deps, handle));
  serve.file = (endpoint, handle) => route(endpoint, answerFile(endpoint, deps, handle), true);
  serve.upload = (endpoint, handle) => {
    endpoints.push({ endpoint, isFile: false });
    router.post(endpoint.path, ...admission(endpoint), answerUpload(endpoint, deps, handle));
  };

  return { serve, endpoints, finish: () => refuseOtherMethods(router, endpoints) };
}

function answer<E extends Endpoint>(
  endpoint: E,
  deps: Deps,
  handle: (input: Parsed<E>, context: Context) => Promise<Reply<E>>,
): Handle {
  return async (request, response) => {
    const context = buildContext(endpoint, deps, request, response);
    const input = readInput(endpoint, request);
    const key = endpoint.idempotent ? readIdempotencyKey(request.get('idempotency-key')) : null;
    const work = () => handle(input, context);
    const reply =
      key === null ? await work() : await runOnce(context, { key, endpoint: endpoint.name, input }, work);
    send(endpoint, response, reply);
  };
}

function answerAnyone<E extends Endpoint>(
  endpoint: E,
  deps: Deps,
  handle: (input: Parsed<E>, context: OpenContext) => Promise<Reply<E>>,
): Handle {
  return async (request, response) => {
    const context = { deps, requestId: requestIdOf(response) };
    send(endpoint, response, await handle(readInput(endpoint, request), context));
  };
}

function answerFile<E extends Endpoint>(
  endpoint: E,
  deps: Deps,
  handle: (input: Parsed<E>, context: Context) => Promise<FileReply>,
): Handle {
  return async (request, response) => {
    const context = buildContext(endpoint, deps, request, response);
    await sendFile(response, await handle(readInput(endpoint, request), context));
  };
}

function answerUpload<E extends Endpoint>(
  endpoint: E,
  deps: Deps,
  handle: (input: Parsed<E>, context: Context, body: Readable) => Promise<Reply<E>>,
): Handle {
  return async (request, response) => {
    if (!request.is('application/octet-stream')) throw new AppError('unsupported_media_type');
    const context = buildContext(endpoint, deps, request, response);
    request.body = {};
    send(endpoint, response, await handle(readInput(endpoint, request), context, request));
  };
}

function buildContext(endpoint: Endpoint, deps: Deps, request: Request, response: Response): Context {
  const user = response.locals['user'] as SignedInUser; // put there by admit, which ran before
  const ifMatch = readIfMatch(request.get('if-match'));
  if (endpoint.versioned && ifMatch === null) throw new AppError('version_required');
  return { deps, user, ifMatch, requestId: requestIdOf(response) };
}

/** Without a token anybody's page could send a form here; browsers say when it is one. */
const refuseOtherSites: RequestHandler = (request, _response, next) => {
  const isChange = request.method !== 'GET' && request.method !== 'HEAD';
  if (isChange && request.get('sec-fetch-site') === 'cross-site') throw new AppError('forbidden');
  next();
};

/** A body in another format would otherwise be passed over as if nothing had been sent. */
const refuseOtherMedia: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  if (hasBody && !request.is('application/json')) throw new AppError('unsupported_media_type');
  next();
};

/** JSON is UTF-8 (RFC 8259); other bytes would be stored as question marks without a word. */
function refuseOtherText(_request: unknown, _response: unknown, bytes: Buffer, encoding: string): void {
  if (encoding === 'utf-8' && !isUtf8(bytes)) throw new AppError('malformed_json');
}

function refuseOtherMethods(router: Router, served: readonly ServedEndpoint[]): void {
  const endpoints = served.map((one) => one.endpoint);
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map((endpoint) => endpoint.method);
    router.all(path, (_request, response) => {
      response.setHeader('Allow', methods.join(', '));
      throw new AppError('method_not_allowed');
    });
  }
}

/** The reply's schema checks our own promise and drops whatever is not part of it. */
function send(endpoint: Endpoint, response: Response, reply: unknown): void {
  const checked = endpoint.reply.safeParse(reply);
  if (!checked.success) {
    throw new Error(`The reply of ${endpoint.name} breaks its contract: ${z.prettifyError(checked.error)}`);
  }
  const etag = etagOf(checked.data);
  if (etag !== null) response.setHeader('ETag', etag);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  // not response.json(): a 304 by ETag would hide changes that have no version of their own
  response.end(JSON.stringify(checked.data));
}

async function sendFile(response: Response, file: FileReply): Promise<void> {
  response.attachment(file.name);
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (file.bytes instanceof Uint8Array) {
    response.end(file.bytes);
    return;
  }
  try {
    await pipeline(Readable.from(file.bytes), response);
  } catch (error) {
    // the caller who hung up needs no answer; a failure half way breaks the connection, so that no half file passes for a whole one
    if (!isHangUp(error)) throw error;
  }
}

function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
