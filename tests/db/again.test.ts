// What is done again after another transaction crossed it, and what is not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { againIfCrossed } from '#api/db/again.ts';
import type { Database } from '#api/db/database.ts';
import { openTestDatabase } from '#tests/support/databases.ts';

describe('errors of the database', () => {
  function failing(code: string, times: number): { work: () => Promise<string>; count: () => number } {
    let calls = 0;
    const work = () => {
      calls += 1;
      return calls <= times
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : Promise.resolve('done');
    };
    return { work, count: () => calls };
  }

  test.each(['40P01', '40001', '23503'])('%s is tried again, three times in all', async (code) => {
    const twice = failing(code, 2);
    expect(await againIfCrossed(twice.work)).toBe('done');
    const always = failing(code, 9);
    await expect(againIfCrossed(always.work)).rejects.toThrow(code);
    expect(always.count()).toBe(3);
  });

  test('any other is passed on at once', async () => {
    const other = failing('23505', 1);
    await expect(againIfCrossed(other.work)).rejects.toThrow('23505');
    expect(other.count()).toBe(1);
  });
});

describe('two transactions that wait for each other on PostgreSQL', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase('postgres');
    await db.execute('create table crossing (id int primary key, value int not null)');
    await db.execute('insert into crossing values (1, 0), (2, 0)');
  });
  afterAll(() => db.close());

  test('both are done in the end', async () => {
    let waiting = 0;
    let release = () => {};
    const bothBegan = new Promise<void>((resolve) => (release = resolve));
    const add = (first: number, second: number) =>
      db.system(async (trx) => {
        await sql`update crossing set value = value + 1 where id = ${first}`.execute(trx);
        if (++waiting === 2) release();
        await bothBegan;
        await sql`update crossing set value = value + 1 where id = ${second}`.execute(trx);
      });

    await Promise.all([againIfCrossed(() => add(1, 2)), againIfCrossed(() => add(2, 1))]);

    expect(waiting).toBe(3);
    const { rows } = await db.execute('select value from crossing order by id');
    expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
  });
});
