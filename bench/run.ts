// `npm run bench`: measures on generated data and prints a table and dist/bench.json. `--size small` tries it quickly,
// `--size middle` suits the embedded database.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '#api/db/database.ts';
import { buildPages } from '../build/pages.ts';
import { measureApi } from './api.ts';
import type { ApiFigures } from './api.ts';
import { benchSizes, fullSize, generateBenchData } from './data.ts';
import { benchComplaints } from './complaints.ts';
import { benchComplaintMails } from './complaint-mails.ts';
import { benchDuplicates } from './duplicates.ts';
import { ms, printTable, showFigures } from './figures.ts';
import { benchImport } from './import.ts';
import { benchLists } from './lists.ts';
import { measurePage } from './pages.ts';
import { fillPglite } from './pglite.ts';
import { withFilledPostgres } from './postgres.ts';
import { benchRating } from './rating.ts';
import { benchSearch, benchCompanyNames } from './search-run.ts';
import { measureSwitch } from './switch.ts';
import type { SwitchFigures } from './switch.ts';

const { values } = parseArgs({
  options: { size: { type: 'string', default: 'full' }, only: { type: 'string' } },
});
const size = benchSizes[values.size] ?? fullSize;
const runs = values.size === 'small' ? 200 : 1_000;
const folder = join('.cache', `bench-${values.size}`);

function fill(db: Database, name: string): Promise<void> {
  return generateBenchData(db, size, (table) => console.info(`${name}: ${table}`));
}

/** The data are made once per size. */
async function withPostgres(work: (url: string) => Promise<ApiFigures>): Promise<ApiFigures> {
  const given = process.env['BENCH_DATABASE_URL'];
  if (given !== undefined) return work(given);
  return withFilledPostgres(folder, { fill: (db) => fill(db, 'postgres'), work });
}

/** The pages as they are shipped; answers their folder. */
async function buildRelease(): Promise<string> {
  const out = '.cache/release';
  process.env['NODE_ENV'] = 'production';
  await buildPages(out);
  delete process.env['NODE_ENV'];
  return out;
}

function switchLines({ switches, painted, bareFetch, ratio }: SwitchFigures) {
  return [
    {
      what: `press on a mail to its painted cockpit, ${switches} switches`,
      value: `median ${ms(painted.p50Ms)}, p95 ${ms(painted.p95Ms)}`,
      aim: '< 150 ms median',
    },
    {
      what: 'the same request alone, from the same page',
      value: `median ${ms(bareFetch.p50Ms)}, p95 ${ms(bareFetch.p95Ms)}`,
    },
    { what: '… as a ratio', value: `${ratio.toFixed(1)} ×` },
  ];
}

function apiLines(figures: ApiFigures) {
  const { cockpitAtTen: load, floorAtTen: floor } = figures;
  return [
    { what: 'all SQL of a cockpit through the driver', value: showFigures(figures.sql) },
    { what: '… its main statement alone', value: showFigures(figures.mainStatement) },
    {
      what: `a bare Express answer of ${(figures.replyBytes / 1024).toFixed(1)} KiB`,
      value: showFigures(figures.bare),
    },
    {
      what: 'cockpit by e-mail over HTTP, 1 connection',
      value: showFigures(figures.cockpit),
      aim: 'p50 3 ms, p95 10 ms',
    },
    {
      what: '… as a ratio to SQL + bare answer',
      value: `${figures.cockpitRatio.toFixed(2)} ×`,
      aim: '≤ 2 ×',
    },
    {
      what: '… at 10 connections',
      value: `${load.requestsPerSecond.toFixed(0)} requests/s, p50 ${ms(load.p50Ms)}`,
      aim: '1,000 requests/s',
    },
    {
      what: '… the same SQL and a bare answer, at 10 connections',
      value: `${floor.requestsPerSecond.toFixed(0)} requests/s, p50 ${ms(floor.p50Ms)}`,
    },
    {
      what: '… as a ratio',
      value: `${(floor.requestsPerSecond / load.requestsPerSecond).toFixed(2)} ×`,
      aim: '≤ 2 ×',
    },
    { what: 'logging a mail over HTTP', value: showFigures(figures.log), aim: 'p50 5 ms' },
    {
      what: 'peak memory of the server',
      value: `${figures.peakMemoryMb.toFixed(0)} MB`,
      aim: figures.database === 'PostgreSQL' ? '≤ 200 MB' : '',
    },
  ];
}

const all: Record<string, unknown> = { size, at: new Date().toISOString(), node: process.version };
const wants = (name: string) => values.only === undefined || values.only === name;

if (wants('pages')) {
  const out = await buildRelease();
  const sizes = ['outlook/pane.html', 'teams/tab.html'].map((page) => measurePage(out, page));
  all['pages'] = sizes;
  printTable(
    'First JavaScript',
    sizes.map((page) => ({
      what: page.page,
      value: `${page.gzipKiB.toFixed(0)} KiB gzip, ${page.brotliKiB.toFixed(0)} KiB brotli`,
      aim: '≤ 180 KiB gzip (pane)',
    })),
  );
}
if (wants('switch')) {
  const figures = await measureSwitch(await buildRelease(), 30);
  all['switch'] = figures;
  printTable('Choosing another mail, in Chromium', switchLines(figures));
}
if (wants('lists')) all['lists'] = await benchLists(values.size);
if (wants('postgres')) {
  const figures = await withPostgres((url) =>
    measureApi({
      database: 'PostgreSQL',
      customers: size.customers,
      runs,
      env: { DATABASE_URL: url, DATA_FOLDER: join(folder, 'postgres-data') },
    }),
  );
  all['postgres'] = figures;
  printTable(`PostgreSQL, ${size.customers} customers`, apiLines(figures));
}
if (wants('rating')) all['rating'] = await benchRating(values.size);
if (wants('pglite')) {
  const home = await fillPglite(folder, (db) => fill(db, 'pglite'));
  const figures = await measureApi({
    database: 'PGlite',
    customers: size.customers,
    runs,
    env: { DATABASE_URL: '', DATA_FOLDER: home },
  });
  all['pglite'] = figures;
  printTable(`PGlite (embedded), ${size.customers} customers`, apiLines(figures));
}
if (wants('search')) {
  all['search'] = await benchSearch(values.size);
  all['companyNames'] = benchCompanyNames();
}
if (wants('complaints')) all['complaints'] = await benchComplaints(values.size);
if (wants('complaint-mails')) all['complaintMails'] = benchComplaintMails();
if (wants('duplicates')) all['duplicates'] = await benchDuplicates(values.size);
if (wants('import')) all['import'] = await benchImport(values.size);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bench.json', JSON.stringify(all, null, 2));
console.info('\nWritten: dist/bench.json');
