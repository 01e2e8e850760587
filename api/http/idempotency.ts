// The same Idempotency-Key with the same input gets the same answer, however often and however parallel it is sent.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { AppError } from '#api/errors.ts';
import type { Context } from './context.ts';

interface Attempt {
  readonly key: string;
  readonly endpoint: string;
  readonly input: unknown;
}

/** Reads the header; null when absent. Throws invalid_input unless it is 1 to 200 printable ASCII characters. */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new AppError('invalid_input', { fields: [{ path: 'Idempotency-Key', problem: 'wrong_format' }] });
}

/**
 * Runs the work once per key, in one transaction with the stored answer; a failed run leaves no trace.
 * Throws idempotency_running while another request holds the key, idempotency_mismatch for another input.
 */
export function runOnce<T>(context: Context, attempt: Attempt, work: () => Promise<T>): Promise<T> {
  const { deps, user } = context;
  return deps.db.transaction(user, async (trx) => {
    const hash = hashInput(attempt);
    if (!(await claim(trx, context, attempt, hash))) return findAnswer<T>(trx, context, attempt, hash);
    const reply = await work();
    await trx
      .updateTable('idempotency_key')
      .set({ status: 200, reply: JSON.stringify(reply) })
      .where('organization_id', '=', user.organizationId)
      .where('user_id', '=', user.id)
      .where('key', '=', attempt.key)
      .execute();
    return reply;
  });
}

/** Takes the key's lock and its row in one statement; false when either is somebody else's. */
async function claim(trx: Query, context: Context, attempt: Attempt, hash: Buffer): Promise<boolean> {
  const { deps, user } = context;
  const lockName = `${user.organizationId} ${user.id} ${attempt.key}`;
  const { rows } = await sql`
    insert into idempotency_key (organization_id, user_id, key, endpoint, input_hash, created_at)
    select ${user.organizationId}::uuid, ${user.id}::uuid, ${attempt.key}, ${attempt.endpoint}, ${hash}::bytea, ${deps.clock.now()}::timestamptz
    where pg_try_advisory_xact_lock(hashtextextended(${lockName}, 0))
    on conflict do nothing
    returning 1`.execute(trx);
  return rows.length === 1;
}

async function findAnswer<T>(trx: Query, context: Context, attempt: Attempt, hash: Buffer): Promise<T> {
  const row = await trx
    .selectFrom('idempotency_key')
    .select(['input_hash', 'reply', 'status'])
    .where('organization_id', '=', context.user.organizationId)
    .where('user_id', '=', context.user.id)
    .where('key', '=', attempt.key)
    .executeTakeFirst();
  if (row === undefined || row.status === null) throw new AppError('idempotency_running');
  if (!hash.equals(row.input_hash)) throw new AppError('idempotency_mismatch');
  return row.reply as T; // stored by runOnce for the same endpoint, and checked again on leaving
}

function hashInput(attempt: Attempt): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([attempt.endpoint, attempt.input]))
    .digest();
}
