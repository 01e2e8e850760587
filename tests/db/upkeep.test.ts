// The embedded database is looked after by us, a server by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#api/db/database.ts';
import { tidyEmbedded } from '#api/db/upkeep.ts';
import { openTestDatabase } from '#tests/support/databases.ts';

async function openGrowing(kind: Database['kind']): Promise<Database> {
  const db = await openTestDatabase(kind);
  await db.execute('create table grows (id int primary key, text text)');
  await grow(db, 1, 2_000);
  return db;
}

async function grow(db: Database, from: number, to: number): Promise<void> {
  await db.execute(`insert into grows select n, repeat('x', 100) from generate_series($1::int, $2::int) n`, [
    from,
    to,
  ]);
}

async function read(db: Database, what: string): Promise<number> {
  const { rows } = await db.execute(
    `select ${what}::int as value from pg_class where oid = 'grows'::regclass`,
  );
  return (rows as { value: number }[])[0]?.value ?? 0; // the one column asked for
}

describe('on pglite', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openGrowing('pglite');
  });
  afterAll(() => db.close());

  test('a table is known once it has grown, and left alone until it grows again', async () => {
    expect(await tidyEmbedded(db)).toContain('grows');
    expect(await read(db, 'reltuples')).toBe(2_000);
    expect(await tidyEmbedded(db)).toEqual([]);

    await grow(db, 2_001, 2_200);
    expect(await tidyEmbedded(db)).toEqual([]);
    await grow(db, 2_201, 4_000);
    expect(await tidyEmbedded(db)).toEqual(['grows']);
    expect(await read(db, 'reltuples')).toBe(4_000);
  });

  test('the room of deleted rows is used again', async () => {
    await db.execute('delete from grows where id > 10');
    await grow(db, 10_001, 16_000);
    expect(await tidyEmbedded(db)).toEqual(['grows']);
    const before = await read(db, 'pg_relation_size(oid)');
    await grow(db, 20_001, 23_000);
    expect(await read(db, 'pg_relation_size(oid)')).toBe(before);
  });
});

test('a server on PostgreSQL is left to its autovacuum', async () => {
  const db = await openGrowing('postgres');
  expect(await tidyEmbedded(db)).toEqual([]);
  await db.close();
});
