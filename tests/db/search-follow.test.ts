// A record that is written brings its words into the search without reading what others wrote.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const others = 3_000;

describe.each(databases)('on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = (await world.given.customer()).id;
    await insertActivities(others);
    await world.deps.db.system((trx) => sql`analyze activity, customer, contact`.execute(trx));
  });
  afterAll(() => world.close());

  const insertActivities = (count: number) =>
    world.deps.db.system((trx) =>
      sql`insert into activity (organization_id, id, customer_id, visibility, logged_by, logged_at, kind, direction, subject, occurred_at)
        select ${demoTenantId}, gen_random_uuid(), ${customerId}, 'team', u.id, now(), 'call', 'inbound', 'Anruf ' || n, now()
        from generate_series(1, ${count}::int) n, (select id from app_user where organization_id = ${demoTenantId} limit 1) u`.execute(
        trx,
      ),
    );

  test.each([
    [
      'inserted',
      sql`insert into activity (organization_id, id, customer_id, visibility, logged_by, logged_at, kind, direction, subject, occurred_at)
      select organization_id, ${newId()}, customer_id, visibility, logged_by, logged_at, kind, direction, 'Türschließer', occurred_at
      from activity where organization_id = ${demoTenantId} limit 1`,
    ],
    [
      'changed',
      sql`update activity set subject = 'Bandseite'
      where (organization_id, id) in (select organization_id, id from activity limit 1)`,
    ],
  ])('one is %s', async (_name, statement) => {
    const read = await world.deps.db.system(async (trx) => {
      const count = async () => {
        const { rows } = await sql<{ rows: number }>`select
          (pg_stat_get_xact_tuples_returned('activity'::regclass) + pg_stat_get_xact_tuples_fetched('activity'::regclass))::int as rows`.execute(
          trx,
        );
        return rows[0]?.rows ?? Number.NaN;
      };
      const before = await count();
      await statement.execute(trx);
      return (await count()) - before;
    });

    expect(read).toBeLessThan(others / 10);
  });
});
