// The bench's embedded database: a data folder filled once per size and kept.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPglite } from '#api/db/open-pglite.ts';

/** Answers the data folder; a half-made one is made anew. */
export async function fillPglite(folder: string, fill: (db: Database) => Promise<void>): Promise<string> {
  const home = join(folder, 'pglite');
  const done = join(folder, 'pglite.done');
  if (!existsSync(done)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    const db = await openPglite(join(home, 'database'));
    await migrate(db);
    await fill(db);
    await db.close();
    writeFileSync(done, '');
  }
  return home;
}
