// Row types of saved lists.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface SavedList {
  organization_id: string;
  id: string;
  version: Generated<number>;
  kind: string;
  name: string;
  definition: Json;
  owner_id: string;
  shared_with: Generated<'own' | 'team' | 'all'>;
  editable_by: Generated<'owner' | 'readers'>;
  created_at: Date;
  updated_at: Date;
}

/** Tables of this room by their name. */
export interface ListTables {
  saved_list: SavedList;
}
