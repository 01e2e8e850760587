// For jobs that look outside before they create something: what another worker is creating cannot be found yet.
import { sql } from 'kysely';
import type { Deps } from '#api/deps.ts';
import { RetryAt } from './job.ts';

interface Running {
  readonly organizationId: string;
  readonly name: string;
  readonly singletonKey: string;
}

/** Puts the asking job off for some seconds (RetryAt) while a second worker runs the same job with the same key. */
export async function letOthersFinish(deps: Deps, job: Running): Promise<void> {
  const now = deps.clock.now();
  if ((await countWorkers(deps, job, now)) <= 1) return;
  throw new RetryAt(new Date(now.getTime() + 1_000 + Math.random() * 3_000), 'another worker is sending it');
}

/** How many workers are at it right now, the asking one included. */
async function countWorkers(deps: Deps, job: Running, now: Date): Promise<number> {
  return deps.db.system(async (trx) => {
    const { rows } = await sql<{ workers: number }>`
      select count(*)::int as workers from job
      where organization_id = ${job.organizationId}::uuid and name = ${job.name} and singleton_key = ${job.singletonKey}
        and state = 'running' and locked_until > ${now}`.execute(trx);
    return rows[0]?.workers ?? 0;
  });
}
