// Working time (Arbeitszeit): hours by weekday, locations with their own calendar, public and company holidays.
import { z } from 'zod';
import { Day, endpoint, Id, Nothing } from './endpoint.ts';

/** The German Länder as date-holidays names them; `DE` alone knows only the holidays of all. */
export const holidayRegions = [
  'DE-BW',
  'DE-BY',
  'DE-BE',
  'DE-BB',
  'DE-HB',
  'DE-HH',
  'DE-HE',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-SH',
  'DE-TH',
  'DE',
] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const WorkedDay = z.object({ from: Time, to: Time });
export type WorkedDay = z.infer<typeof WorkedDay>;
/** Monday first; null: nobody works on that weekday. At least four hours are worked, and each ends after it begins. */
export const WorkingWeek = z.array(WorkedDay.nullable()).length(7);
export type WorkingWeek = z.infer<typeof WorkingWeek>;

export const CompanyTime = z.object({
  version: z.int(),
  timeZone: z.string(),
  region: z.string(),
  week: WorkingWeek,
  /** How much working time before a deadline its owner is warned. */
  warnFirstAnswerMinutes: z.int(),
  warnResolutionMinutes: z.int(),
});
export type CompanyTime = z.infer<typeof CompanyTime>;

/** A location (Standort): complaints of its territories run by its calendar. */
export const Location = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  region: z.string(),
  week: WorkingWeek,
  territories: z.array(z.object({ id: Id, name: z.string() })),
});
export type Location = z.infer<typeof Location>;

/** Days on which the company, or one location (`locationId`), is closed; both included. */
export const CompanyHoliday = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  locationId: Id.nullable(),
  firstOn: Day,
  lastOn: Day,
  isYearly: z.boolean(),
});
export type CompanyHoliday = z.infer<typeof CompanyHoliday>;

export const getWorkingTime = endpoint({
  name: 'getWorkingTime',
  method: 'GET',
  path: '/api/working-time',
  summary: 'Working hours of the company and its locations, and its own holidays.',
  input: Nothing,
  reply: z.object({
    company: CompanyTime,
    locations: z.array(Location),
    holidays: z.array(CompanyHoliday),
    /** Deadlines of open complaints are just being reckoned anew. */
    isReckoning: z.boolean(),
  }),
});
export const listHolidays = endpoint({
  name: 'listHolidays',
  method: 'GET',
  path: '/api/working-time/holidays',
  summary: 'Public and company holidays of a year, at the company or at one location.',
  input: z.strictObject({
    year: z.coerce.number().int().min(1990).max(2100),
    locationId: Id.optional(),
  }),
  reply: z.object({
    /** The company's own carry their one name in both languages. */
    items: z.array(
      z.object({ day: Day, name: z.object({ de: z.string(), en: z.string() }), isPublic: z.boolean() }),
    ),
  }),
});

const hours = { region: z.enum(holidayRegions), week: WorkingWeek };
const warnMinutes = z.int().min(0).max(4_800);

export const updateCompanyTime = endpoint({
  name: 'updateCompanyTime',
  method: 'PATCH',
  path: '/api/working-time',
  summary: 'Changes the working hours of the company; deadlines of open complaints are reckoned anew.',
  versioned: true,
  input: z
    .strictObject({ ...hours, warnFirstAnswerMinutes: warnMinutes, warnResolutionMinutes: warnMinutes })
    .partial(),
  reply: CompanyTime,
});
const location = { name: z.string().trim().min(1).max(100), ...hours, territoryIds: z.array(Id).max(500) };
export const createLocation = endpoint({
  name: 'createLocation',
  method: 'POST',
  path: '/api/working-time/locations',
  summary: 'Adds a location; complaints of its territories run by its calendar from now on.',
  idempotent: true,
  input: z.strictObject({ ...location, territoryIds: location.territoryIds.default([]) }),
  reply: Location,
});
export const updateLocation = endpoint({
  name: 'updateLocation',
  method: 'PATCH',
  path: '/api/working-time/locations/:id',
  summary: 'Changes a location; deadlines of its open complaints are reckoned anew.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(location).partial().shape }),
  reply: Location,
});
export const removeLocation = endpoint({
  name: 'removeLocation',
  method: 'DELETE',
  path: '/api/working-time/locations/:id',
  summary: 'Takes a location away; what began under it goes on by its calendar.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
const holiday = {
  name: z.string().trim().min(1).max(100),
  locationId: Id.nullable(),
  firstOn: Day,
  /** At most 31 days. */
  lastOn: Day,
  isYearly: z.boolean(),
};
export const createCompanyHoliday = endpoint({
  name: 'createCompanyHoliday',
  method: 'POST',
  path: '/api/working-time/company-holidays',
  summary: 'Adds days on which the company is closed; deadlines of open complaints are reckoned anew.',
  idempotent: true,
  input: z.strictObject({
    ...holiday,
    locationId: holiday.locationId.default(null),
    isYearly: holiday.isYearly.default(false),
  }),
  reply: CompanyHoliday,
});
export const updateCompanyHoliday = endpoint({
  name: 'updateCompanyHoliday',
  method: 'PATCH',
  path: '/api/working-time/company-holidays/:id',
  summary: 'Changes days on which the company is closed.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(holiday).partial().shape }),
  reply: CompanyHoliday,
});
export const removeCompanyHoliday = endpoint({
  name: 'removeCompanyHoliday',
  method: 'DELETE',
  path: '/api/working-time/company-holidays/:id',
  summary: 'Takes a company holiday away.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
