// A broken promise has a code of contract/errors.ts; this file says which HTTP status each code has.
import type { ErrorCode } from '#contract/errors.ts';

export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

export interface AppErrorOptions {
  /** The refused input fields, each with a machine word. */
  readonly fields?: readonly FieldProblem[];
  /** The row as it is now (412, 409). */
  readonly current?: unknown;
  /** Whether the same call may succeed later; unset, it follows from the code. */
  readonly retry?: boolean;
  /** When the outside asked us to come back (Retry-After); a job tries again then. */
  readonly retryAt?: Date;
  /** How long the caller is asked to wait (Retry-After). */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

export const statusOf: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 400,
  malformed_json: 400,
  not_signed_in: 401,
  token_expired: 401,
  no_role: 403,
  forbidden: 403,
  consent_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  transition_not_allowed: 409,
  already_decided: 409,
  duplicate: 409,
  in_use: 409,
  never_log: 409,
  idempotency_running: 409,
  stale_version: 412,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  version_required: 428,
  too_many_requests: 429,
  internal: 500,
  outside_unavailable: 502,
  unavailable: 503,
};

const passing: ReadonlySet<ErrorCode> = new Set([
  'idempotency_running',
  'too_many_requests',
  'outside_unavailable',
  'unavailable',
]);

/** The one error class: thrown anywhere in the server, answered by api/http/on-error.ts. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retry: boolean;
  readonly retryAt: Date | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly current: unknown;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retry = options.retry ?? passing.has(code);
    this.retryAt = options.retryAt;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.fields = options.fields;
    this.current = options.current;
  }
}
