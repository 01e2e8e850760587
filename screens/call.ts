// The one client of the API: an endpoint record in, a reply or a CallError out. Knows no host, URL or token by itself.
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts';
import { errorCodes, type ErrorCode } from '#contract/errors.ts';

/** `no_connection`: nothing came back within the time limit, so nobody knows whether the server acted. */
export type ClientErrorCode = ErrorCode | 'no_connection';
export type FieldProblem = { path: string; problem: string };

interface CallFailure {
  code: ClientErrorCode;
  requestId: string;
  retry: boolean;
  status?: number;
  fields?: FieldProblem[];
  current?: unknown;
}

/** What a screen is told when a call did not work; `requestId` is the reference shown to people. */
export class CallError extends Error {
  readonly code: ClientErrorCode;
  readonly requestId: string;
  readonly retry: boolean;
  readonly status: number | null;
  readonly fields: readonly FieldProblem[];
  readonly current: unknown;

  constructor(failure: CallFailure) {
    super(failure.code);
    this.name = 'CallError';
    this.code = failure.code;
    this.requestId = failure.requestId;
    this.retry = failure.retry;
    this.status = failure.status ?? null;
    this.fields = failure.fields ?? [];
    this.current = failure.current;
  }
}

/** `silent` must not open anything; `fresh` is asked for after a 401; `interactive` follows a press on "Anmelden". */
export type TokenMode = 'silent' | 'fresh' | 'interactive';
/** Answers null when nobody is signed in. */
export type GetToken = (mode: TokenMode) => Promise<string | null>;

export interface CallOptions {
  ifMatch?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Sent as the body instead of JSON. */
  file?: Blob;
}
export type Call = <E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options?: CallOptions,
) => Promise<Reply<E>>;

export interface ReceivedFile {
  readonly name: string;
  readonly content: Blob;
}
/** Asks an endpoint that answers a file. */
export type CallFile = <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<ReceivedFile>;

interface CallSettings {
  baseUrl: string;
  getToken: GetToken;
  /** The person whose view an administrator looks at; null or left out: one's own. */
  getViewedId?: () => string | null;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}

const defaultTimeoutMs = 10_000;
/** 200 MB over a slow line. */
const uploadTimeoutMs = 30 * 60_000;

/** Makes the client. A call rejects with CallError only, except when its own signal was aborted. */
export function createCall(settings: CallSettings): Call {
  return async (endpoint, input, options = {}) => {
    const requestId = newReference();
    const response = await sendSignedIn(settings, endpoint, { input, options, requestId });
    const body = await readJson(response);
    if (!response.ok) throw toCallError(response, body, requestId);
    return checkReply(endpoint, body, requestId);
  };
}

/** A file may take longer than any other answer. */
const fileTimeoutMs = 120_000;

/** Makes the client for files; rejects with CallError only. */
export function createCallFile(settings: CallSettings): CallFile {
  const patient = { timeoutMs: fileTimeoutMs, ...settings };
  return async (endpoint, input) => {
    const requestId = newReference();
    const response = await sendSignedIn(patient, endpoint, { input, options: {}, requestId });
    if (!response.ok) throw toCallError(response, await readJson(response), requestId);
    try {
      return { name: nameIn(response), content: await response.blob() };
    } catch (cause) {
      throw noConnection(requestId, cause); // broken off half way
    }
  };
}

function nameIn(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? 'download';
}

interface Attempt {
  input: unknown;
  options: CallOptions;
  requestId: string;
}

/** A token that ran out between two calls is renewed once, unseen. */
async function sendSignedIn(settings: CallSettings, endpoint: Endpoint, attempt: Attempt): Promise<Response> {
  if (endpoint.open) return send(settings, endpoint, attempt, null);
  const token = await tokenOf(settings, 'silent', attempt);
  const response = await send(settings, endpoint, attempt, token);
  if (response.status !== 401) return response;
  return send(settings, endpoint, attempt, await tokenOf(settings, 'fresh', attempt));
}

async function tokenOf(settings: CallSettings, mode: TokenMode, attempt: Attempt): Promise<string> {
  const token = await settings.getToken(mode).catch((cause: unknown) => {
    throw cause instanceof CallError ? cause : noConnection(attempt.requestId, cause);
  });
  if (token !== null) return token;
  throw new CallError({ code: 'not_signed_in', requestId: attempt.requestId, retry: false });
}

async function send(
  settings: CallSettings,
  endpoint: Endpoint,
  attempt: Attempt,
  token: string | null,
): Promise<Response> {
  const { file } = attempt.options;
  const { url, body: json } = address(settings.baseUrl, endpoint, attempt.input);
  const body = file ?? json;
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, file ? uploadTimeoutMs : (settings.timeoutMs ?? defaultTimeoutMs));
  attempt.options.signal?.addEventListener('abort', stop);
  try {
    const fetch = settings.fetch ?? globalThis.fetch.bind(globalThis);
    return await fetch(url, {
      method: endpoint.method,
      headers: { ...headersOf(attempt, token, body !== null), ...viewHeader(settings, token) },
      signal: limit.signal,
      body,
    });
  } catch (cause) {
    if (attempt.options.signal?.aborted) throw cause;
    throw noConnection(attempt.requestId, cause);
  } finally {
    clearTimeout(timer);
    attempt.options.signal?.removeEventListener('abort', stop);
  }
}

function address(baseUrl: string, endpoint: Endpoint, input: unknown) {
  // Inputs are objects by contract (strictObject); the generic type does not say so.
  const fields = input as Record<string, unknown>;
  const inPath = new Set<string>();
  const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(fields[name]));
  });
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.has(name)));
  if (endpoint.method === 'POST' || endpoint.method === 'PATCH') {
    return { url: `${baseUrl}${path}`, body: JSON.stringify(rest) };
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
  return { url: `${baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`, body: null };
}

function headersOf({ options, requestId }: Attempt, token: string | null, hasBody: boolean) {
  return {
    accept: 'application/json',
    'x-request-id': requestId,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(hasBody ? { 'content-type': options.file ? 'application/octet-stream' : 'application/json' } : {}),
    ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
  };
}

function viewHeader({ getViewedId }: CallSettings, token: string | null): Record<string, string> {
  const id = token === null ? null : (getViewedId?.() ?? null);
  return id === null ? {} : { 'x-view-as': id };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null; // A proxy's HTML page; toCallError turns its status into one of our codes.
  }
}

function toCallError(response: Response, body: unknown, requestId: string): CallError {
  const error = errorIn(body);
  if (error) return new CallError({ ...error, status: response.status });
  const code = response.status >= 500 ? 'unavailable' : 'internal';
  return new CallError({ code, requestId, retry: response.status >= 500, status: response.status });
}

function errorIn(body: unknown): CallFailure | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  // The shape is contract/errors.ts; only the code decides whether it is one of ours.
  const error = body.error as CallFailure;
  return errorCodes.some((code) => code === error.code) ? error : null;
}

/** Replies are checked wherever zod is; release builds carry a stand-in for it (build/contract-unchecked.js). */
function checkReply<E extends Endpoint>(endpoint: E, body: unknown, requestId: string): Reply<E> {
  const parsed = endpoint.reply.safeParse(body);
  if (!parsed.success) {
    console.error(`Reply of ${endpoint.name} breaks its contract`, parsed.error.issues);
    throw new CallError({ code: 'internal', requestId, retry: false });
  }
  return body as Reply<E>; // Parsed above; the body itself is kept, so that a newer server may say more.
}

function noConnection(requestId: string, cause: unknown): CallError {
  const error = new CallError({ code: 'no_connection', requestId, retry: true });
  error.cause = cause;
  return error;
}

/** A short reference people can read out, sent along so that the server's log carries it too; like 7F3A-21C4. */
export function newReference(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `${hex.slice(0, 2).join('')}-${hex.slice(2).join('')}`.toUpperCase();
}
