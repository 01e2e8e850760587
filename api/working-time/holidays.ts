// Use-cases of holidays: the public ones of a Land, and those that the company keeps itself.
import type {
  CompanyHoliday,
  createCompanyHoliday,
  listHolidays,
  removeCompanyHoliday,
  updateCompanyHoliday,
} from '#contract/working-time.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { ClosedDays } from '#api/complaints/working-time.ts';
import { isClosed, publicHolidays } from '#api/complaints/working-time.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { unfitClosing } from './rules.ts';
import * as store from './store.ts';
import { finish } from './working-time.ts';

/** Each day of the year that is off there, in order; a day with two reasons is named by the public one. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listHolidays>,
): Promise<Reply<typeof listHolidays>> {
  return deps.db.read(user, async (trx) => {
    const locationId = input.locationId ?? null;
    const source = await store.findCalendarSource(trx, user.organizationId, locationId);
    if (source === null) throw new AppError('not_found');
    const known = publicHolidays(source.holiday_region, input.year);
    const english = new Map(publicHolidays(source.holiday_region, input.year, 'en'));
    const isPublic = new Set(known.map(([day]) => day));
    const kept = await store.listCompanyHolidays(trx, user.organizationId);
    const own = kept
      .filter((holiday) => holiday.locationId === null || holiday.locationId === locationId)
      .flatMap((holiday) => daysOf(holiday, input.year).map((day) => ({ day, name: holiday.name })))
      .filter(({ day }) => !isPublic.has(day));
    const items = [
      ...known.map(([day, de]) => ({ day, name: { de, en: english.get(day) ?? de }, isPublic: true })),
      ...own.map(({ day, name }) => ({ day, name: { de: name, en: name }, isPublic: false })),
    ];
    return { items: items.sort((a, b) => a.day.localeCompare(b.day)) };
  });
}

function daysOf({ firstOn: from, lastOn: to, isYearly }: CompanyHoliday, year: number): string[] {
  const closed: readonly ClosedDays[] = [{ from, to, isYearly }];
  const days: string[] = [];
  for (let at = new Date(Date.UTC(year, 0, 1)); at.getUTCFullYear() === year;) {
    const day = at.toISOString().slice(0, 10);
    if (isClosed(closed, day)) days.push(day);
    at = new Date(at.getTime() + 86_400_000);
  }
  return days;
}

/** Adds days on which the company, or one location, is closed. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createCompanyHoliday>,
): Promise<CompanyHoliday> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockWorkingTime(trx, organizationId);
    await refuseUnfit(trx, organizationId, { id: null, ...input });
    const id = newId();
    await store.insertCompanyHoliday(trx, organizationId, { id, ...input });
    const after = await getHoliday(trx, organizationId, id);
    await finish(deps, trx, user, { action: 'company_holiday.create', id, after });
    return after;
  });
}

/** Changes what is given; stale_version carries the holiday as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateCompanyHoliday>,
  version: number,
): Promise<CompanyHoliday> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { id, ...given } = input;
    await store.lockWorkingTime(trx, organizationId);
    const before = await getHoliday(trx, organizationId, id);
    const wanted = {
      ...before,
      ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)),
    };
    await refuseUnfit(trx, organizationId, wanted);
    const change = store.holidayColumns(wanted);
    if (!(await store.updateCompanyHolidayRow(trx, organizationId, { id, version }, change))) {
      throw new AppError('stale_version', { current: before });
    }
    const after = await getHoliday(trx, organizationId, id);
    await finish(deps, trx, user, { action: 'company_holiday.update', id, before, after });
    return after;
  });
}

/** Takes a company holiday away; it is worked again. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeCompanyHoliday>,
  version: number,
): Promise<Reply<typeof removeCompanyHoliday>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockWorkingTime(trx, organizationId);
    const before = await getHoliday(trx, organizationId, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    await store.deleteCompanyHoliday(trx, organizationId, input.id);
    await finish(deps, trx, user, { action: 'company_holiday.remove', id: input.id, before });
    return { removed: true };
  });
}

type Wanted = Omit<CompanyHoliday, 'id' | 'version'> & { readonly id: string | null };

/** A closing has an end, not too many days, a location that exists, and leaves working days over. */
async function refuseUnfit(trx: Query, organizationId: string, wanted: Wanted): Promise<void> {
  const refuse = (path: string, problem: string) =>
    new AppError('invalid_input', { fields: [{ path, problem }] });
  const problem = unfitClosing(wanted.firstOn, wanted.lastOn);
  if (problem !== null) throw refuse('lastOn', problem);
  if (wanted.locationId !== null) {
    const [location] = await store.listLocations(trx, organizationId, wanted.locationId);
    if (location === undefined) throw refuse('locationId', 'unknown');
  }
  const others = await store.listCompanyHolidays(trx, organizationId);
  const all = [...others.filter((one) => one.id !== wanted.id), wanted];
  if (closedInARow(all) > longestClosedDays) throw refuse('lastOn', 'never_open');
}

const longestClosedDays = 62;

/** The most days in a row on which anybody is closed, around each closing; locations count as one. */
function closedInARow(holidays: readonly Wanted[]): number {
  const closed = holidays.map(({ firstOn: from, lastOn: to, isYearly }) => ({ from, to, isYearly }));
  const runs = closed.map(({ from }) => {
    let days = 0;
    for (let at = Date.parse(from); days <= longestClosedDays; at += 86_400_000, days += 1) {
      if (!isClosed(closed, new Date(at).toISOString().slice(0, 10))) break;
    }
    return days;
  });
  return Math.max(0, ...runs);
}

async function getHoliday(trx: Query, organizationId: string, id: string): Promise<CompanyHoliday> {
  const [holiday] = await store.listCompanyHolidays(trx, organizationId, id);
  if (holiday === undefined) throw new AppError('not_found');
  return holiday;
}
