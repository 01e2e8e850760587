// The bench's PostgreSQL: filled once per size, kept in its folder, and always started with the same settings.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { startEmbeddedPostgres } from '#tests/support/databases.ts';

const settings = ['shared_buffers=512MB', 'max_wal_size=4GB'];

interface Filled<T> {
  /** Fills the migrated, empty database; only asked for once, a half-made one is made anew. */
  fill(db: Database): Promise<void>;
  work(url: string): Promise<T>;
}

/** Starts the server on the data of this folder, works on it, and stops it. */
export async function withFilledPostgres<T>(folder: string, { fill, work }: Filled<T>): Promise<T> {
  const done = join(folder, 'postgres.done');
  const isThere = existsSync(done);
  mkdirSync(folder, { recursive: true });
  if (!isThere) rmSync(join(folder, 'postgres'), { recursive: true, force: true });
  const server = await startEmbeddedPostgres(folder, { settings, isKept: true, isThere });
  try {
    if (!isThere) {
      const db = openPostgres(server.url, pino({ level: 'warn' }));
      await migrate(db);
      await fill(db);
      await db.close();
      writeFileSync(done, '');
    }
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
