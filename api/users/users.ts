// Who is signed in and who else works here; the door for other rooms and for the bot.
import type { ClientConfig, Colleague, Me } from '#contract/user.ts';
import type { Role } from '#contract/user.ts';
import type { Config } from '#api/config.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { productVersion } from '#api/product-version.ts';
import { listPermissions, readingPermissions } from '#api/rights/permissions.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findUserById as readUser } from './people-store.ts';
import { findUserRow, getMeRow, insertUser, listPeople, updateSeen } from './store.ts';
import type { PersonRow, UserRow } from './store.ts';

export interface Identity {
  /** The Entra tenant. */
  readonly organizationId: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
  /** The role that the token names; null when it names none, then the stored one counts. */
  readonly role: Role | null;
}

const seenEveryMs = 10 * 60 * 1_000;

/** The user as he is at this moment, stored at first sight; `role` is null for people who were given none or were shut out. */
export async function admitUser(
  { db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>,
  identity: Identity,
): Promise<SignedInUser> {
  const at = clock.now();
  const known = await findUserRow(db, identity.organizationId, identity.entraOid);
  const row = known ?? (await addUser({ db, log }, identity, at));
  const role = row.active ? (identity.role ?? row.role) : null;
  const isStale = row.lastSeenAt === null || at.getTime() - row.lastSeenAt.getTime() > seenEveryMs;
  if (row.active && (isStale || role !== row.role)) await db.system((trx) => updateSeen(trx, row, role, at));
  return toSignedIn(row, role);
}

/** A known person by the Entra object id, as the bot learns it from Teams; null for strangers and people without a role. */
export async function findUserByOid(
  { db }: Pick<Deps, 'db'>,
  organizationId: string,
  entraOid: string,
): Promise<SignedInUser | null> {
  const row = await findUserRow(db, organizationId, entraOid);
  return row === null || !row.active || row.role === null ? null : toSignedIn(row, row.role);
}

/** The person of our own id, for work that goes on without a request; null for people without access. */
export async function findUserById(
  { db }: Pick<Deps, 'db'>,
  organizationId: string,
  id: string,
): Promise<SignedInUser | null> {
  return db.read({ organizationId }, (trx) => readUser(trx, organizationId, id));
}

/** Everybody of an organisation who has a role; for the demo's bar. */
export function listPeopleOf({ db }: Pick<Deps, 'db'>, organizationId: string): Promise<PersonRow[]> {
  return db.read({ organizationId }, (trx) => listPeople(trx, organizationId));
}

export interface KnownPerson {
  readonly shortName: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
}

/** An active person by short name or Entra object id, or null; for the demo's sign-in and its stand-ins. */
export async function findPerson(
  { db }: Pick<Deps, 'db'>,
  organizationId: string,
  by: { readonly shortName: string } | { readonly entraOid: string },
): Promise<KnownPerson | null> {
  const row = await db.read({ organizationId }, (trx) => {
    const query = trx
      .selectFrom('app_user')
      .select(['short_name as shortName', 'entra_oid as entraOid', 'name', 'email'])
      .where('organization_id', '=', organizationId)
      .where('active', '=', true);
    const one =
      'shortName' in by
        ? query.where('short_name', '=', by.shortName)
        : query.where('entra_oid', '=', by.entraOid);
    return one.executeTakeFirst();
  });
  return row ?? null;
}

/** Who I am, what I may do, and the server's clock. */
export async function getMe({ db, clock }: Deps, user: SignedInUser): Promise<Me> {
  if (user.role === null) throw new AppError('no_role');
  const row = await db.read(user, (trx) => getMeRow(trx, user));
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    jobTitle: user.jobTitle,
    ...row,
    permissions: user.viewedBy === undefined ? listPermissions(user.role) : readingPermissions(user.role),
    viewedBy: user.viewedBy ?? null,
    now: clock.now().toISOString(),
  };
}

/** People to whom work can be given: everyone of the house, no external partners. */
export async function listColleagues({ db }: Deps, user: SignedInUser): Promise<{ items: Colleague[] }> {
  const people = await db.read(user, (trx) => listPeople(trx, user.organizationId));
  return { items: people.filter((person) => person.role !== 'partner') };
}

/** What a page must know before anybody has signed in; nothing secret. */
export async function getClientConfig({ config, db }: Deps, organizationId: string): Promise<ClientConfig> {
  return {
    mode: config.mode,
    organizationName: await findOrganizationName(db, organizationId),
    entra: toClientEntra(config),
    teamsAppId: config.teamsAppId,
    version: productVersion,
  };
}

async function findOrganizationName(db: Deps['db'], organizationId: string): Promise<string> {
  const row = await db.system((trx) =>
    trx
      .selectFrom('organization')
      .select('name')
      .where('organization_id', '=', organizationId)
      .executeTakeFirst(),
  );
  return row?.name ?? '';
}

function toClientEntra({ entra }: Config): ClientConfig['entra'] {
  if (entra === null) return null;
  const authority = `${entra.authorityUrl}/${entra.allowedTenants.length > 1 ? 'organizations' : entra.tenantId}`;
  return { clientId: entra.clientId, authority, scope: `api://${entra.clientId}/access_as_user` };
}

async function addUser(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  identity: Identity,
  at: Date,
): Promise<UserRow> {
  const isAdded = await db.system((trx) => insertUser(trx, { ...identity, at }));
  const row = await findUserRow(db, identity.organizationId, identity.entraOid);
  if (isAdded && row !== null) return row;
  log.warn(
    { entraOid: identity.entraOid },
    'a new person has the address of somebody else; the administrator must decide',
  );
  throw new AppError('no_role');
}

function toSignedIn(row: UserRow, role: Role | null): SignedInUser {
  const { active: _active, lastSeenAt: _lastSeenAt, ...user } = row;
  return { ...user, role };
}
