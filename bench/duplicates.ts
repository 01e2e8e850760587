// The duplicates' part of the bench: among 100,000 customers a thousand stand twice; the nightly run looks for them. How long it
// takes, how much memory, and how many of them it finds.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { migrate } from '#api/db/migrate.ts';
import type { Database } from '#api/db/database.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { scanDuplicates } from '#api/duplicates/scan.ts';
import { benchOrganization } from './data.ts';
import { generateDuplicateData, twinBasis, twinKinds } from './duplicate-data.ts';
import { printTable } from './figures.ts';
import { withFilledPostgres } from './postgres.ts';

export interface DuplicateFigures {
  readonly customers: number;
  readonly scanMs: number;
  readonly candidates: number;
  readonly pairs: number;
  /** Second entries that stand in the list beside their own first one, of each kind. */
  readonly found: readonly { readonly kind: string; readonly planted: number; readonly found: number }[];
  /** What the process took at most while it looked, and how much of it had come since the beginning. */
  readonly peakMb: number;
  readonly grownMb: number;
}

const today = '2026-09-03';
const now = new Date('2026-09-03T11:58:00Z');
const org = sql`${benchOrganization}::uuid`;

/** Fills a database of its own once per size, looks through it and prints the table. */
export async function benchDuplicates(sizeName: string): Promise<DuplicateFigures> {
  const customers = sizeName === 'small' ? 2_000 : 100_000;
  const folder = join('.cache', `bench-duplicates-${sizeName}`);
  mkdirSync(folder, { recursive: true });
  const figures = await withFilledPostgres(folder, {
    fill: (db) => generateDuplicateData(db, customers, (step) => console.info(`duplicates: ${step}`)),
    work: async (url) => {
      const db = openPostgres(url, pino({ level: 'warn' }));
      await migrate(db);
      try {
        return await measure(db);
      } finally {
        await db.close();
      }
    },
  });
  print(figures);
  return figures;
}

async function measure(db: Database): Promise<DuplicateFigures> {
  await db.system((trx) => sql`delete from duplicate_pair where organization_id = ${org}`.execute(trx));
  const memory = watchMemory();
  const start = performance.now();
  const scanned = await scanDuplicates(
    { db, clock: { now: () => now } },
    { organizationId: benchOrganization, today },
  );
  const scanMs = performance.now() - start;
  const { rows } = await db.system((trx) =>
    sql<{
      count: number;
    }>`select count(*)::int as count from customer where organization_id = ${org}`.execute(trx),
  );
  return {
    customers: rows[0]?.count ?? 0,
    scanMs,
    ...scanned,
    found: await countFound(db),
    ...memory.stop(),
  };
}

/** Looks at this process's memory ten times a second. */
function watchMemory(): { stop(): { peakMb: number; grownMb: number } } {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  return {
    stop: () => {
      clearInterval(timer);
      return { peakMb: peak / 1_048_576, grownMb: (peak - before) / 1_048_576 };
    },
  };
}

function countFound(db: Database): Promise<DuplicateFigures['found']> {
  return db.system(async (trx) => {
    const found = [];
    for (const kind of twinKinds) {
      const { rows } = await sql<{ planted: number; found: number }>`
        select count(*)::int as planted, count(p.id)::int as found
        from customer t left join duplicate_pair p on p.organization_id = ${org}
          and p.customer_a = least(t.id, t.competitor::uuid) and p.customer_b = greatest(t.id, t.competitor::uuid)
        where t.organization_id = ${org} and t.legal_basis = ${twinBasis(kind)}`.execute(trx);
      found.push({ kind, planted: rows[0]?.planted ?? 0, found: rows[0]?.found ?? 0 });
    }
    return found;
  });
}

function print({ customers, scanMs, candidates, pairs, found, peakMb, grownMb }: DuplicateFigures): void {
  const shareOf = (of: { planted: number; found: number }) =>
    `${of.found} of ${of.planted} (${((100 * of.found) / Math.max(of.planted, 1)).toFixed(1)} %)`;
  const sum = (what: 'planted' | 'found') => found.reduce((total, one) => total + one[what], 0);
  printTable(`Duplicates, PostgreSQL, ${customers} customers`, [
    {
      what: `the nightly run over ${candidates} candidates`,
      value: `${(scanMs / 1_000).toFixed(1)} s`,
      aim: '< 300 s',
    },
    { what: 'second entries found', value: shareOf({ planted: sum('planted'), found: sum('found') }) },
    ...found.map((one) => ({ what: `… sharing ${one.kind}`, value: shareOf(one) })),
    { what: 'pairs in the list', value: String(pairs) },
    { what: 'peak memory of the process', value: `${peakMb.toFixed(0)} MB (${grownMb.toFixed(0)} more)` },
  ]);
}
