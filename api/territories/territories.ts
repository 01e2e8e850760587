// Use-cases of territories (Gebiete) and their rules; the room's front door.
import type {
  createTerritory,
  listTerritories,
  removeTerritory,
  TerritoryRules,
  updateTerritory,
} from '#contract/territory.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { namesOfChoices } from '#api/choices/choices.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { assignAllJob, assignAllSoon } from './jobs.ts';
import { cleanPrefixes, refuseOverlap } from './rules.ts';
import * as store from './store.ts';

export { listCustomer, listCustomers } from './listed.ts';

/** All territories with their rules, and whether customers are just being assigned. */
export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listTerritories>> {
  return deps.db.read(user, async (trx) => ({
    items: await store.listTerritoryRows(trx, user.organizationId),
    isRecalculating: await store.isAssigning(trx, user.organizationId, assignAllJob.name),
  }));
}

/** Adds a territory; every customer is assigned anew. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createTerritory>,
): Promise<Reply<typeof createTerritory>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockTerritories(trx, organizationId);
    const id = newId();
    const rules = await readRules(trx, user, { id, ...input });
    await refusePeople(trx, organizationId, input);
    await store.insertTerritory(trx, organizationId, {
      id,
      name: input.name,
      owner_id: input.ownerId,
      ...rules,
    });
    await store.replacePeople(trx, organizationId, { territoryId: id, personIds: input.personIds });
    return finish(deps, trx, user, { action: 'territory.create', id });
  });
}

/** Changes what is given; stale_version carries the territory as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateTerritory>,
  version: number,
): Promise<Reply<typeof updateTerritory>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockTerritories(trx, organizationId);
    const before = await getTerritory(trx, user, input.id);
    const { id, name, ownerId, personIds } = input;
    const rules = await readRules(trx, user, { ...before, ...withoutGaps(input) });
    await refusePeople(trx, organizationId, { ownerId: ownerId ?? null, personIds: personIds ?? [] });
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(ownerId === undefined ? {} : { owner_id: ownerId }),
      ...rules,
    };
    if (!(await store.updateTerritoryRow(trx, organizationId, { id, version }, change))) {
      throw new AppError('stale_version', { current: before });
    }
    if (personIds) await store.replacePeople(trx, organizationId, { territoryId: id, personIds });
    return finish(deps, trx, user, { action: 'territory.update', id, before });
  });
}

/** Takes a territory away; its customers are assigned anew. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeTerritory>,
  version: number,
): Promise<Reply<typeof removeTerritory>> {
  return deps.db.transaction(user, async (trx) => {
    await store.lockTerritories(trx, user.organizationId);
    const before = await getTerritory(trx, user, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    await store.deleteTerritory(trx, user.organizationId, input.id);
    await assignAllSoon(deps, trx, user);
    await audit(deps, trx, user, { action: 'territory.remove', id: input.id, before });
    return { removed: true };
  });
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, id, before }: { action: string; id: string; before?: TerritoryRules },
): Promise<TerritoryRules> {
  const after = await getTerritory(trx, user, id);
  await assignAllSoon(deps, trx, user);
  await audit(deps, trx, user, { action, id, before, after });
  return after;
}

/** The rules in clean spelling, with sectors that are on the company's list and nothing that another territory has. */
async function readRules(
  trx: Query,
  user: SignedInUser,
  own: { id: string; postcodePrefixes: readonly string[]; sectors: readonly string[] },
): Promise<{ postcode_prefixes: string[]; sectors: string[] }> {
  const known = await namesOfChoices(trx, user.organizationId, 'sector');
  own.sectors.forEach((sector, at) => {
    if (known.includes(sector)) return;
    throw new AppError('invalid_input', { fields: [{ path: `sectors.${at}`, problem: 'unknown' }] });
  });
  const rules = {
    postcode_prefixes: cleanPrefixes(own.postcodePrefixes),
    sectors: [...new Set(own.sectors)],
  };
  refuseOverlap({ id: own.id, ...rules }, await store.listRules(trx, user.organizationId));
  return rules;
}

async function refusePeople(
  trx: Query,
  organizationId: string,
  { ownerId, personIds }: { ownerId: string | null; personIds: readonly string[] },
): Promise<void> {
  for (const [path, ids] of [
    ['ownerId', ownerId === null ? [] : [ownerId]],
    ['personIds', [...new Set(personIds)]],
  ] as const) {
    const count = ids.length === 0 ? 0 : await store.countColleagues(trx, organizationId, ids);
    if (count !== ids.length) throw new AppError('invalid_input', { fields: [{ path, problem: 'unknown' }] });
  }
}

async function getTerritory(trx: Query, user: SignedInUser, id: string): Promise<TerritoryRules> {
  const [territory] = await store.listTerritoryRows(trx, user.organizationId, id);
  if (territory === undefined) throw new AppError('not_found');
  return territory;
}

function withoutGaps({ postcodePrefixes, sectors }: Parsed<typeof updateTerritory>) {
  return { ...(postcodePrefixes ? { postcodePrefixes } : {}), ...(sectors ? { sectors } : {}) };
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  entry: { action: string; id: string; before?: TerritoryRules | undefined; after?: TerritoryRules },
): Promise<void> {
  const { action, id: recordId, before, after } = entry;
  const at = deps.clock.now();
  await writeAudit(trx, user, { action, recordKind: 'territory', recordId, before, after, at });
}
