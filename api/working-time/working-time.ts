// Use-cases of the company's working time; the room's front door. Locations and holidays: locations.ts and holidays.ts.
import type { CompanyTime, getWorkingTime, updateCompanyTime, WorkingWeek } from '#contract/working-time.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { reckonAllJob, reckonAllSoon } from '#api/complaints/reckon-jobs.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { unfitDay, widestHours } from './rules.ts';
import * as store from './store.ts';

/** Everything by which working time is counted. */
export function get(deps: Deps, user: SignedInUser): Promise<Reply<typeof getWorkingTime>> {
  const { organizationId } = user;
  return deps.db.read(user, async (trx) => ({
    company: await store.readCompanyTime(trx, organizationId),
    locations: await store.listLocations(trx, organizationId),
    holidays: await store.listCompanyHolidays(trx, organizationId),
    isReckoning: await store.isReckoning(trx, organizationId, reckonAllJob.name),
  }));
}

/** Changes what is given; open complaints are reckoned anew. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateCompanyTime>,
  version: number,
): Promise<CompanyTime> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockWorkingTime(trx, organizationId);
    const before = await store.readCompanyTime(trx, organizationId);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const wanted = { ...before, ...given };
    refuseUnfitWeek(wanted.week);
    await store.updateCompanyTime(trx, organizationId, wanted, widestHours(wanted.week));
    const after = await store.readCompanyTime(trx, organizationId);
    await finish(deps, trx, user, { action: 'working_time.update', id: organizationId, before, after });
    return after;
  });
}

/** Throws invalid_input with the day that ends before it begins, or when nobody ever works. */
export function refuseUnfitWeek(week: WorkingWeek): void {
  const unfit = unfitDay(week);
  if (unfit === null) return;
  const field =
    unfit === 'none'
      ? { path: 'week', problem: 'no_working_day' }
      : { path: `week.${unfit}`, problem: 'ends_before_begin' };
  throw new AppError('invalid_input', { fields: [field] });
}

/** Audit row, and the deadlines that follow. */
export async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  change: { action: string; id: string; before?: unknown; after?: unknown },
): Promise<void> {
  const { action, id: recordId, before, after } = change;
  await reckonAllSoon(deps, trx, user.organizationId);
  await writeAudit(trx, user, {
    action,
    recordKind: 'working_time',
    recordId,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    at: deps.clock.now(),
  });
}
