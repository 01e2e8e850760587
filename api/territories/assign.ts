// Assigning customers to territories anew: all of an organisation after a change of the rules, or some of them.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { assignTerritory } from '#api/customers/territory.ts';
import type { Assignment, Placed, TerritoryRow } from '#api/customers/territory.ts';
import { listRules } from './store.ts';

interface PlacedRow extends Placed, Assignment {
  readonly id: string;
}

/**
 * Assigns these customers by the rules; answers how many changed. For one that was edited or listed, and for imports:
 * hand in the ids that the import wrote, some thousand at a time, in its own transaction. Where no rule fits, a customer
 * keeps its territory, or as after an edit by hand has none.
 */
export async function assignCustomers(
  trx: Query,
  organizationId: string,
  customerIds: readonly string[],
  whereNoneFits: 'keep' | 'none' = 'keep',
): Promise<number> {
  const territories = await listRules(trx, organizationId);
  const rows = await listPlaced(
    trx,
    organizationId,
    sql`c.id = any(${customerIds}::uuid[])`,
    customerIds.length,
  );
  return writeAssignments(
    trx,
    organizationId,
    rows.flatMap((row) => changeOf(row, territories, whereNoneFits)),
  );
}

/** Assigns the next `limit` customers after `after` (an id); `last` is null once there are none left. */
export async function assignNext(
  trx: Query,
  organizationId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ changed: number; last: string | null }> {
  const territories = await listRules(trx, organizationId);
  const rows = await listPlaced(trx, organizationId, sql`c.id > ${after}::uuid`, limit);
  const changes = rows.flatMap((row) => changeOf(row, territories, 'keep'));
  const changed = await writeAssignments(trx, organizationId, changes);
  return { changed, last: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

/** Nobody keeps a territory that is gone. */
function changeOf(
  row: PlacedRow,
  territories: readonly TerritoryRow[],
  whereNoneFits: 'keep' | 'none',
): (Assignment & { id: string })[] {
  const next = assignTerritory(row, territories);
  const mayKeep = whereNoneFits === 'keep' && next.territory_id === null;
  const isKept = mayKeep && territories.some((one) => one.id === row.territory_id);
  const isSame =
    next.territory_id === row.territory_id &&
    next.territory_rule === row.territory_rule &&
    next.territory_rule_value === row.territory_rule_value;
  return isKept || isSame ? [] : [{ id: row.id, ...next }];
}

async function listPlaced(
  trx: Query,
  organizationId: string,
  which: ReturnType<typeof sql>,
  limit: number,
): Promise<PlacedRow[]> {
  const { rows } = await sql<PlacedRow>`
    select c.id, c.listed_territory_id, c.sector, c.postcode, c.country, c.territory_id, c.territory_rule,
      c.territory_rule_value,
      (select ut.territory_id from user_territory ut
        where ut.organization_id = c.organization_id and ut.user_id = c.owner_id
        order by ut.territory_id limit 1) as owner_territory_id
    from customer c where c.organization_id = ${organizationId}::uuid and ${which}
    order by c.id limit ${limit}`.execute(trx);
  return rows;
}

/** Versions stay: nobody edits the territory of a customer, so nobody's edit has to be refused for it. */
async function writeAssignments(
  trx: Query,
  organizationId: string,
  changes: readonly (Assignment & { id: string })[],
): Promise<number> {
  if (changes.length === 0) return 0;
  await sql`
    update customer c set territory_id = n.territory_id, territory_rule = n.rule, territory_rule_value = n.value
    from unnest(${changes.map((one) => one.id)}::uuid[], ${changes.map((one) => one.territory_id)}::uuid[],
      ${changes.map((one) => one.territory_rule)}::text[], ${changes.map((one) => one.territory_rule_value)}::text[])
      as n (id, territory_id, rule, value)
    where c.organization_id = ${organizationId}::uuid and c.id = n.id`.execute(trx);
  return changes.length;
}
