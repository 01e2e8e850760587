// The import part of the bench on PostgreSQL (fsync on): rows per second and peak memory at two sizes ten apart, and a file of
// 200 MB through the real server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { migrate } from '#api/db/migrate.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { startEmbeddedPostgres } from '#tests/support/databases.ts';
import { printTable, showFigures } from './figures.ts';
import type { Line } from './figures.ts';
import { measureUpload } from './import-upload.ts';
import type { UploadFigures } from './import-upload.ts';

interface SizeFigures {
  readonly rows: number;
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMb: number;
}

export interface ImportFigures {
  readonly sizes: readonly SizeFigures[];
  readonly upload: UploadFigures;
}

const labels: Readonly<Record<string, string>> = {
  newCustomers: 'customers, all new',
  sameCustomers: 'customers, all the same',
  newOrders: 'orders, all new',
  sameOrders: 'orders, all the same',
};
const settings = ['shared_buffers=256MB', 'max_wal_size=4GB'];

/** Measures on a server of its own and prints the table. */
export async function benchImport(sizeName: string): Promise<ImportFigures> {
  const isSmall = sizeName === 'small';
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-import-'));
  const server = await startEmbeddedPostgres(folder, { settings, onError: () => undefined });
  try {
    const db = openPostgres(server.url, { warn: () => undefined });
    await migrate(db);
    await db.close();
    const sizes: SizeFigures[] = [];
    for (const rows of isSmall ? [1_000, 10_000] : [20_000, 200_000]) {
      sizes.push(await measureSize(server.url, rows));
    }
    const figures = { sizes, upload: await measureUpload(server.url, isSmall ? 1_000 : 100_000) };
    printTable('Import, PostgreSQL', linesOf(figures));
    return figures;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSize(url: string, rows: number): Promise<SizeFigures> {
  const args = [...process.execArgv, 'bench/import-child.ts', url, String(rows)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(said) as SizeFigures;
}

function linesOf({ sizes, upload }: ImportFigures): Line[] {
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const perSecond = (rows: number, seconds: number) => `${count(rows / seconds)} rows/s`;
  const bySize = sizes.flatMap(({ rows, seconds, peakMb }) => [
    ...Object.entries(seconds).map(([of, value]) => ({
      what: `${labels[of] ?? of}, ${count(rows)}`,
      value: perSecond(rows, value),
      aim: '≥ 5,000 rows/s',
    })),
    { what: `… peak memory at ${count(rows)}`, value: `${peakMb.toFixed(0)} MB` },
  ]);
  return [
    ...bySize,
    {
      what: `a file of ${upload.megabytes.toFixed(0)} MB, ${count(upload.rows)} rows: upload`,
      value: `${upload.uploadSeconds.toFixed(1)} s`,
    },
    {
      what: `… import in the background, ${count(upload.created)} new`,
      value: perSecond(upload.rows, upload.importSeconds),
      aim: '≥ 5,000 rows/s',
    },
    { what: '… steps of its progress that somebody sees', value: String(upload.steps) },
    { what: '… a search meanwhile', value: showFigures(upload.beside) },
    {
      what: '… peak memory of the server',
      value: `${upload.peakMb.toFixed(0)} MB (${upload.idleMb.toFixed(0)} MB before)`,
    },
    { what: 'a larger file', value: upload.refusal },
  ];
}
