// "Menschen und Rechte": who may do and see what, changed by administrators; it counts from the next request on.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { listPeople, PersonRights, updatePerson } from '#contract/people.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { FieldProblem } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './people-store.ts';
import type { PersonRightsRow } from './people-store.ts';

type Change = Parsed<typeof updatePerson>;

export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listPeople>> {
  return deps.db.read(user, async (trx) => ({
    items: (await store.listRights(trx, user.organizationId)).map(toPerson),
  }));
}

/** Changes what is given; stale_version carries the person as they are now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Change,
  version: number,
): Promise<Reply<typeof updatePerson>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockRights(trx, organizationId);
    const before = await getPerson(trx, organizationId, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    await refuseUnknown(trx, organizationId, input);
    await refuseNoAdmin(trx, organizationId, before, input);
    const columns = columnsOf(input);
    if (!(await store.updatePersonRow(trx, organizationId, { id: input.id, version }, columns))) {
      throw new AppError('stale_version', { current: await getPerson(trx, organizationId, input.id) });
    }
    await writeLists(trx, organizationId, before, input);
    const after = await getPerson(trx, organizationId, input.id);
    const about = { recordKind: 'user', recordId: input.id, at: deps.clock.now() };
    await writeAudit(trx, user, { action: 'user.update', ...about, before, after });
    return after;
  });
}

async function getPerson(trx: Query, organizationId: string, id: string): Promise<PersonRights> {
  const [row] = await store.listRights(trx, organizationId, id);
  if (row === undefined) throw new AppError('not_found');
  return toPerson(row);
}

function toPerson({ lastSeenAt, ...row }: PersonRightsRow): PersonRights {
  return { ...row, lastSeenAt: lastSeenAt?.toISOString() ?? null };
}

function columnsOf({ role, active, managerId, deputyId }: Change) {
  const given = { role, active, manager_id: managerId, deputy_id: deputyId };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Shares are a partner's; whoever becomes something else sees by territory and leaves them behind. */
async function writeLists(
  trx: Query,
  organizationId: string,
  before: PersonRights,
  { id, role, territoryIds, sharedCustomerIds }: Change,
): Promise<void> {
  if (territoryIds) await store.replaceTerritories(trx, organizationId, id, [...new Set(territoryIds)]);
  const isPartner = (role === undefined ? before.role : role) === 'partner';
  if (!isPartner) return store.replaceShares(trx, organizationId, id, []);
  if (sharedCustomerIds) await store.replaceShares(trx, organizationId, id, [...new Set(sharedCustomerIds)]);
}

async function refuseUnknown(trx: Query, organizationId: string, input: Change): Promise<void> {
  const { id, managerId, deputyId, territoryIds = [], sharedCustomerIds = [] } = input;
  const people = [managerId, deputyId].filter((one) => typeof one === 'string');
  const known = {
    people: await store.knownIds(trx, organizationId, 'app_user', people),
    territories: await store.knownIds(trx, organizationId, 'territory', territoryIds),
    customers: await store.knownIds(trx, organizationId, 'customer', sharedCustomerIds),
  };
  const problems: (FieldProblem | null)[] = [
    personProblem('managerId', managerId, id, known.people),
    personProblem('deputyId', deputyId, id, known.people),
    territoryIds.every((one) => known.territories.has(one))
      ? null
      : { path: 'territoryIds', problem: 'unknown' },
    sharedCustomerIds.every((one) => known.customers.has(one))
      ? null
      : { path: 'sharedCustomerIds', problem: 'unknown' },
  ];
  const fields = problems.filter((problem) => problem !== null);
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

function personProblem(
  path: string,
  chosen: string | null | undefined,
  own: string,
  known: ReadonlySet<string>,
): FieldProblem | null {
  if (typeof chosen !== 'string') return null;
  if (chosen === own) return { path, problem: 'not_allowed' };
  return known.has(chosen) ? null : { path, problem: 'unknown' };
}

/** Nobody would be left who could give a right back. */
async function refuseNoAdmin(
  trx: Query,
  organizationId: string,
  before: PersonRights,
  { role, active }: Change,
): Promise<void> {
  const losesIt = (role !== undefined && role !== 'admin') || active === false;
  if (before.role !== 'admin' || !before.active || !losesIt) return;
  if ((await store.countOtherAdmins(trx, organizationId, before.id)) > 0) return;
  throw new AppError('transition_not_allowed', { current: before });
}
