// Putting the demo back takes its own rows out, and nobody else's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { clearOrganization } from '#api/db/clear-organization.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { otherTenantId } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function countRows(organizationId: string): Promise<number> {
    return world.deps.db.system(async (trx) => {
      const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
        where table_schema = current_schema() and column_name = 'organization_id'`.execute(trx);
      let count = 0;
      for (const { name } of tables.rows) {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}
          where organization_id = ${organizationId}`.execute(trx);
        count += rows[0]?.count ?? 0;
      }
      return count;
    });
  }

  test('one organisation goes, the other stays', async () => {
    await world.given.escalation();
    await world.given.attachment();
    await world.given.followUp();
    await world.given.customer({ rating_letter: 'A', rating_digit: '1' });
    await world.given.contact({ organization_id: otherTenantId, emails: ['wer@andere.test'] });
    const others = await countRows(otherTenantId);

    await world.deps.db.system((trx) => clearOrganization(trx, demoTenantId));

    expect(await countRows(demoTenantId)).toBe(0);
    expect(others).toBeGreaterThan(3);
    expect(await countRows(otherTenantId)).toBe(others);
  });
});
