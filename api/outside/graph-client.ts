// One call to Graph: token, at most four at a time per person, a time limit, Retry-After, and Graph's errors as ours.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@microsoft/microsoft-graph-client';
import type { Context, GraphRequest } from '@microsoft/microsoft-graph-client';
import { AppError } from '#api/errors.ts';
import { createGate } from './gate.ts';
import type { GraphOptions, GraphUser } from './graph.ts';

/** Kept as the cause of an AppError: what Graph said. */
export interface GraphRefusal {
  readonly status: number;
  readonly graphCode: string;
}

export interface GraphClient {
  /** Sends what `build` asks for; `path` is without host and version, or one of Graph's own next and delta links. */
  call<T>(
    user: GraphUser,
    path: string,
    send: (request: GraphRequest) => Promise<T>,
    limits?: { timeoutMs?: number; maxBytes?: number },
  ): Promise<T>;
}

// Graph allows four concurrent requests per app and mailbox (learn.microsoft.com/graph/throttling-limits).
const callsPerMailbox = 4;
const longestWaitMs = 5_000;
const attempts = 3;
const jsonBytes = 10_000_000;

/** Makes the one way to Graph. */
export function createGraphClient(options: GraphOptions): GraphClient {
  const gate = createGate(callsPerMailbox);
  const timeout = options.timeoutMs ?? 10_000;

  return {
    async call(user, path, send, { timeoutMs = timeout, maxBytes = jsonBytes } = {}) {
      const failure: { error: unknown } = { error: null };
      const execute = async (context: Context): Promise<void> => {
        try {
          const token = await options.getToken(user);
          context.response = await gate(user.userId, () =>
            sendPatiently(options, context, { token, timeoutMs, maxBytes }),
          );
        } catch (error) {
          failure.error = error; // the client would wrap it and lose its code
          throw error;
        }
      };
      const client = Client.initWithMiddleware({ baseUrl: `${options.baseUrl}/`, middleware: { execute } });
      try {
        return await send(client.api(withoutHost(path)));
      } catch (error) {
        throw asAppError(failure.error ?? error);
      }
    },
  };
}

interface Sending {
  readonly token: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Waits and sends again when Graph asks for a short pause; a change is sent again only when it surely was not done. */
async function sendPatiently(options: GraphOptions, context: Context, sending: Sending): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await sendOnce(options, context, sending);
    if (response.ok) return response;
    const waitMs = readRetryAfterMs(response, options.clock.now());
    const wasNotDone = response.status === 429 || context.options?.method === 'GET';
    const isShort = waitMs !== null && waitMs <= longestWaitMs && wasNotDone && attempt < attempts;
    if (!isShort) throw await refusal(options, response, waitMs);
    await wait(waitMs);
  }
}

async function sendOnce(options: GraphOptions, context: Context, sending: Sending): Promise<Response> {
  const send = options.fetch ?? fetch;
  const headers = new Headers(context.options?.headers);
  headers.set('Authorization', `Bearer ${sending.token}`);
  headers.set('client-request-id', randomUUID());
  const signal = AbortSignal.timeout(sending.timeoutMs);
  // The whole body is read here, so that time limit, size limit and place in the gate hold for it as well.
  const answer = await send(context.request, { ...context.options, headers, signal, redirect: 'error' });
  const bytes = await readBytes(answer, sending.maxBytes);
  return new Response(bytes.byteLength === 0 ? null : bytes, {
    status: answer.status,
    headers: answer.headers,
  });
}

async function readBytes(answer: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new AppError('too_large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** `Retry-After` in milliseconds from now; it comes in seconds or as a date. */
function readRetryAfterMs(response: Response, now: Date): number | null {
  const given = response.headers.get('retry-after');
  if (given === null) return null;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(given);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

async function refusal(options: GraphOptions, response: Response, waitMs: number | null): Promise<AppError> {
  const graphCode = readErrorCode(await response.text());
  const cause: GraphRefusal = { status: response.status, graphCode };
  options.log.warn({ ...cause, requestId: response.headers.get('request-id') }, 'Graph refused a call');
  if (response.status === 401) return new AppError('token_expired', { cause });
  if (response.status === 403) return new AppError('consent_required', { cause });
  if (response.status === 404 || response.status === 410) return new AppError('not_found', { cause });
  const isPassing = response.status >= 500 || [408, 409, 412, 423, 429].includes(response.status);
  if (waitMs === null) return new AppError('outside_unavailable', { cause, retry: isPassing });
  const retryAt = new Date(options.clock.now().getTime() + waitMs);
  return new AppError('outside_unavailable', { cause, retry: isPassing, retryAt });
}

function readErrorCode(text: string): string {
  try {
    const body = JSON.parse(text) as { error?: { code?: unknown } } | null; // an error answer, or anything else
    return String(body?.error?.code ?? 'unknown');
  } catch {
    return 'unknown'; // a proxy's HTML page
  }
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('outside_unavailable', { cause: error });
}

/** The status with which Graph refused, or null for other failures. */
export function refusedWith(error: unknown): number | null {
  const cause = error instanceof AppError ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'status' in cause ? Number(cause.status) : null;
}

/** Graph's links are absolute; our own base address is put before them, so that a stored link cannot lead elsewhere. */
function withoutHost(path: string): string {
  if (!/^https?:/i.test(path)) return path;
  const { pathname, search } = new URL(path);
  return `${pathname.slice(pathname.indexOf('/v1.0/') + '/v1.0'.length)}${decodeURI(search)}`;
}
