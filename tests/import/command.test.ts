// `npm run import` as an administrator uses it: its own process, its own data folder.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '#api/db/lock.ts';
import { openDatabase } from '#api/open-database.ts';
import { readConfig } from '#api/config.ts';
import { pino } from 'pino';

const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-import-command-'));
const dataFolder = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
}

async function runCommand(...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATA_FOLDER: dataFolder, DATABASE_URL: '' };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'api/commands/import.ts', ...args],
      { env },
    );
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }; // of execFile
    return { code, output: stdout + stderr };
  }
}

const customers = join(folder, 'kunden.csv');
writeFileSync(
  customers,
  'Kundennummer;Name;PLZ;Ort\n1;"=HYPERLINK(""http://x.test"")";71229;Leonberg\n;Ohne Nummer;;\n2;Müller GmbH;;\n',
);
const map = join(folder, 'map.json');
writeFileSync(
  map,
  JSON.stringify({ customers: { number: 'Kundennummer', name: 'Name', postcode: 'PLZ', city: 'Ort' } }),
);
const errors = join(folder, 'fehler.csv');
const common = ['--customers', customers, '--map', map, '--errors', errors, '--organization', 'Muster GmbH'];

async function readNames(): Promise<string[]> {
  const db = await openDatabase(readConfig({ DATA_FOLDER: dataFolder }), pino({ level: 'silent' }));
  try {
    const rows = await db.system((trx) =>
      trx.selectFrom('customer').select('name').orderBy('number').execute(),
    );
    return rows.map((row) => row.name);
  } finally {
    await db.close();
  }
}

test('without files it explains itself', async () => {
  expect((await runCommand()).output).toContain('--dry-run');
});

test('while a server holds the data folder it refuses with a sentence', async () => {
  const unlock = await lockFolder(dataFolder);
  const ended = await runCommand(...common);
  await unlock();

  expect(ended.code).toBe(1);
  expect(ended.output).toMatch(/already running on the folder/);
  expect(ended.output).not.toMatch(/\n\s+at /);
}, 60_000);

test('a dry run counts, the real run stores, wrong lines stand in the error file as text', async () => {
  const dry = await runCommand(...common, '--dry-run');
  expect(dry.output).toContain('2 neu');
  expect(await readNames()).toEqual([]);

  const real = await runCommand(...common);
  expect(real).toMatchObject({ code: 0 });
  expect(real.output).toContain('2 neu');
  expect(real.output).toContain('1 fehlerhaft');
  expect(await readNames()).toEqual(['=HYPERLINK("http://x.test")', 'Müller GmbH']);
  expect(readFileSync(errors, 'utf8')).toMatch(/;"3";"[^"]*Kundennummer[^"]*"/);
}, 120_000);

test('a map that is none is said to be', async () => {
  const ended = await runCommand('--customers', customers, '--map', customers);

  expect(ended.code).toBe(1);
  expect(ended.output).not.toMatch(/\n\s+at /);
}, 60_000);
