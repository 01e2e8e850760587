// All SQL of the never-log list.
import { sql } from 'kysely';
import type { NeverLogEntry } from '#contract/never-log.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Listed } from './rules.ts';

type Row = Omit<NeverLogEntry, 'addedAt' | 'canRemove'> & { addedAt: Date };

const columns = sql`e.id, e.kind, e.value, e.owner_id is null as "isOfCompany", e.added_at as "addedAt",
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = e.organization_id and u.id = e.added_by) as by`;

const readable = (user: SignedInUser) => sql`e.organization_id = ${user.organizationId}::uuid
  and (e.owner_id is null or e.owner_id = ${user.id}::uuid)`;

/** The company's entries and this person's, by name. */
export async function listEntries(trx: Query, user: SignedInUser): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${columns} from never_log e where ${readable(user)}
    order by e.owner_id is not null, e.value, e.id`.execute(trx);
  return rows;
}

/** One entry that this person may read; null otherwise. */
export async function findEntry(trx: Query, user: SignedInUser, id: string): Promise<Row | null> {
  const { rows } = await sql<Row>`select ${columns} from never_log e
    where ${readable(user)} and e.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** The entry of this value, the company's or the person's own. */
export async function findEntryOf(
  trx: Query,
  user: SignedInUser,
  { value, isOfCompany }: { value: string; isOfCompany: boolean },
): Promise<Row | null> {
  const { rows } = await sql<Row>`select ${columns} from never_log e
    where ${readable(user)} and e.value = ${value} and (e.owner_id is null) = ${isOfCompany}`.execute(trx);
  return rows[0] ?? null;
}

/** How many entries the company, or the person, has. */
export async function countEntries(trx: Query, user: SignedInUser, isOfCompany: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from never_log e
    where ${readable(user)} and (e.owner_id is null) = ${isOfCompany}`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Stores the entry; false when it is there already. */
export async function insertEntry(
  trx: Query,
  user: SignedInUser,
  entry: { id: string; kind: 'address' | 'domain'; value: string; isOfCompany: boolean; at: Date },
): Promise<boolean> {
  const stored = await trx
    .insertInto('never_log')
    .values({
      organization_id: user.organizationId,
      id: entry.id,
      kind: entry.kind,
      value: entry.value,
      owner_id: entry.isOfCompany ? null : user.id,
      added_by: user.id,
      added_at: entry.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

export async function deleteEntry(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('never_log')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export interface Known {
  readonly internalDomains: string[];
  readonly listed: Listed[];
}

/** The company's own domains, and what is listed of these addresses and domains for everyone or for this person. */
export async function findListed(trx: Query, user: SignedInUser, keys: readonly string[]): Promise<Known> {
  const { rows } = await sql<Known>`
    select o.internal_domains as "internalDomains", coalesce((
      select json_agg(json_build_object('value', e.value, 'kind', e.kind, 'isOfCompany', e.owner_id is null)
        order by e.owner_id is not null, e.kind, e.value)
      from never_log e where ${readable(user)} and e.value = any(${[...keys]}::text[])), '[]') as listed
    from organization o where o.organization_id = ${user.organizationId}::uuid`.execute(trx);
  return rows[0] ?? { internalDomains: [], listed: [] };
}
