// Brings the schema up to date: plain SQL files in order, forward only, each in its own transaction.
import { readFile, readdir } from 'node:fs/promises';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Runs the migrations that the database has not seen; returns their names. Two servers starting at once take turns. */
export async function migrate(db: Database): Promise<string[]> {
  await db.execute(
    'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
  );
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const applied: string[] = [];
  for (const name of names) {
    const script = await readFile(new URL(name, folder), 'utf8');
    if (await apply(db, name, script)) applied.push(name);
  }
  return applied;
}

async function apply(db: Database, name: string, script: string): Promise<boolean> {
  const { rows } = await db.execute('select 1 from schema_migration where name = $1', [name]);
  if (rows.length > 0) return false;
  // one simple-protocol script is one transaction; the lock makes a second server wait, and the insert then refuses it
  await db.execute(`begin;
    set local statement_timeout = 0; -- an index on millions of rows takes its time
    select pg_advisory_xact_lock(7205918);
    ${script}
    insert into schema_migration (name) values ('${name}');
    commit`);
  return true;
}
