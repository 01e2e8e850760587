// SQL of the list of pairs. A pair shows only while both are in use and the user sees both.
import { sql } from 'kysely';
import type { DuplicatePair } from '#contract/duplicate.ts';
import { customerRefOf } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

export interface PairRow {
  readonly id: string;
  readonly score: number;
  readonly reasons: DuplicatePair['reasons'];
  readonly state: 'open' | 'dismissed';
  readonly one: DuplicatePair['one'];
  readonly other: DuplicatePair['other'];
  readonly found_at: Date;
  readonly dismissed_at: Date | null;
  readonly dismissed_by: { id: string; name: string } | null;
}

const side = (alias: 'a' | 'b') =>
  sql`${customerRefOf(alias)} || jsonb_build_object('street', ${sql.ref(`${alias}.street`)}, 'postcode', ${sql.ref(`${alias}.postcode`)},
    'city', ${sql.ref(`${alias}.city`)}, 'phone', ${sql.ref(`${alias}.phone`)})`;

function pairsOf(user: SignedInUser) {
  return sql`select p.id, p.score, p.reasons, p.state, p.found_at, p.dismissed_at,
      ${side('a')} as one, ${side('b')} as other,
      (select json_build_object('id', u.id, 'name', u.name) from app_user u
        where u.organization_id = p.organization_id and u.id = p.dismissed_by) as dismissed_by
    ${seenPairs(user)}`;
}

function seenPairs(user: SignedInUser) {
  return sql`from duplicate_pair p
    join customer a on a.organization_id = p.organization_id and a.id = p.customer_a
    join customer b on b.organization_id = p.organization_id and b.id = p.customer_b
    where p.organization_id = ${user.organizationId}::uuid and a.archived_at is null and b.archived_at is null
      and ${visibleCustomers(user, 'a')} and ${visibleCustomers(user, 'b')}`;
}

/** Pairs by score, starting after `after` (score and id of the last one shown). */
export async function listPairs(
  trx: Query,
  user: SignedInUser,
  page: { state: 'open' | 'dismissed'; after: readonly [number, string] | null; limit: number },
): Promise<PairRow[]> {
  const { state, after, limit } = page;
  const isNext =
    after === null
      ? sql``
      : sql`and (p.score < ${after[0]}::int or (p.score = ${after[0]}::int and p.id > ${after[1]}::uuid))`;
  const { rows } = await sql<PairRow>`${pairsOf(user)} and p.state = ${state} ${isNext}
    order by p.score desc, p.id limit ${limit}`.execute(trx);
  return rows;
}

/** How many pairs of a state the user sees. */
export async function countPairs(
  trx: Query,
  user: SignedInUser,
  state: 'open' | 'dismissed',
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${seenPairs(user)} and p.state = ${state}`.execute(trx);
  return rows[0]?.count ?? 0;
}

const mostTwins = 5;

/** The open pairs of one customer, the likeliest first. */
export async function listPairsOfCustomer(
  trx: Query,
  user: SignedInUser,
  customerId: string,
): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`${pairsOf(user)} and p.state = 'open'
      and ${customerId}::uuid in (p.customer_a, p.customer_b)
    order by p.score desc, p.id limit ${mostTwins}`.execute(trx);
  return rows;
}

export async function findPair(trx: Query, user: SignedInUser, id: string): Promise<PairRow | null> {
  const { rows } = await sql<PairRow>`${pairsOf(user)} and p.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

export async function writeState(
  trx: Query,
  user: SignedInUser,
  { id, isDismissed, now }: { id: string; isDismissed: boolean; now: Date },
): Promise<void> {
  await trx
    .updateTable('duplicate_pair')
    .set(
      isDismissed
        ? { state: 'dismissed', dismissed_by: user.id, dismissed_at: now }
        : { state: 'open', dismissed_by: null, dismissed_at: null },
    )
    .where('organization_id', '=', user.organizationId)
    .where('id', '=', id)
    .execute();
}

/** The day of the last nightly run. */
export async function readLookedOn(trx: Query, organizationId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('organization')
    .select('duplicates_on')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row?.duplicates_on ?? null;
}
