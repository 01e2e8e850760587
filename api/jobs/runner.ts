// Performs due jobs and sweeps, a few at a time, until it is stopped.
import type { Deps } from '#api/deps.ts';
import type { Job, Sweep } from './job.ts';
import { RetryAt } from './job.ts';
import { claimDueJobs, finishJob, giveUpJob, postponeJob, releaseLeftJobs, renewLock } from './store.ts';
import type { ClaimedJob } from './store.ts';

const maxAttempts = 8;
const batchSize = 8;
const lookEveryMs = 1_000;
const renewEveryMs = 30_000;

export interface Runner {
  start(): void;
  /** Stops after the jobs that are under way. */
  stop(): Promise<void>;
  /** Performs everything that is due now, also what that makes due; for tests and for the end of a command. */
  drain(): Promise<void>;
  /** Runs every sweep once. */
  sweep(): Promise<void>;
}

/**
 * Makes the runner for these jobs and sweeps; an unknown job name in the table is left waiting. `isAlone`: no other server
 * works on this database, so whatever is still being done at the start was left by a killed one.
 */
export function createRunner(
  deps: Deps,
  jobs: readonly Job[],
  sweeps: readonly Sweep[],
  { isAlone = false }: { isAlone?: boolean } = {},
): Runner {
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const runDueSweeps = createSweeping(deps, sweeps);
  let running: Promise<void> | null = null;
  let stopped = false;
  let wake: () => void = () => undefined;
  deps.jobs.onEnqueued(() => wake());

  const stopping = new AbortController();
  const { long, performDue, performAllDue } = createPerforming(deps, byName, stopping.signal);

  async function drain(): Promise<void> {
    do {
      await performAllDue();
      await Promise.all(long);
    } while ((await performDue()) > 0);
    await Promise.all(long);
  }

  async function loop(): Promise<void> {
    if (isAlone) await attempt(deps, 'left jobs', () => releaseLeftJobs(deps.db, deps.clock.now()));
    while (!stopped) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await attempt(deps, 'jobs', performAllDue);
      await attempt(deps, 'sweeps', runDueSweeps);
      if (!stopped) await Promise.race([woken, pause(lookEveryMs)]);
    }
  }

  return {
    start: () => {
      running ??= loop();
    },
    stop: async () => {
      stopped = true;
      stopping.abort();
      wake();
      await running;
      await Promise.all(long);
    },
    drain,
    sweep: async () => {
      for (const sweep of sweeps) await sweep.run(deps);
    },
  };
}

/** Runs each sweep whose time has come. */
function createSweeping(deps: Deps, sweeps: readonly Sweep[]): () => Promise<void> {
  const nextSweep = new Map<string, number>();
  return async () => {
    for (const sweep of sweeps) {
      const due = nextSweep.get(sweep.name) ?? 0;
      if (Date.now() < due) continue;
      nextSweep.set(sweep.name, Date.now() + sweep.everySeconds * 1_000);
      await attempt(deps, sweep.name, () => sweep.run(deps));
    }
  };
}

/** Quick jobs are waited for; long ones go on beside the others. */
function createPerforming(deps: Deps, byName: ReadonlyMap<string, Job>, signal: AbortSignal) {
  const long = new Set<Promise<void>>();
  function performOne(claimed: ClaimedJob): Promise<void> {
    const job = byName.get(claimed.name);
    const work = perform(deps, job, claimed, signal);
    if (job?.isLong !== true) return work;
    const kept = keepLock(deps, claimed, work).finally(() => long.delete(kept));
    long.add(kept);
    return Promise.resolve();
  }

  async function performDue(): Promise<number> {
    const claimed = await claimDueJobs(deps.db, deps.clock.now(), [...byName.keys()], batchSize);
    await Promise.all(claimed.map(performOne));
    return claimed.length;
  }
  async function performAllDue(): Promise<void> {
    while ((await performDue()) > 0);
  }
  return { long, performDue, performAllDue };
}

/** A long job that lost its lock would be done twice. */
async function keepLock(deps: Deps, claimed: ClaimedJob, work: Promise<void>): Promise<void> {
  const timer = setInterval(
    () => void attempt(deps, claimed.name, () => renewLock(deps.db, claimed, deps.clock.now())),
    renewEveryMs,
  );
  timer.unref();
  await work.finally(() => clearInterval(timer));
}

async function perform(
  deps: Deps,
  job: Job | undefined,
  claimed: ClaimedJob,
  signal: AbortSignal,
): Promise<void> {
  if (job === undefined) return;
  try {
    await job.run(deps, job.payload.parse(claimed.payload), {
      nextAt: nextAttempt(deps, claimed),
      signal,
    });
    await finishJob(deps.db, claimed);
  } catch (error) {
    await attempt(deps, claimed.name, () => handleFailure(deps, job, claimed, error));
  }
}

async function handleFailure(deps: Deps, job: Job, claimed: ClaimedJob, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const askedFor = askedToComeAt(error);
  if (askedFor !== null)
    return postponeJob(deps.db, claimed, { at: askedFor, reason, attempts: claimed.attempts - 1 });
  deps.log.warn({ job: claimed.name, id: claimed.id, attempt: claimed.attempts, reason }, 'job failed');
  const at = nextAttempt(deps, claimed);
  if (at !== null && !isFinal(error)) {
    return postponeJob(deps.db, claimed, { at, reason, attempts: claimed.attempts });
  }
  await giveUpJob(deps.db, claimed, reason);
  await job.giveUp?.(deps, job.payload.parse(claimed.payload), error);
}

/** When a failure now would be tried again; null after the last attempt. */
function nextAttempt(deps: Deps, claimed: ClaimedJob): Date | null {
  if (claimed.attempts >= maxAttempts) return null;
  return new Date(deps.clock.now().getTime() + backOffMs(claimed.attempts));
}

/** The time a job or the outside (Retry-After, as AppError.retryAt) asked us to come back at. */
function askedToComeAt(error: unknown): Date | null {
  if (error instanceof RetryAt) return error.at;
  const isAsked = typeof error === 'object' && error !== null && 'retryAt' in error;
  return isAsked && error.retryAt instanceof Date ? error.retryAt : null;
}

/** Our own errors say whether trying again makes sense. */
function isFinal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retry' in error && error.retry === false;
}

/** 2 s, 4 s, 8 s … at most 10 minutes. */
function backOffMs(attempts: number): number {
  return Math.min(2 ** attempts * 1_000, 600_000);
}

async function attempt(deps: Deps, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    deps.log.error(
      { what, reason: error instanceof Error ? error.message : String(error) },
      'background work failed',
    );
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
