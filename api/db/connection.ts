// Kysely on one lent connection. Statements go out as they are asked for, without waiting for the answers of those before
// them: what does not build on each other (begin, two questions) costs one round trip. Answers come in order.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type PostgresPoolClient,
} from 'kysely';
import type { Tables } from './tables.ts';

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const driver = new DummyDriver();
const executor = new Kysely<Tables>({ dialect }).getExecutor();
const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** A query builder whose statements run on this client, which the caller has for himself and gives back. */
export function queryOn(client: PostgresPoolClient): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
      const { command, rowCount, rows } = await client.query<R>(sql, [...parameters]);
      return changes.has(command) ? { numAffectedRows: BigInt(rowCount), rows } : { rows };
    },
    streamQuery: () => {
      throw new Error('Rows are not streamed here; read them page by page.');
    },
  };
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver,
    executor: executor.withConnectionProvider({ provideConnection: (consume) => consume(connection) }),
  });
}
