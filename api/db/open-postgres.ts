// A PostgreSQL server behind DATABASE_URL.
import pg from 'pg';
import type { Logger } from 'pino';
import { createDatabase } from './database.ts';
import type { Database } from './database.ts';
import { preparedName } from './prepared.ts';
import { readers } from './readers.ts';

/** Gives marked statements their name, by which the server keeps their plan. */
class PreparingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown[], ...rest: unknown[]) => {
    const name = typeof text === 'string' ? preparedName(text) : null;
    const config = name === null ? text : { name, text };
    return Reflect.apply(pg.Client.prototype.query, this, [config, values, ...rest]) as unknown;
  }) as pg.Client['query']; // one of its many forms, passed on as it came
}

/** Opens a pool of connections; a lost connection is logged and replaced at the next use. */
export function openPostgres(url: string, log: Pick<Logger, 'warn'>, size = 10): Database {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: size,
    pipeline: true, // statements need not wait for each other's answers, see connection.ts
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        readers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A broken connection (server restart) would end the process if nobody listened: the pool does so for idle ones, each
  // client of its own for those lent out, whose next statement fails and says so.
  pool.on('error', (error) => log.warn({ error: error.message }, 'database connection lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return createDatabase('postgres', pool, () => pool.end());
}
