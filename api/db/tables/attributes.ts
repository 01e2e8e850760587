// Row types of customers' own attributes.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface Attribute {
  organization_id: string;
  id: string;
  version: Generated<number>;
  record_kind: 'customer' | 'contact';
  key: string;
  label_de: string;
  label_en: string;
  type: 'text' | 'number' | 'date' | 'yes_no' | 'choice' | 'multiple_choice' | 'money';
  choices: Json;
  group_name: string | null;
  required: Generated<boolean>;
  visible_to: Generated<string[]>;
  searchable: Generated<boolean>;
  position: Generated<number>;
  retired_at: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** Tables of this room by their name. */
export interface AttributeTables {
  attribute: Attribute;
}
