// One size of the import in a process of its own (`import-child.ts URL ROWS`), so that its peak memory is its own: customers and
// orders, new and again the same, through the whole of a run. Prints its figures as one line of JSON.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind, ImportMapping } from '#contract/import-map.ts';
import type { Database } from '#api/db/database.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { recordKinds } from '#api/import/kinds/kinds.ts';
import { runFile } from '#api/import/run-file.ts';

const [url = '', rows = '0'] = process.argv.slice(2);

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

await measure(url, Number(rows));

function map(columns: Record<string, string>): ImportMapping {
  return {
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, { column }])),
  };
}

async function measure(address: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-import-'));
  const db = openPostgres(address, { warn: () => undefined });
  const organizationId = randomUUID();
  await db.system((trx) =>
    trx
      .insertInto('organization')
      .values({ organization_id: organizationId, name: String(count) })
      .execute(),
  );
  const files = await writeFiles(folder, count);
  const sourceId = randomUUID();
  const of = { organizationId, sourceId };
  const customers: Timed = { ...of, kind: 'customers', path: files.customers, mapping: customerMap };
  const orders: Timed = { ...of, kind: 'orders', path: files.orders, mapping: orderMap };
  const seconds = {
    newCustomers: await time(db, customers),
    sameCustomers: await time(db, customers),
    newOrders: await time(db, orders),
    sameOrders: await time(db, orders),
  };
  console.log(JSON.stringify({ rows: count, seconds, peakMb: process.resourceUsage().maxRSS / 1_024 }));
  await db.close();
  rmSync(folder, { recursive: true, force: true });
}

async function writeFiles(folder: string, count: number): Promise<{ customers: string; orders: string }> {
  const [customers, orders] = [join(folder, 'kunden.csv'), join(folder, 'auftraege.csv')];
  await write(
    customers,
    'Kundennummer;Firma;Straße;PLZ;Ort;Land;Telefon;Zahlungsziel',
    count,
    (at) =>
      `${100_000 + at};${name(at)};Hauptstraße ${at % 200};${String(10_000 + ((at * 7) % 89_999))};${towns[at % towns.length] ?? ''};DE;0${200 + (at % 700)} ${at};30`,
  );
  await write(
    orders,
    'Auftragsnummer;Kundennummer;Auftragsdatum;Netto',
    count,
    (at) =>
      `AU-${at};${100_000 + (at % (count / 5))};${String(1 + (at % 28)).padStart(2, '0')}.${String(1 + (at % 12)).padStart(2, '0')}.2026;${at % 9_000},${String(at % 100).padStart(2, '0')}`,
  );
  return { customers, orders };
}

interface Timed {
  readonly organizationId: string;
  readonly kind: ImportKind;
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly sourceId: string;
}

/** Seconds for the whole of it: checking the file, writing, figures, search. */
async function time(db: Database, of: Timed): Promise<number> {
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
        file_name: of.kind,
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
  const start = performance.now();
  const kind = recordKinds[of.kind];
  await runFile({ ...of, db, runId, kind, isDryRun: false, isFullLoad: false, now, skip: 0 });
  return (performance.now() - start) / 1_000;
}

async function write(
  path: string,
  header: string,
  count: number,
  line: (at: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let at = 0; at < count; at += 1) if (!file.write(`${line(at)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}
