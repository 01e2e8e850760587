// Row types of lists of choices.
import type { Generated } from 'kysely';

interface Choice {
  organization_id: string;
  id: string;
  version: Generated<number>;
  kind: 'target_group' | 'sector' | 'contact_role';
  name: string;
  position: Generated<number>;
}

/** Tables of this room by their name. */
export interface ChoiceTables {
  choice: Choice;
}
