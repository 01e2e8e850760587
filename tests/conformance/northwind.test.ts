// Microsoft's Northwind sample as a real ERP export: revenue per year must agree with the sums of its own files.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#api/db/database.ts';
import { saveRecords } from '#api/import/endpoint/save-records.ts';
import { runImport } from '#api/import/import.ts';
import type { ImportReport, ImportRequest } from '#api/import/import.ts';
import { readyMaps } from '#api/import/maps.ts';
import { databases, openTestDatabase } from '#tests/support/databases.ts';
import { buildWorkbook, startOData } from '#tests/support/import-files.ts';

const folder = '../shared/reference/northwind/';
const organizationId = randomUUID();

/** Rows of a CSV of plain numbers and days, read without the code under test. */
function readRows(name: string): string[][] {
  return readFileSync(folder + name, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

/** Cents per year, summed from the two files by hand. */
function sumRevenuePerYear(): Record<string, number> {
  const yearOf = new Map(readRows('orders.csv').map((row) => [row[0], row[3]?.slice(0, 4) ?? '']));
  const sums: Record<string, number> = {};
  for (const [orderId, , price, quantity, discount] of readRows('order_details.csv')) {
    const year = yearOf.get(orderId) ?? '';
    const cents = Math.round(Number(price) * Number(quantity) * (1 - Number(discount)) * 100 + 1e-7);
    sums[year] = (sums[year] ?? 0) + cents;
  }
  return sums;
}

describe.skipIf(!existsSync(folder)).each(databases)(
  'Northwind imported on %s (needs ../shared/reference)',
  (kind) => {
    let db: Database;
    let report: ImportReport;
    const request: ImportRequest = {
      organizationId,
      files: {
        customers: `${folder}customers.csv`,
        products: `${folder}products.csv`,
        orders: `${folder}orders.csv`,
        orderLines: `${folder}order_details.csv`,
      },
      map: readyMaps['northwind'] as ImportRequest['map'], // a ready map of ours
      isDryRun: false,
      language: 'en',
      now: new Date('1998-05-06T12:00:00Z'),
    };

    beforeAll(async () => {
      db = await openTestDatabase(kind);
      await db.system((trx) =>
        trx
          .insertInto('organization')
          .values({ organization_id: organizationId, name: 'Northwind' })
          .execute(),
      );
      report = await runImport(db, request);
    });
    afterAll(() => db.close());

    test('takes every record and refuses none', () => {
      expect(report.counts).toEqual({
        customers: { created: 91, changed: 0, same: 0, wrong: 0 },
        products: { created: 77, changed: 0, same: 0, wrong: 0 },
        orders: { created: 830, changed: 0, same: 0, wrong: 0 },
        orderLines: { created: 2155, changed: 0, same: 0, wrong: 0 },
      });
    });

    test('agrees with the data in revenue per year', async () => {
      const { rows } = await db.system((trx) =>
        sql<{
          year: string;
          cents: number;
        }>`select extract(year from month)::text as year, sum(cents) as cents from revenue_month
        where organization_id = ${organizationId} group by 1 order by 1`.execute(trx),
      );

      expect(Object.fromEntries(rows.map((row) => [row.year, row.cents]))).toEqual(sumRevenuePerYear());
    });

    test('the same customers and orders as XLSX and from an OData service change nothing', async () => {
      const header = (name: string) =>
        readFileSync(folder + name, 'utf8')
          .split(/\r?\n/, 1)[0]
          ?.split(',') ?? [];
      const rows = readRows('orders.csv');
      const names = header('orders.csv');
      const home = await mkdtemp(join(tmpdir(), 'kundencockpit-northwind-'));
      const workbook = join(home, 'orders.xlsx');
      await writeFile(workbook, buildWorkbook([names, ...rows]));
      const fromXlsx = await runImport(db, { ...request, files: { orders: workbook } });

      const service = await startOData(
        { Orders: rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] || null]))) },
        100,
      );
      const fetched = join(home, 'orders.ndjson');
      await saveRecords(`${service.url}/Orders`, fetched, { headers: {}, hosts: [service.host] });
      await service.close();
      const fromOData = await runImport(db, { ...request, files: { orders: fetched } });
      await rm(home, { recursive: true });

      const same = { orders: { created: 0, changed: 0, same: 830, wrong: 0 } };
      expect([fromXlsx.counts, fromOData.counts]).toEqual([same, same]);
    });

    test('imported again, everything is the same', async () => {
      const again = await runImport(db, request);

      expect(again.counts).toEqual({
        customers: { created: 0, changed: 0, same: 91, wrong: 0 },
        products: { created: 0, changed: 0, same: 77, wrong: 0 },
        orders: { created: 0, changed: 0, same: 830, wrong: 0 },
        orderLines: { created: 0, changed: 0, same: 2155, wrong: 0 },
      });
    });
  },
);
