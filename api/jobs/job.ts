// What a job and a sweep are. Jobs are done at least once; each makes itself effectively once by looking before it acts.
import type { z } from 'zod';
import type { Deps } from '#api/deps.ts';

export interface Attempt {
  /** When the job is tried again should this attempt fail; null when it is the last. */
  readonly nextAt: Date | null;
  /** Aborted when the server stops: a long job leaves off where it can go on, and throws RetryAt. */
  readonly signal: AbortSignal;
}

export interface Job<P extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: P;
  /** Takes minutes: other jobs do not wait for it, and its lock is renewed while it runs. */
  readonly isLong?: true;
  run(deps: Deps, payload: z.output<P>, attempt: Attempt): Promise<void>;
  /** Told once when the job is given up after its last attempt; for showing the failure on the record. */
  giveUp?(deps: Deps, payload: z.output<P>, error: unknown): Promise<void>;
}

/** Declares a job; the payload is checked when it is written and when it is read. */
export function defineJob<P extends z.ZodType>(job: Job<P>): Job<P> {
  return job;
}

export interface Sweep {
  readonly name: string;
  readonly everySeconds: number;
  run(deps: Deps): Promise<void>;
}

/** Declares work that is looked for again and again; safe to run twice at once. */
export function defineSweep(sweep: Sweep): Sweep {
  return sweep;
}

/** Thrown by a job that knows when to try again (Retry-After): counts as no failed attempt. */
export class RetryAt extends Error {
  readonly at: Date;
  constructor(at: Date, reason = 'asked to wait') {
    super(reason);
    this.at = at;
  }
}
