// Lists of 100,000 customers on both databases: a nested filter with totals over HTTP beside its floor (the same SQL through the
// driver plus a bare answer), figures of other records, later pages, and a whole file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { ListGroup } from '#contract/list-filter.ts';
import { readConfig } from '#api/config.ts';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPglite } from '#api/db/open-pglite.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { listen, stopListening } from '#api/listen.ts';
import { createMain } from '#api/main.ts';
import { benchOrganization, fullSize, generateBenchData, smallSize } from './data.ts';
import { ms, printTable, showFigures, time } from './figures.ts';
import type { Figures } from './figures.ts';
import { post } from './http.ts';
import { fillPglite } from './pglite.ts';
import { withFilledPostgres } from './postgres.ts';
import { startChild } from './process.ts';
import type { Child } from './process.ts';
import { recordStatements } from './statements.ts';
import type { Statement } from './statements.ts';

const demoNow = '2026-09-03T13:58:00+02:00';
const brand = '01890a5d-ac96-774b-bcce-b302099a8100';
const dorma = '01890a5d-ac96-774b-bcce-b302099a8101';
const area = '01890a5d-ac96-774b-bcce-b302099a8200';

const nested: ListGroup = {
  match: 'all',
  parts: [
    { field: 'rating_letter', operator: 'one_of', value: ['A', 'B'] },
    {
      match: 'any',
      parts: [
        { field: `attribute.${brand}`, operator: 'one_of', value: [dorma] },
        {
          match: 'all',
          parts: [
            { field: `attribute.${area}`, operator: 'at_least', value: 800 },
            { field: 'city', operator: 'contains', value: 'berg' },
          ],
        },
      ],
    },
  ],
};
const list = {
  kind: 'customer',
  filter: nested,
  columns: [
    'name',
    'city',
    'rating',
    'owner',
    'revenue_12_months',
    `attribute.${brand}`,
    `attribute.${area}`,
  ],
  sort: [{ field: 'revenue_12_months', descending: true }],
};
const asked = {
  'nested filter with totals': list,
  'everything by name, with totals': { ...list, filter: undefined, sort: [{ field: 'name' }] },
  'open items of every customer': {
    ...list,
    filter: { match: 'all', parts: [{ field: 'overdue_items', operator: 'at_least', value: 1 }] },
    columns: ['name', 'overdue_items', 'open_items'],
  },
  'last contact, from 1,000,000 activities': {
    ...list,
    filter: { match: 'all', parts: [{ field: 'last_activity_at', operator: 'older_than_days', value: 300 }] },
  },
} as const;

export interface ListFigures {
  readonly database: string;
  readonly lists: Record<string, { sql: Figures; bare: Figures; list: Figures; ratio: number; hits: number }>;
  readonly count: Figures;
  readonly csv: { rowsPerSecond: number; rows: number };
  readonly xlsx: { rowsPerSecond: number; rows: number };
  readonly peakMemoryMb: number;
}

/** Measures and prints both: PostgreSQL with data of its own, and the embedded database with those of the cockpit. */
export async function benchLists(sizeName: string): Promise<ListFigures[]> {
  const size = sizeName === 'small' ? smallSize : fullSize;
  const folder = join('.cache', `bench-lists-${sizeName}`);
  const fill = (db: Database) => generateBenchData(db, size, (table) => console.info(`lists: ${table}`));
  const onServer = await withFilledPostgres(folder, {
    fill,
    work: async (url) => {
      await prepare(openPostgres(url, pino({ level: 'warn' })));
      return measure('PostgreSQL', { DATABASE_URL: url, DATA_FOLDER: join(folder, 'data') });
    },
  });
  const home = await fillPglite(join('.cache', `bench-${sizeName}`), fill);
  await prepare(await openPglite(join(home, 'database')));
  const embedded = await measure('PGlite', { DATABASE_URL: '', DATA_FOLDER: home });
  const all = [onServer, embedded];
  all.forEach(printLists);
  return all;
}

async function prepare(db: Database): Promise<void> {
  await migrate(db);
  await addAttributes(db);
  await db.close();
}

/** Two attributes, filled in at half of the customers. */
async function addAttributes(db: Database): Promise<void> {
  await db.system(async (trx) => {
    const organization = sql`${benchOrganization}::uuid`;
    const choices = JSON.stringify([{ id: dorma, labelDe: 'Dorma', labelEn: 'Dorma', retired: false }]);
    await sql`insert into attribute (organization_id, id, record_kind, key, label_de, label_en, type, choices)
      values (${organization}, ${brand}::uuid, 'customer', 'marke', 'Marke', 'Brand', 'choice', ${choices}::jsonb),
        (${organization}, ${area}::uuid, 'customer', 'flaeche', 'Fläche', 'Area', 'number', '[]')
      on conflict do nothing`.execute(trx);
    await sql`update customer set attributes = jsonb_build_object(${area}::text, abs(hashtext(name)) % 1500)
        || case when abs(hashtext(name)) % 3 = 0 then jsonb_build_object(${brand}::text, ${dorma}::text) else '{}' end
      where organization_id = ${organization} and attributes = '{}' and abs(hashtext(id::text)) % 2 = 0`.execute(
      trx,
    );
  });
  await db.execute('analyze customer');
}

const runs = 10;

async function measure(database: string, settings: Record<string, string>): Promise<ListFigures> {
  const env = { ...settings, DEMO_NOW: demoNow, REQUESTS_PER_MINUTE: '0' };
  const floors = await measureFloors(env);
  const server = await startChild('server.ts', [], { ...env, LOG_LEVEL: 'warn' });
  try {
    const headers = await signIn(server.url);
    const ask = (path: string, body: object) => post(`${server.url}/api/lists/${path}`, headers, body);
    const lists: ListFigures['lists'] = {};
    for (const [name, body] of Object.entries(asked)) {
      const { count } = JSON.parse(await ask('run', body)) as { count: number };
      const figures = await time(runs, () => ask('run', body));
      const floor = floors[name];
      if (floor === undefined) continue;
      const ratio = figures.p50Ms / (floor.sql.p50Ms + floor.bare.p50Ms);
      lists[name] = { ...floor, list: figures, ratio, hits: count };
    }
    const count = await time(runs, () => ask('count', { kind: 'customer', filter: nested }));
    const csv = await timeFile(server, headers, 'csv');
    const xlsx = await timeFile(server, headers, 'xlsx');
    return { database, lists, count, csv, xlsx, peakMemoryMb: server.peakMemoryMb() };
  } finally {
    await server.stop();
  }
}

/** All statements of one request replayed through the driver alone, and a bare answer of the same size. */
async function measureFloors(env: Record<string, string>) {
  const main = await createMain(readConfig({ ...process.env, ...env, LOG_LEVEL: 'silent' }));
  const servers = await listen(main.app, '127.0.0.1', 0);
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-'));
  const floors: Record<string, { sql: Figures; bare: Figures }> = {};
  try {
    const { port } = servers[0]?.address() as AddressInfo; // listening on TCP, so an address object
    const url = `http://127.0.0.1:${port}`;
    const headers = await signIn(url);
    for (const [name, body] of Object.entries(asked)) {
      let reply = '';
      const statements = await recordStatements(main.deps.db, async () => {
        reply = await post(`${url}/api/lists/run`, headers, body);
      });
      const file = join(folder, 'reply.json');
      writeFileSync(file, reply);
      const bareServer = await startChild('bare.ts', [file]);
      const bare = await time(runs, () => fetch(bareServer.url).then((answer) => answer.text()));
      await bareServer.stop();
      floors[name] = { sql: await replay(main.deps.db, statements), bare };
    }
    return floors;
  } finally {
    await stopListening(servers, 100);
    await main.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function replay(db: Database, statements: readonly Statement[]): Promise<Figures> {
  const own = statements.filter(({ text }) => /saved_list|attribute|customer/.test(text));
  return time(runs, async () => {
    for (const { text, values } of own) await db.execute(text, values);
  });
}

async function timeFile(server: Child, headers: Record<string, string>, format: 'csv' | 'xlsx') {
  const started = performance.now();
  const answer = await fetch(`${server.url}/api/lists/export`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'customer', columns: list.columns, sort: [{ field: 'name' }], format }),
  });
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).byteLength;
  if (!answer.ok || bytes === 0) throw new Error(`${answer.status} for the ${format} file`);
  const rows = Number(
    JSON.parse(await post(`${server.url}/api/lists/count`, headers, { kind: 'customer' })).count,
  );
  return { rows, rowsPerSecond: rows / ((performance.now() - started) / 1000) };
}

/** Signs the bench's own person in; answers the headers that say so. */
export async function signIn(url: string): Promise<Record<string, string>> {
  const answer = await post(`${url}/demo/sign-in`, {}, { user: 'bench' });
  const { token } = JSON.parse(answer) as { token: string };
  return { authorization: `Bearer ${token}` };
}

function printLists(figures: ListFigures): void {
  const lines = Object.entries(figures.lists).flatMap(
    ([what, { sql: floor, bare, list: whole, ratio, hits }]) => [
      { what: `${what} (${hits} hits)`, value: showFigures(whole) },
      {
        what: '… as a ratio to SQL + bare answer',
        value: `${ratio.toFixed(2)} × (SQL ${ms(floor.p50Ms)}, bare ${ms(bare.p50Ms)})`,
      },
    ],
  );
  printTable(`Lists of ${figures.csv.rows} customers, ${figures.database}`, [
    ...lines,
    { what: 'live count of the nested filter', value: showFigures(figures.count) },
    { what: `CSV file of ${figures.csv.rows} rows`, value: `${figures.csv.rowsPerSecond.toFixed(0)} rows/s` },
    { what: 'XLSX file of the same', value: `${figures.xlsx.rowsPerSecond.toFixed(0)} rows/s` },
    { what: 'peak memory of the server', value: `${figures.peakMemoryMb.toFixed(0)} MB` },
  ]);
}
