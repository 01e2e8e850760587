// Row types of the organization and what only the machinery keeps: numbers, jobs, requests.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface Organization {
  organization_id: string;
  name: string;
  internal_domains: Generated<string[]>;
  time_zone: Generated<string>;
  holiday_region: Generated<string>;
  workday_start: Generated<string>;
  workday_end: Generated<string>;
  working_week: Json;
  working_time_version: Generated<number>;
  warn_first_answer_minutes: Generated<number>;
  warn_resolution_minutes: Generated<number>;
  goodwill_version: Generated<number>;
  goodwill_sales_cents: Generated<number | null>;
  goodwill_manager_cents: Generated<number | null>;
  goodwill_admin_cents: Generated<number | null>;
  complaint_analysis_version: Generated<number>;
  ranks_complaint_owners: Generated<boolean>;
  visits_per_year: Json;
  rating_version: Generated<number>;
  rating_rules: Json;
  rating_strategy: Json;
  rated_on: string | null;
  duplicates_on: string | null;
  customer_visibility: Generated<'territory' | 'all'>;
  settings: Generated<Json>;
}

interface NumberSeries {
  organization_id: string;
  kind: string;
  year: number;
  last: number;
}

interface IdempotencyKey {
  organization_id: string;
  user_id: string;
  key: string;
  endpoint: string;
  input_hash: Buffer;
  status: number | null;
  reply: Json;
  created_at: Date;
}

interface Job {
  organization_id: string;
  id: string;
  name: string;
  payload: Json;
  singleton_key: string | null;
  state: Generated<'waiting' | 'running' | 'dead'>;
  run_at: Date;
  locked_until: Date | null;
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Date;
}

/** Tables of this room by their name. */
export interface OrganizationTables {
  idempotency_key: IdempotencyKey;
  job: Job;
  number_series: NumberSeries;
  organization: Organization;
}
