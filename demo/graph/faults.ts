// Switches with which tests make the local Graph misbehave as the real one sometimes does.
import type { Request, RequestHandler } from 'express';
import { sendGraphError } from './wire.ts';

export type FaultKind =
  /** Answers with `status` (and Retry-After) without doing anything. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: string;
      readonly retryAfterSeconds?: number;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'never_answer' }
  /** Answers, but later. */
  | { readonly kind: 'be_slow'; readonly ms: number }
  /** Does the work, then the connection breaks before the answer. */
  | { readonly kind: 'lose_answer' };

export interface Fault {
  readonly method?: string;
  /** Part of the path, for example `/tasks`. */
  readonly path?: RegExp;
  /** How many matching requests are hit; default 1. */
  readonly times?: number;
  readonly does: FaultKind;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** How many faults still wait for their request. */
  readonly waiting: number;
  readonly handler: RequestHandler;
}

const codes: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'ErrorItemNotFound',
  410: 'syncStateNotFound',
  429: 'TooManyRequests',
  500: 'generalException',
  503: 'serviceNotAvailable',
  504: 'gatewayTimeout',
};

/** Makes the switches; none is set. */
export function createFaults(): Faults {
  let open: { fault: Fault; left: number }[] = [];

  function take(request: Request): Fault | null {
    const hit = open.find(({ fault }) => matches(fault, request));
    if (hit === undefined) return null;
    hit.left -= 1;
    if (hit.left <= 0) open = open.filter((entry) => entry !== hit);
    return hit.fault;
  }

  const handler: RequestHandler = (request, response, next) => {
    const fault = take(request);
    if (fault === null) return next();
    const does = fault.does;
    if (does.kind === 'never_answer') return undefined;
    if (does.kind === 'be_slow') return void setTimeout(next, does.ms);
    if (does.kind === 'lose_answer') {
      response.end = () => {
        request.socket.destroy();
        return response;
      };
      return next();
    }
    if (does.retryAfterSeconds !== undefined) response.setHeader('Retry-After', does.retryAfterSeconds);
    return sendGraphError(
      response,
      does.status,
      does.code ?? codes[does.status] ?? 'generalException',
      'A fault set by a test.',
    );
  };

  return {
    add: (fault) => open.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      open = [];
    },
    get waiting() {
      return open.length;
    },
    handler,
  };
}

function matches(fault: Fault, request: Request): boolean {
  const isMethod = fault.method === undefined || fault.method === request.method;
  return isMethod && (fault.path === undefined || fault.path.test(request.path));
}
