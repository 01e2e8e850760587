// Writes many rows of a table in few statements.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';

const batchSize = 4_000;

/** Inserts plain rows; all of them name the same columns. Dates become ISO text, arrays stay arrays. */
export async function insertRows(
  trx: Query,
  table: keyof Tables,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name));
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = JSON.stringify(rows.slice(start, start + batchSize));
    await sql`insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)`.execute(
      trx,
    );
  }
}
