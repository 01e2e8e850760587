// Calls an endpoint over HTTP as any client would, from its record in the contract.
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts';
import type { ErrorBody } from '#contract/errors.ts';

export interface CallOptions {
  readonly ifMatch?: number | string;
  readonly idempotencyKey?: string;
  readonly headers?: Record<string, string>;
}

/** `body` is the reply on 200 and the error body otherwise. */
export interface Answer<E extends Endpoint> {
  readonly status: number;
  readonly body: Reply<E> & Partial<ErrorBody>;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends the input as path, query or JSON body. */
export async function callEndpoint<E extends Endpoint>(
  base: string,
  endpoint: E,
  input: Input<E>,
  { ifMatch, idempotencyKey, headers = {} }: CallOptions,
): Promise<Answer<E>> {
  const { path, rest } = placeInput(endpoint.path, input);
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
  const response = await fetch(`${base}${path}${hasBody ? '' : toQuery(rest)}`, {
    method: endpoint.method,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(ifMatch === undefined
        ? {}
        : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...headers,
    },
    ...(hasBody ? { body: JSON.stringify(rest) } : {}),
  });
  const text = await response.text();
  const body = readBody(response, text) as Answer<E>['body']; // the server checks its replies itself
  return { status: response.status, body, headers: response.headers, text };
}

/** Files stay text. */
function readBody(response: Response, text: string): unknown {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return isJson ? JSON.parse(text) : text;
}

function placeInput(pattern: string, input: unknown): { path: string; rest: Record<string, unknown> } {
  const fields = input as Record<string, unknown>; // every input is an object
  const inPath = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const path = pattern.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(String(fields[name])),
  );
  return {
    path,
    rest: Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name))),
  };
}

function toQuery(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
