// Row types of people who sign in.
import type { Generated } from 'kysely';

interface AppUser {
  organization_id: string;
  id: string;
  version: Generated<number>;
  entra_oid: string;
  short_name: string;
  name: string;
  email: string;
  job_title: string | null;
  role: 'sales' | 'manager' | 'admin' | 'partner' | null;
  manager_id: string | null;
  deputy_id: string | null;
  teams_conversation_id: string | null;
  teams_language: 'de' | 'en' | null;
  active: Generated<boolean>;
  last_seen_at: Date | null;
  created_at: Generated<Date>;
}

/** Tables of this room by their name. */
export interface UserTables {
  app_user: AppUser;
}
