// All SQL of the job table but the insert: claiming, finishing, postponing, giving up.
import { sql } from 'kysely';
import type { Database } from '#api/db/database.ts';

export interface ClaimedJob {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
}

const lockSeconds = 120;

/** Takes up to `limit` due jobs for this process; several processes never get the same one. */
export async function claimDueJobs(
  db: Database,
  now: Date,
  names: string[],
  limit: number,
): Promise<ClaimedJob[]> {
  const lockedUntil = new Date(now.getTime() + lockSeconds * 1_000);
  return db.system(async (trx) => {
    const { rows } = await sql<ClaimedJob>`
      update job set state = 'running', locked_until = ${lockedUntil}, attempts = attempts + 1
      where (organization_id, id) in (
        select organization_id, id from job
        where name = any(${names})
          and ((state = 'waiting' and run_at <= ${now}) or (state = 'running' and locked_until < ${now}))
        order by run_at, id limit ${limit} for update skip locked)
      returning organization_id as "organizationId", id, name, payload, attempts`.execute(trx);
    return rows;
  });
}

/**
 * To be called before the first job of a server that is the only one on its database: what a killed one was doing is
 * done again at once, and so is what waits for a time that lies ahead because a demo's clock starts on its day again.
 */
export async function releaseLeftJobs(db: Database, now: Date): Promise<void> {
  const past = new Date(now.getTime() - 1);
  await db.system(async (trx) => {
    await trx.updateTable('job').set({ locked_until: past }).where('state', '=', 'running').execute();
    await trx
      .updateTable('job')
      .set({ run_at: now })
      .where('state', '=', 'waiting')
      .where('created_at', '>', now)
      .execute();
  });
}

/** Says that a long job is still being done. */
export async function renewLock(db: Database, job: ClaimedJob, now: Date): Promise<void> {
  const lockedUntil = new Date(now.getTime() + lockSeconds * 1_000);
  await db.system((trx) =>
    trx
      .updateTable('job')
      .set({ locked_until: lockedUntil })
      .where('organization_id', '=', job.organizationId)
      .where('id', '=', job.id)
      .where('state', '=', 'running')
      .execute(),
  );
}

export async function finishJob(db: Database, job: ClaimedJob): Promise<void> {
  await db.system((trx) =>
    trx
      .deleteFrom('job')
      .where('organization_id', '=', job.organizationId)
      .where('id', '=', job.id)
      .execute(),
  );
}

/** Puts the job back for later; a newer waiting job with the same singleton key makes it needless. */
export async function postponeJob(
  db: Database,
  job: ClaimedJob,
  { at, reason, attempts }: { at: Date; reason: string; attempts: number },
): Promise<void> {
  await db.system(async (trx) => {
    const { rows } = await sql`
      update job set state = 'waiting', run_at = ${at}, locked_until = null, attempts = ${attempts}, last_error = ${reason}
      where organization_id = ${job.organizationId} and id = ${job.id} and not exists (
        select from job newer where newer.organization_id = job.organization_id and newer.name = job.name
          and newer.singleton_key = job.singleton_key and newer.state = 'waiting')
      returning id`.execute(trx);
    if (rows.length === 0) {
      await trx
        .deleteFrom('job')
        .where('organization_id', '=', job.organizationId)
        .where('id', '=', job.id)
        .execute();
    }
  });
}

export async function giveUpJob(db: Database, job: ClaimedJob, reason: string): Promise<void> {
  await db.system((trx) =>
    trx
      .updateTable('job')
      .set({ state: 'dead', locked_until: null, last_error: reason })
      .where('organization_id', '=', job.organizationId)
      .where('id', '=', job.id)
      .execute(),
  );
}
