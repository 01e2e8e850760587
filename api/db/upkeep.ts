// What a database server does by itself and the embedded one does not: statistics for its planner, room for new rows.
import type { Database } from './database.ts';

/** Smaller tables are read whole anyway (8 KiB each). */
const fewPages = 8;
const growth = 1.5;

/**
 * Vacuums and analyses each table of the embedded database that has grown by half since it was last done, or never was;
 * returns their names. Without statistics PGlite reads a whole index to find one activity by its id. A server has its
 * autovacuum and is left alone. Call it outside transactions.
 */
export async function tidyEmbedded(db: Database): Promise<string[]> {
  if (db.kind === 'postgres') return [];
  const { rows } = await db.execute(
    `select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and pg_relation_size(c.oid) / 8192 >= $1
      and (pg_relation_size(c.oid) / 8192 > $2::float8 * c.relpages
        or not exists (select from pg_statistic s where s.starelid = c.oid))
    order by 1`,
    [fewPages, growth],
  );
  const names = (rows as { name: string }[]).map((row) => row.name); // the one column asked for
  // one by one, so that others get their turn between
  for (const name of names) await db.execute(`vacuum (analyze) "${name}"`);
  return names;
}
