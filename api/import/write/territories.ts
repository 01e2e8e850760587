// Where imported customers belong once their address, sector, owner or list has changed: the rules of an edit by hand.
import type { Query } from '#api/db/database.ts';
import { assignCustomers } from '#api/territories/assign.ts';
import type { Columns } from '../compare.ts';
import type { ImportTable } from '../kinds/kind.ts';

/** What the rules of territories look at. */
const placing = ['postcode', 'country', 'sector', 'owner_id', 'listed_territory_id'];

interface Written {
  readonly table: ImportTable;
  readonly recordId: string;
  readonly action: string;
  readonly after: Columns | null;
}

/** Assigns the customers among these changes anew; a new one that its postcode gave a territory stays there. */
export async function placeCustomers(
  trx: Query,
  organizationId: string,
  changes: readonly Written[],
): Promise<void> {
  const moved = changes.filter(({ table, action, after }) => {
    if (table !== 'customer' || after === null) return false;
    const isPlaced = action === 'created' && typeof after['territory_id'] === 'string';
    return !isPlaced && placing.some((column) => column in after);
  });
  if (moved.length === 0) return;
  await assignCustomers(
    trx,
    organizationId,
    moved.map((one) => one.recordId),
    'none',
  );
}
