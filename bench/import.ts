// `node --import tsx bench/import.ts`: rows per second and peak memory of the import on PostgreSQL (fsync on), 20,000 against 200,000 rows.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind, ImportMapping } from '#contract/import-map.ts';
import type { Database } from '#api/db/database.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { recordKinds } from '#api/import/kinds/kinds.ts';
import { runFile } from '#api/import/run-file.ts';
import { startEmbeddedPostgres } from '#tests/support/databases.ts';

interface Figure {
  readonly label: string;
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const silent = { warn: () => undefined };
const [url, size] = process.argv.slice(2);

const towns = ['Leonberg', 'Stuttgart', 'Hamburg', 'Köln', 'München', 'Dresden', 'Kiel'];
const first =
  'Metallbau Schreinerei Bauelemente Türen Fenster Stahlbau Schlosserei Holzbau Glas Beschläge'.split(' ');
const second = 'Müller Schmidt Weber Hollerbach Brenner Lohse Kranz Vogel Seidel Hartmann Krüger Böhm'.split(
  ' ',
);
const name = (at: number) =>
  `${first[at % first.length] ?? ''} ${second[Math.floor(at / 10) % second.length] ?? ''} ${syllables(at)} GmbH`;
const syllables = (at: number) =>
  ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu']
    .map((one, place) => (Math.floor(at / 10 ** place) % 10 > 4 ? one : ''))
    .join('') || 'ost';

if (url !== undefined && size !== undefined) await measure(url, Number(size));
else await compare();

/** Each size in a process of its own, so that its peak memory is its own. */
async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-import-'));
  const settings = ['shared_buffers=256MB', 'max_wal_size=4GB'];
  const server = await startEmbeddedPostgres(folder, { settings, onError: () => undefined });
  try {
    const address = server.url;
    const db = openPostgres(address, silent);
    await migrate(db);
    await db.close();
    for (const rows of (process.env['ROWS'] ?? '20000,200000').split(',').map(Number)) {
      const child = spawn(process.execPath, [...process.execArgv, 'bench/import.ts', address, String(rows)], {
        stdio: 'inherit',
      });
      await once(child, 'exit');
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(address: string, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-import-'));
  const db = openPostgres(address, silent);
  const organizationId = randomUUID();
  await db.system((trx) =>
    trx
      .insertInto('organization')
      .values({ organization_id: organizationId, name: String(rows) })
      .execute(),
  );
  const customers = join(folder, 'kunden.csv');
  const orders = join(folder, 'auftraege.csv');
  await write(
    customers,
    'Kundennummer;Firma;Straße;PLZ;Ort;Land;Telefon;Zahlungsziel',
    rows,
    (at) =>
      `${100_000 + at};${name(at)};Hauptstraße ${at % 200};${String(10_000 + ((at * 7) % 89_999))};${towns[at % towns.length] ?? ''};DE;0${200 + (at % 700)} ${at};30`,
  );
  await write(
    orders,
    'Auftragsnummer;Kundennummer;Auftragsdatum;Netto',
    rows,
    (at) =>
      `AU-${at};${100_000 + (at % (rows / 5))};${String(1 + (at % 28)).padStart(2, '0')}.${String(1 + (at % 12)).padStart(2, '0')}.2026;${at % 9_000},${String(at % 100).padStart(2, '0')}`,
  );
  const sourceId = randomUUID();
  const run = (label: string, kind: ImportKind, path: string, mapping: ImportMapping) =>
    time(db, { label, organizationId, kind, path, mapping, sourceId });
  const map = (columns: Record<string, string>): ImportMapping => ({
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, { column }])),
  });
  const customerMap = map({
    number: 'Kundennummer',
    name: 'Firma',
    street: 'Straße',
    postcode: 'PLZ',
    city: 'Ort',
    country: 'Land',
    phone: 'Telefon',
    paymentTermDays: 'Zahlungsziel',
  });
  const orderMap = map({
    number: 'Auftragsnummer',
    customerNumber: 'Kundennummer',
    orderedOn: 'Auftragsdatum',
    total: 'Netto',
  });
  const figures = [
    await run('customers, all new', 'customers', customers, customerMap),
    await run('customers, all the same', 'customers', customers, customerMap),
    await run('orders, all new', 'orders', orders, orderMap),
    await run('orders, all the same', 'orders', orders, orderMap),
  ];
  for (const figure of figures) {
    const perSecond = Math.round(figure.rows / figure.seconds).toLocaleString('en');
    console.log(
      `${figure.label.padEnd(26)} ${String(figure.rows).padStart(7)} rows  ${figure.seconds.toFixed(1).padStart(6)} s  ${perSecond.padStart(7)} rows/s  peak ${figure.peakMb} MB`,
    );
  }
  await db.close();
  rmSync(folder, { recursive: true, force: true });
}

interface Timed {
  readonly label: string;
  readonly organizationId: string;
  readonly kind: ImportKind;
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly sourceId: string;
}

/** The whole of it: checking the file, writing, figures, search. */
async function time(db: Database, { label, ...of }: Timed): Promise<Figure> {
  const runId = randomUUID();
  const now = new Date('2026-09-03T12:00:00Z');
  await db.system((trx) =>
    trx
      .insertInto('import_run')
      .values({
        organization_id: of.organizationId,
        id: runId,
        source_id: of.sourceId,
        kind: of.kind,
        file_id: null,
        file_name: label,
        is_dry_run: false,
        settings: '{}',
        rows_total: null,
        problem: null,
        started_by: null,
        created_at: now,
        started_at: now,
        finished_at: null,
        undone_by: null,
        undone_at: null,
      })
      .execute(),
  );
  const phases: string[] = [];
  let last = performance.now();
  const mark = (phase: string) => {
    phases.push(`${phase} ${((performance.now() - last) / 1_000).toFixed(1)}`);
    last = performance.now();
  };
  const start = performance.now();
  let rows = 0;
  await runFile({
    ...of,
    db,
    runId,
    kind: recordKinds[of.kind],
    isDryRun: false,
    isFullLoad: false,
    now,
    skip: 0,
    onState: (state) => {
      mark(state === 'writing' ? 'check' : 'write');
      return Promise.resolve();
    },
    onBatch: (read) => {
      rows = read;
    },
  });
  mark('finish');
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  return {
    label: process.env['PHASES'] ? `${label} [${phases.join(', ')}]` : label,
    rows,
    seconds: (performance.now() - start) / 1_000,
    peakMb,
  };
}

async function write(
  path: string,
  header: string,
  rows: number,
  line: (at: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let at = 0; at < rows; at += 1) if (!file.write(`${line(at)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}
