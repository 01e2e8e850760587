// The search part of the bench: fills its own databases once per size, measures both, prints its tables.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#api/db/database.ts';
import { readCompanyPairs, scorePairs } from '#tests/support/company-pairs.ts';
import { printTable } from './figures.ts';
import { fillPglite } from './pglite.ts';
import { withFilledPostgres } from './postgres.ts';
import { generateSearchData, searchSizes } from './search-data.ts';
import type { SearchBenchSize } from './search-data.ts';
import { measureSearch, searchLines } from './search.ts';
import type { SearchFigures } from './search.ts';

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
    await withFilledPostgres(folder, {
      fill: (db) => fill(db, size),
      work: (url) =>
        measureSearch({
          ...common,
          database: 'PostgreSQL',
          env: { DATABASE_URL: url, DATA_FOLDER: join(folder, 'postgres-data') },
        }),
    }),
  ];
  if (sizeName !== 'million') {
    const home = await fillPglite(folder, (db) => fill(db, size));
    all.push(
      await measureSearch({ ...common, database: 'PGlite', env: { DATABASE_URL: '', DATA_FOLDER: home } }),
    );
  }
  for (const figures of all) {
    printTable(`Search, ${figures.database}, ${figures.customers} customers`, searchLines(figures));
  }
  return all;
}

function fill(db: Database, size: SearchBenchSize): Promise<void> {
  return generateSearchData(db, size, (step) => console.info(`search data, ${db.kind}: ${step}`));
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
