// Use-cases of locations (Standorte): each with its own hours and Land, in charge of some territories.
import type { createLocation, Location, removeLocation, updateLocation } from '#contract/working-time.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';
import { finish, refuseUnfitWeek } from './working-time.ts';

/** Adds a location. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createLocation>,
): Promise<Location> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockWorkingTime(trx, organizationId);
    refuseUnfitWeek(input.week);
    await refuseTerritories(trx, organizationId, input.territoryIds);
    const id = newId();
    await store.insertLocation(trx, organizationId, { id, ...input });
    await store.setTerritories(trx, organizationId, { locationId: id, territoryIds: input.territoryIds });
    const after = await getLocation(trx, organizationId, id);
    await finish(deps, trx, user, { action: 'location.create', id, after });
    return after;
  });
}

/** Changes what is given; stale_version carries the location as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateLocation>,
  version: number,
): Promise<Location> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { id, name, region, week, territoryIds } = input;
    await store.lockWorkingTime(trx, organizationId);
    const before = await getLocation(trx, organizationId, id);
    if (week !== undefined) refuseUnfitWeek(week);
    await refuseTerritories(trx, organizationId, territoryIds ?? []);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(region === undefined ? {} : { holiday_region: region }),
      ...(week === undefined ? {} : { working_week: JSON.stringify(week) }),
    };
    if (!(await store.updateLocationRow(trx, organizationId, { id, version }, change))) {
      throw new AppError('stale_version', { current: before });
    }
    if (territoryIds) await store.setTerritories(trx, organizationId, { locationId: id, territoryIds });
    const after = await getLocation(trx, organizationId, id);
    await finish(deps, trx, user, { action: 'location.update', id, before, after });
    return after;
  });
}

/** Takes a location away; its territories go back to the company's calendar. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeLocation>,
  version: number,
): Promise<Reply<typeof removeLocation>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockWorkingTime(trx, organizationId);
    const before = await getLocation(trx, organizationId, input.id);
    const gone = { archived_at: deps.clock.now() };
    if (!(await store.updateLocationRow(trx, organizationId, { id: input.id, version }, gone))) {
      throw new AppError('stale_version', { current: before });
    }
    await store.setTerritories(trx, organizationId, { locationId: input.id, territoryIds: [] });
    await finish(deps, trx, user, { action: 'location.remove', id: input.id, before });
    return { removed: true };
  });
}

async function refuseTerritories(trx: Query, organizationId: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  if ((await store.countTerritories(trx, organizationId, wanted)) === wanted.length) return;
  throw new AppError('invalid_input', { fields: [{ path: 'territoryIds', problem: 'unknown' }] });
}

async function getLocation(trx: Query, organizationId: string, id: string): Promise<Location> {
  const [location] = await store.listLocations(trx, organizationId, id);
  if (location === undefined) throw new AppError('not_found');
  return location;
}
