// Opens the database that the settings name, alone on its folder and with its schema up to date.
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { lockFolder } from './db/lock.ts';
import { migrate } from './db/migrate.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';

/** Takes the folder's lock first (FolderInUseError), opens, migrates. `close` gives everything back. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  log: Logger,
): Promise<Database> {
  const unlock = await lockFolder(config.dataFolder);
  try {
    const db =
      config.databaseUrl === null
        ? await openPglite(join(config.dataFolder, 'database'))
        : openPostgres(config.databaseUrl, log);
    await migrate(db);
    return { ...db, close: () => db.close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}
