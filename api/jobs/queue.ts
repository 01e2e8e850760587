// Writing a job in the transaction of the change that needs it.
import type { z } from 'zod';
import { sql } from 'kysely';
import type { Database, Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Clock } from '#api/outside/clock.ts';

/** What is needed of a Job to write it down; job.ts, which knows Deps, is not needed here. */
interface Enqueueable<P extends z.ZodType> {
  readonly name: string;
  readonly payload: P;
}

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** While a job of this name and key waits, a second one is not added (its time moves forward if earlier). */
  readonly singletonKey?: string;
}

export interface JobQueue {
  enqueue<P extends z.ZodType<{ organizationId: string }>>(
    trx: Query,
    job: Enqueueable<P>,
    payload: z.input<P>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Calls back once something enqueued is committed, so that a runner need not wait for its next look. */
  onEnqueued(handle: () => void): void;
}

/** The queue over the job table; times are the given clock's. */
export function createJobQueue(clock: Clock, db: Pick<Database, 'afterCommit'>): JobQueue {
  const listeners: (() => void)[] = [];
  return {
    async enqueue(trx, job, payload, options = {}) {
      const checked = job.payload.parse(payload);
      const now = clock.now();
      await trx
        .insertInto('job')
        .values({
          organization_id: checked.organizationId,
          id: newId(),
          name: job.name,
          payload: JSON.stringify(checked),
          singleton_key: options.singletonKey ?? null,
          run_at: options.startAfter ?? now,
          locked_until: null,
          last_error: null,
          created_at: now,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['organization_id', 'name', 'singleton_key'])
            .where('state', '=', 'waiting')
            .where('singleton_key', 'is not', null)
            .doUpdateSet({ run_at: sql`least(job.run_at, excluded.run_at)` }),
        )
        .execute();
      db.afterCommit(() => {
        for (const handle of listeners) handle();
      });
    },
    onEnqueued: (handle) => listeners.push(handle),
  };
}
