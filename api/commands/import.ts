// `npm run import`: customers, products, orders and order lines from CSV files of an ERP.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '#api/config.ts';
import type { Database } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { ImportError, runImport } from '#api/import/import.ts';
import type { ImportReport, ImportRequest } from '#api/import/import.ts';
import { ImportMap, readyMaps } from '#api/import/maps.ts';
import { importKinds } from '#contract/import-map.ts';
import type { ImportKind } from '#contract/import-map.ts';
import { importMessages } from '#api/import/messages.ts';
import type { ImportLanguage } from '#api/import/messages.ts';
import { toCsv } from '#api/import/error-file.ts';
import { openDatabase } from '#api/open-database.ts';
import { StartError } from '#api/start-error.ts';

const optionOf = (kind: ImportKind) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const fileOptions = importKinds.map((kind) => `[--${optionOf(kind)} FILE]`).join(' ');
const help = `npm run import -- ${fileOptions}
  Files are CSV or XLSX.
  --map NAME|FILE      column map: ${Object.keys(readyMaps).join(', ')}, or a JSON file (default: standard)
  --dry-run            compares and counts, stores nothing
  --errors FILE        where wrong lines are written (default: import-errors.csv)
  --organization NAME  into which organisation; made when it does not exist (default: the only one)
  --language de|en     of the report (default: de)
Stop the server first when it runs on the embedded database.`;

const { values: options } = parseArgs({
  options: {
    customers: { type: 'string' },
    contacts: { type: 'string' },
    terms: { type: 'string' },
    'product-groups': { type: 'string' },
    products: { type: 'string' },
    orders: { type: 'string' },
    'order-lines': { type: 'string' },
    quotes: { type: 'string' },
    invoices: { type: 'string' },
    projects: { type: 'string' },
    'service-intervals': { type: 'string' },
    'prices-heard': { type: 'string' },
    map: { type: 'string', default: 'standard' },
    'dry-run': { type: 'boolean', default: false },
    errors: { type: 'string', default: 'import-errors.csv' },
    organization: { type: 'string' },
    language: { type: 'string', default: 'de' },
    help: { type: 'boolean', default: false },
  },
});
const language: ImportLanguage = options.language === 'en' ? 'en' : 'de';
const words = importMessages[language];
const files: Partial<Record<ImportKind, string>> = {};
for (const kind of importKinds) {
  const path: unknown = Reflect.get(options, optionOf(kind));
  if (typeof path === 'string') files[kind] = path;
}

if (options.help || Object.keys(files).length === 0) console.info(help);
else await main();

async function main(): Promise<void> {
  try {
    const map = readMap(options.map);
    const db = await openDatabase(readConfig(), pino({ level: 'warn' }));
    try {
      const organization = await findOrganization(db);
      report(
        await runImport(db, {
          ...organization,
          files,
          map,
          isDryRun: options['dry-run'],
          language,
          now: new Date(),
          onProgress,
        }),
      );
    } finally {
      await db.close();
    }
  } catch (error) {
    if (!(error instanceof ImportError || error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function readMap(name: string): ImportMap {
  const ready = Object.hasOwn(readyMaps, name) ? readyMaps[name] : undefined;
  if (ready !== undefined) return ready;
  try {
    return ImportMap.parse(JSON.parse(readFileSync(name, 'utf8')));
  } catch (error) {
    throw new ImportError(
      `${words.source.not_readable({ column: '', value: name, line: null })} ${error instanceof Error ? error.message : ''}`,
    );
  }
}

async function findOrganization(
  db: Database,
): Promise<Pick<ImportRequest, 'organizationId' | 'newOrganizationName'>> {
  const { organization: wanted } = options;
  const found = await db.system((trx) =>
    trx.selectFrom('organization').select(['organization_id', 'name']).execute(),
  );
  const named = found.find((one) => one.name === wanted || one.organization_id === wanted);
  const only = wanted === undefined && found.length === 1 ? found[0] : undefined;
  const known = named ?? only;
  if (known !== undefined) return { organizationId: known.organization_id };
  if (wanted === undefined)
    throw new ImportError(words.organization(found.map((one) => one.name).join(', ')));
  return { organizationId: newId(), newOrganizationName: wanted };
}

function onProgress(kind: ImportKind, lines: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${words.kind[kind]}: ${lines}   `);
}

function report({ counts, wrongLines }: ImportReport): void {
  for (const kind of importKinds) {
    const count = counts[kind];
    if (count !== undefined) console.info(`${words.kind[kind]}: ${words.counts(count)}`);
  }
  if (wrongLines.length > 0) {
    const rows = wrongLines.map((wrong) => [wrong.file, String(wrong.line), wrong.sentence]);
    const header = [language === 'de' ? 'Datei' : 'File', words.errorHeader.line, words.errorHeader.reason];
    writeFileSync(options.errors, `\uFEFF${[header, ...rows].map(toCsv).join('\r\n')}\r\n`);
    console.info(words.errorFile(options.errors));
  }
  console.info(options['dry-run'] ? words.dryRun : words.done);
}
