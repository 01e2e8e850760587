// Row types of territories and who works in them.
import type { Generated } from 'kysely';

interface Territory {
  organization_id: string;
  id: string;
  name: string;
  version: Generated<number>;
  postcode_prefixes: Generated<string[]>;
  sectors: Generated<string[]>;
  owner_id: string | null;
  location_id: string | null;
}

interface UserTerritory {
  organization_id: string;
  user_id: string;
  territory_id: string;
}

/** Tables of this room by their name. */
export interface TerritoryTables {
  territory: Territory;
  user_territory: UserTerritory;
}
