// One database interface over an embedded PGlite folder or a PostgreSQL server: transactions scoped to an organisation.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, PostgresPool, PostgresPoolClient } from 'kysely';
import { queryOn } from './connection.ts';
import type { Tables } from './tables.ts';

export type Query = Kysely<Tables>;
type Work<T> = (trx: Query) => Promise<T>;

export interface Scope {
  readonly organizationId: string;
}

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** One transaction, seeing only this organisation's rows; joins the one already open in this async context. */
  transaction<T>(scope: Scope, work: Work<T>): Promise<T>;
  /** The same for work that only reads. */
  read<T>(scope: Scope, work: Work<T>): Promise<T>;
  /** One transaction past row security, for sign-in, sweeps, seeds and imports; name organization_id yourself. */
  system<T>(work: Work<T>): Promise<T>;
  /** Calls back once the transaction open here is committed, never after a rollback; at once when none is open. `tell` must not throw. */
  afterCommit(tell: () => void): void;
  /** One statement or script outside any transaction of ours, for migrations and the job library. */
  execute(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

interface Open {
  readonly trx: Query;
  readonly organizationId: string | null;
  /** Timers started inside a transaction outlive it; for them it is no longer open. */
  done: boolean;
  readonly afterCommit: (() => void)[];
}

const readOnly = 'begin read only';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Puts the interface over a pool; `close` ends what is behind the pool. */
export function createDatabase(
  kind: Database['kind'],
  pool: PostgresPool,
  close: () => Promise<void>,
): Database {
  const context = new AsyncLocalStorage<Open>();

  async function run<T>(organizationId: string | null, begin: string, work: Work<T>): Promise<T> {
    const open = context.getStore();
    if (open !== undefined && !open.done) return join(open, organizationId, work);
    const client = await pool.connect();
    const mine: Open = { trx: queryOn(client), organizationId, done: false, afterCommit: [] };
    try {
      const result = await inTransaction(client, begin, () => context.run(mine, () => work(mine.trx)));
      mine.done = true;
      if (begin.startsWith(readOnly)) {
        void finish(client, 'commit'); // what was read is certain already
        return result;
      }
      await commit(client);
      client.release();
      for (const tell of mine.afterCommit) tell(); // the connection is free again, so whoever is told may use it
      return result;
    } catch (error) {
      mine.done = true;
      await finish(client, 'rollback');
      throw error;
    }
  }

  function afterCommit(tell: () => void): void {
    const open = context.getStore();
    if (open === undefined || open.done) tell();
    else open.afterCommit.push(tell);
  }

  return {
    kind,
    afterCommit,
    transaction: (scope, work) => run(scope.organizationId, beginAs(scope, 'begin'), work),
    read: (scope, work) => run(scope.organizationId, beginAs(scope, readOnly), work),
    system: (work) => run(null, 'begin', work),
    execute: (text, values = []) => execute(pool, text, values),
    close,
  };
}

async function execute(
  pool: PostgresPool,
  text: string,
  values: readonly unknown[],
): Promise<{ rows: unknown[] }> {
  const client = await pool.connect();
  try {
    const result = await client.query<unknown>(text, values);
    return { rows: result.rows };
  } catch (error) {
    await client.query('rollback', []).catch(() => undefined); // a script that failed inside its own begin
    throw error;
  } finally {
    client.release();
  }
}

/** Begin is sent together with the first statement; when it fails, that one fails too, and the reason is begin's. */
async function inTransaction<T>(
  client: PostgresPoolClient,
  begin: string,
  work: () => Promise<T>,
): Promise<T> {
  const begun = client.query(begin, []).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work();
    const failed = await begun;
    if (failed !== null) throw failed.error;
    return result;
  } catch (error) {
    throw (await begun)?.error ?? error;
  }
}

/** After a failed statement whose error was swallowed, PostgreSQL answers commit by rolling back, without an error. */
async function commit(client: PostgresPoolClient): Promise<void> {
  const { command } = await client.query('commit', []);
  const done: string = command; // one of more words than Kysely types
  if (done === 'ROLLBACK') throw new Error('Nothing was kept: a statement of this transaction had failed.');
}

/** Ends a transaction whose outcome nobody waits for, and gives the connection back; a lost one has ended it already. */
async function finish(client: PostgresPoolClient, how: 'commit' | 'rollback'): Promise<void> {
  await client.query(how, []).catch(() => undefined);
  client.release();
}

function join<T>(open: Open, organizationId: string | null, work: Work<T>): Promise<T> {
  if (open.organizationId !== organizationId) {
    throw new Error('A transaction of another organisation is open here; finish it first.');
  }
  return work(open.trx);
}

/** One round trip: begin, leave the superuser, name the organisation. All three end with the transaction. */
function beginAs(scope: Scope, begin: string): string {
  if (!uuid.test(scope.organizationId)) throw new Error('organizationId is not a UUID');
  return `${begin}; set local role kundencockpit_app; set local app.organization_id = '${scope.organizationId}'`;
}
