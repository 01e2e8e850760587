import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#api/db/database.ts';
import { databases, openTestDatabase } from '#tests/support/databases.ts';

describe.each(databases)('the database interface on %s', (kind) => {
  let db: Database;
  const ours = randomUUID();
  const theirs = randomUUID();

  beforeAll(async () => {
    db = await openTestDatabase(kind);
    await db.system((trx) =>
      trx
        .insertInto('organization')
        .values([
          { organization_id: ours, name: 'Unsere' },
          { organization_id: theirs, name: 'Fremde' },
        ])
        .execute(),
    );
  });
  afterAll(() => db.close());

  const addTerritory = (organizationId: string, name: string) =>
    db.transaction({ organizationId: ours }, (trx) =>
      trx
        .insertInto('territory')
        .values({ organization_id: organizationId, id: randomUUID(), name })
        .execute(),
    );
  const names = () =>
    db.read({ organizationId: ours }, async (trx) =>
      (await trx.selectFrom('territory').select('name').orderBy('name').execute()).map((row) => row.name),
    );

  test('rows of another organisation cannot be read, even by a query that forgets to say whose', async () => {
    const seen = await db.read({ organizationId: ours }, (trx) =>
      trx.selectFrom('organization').select('name').execute(),
    );

    expect(seen).toEqual([{ name: 'Unsere' }]);
  });

  test('rows of another organisation cannot be written', async () => {
    await expect(addTerritory(theirs, 'Eindringling')).rejects.toThrow(/row-level security/);
  });

  test('without an organisation nothing is seen', async () => {
    const seen = await db.system(async (trx) => {
      await sql`set local role kundencockpit_app`.execute(trx);
      return trx.selectFrom('organization').select('name').execute();
    });

    expect(seen).toEqual([]);
  });

  test('a failed transaction leaves nothing behind and the connection usable', async () => {
    const failing = db.transaction({ organizationId: ours }, async (trx) => {
      await trx
        .insertInto('territory')
        .values({ organization_id: ours, id: randomUUID(), name: 'Halb' })
        .execute();
      throw new Error('mitten drin');
    });

    await expect(failing).rejects.toThrow('mitten drin');
    expect(await names()).not.toContain('Halb');
  });

  test('a statement that failed unnoticed fails the whole transaction instead of losing the rest in silence', async () => {
    const swallowing = db.transaction({ organizationId: ours }, async (trx) => {
      await addTerritory(ours, 'Still verloren');
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });

    await expect(swallowing).rejects.toThrow('Nothing was kept');
    expect(await names()).not.toContain('Still verloren');
  });

  test('statements sent together each get their own answer, the failed ones their error', async () => {
    const ask = (n: number) => sql<{ n: number }>`select ${n}::int as n`;
    const seen = await db.read({ organizationId: ours }, async (trx) =>
      Promise.all([1, 2, 3].map(async (n) => (await ask(n).execute(trx)).rows[0]?.n)),
    );
    const mixed = db.read({ organizationId: ours }, (trx) =>
      Promise.all([ask(1).execute(trx), sql`select 1 / 0`.execute(trx), ask(3).execute(trx)]),
    );

    expect(seen).toEqual([1, 2, 3]);
    await expect(mixed).rejects.toThrow('division by zero');
    expect(await names()).toBeInstanceOf(Array);
  });

  test('what waits for the commit is called after it, in order, and can use the database', async () => {
    const seen: string[] = [];
    let look: Promise<void> = Promise.resolve();

    await db.transaction({ organizationId: ours }, async () => {
      db.afterCommit(() => (look = names().then((all) => void seen.push(...all))));
      db.afterCommit(() => seen.push('danach'));
      await addTerritory(ours, 'Festgeschrieben');
      seen.push('offen');
    });
    await look;

    expect(seen.slice(0, 2)).toEqual(['offen', 'danach']);
    expect(seen).toContain('Festgeschrieben');
  });

  test('what an inner transaction puts off waits for the outer one', async () => {
    const seen: string[] = [];

    await db.transaction({ organizationId: ours }, async () => {
      await db.transaction({ organizationId: ours }, () => {
        db.afterCommit(() => seen.push('danach'));
        return Promise.resolve();
      });
      seen.push('noch offen');
    });

    expect(seen).toEqual(['noch offen', 'danach']);
  });

  test('after a rollback nothing that waited for the commit is called; outside a transaction it is called at once', async () => {
    const seen: string[] = [];
    const failing = db.transaction({ organizationId: ours }, () => {
      db.afterCommit(() => seen.push('nie'));
      return Promise.reject(new Error('verworfen'));
    });

    await expect(failing).rejects.toThrow('verworfen');
    db.afterCommit(() => seen.push('gleich'));

    expect(seen).toEqual(['gleich']);
  });

  test('an inner transaction joins the outer one and falls with it', async () => {
    const outer = db.transaction({ organizationId: ours }, async () => {
      await addTerritory(ours, 'Innen');
      throw new Error('außen');
    });

    await expect(outer).rejects.toThrow('außen');
    expect(await names()).not.toContain('Innen');
  });

  test('work that outlives its transaction opens one of its own', async () => {
    const late = await db.transaction({ organizationId: ours }, async () => ({
      later: new Promise<void>((resolve, reject) => {
        setTimeout(() => addTerritory(ours, 'Nachzügler').then(() => resolve(), reject), 20);
      }),
    }));

    await late.later;

    expect(await names()).toContain('Nachzügler');
  });

  test('many transactions at once all get their turn', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        addTerritory(ours, `Gebiet ${String(index).padStart(2, '0')}`),
      ),
    );

    expect((await names()).filter((name) => name.startsWith('Gebiet'))).toHaveLength(40);
  });

  test('amounts arrive as numbers, days as text, times as Date', async () => {
    const { rows } = await db.system((trx) =>
      sql<{ cents: number; share: number; day: string; at: Date }>`
        select 12345678901::int8 as cents, 45.5::numeric as share, '2026-09-03'::date as day, '2026-09-03T11:58:00Z'::timestamptz as at`.execute(
        trx,
      ),
    );

    expect(rows[0]).toEqual({
      cents: 12345678901,
      share: 45.5,
      day: '2026-09-03',
      at: new Date('2026-09-03T11:58:00Z'),
    });
  });
});
