// One page of an endpoint: asked for with the source's credentials, in time, in bounds, and without following redirects.
import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { SourceError } from '../files/source.ts';
import { guardedLookup, isNamedHost } from './guard.ts';

export interface EndpointAccess {
  readonly headers: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

/** The other side asks to come back later. */
export class AskedToWait extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('asked to wait');
    this.seconds = seconds;
  }
}

const mostBytes = 50_000_000;
const defaultTimeoutMs = 30_000;
const longestWaitSeconds = 3_600;

/** The parsed JSON. Throws SourceError, or AskedToWait on 429 and 503. */
export async function fetchPage(url: URL, access: EndpointAccess): Promise<unknown> {
  const answer = await open(url, access);
  const status = answer.statusCode ?? 0;
  if (status === 429 || status === 503) {
    answer.resume();
    throw new AskedToWait(waitOf(answer.headers['retry-after']));
  }
  if (status < 200 || status > 299) {
    answer.resume();
    throw new SourceError('refused', { value: `HTTP ${status}` });
  }
  const text = await readBody(answer);
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceError('not_json', { value: text.slice(0, 60) });
  }
}

function open(url: URL, access: EndpointAccess): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const limit = AbortSignal.timeout(access.timeoutMs ?? defaultTimeoutMs);
  const signal = access.signal === undefined ? limit : AbortSignal.any([limit, access.signal]);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        headers: { accept: 'application/json', ...access.headers },
        lookup: guardedLookup(isNamedHost(url, access.hosts)),
        signal,
        agent: false,
      },
      resolve,
    );
    sent.once('error', (error) =>
      reject(limit.aborted ? new SourceError('timed_out', { value: url.host }) : toSourceError(error, url)),
    );
    sent.end();
  });
}

function toSourceError(error: Error, url: URL): Error {
  if (error instanceof SourceError || error.name === 'AbortError') return error;
  return new SourceError('not_reached', { value: url.host });
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer) {
      length += (piece as Buffer).length; // a stream without encoding gives buffers
      if (length > mostBytes) throw new SourceError('answer_too_large');
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('timed_out');
  } finally {
    answer.destroy();
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Seconds or a date; without either, a minute. */
function waitOf(header: string | undefined): number {
  const seconds = Number(header);
  if (header !== undefined && Number.isFinite(seconds))
    return Math.min(Math.max(seconds, 1), longestWaitSeconds);
  const at = Date.parse(header ?? '');
  if (Number.isNaN(at)) return 60;
  return Math.min(Math.max((at - Date.now()) / 1_000, 1), longestWaitSeconds);
}

/** The header that carries the source's credentials. */
export function authHeaders(
  kind: string,
  name: string | null,
  secret: string | null,
): Record<string, string> {
  if (secret === null) return {};
  if (kind === 'basic')
    return { authorization: `Basic ${Buffer.from(`${name ?? ''}:${secret}`, 'utf8').toString('base64')}` };
  if (kind === 'bearer') return { authorization: `Bearer ${secret}` };
  return kind === 'api_key' ? { [(name ?? 'x-api-key').toLowerCase()]: secret } : {};
}
