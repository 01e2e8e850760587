// Which calendar counts: the company's, or that of the location in charge, with the days on which they are closed.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ClosedDays, WorkingCalendar, WorkingWeek } from './working-time.ts';
import { workingCalendar } from './working-time.ts';

/** What a row has to say for a calendar to be made of it. */
export interface CalendarSource {
  readonly time_zone: string;
  readonly holiday_region: string;
  readonly workday_start: string;
  readonly workday_end: string;
  readonly working_week?: WorkingWeek | null;
  readonly closed_days?: readonly ClosedDays[];
}

/** The working time by which this row's deadlines and days run. */
export function calendarOf(row: CalendarSource): WorkingCalendar {
  return workingCalendar({
    timeZone: row.time_zone,
    start: row.workday_start,
    end: row.workday_end,
    region: row.holiday_region,
    week: row.working_week ?? null,
    closed: row.closed_days ?? [],
  });
}

/** `closed_days` of organisation `org`: the holidays that count everywhere, and those of a location (an SQL id) as well. */
export function closedDays(
  org: string,
  locationId: RawBuilder<unknown> = sql`null::uuid`,
): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('from', holiday.first_on, 'to', holiday.last_on,
      'isYearly', holiday.is_yearly) order by holiday.first_on, holiday.id), '[]') from company_holiday holiday
    where holiday.organization_id = ${sql.ref(org)}.organization_id
      and (holiday.location_id is null or holiday.location_id = ${locationId})) as closed_days`;
}

/** The columns of a CalendarSource from organisation `org` and location `place`, which may be missing. */
export const calendarColumns = sql`org.time_zone, coalesce(place.holiday_region, org.holiday_region) as holiday_region,
  org.workday_start, org.workday_end, coalesce(place.working_week, org.working_week) as working_week,
  ${closedDays('org', sql`place.id`)}`;
