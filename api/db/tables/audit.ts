// Row types of who changed what.
import type { Json } from './json.ts';

interface Audit {
  organization_id: string;
  id: string;
  at: Date;
  user_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  before: Json;
  after: Json;
  source: string;
  request_id: string | null;
}

/** Tables of this room by their name. */
export interface AuditTables {
  audit: Audit;
}
