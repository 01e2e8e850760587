// The embedded database: PGlite in a folder, made durable, behind the interface of a pg pool.
import { fdatasyncSync, mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { createDatabase } from './database.ts';
import type { Database } from './database.ts';
import { createMutex } from './mutex.ts';
import { createPreparedStatements } from './pglite-prepared.ts';
import type { PreparedStatements } from './pglite-prepared.ts';
import { preparedName } from './prepared.ts';
import { readers } from './readers.ts';

interface Emscripten {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** PGlite never calls fsync by itself; with this file system and without `-F` every commit reaches the disk. */
class DurableFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addFsync = (module: unknown) => {
      const { NODEFS } = module as Emscripten; // the WASM module's own file system, which PGlite does not type
      NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addFsync, ...(emscriptenOpts.preRun ?? [])] } };
  }
}

const durable = [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'];
const extensions = { pg_trgm, unaccent };

/** Opens (or makes) the database in a folder; the caller holds the folder's lock. */
export async function openPglite(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  return wrap(
    await PGlite.create({ fs: new DurableFS(folder), extensions, parsers: readers, startParams: durable }),
  );
}

/** A database in memory, empty or from a dump; for tests. */
export async function openPgliteInMemory(dump?: Blob): Promise<Database & { dump(): Promise<Blob> }> {
  const pglite = await PGlite.create({
    extensions,
    parsers: readers,
    ...(dump ? { loadDataDir: dump } : {}),
  });
  return { ...wrap(pglite), dump: () => pglite.dumpDataDir('none') };
}

function wrap(pglite: PGlite): Database {
  return createDatabase('pglite', createPool(pglite), () => pglite.close());
}

/** PGlite has one session, so the pool hands it to one caller at a time, first come first served. */
function createPool(pglite: PGlite): PostgresPool {
  const mutex = createMutex();
  const statements = createPreparedStatements(pglite);
  return {
    connect: async () => createClient(pglite, statements, await mutex.take()),
    end: () => Promise.resolve(),
  } as PostgresPool; // the parts of a pg pool that Kysely uses
}

function createClient(
  pglite: PGlite,
  statements: PreparedStatements,
  release: () => void,
): PostgresPoolClient {
  const run = async (text: string, values: readonly unknown[]) => {
    const name = preparedName(text);
    if (name === null) return query(pglite, text, values);
    const { rows } = await statements.run(name, text, values);
    return { command: 'SELECT', rowCount: rows.length, rows };
  };
  let hasFailed = false;
  const answer = async (text: string, values: readonly unknown[]) => {
    try {
      const result = await run(text, values);
      // after a failed statement commit rolls back; PGlite does not say so, a server does
      return hasFailed && text === 'commit' ? { ...result, command: 'ROLLBACK' } : result;
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    // one statement after the other: a prepared one is several messages, which must not be mixed with another's
    query: (text: string, values: readonly unknown[] = []) => {
      const mine = before.then(() => answer(text, values));
      before = mine.catch(() => undefined);
      return mine;
    },
    release,
  } as PostgresPoolClient; // cursors are not used here
}

async function query<R>(
  pglite: PGlite,
  text: string,
  values: readonly unknown[],
): Promise<PostgresQueryResult<R>> {
  const result = values.length === 0 ? await last<R>(pglite, text) : await pglite.query<R>(text, [...values]);
  const command = commandOf(text);
  return { command, rowCount: result.affectedRows || result.rows.length, rows: result.rows };
}

async function last<R>(pglite: PGlite, text: string): Promise<{ rows: R[]; affectedRows?: number }> {
  const results = await pglite.exec(text);
  const result = results.at(-1);
  return { rows: (result?.rows ?? []) as R[], affectedRows: result?.affectedRows ?? 0 };
}

function commandOf(text: string): PostgresQueryResult<unknown>['command'] {
  const word = /^\s*(insert|update|delete|merge)/i.exec(text)?.[1]?.toUpperCase();
  return (word ?? 'SELECT') as PostgresQueryResult<unknown>['command'];
}
