// All SQL of working time, locations and company holidays.
import { sql } from 'kysely';
import type { CompanyHoliday, CompanyTime, Location, WorkingWeek } from '#contract/working-time.ts';
import type { CalendarSource } from '#api/complaints/calendar.ts';
import { calendarColumns } from '#api/complaints/calendar.ts';
import type { Query } from '#api/db/database.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';

/** Lets only one transaction at a time change the working time of an organisation. */
export async function lockWorkingTime(trx: Query, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} working time`}, 0))`.execute(
    trx,
  );
}

/** The company's own hours; a company that never set them works Monday to Friday. */
export async function readCompanyTime(trx: Query, organizationId: string): Promise<CompanyTime> {
  const { rows } = await sql<CompanyTime>`
    select org.working_time_version as version, org.time_zone as "timeZone", org.holiday_region as region,
      coalesce(org.working_week, (select jsonb_agg(case when day <= 5 then jsonb_build_object(
        'from', to_char(org.workday_start, 'HH24:MI'), 'to', to_char(org.workday_end, 'HH24:MI')) end order by day)
        from generate_series(1, 7) day)) as week,
      org.warn_first_answer_minutes as "warnFirstAnswerMinutes", org.warn_resolution_minutes as "warnResolutionMinutes"
    from organization org where org.organization_id = ${organizationId}::uuid`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('The organisation is gone.');
  return row;
}

/** False when the version is no longer the expected one. */
export async function updateCompanyTime(
  trx: Query,
  organizationId: string,
  time: CompanyTime,
  hours: { from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('organization')
    .set({
      working_time_version: time.version + 1,
      holiday_region: time.region,
      working_week: JSON.stringify(time.week),
      workday_start: hours.from,
      workday_end: hours.to,
      warn_first_answer_minutes: time.warnFirstAnswerMinutes,
      warn_resolution_minutes: time.warnResolutionMinutes,
    })
    .where('organization_id', '=', organizationId)
    .where('working_time_version', '=', time.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The locations by name, or the one of this id; those taken away are gone. */
export async function listLocations(
  trx: Query,
  organizationId: string,
  id: string | null = null,
): Promise<Location[]> {
  const { rows } = await sql<Location>`
    select l.id, l.version, l.name, l.holiday_region as region, l.working_week as week,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name) from territory t
        where t.organization_id = l.organization_id and t.location_id = l.id), '[]') as territories
    from location l
    where l.organization_id = ${organizationId}::uuid and l.archived_at is null
      and (${id}::uuid is null or l.id = ${id}::uuid)
    order by l.name collate "und-x-icu", l.id`.execute(trx);
  return rows;
}

export async function insertLocation(
  trx: Query,
  organizationId: string,
  row: { id: string; name: string; region: string; week: WorkingWeek },
): Promise<void> {
  await trx
    .insertInto('location')
    .values({
      organization_id: organizationId,
      id: row.id,
      name: row.name,
      holiday_region: row.region,
      working_week: JSON.stringify(row.week),
      archived_at: null,
    })
    .execute();
}

/** False when the version is no longer the expected one. */
export const updateLocationRow = versionedUpdate('location');

/** Puts these territories under the location in place of all others. */
export async function setTerritories(
  trx: Query,
  organizationId: string,
  { locationId, territoryIds }: { locationId: string; territoryIds: readonly string[] },
): Promise<void> {
  const isChosen = sql`id = any(${territoryIds}::uuid[])`;
  await sql`
    update territory set location_id = case when ${isChosen} then ${locationId}::uuid end
    where organization_id = ${organizationId}::uuid
      and (${isChosen} or location_id = ${locationId}::uuid)`.execute(trx);
}

/** How many of these territories there are. */
export async function countTerritories(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from territory
    where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[])`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Company holidays by their first day, or the one of this id. */
export async function listCompanyHolidays(
  trx: Query,
  organizationId: string,
  id: string | null = null,
): Promise<CompanyHoliday[]> {
  const { rows } = await sql<CompanyHoliday>`
    select h.id, h.version, h.name, h.location_id as "locationId", h.first_on as "firstOn", h.last_on as "lastOn",
      h.is_yearly as "isYearly"
    from company_holiday h
    where h.organization_id = ${organizationId}::uuid and (${id}::uuid is null or h.id = ${id}::uuid)
    order by h.first_on, h.id`.execute(trx);
  return rows;
}

export async function insertCompanyHoliday(
  trx: Query,
  organizationId: string,
  row: Omit<CompanyHoliday, 'version'>,
): Promise<void> {
  await trx
    .insertInto('company_holiday')
    .values({ organization_id: organizationId, id: row.id, ...holidayColumns(row) })
    .execute();
}

/** The columns of a company holiday. */
export function holidayColumns(row: Omit<CompanyHoliday, 'id' | 'version'>) {
  const { name, locationId, firstOn, lastOn, isYearly } = row;
  return { name, location_id: locationId, first_on: firstOn, last_on: lastOn, is_yearly: isYearly };
}

/** False when the version is no longer the expected one. */
export const updateCompanyHolidayRow = versionedUpdate('company_holiday');

export async function deleteCompanyHoliday(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('company_holiday')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** What the calendar of the company, or of one of its locations, is made of; null when there is no such location. */
export async function findCalendarSource(
  trx: Query,
  organizationId: string,
  locationId: string | null,
): Promise<CalendarSource | null> {
  const { rows } = await sql<CalendarSource>`
    select ${calendarColumns} from organization org
    left join location place on place.organization_id = org.organization_id and place.id = ${locationId}::uuid
      and place.archived_at is null
    where org.organization_id = ${organizationId}::uuid and (${locationId}::uuid is null or place.id is not null)`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Whether deadlines wait to be reckoned anew. */
export async function isReckoning(trx: Query, organizationId: string, jobName: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from job where organization_id = ${organizationId}::uuid and name = ${jobName}
      and state in ('waiting', 'running') limit 1`.execute(trx);
  return rows.length > 0;
}
