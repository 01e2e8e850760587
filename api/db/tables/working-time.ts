// Row types of locations with their working hours, and of company holidays.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface Location {
  organization_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  holiday_region: string;
  working_week: Json;
  archived_at: Date | null;
}

interface CompanyHoliday {
  organization_id: string;
  id: string;
  version: Generated<number>;
  location_id: string | null;
  name: string;
  first_on: string;
  last_on: string;
  is_yearly: Generated<boolean>;
}

/** Tables of this room by their name. */
export interface WorkingTimeTables {
  company_holiday: CompanyHoliday;
  location: Location;
}
