// SQL of past merges: which there were, and where a customer that is gone has gone to.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { Snapshot } from './merge-store.ts';
import type { MergedKind } from './move-store.ts';

export interface MergeRow {
  readonly id: string;
  readonly kind: MergedKind;
  readonly winner_id: string;
  readonly loser_id: string;
  readonly winner_before: Snapshot;
  readonly winner_after: Snapshot;
  readonly loser_before: Snapshot;
  readonly extra: Record<string, unknown>;
  readonly winner_name: string;
  readonly merged_at: Date;
  readonly merged_by: { id: string; name: string } | null;
  readonly undone_at: Date | null;
  readonly undone_by: { id: string; name: string } | null;
}

const person = (column: string) => sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
  where u.organization_id = m.organization_id and u.id = ${sql.ref(`m.${column}`)})`;

/** Merges that satisfy a condition and of which the user sees both customers. */
async function selectMerges(
  trx: Query,
  user: SignedInUser,
  { condition, limit }: { condition: RawBuilder<unknown>; limit: number },
): Promise<MergeRow[]> {
  const { rows } = await sql<MergeRow>`
    select m.id, m.record_kind as kind, m.winner_id, m.loser_id, m.winner_before, m.winner_after, m.loser_before, m.extra,
      coalesce(wk.name, w.name) as winner_name, m.merged_at, m.undone_at,
      ${person('merged_by')} as merged_by, ${person('undone_by')} as undone_by
    from record_merge m
    left join contact wk on m.record_kind = 'contact' and wk.organization_id = m.organization_id and wk.id = m.winner_id
    left join contact lk on m.record_kind = 'contact' and lk.organization_id = m.organization_id and lk.id = m.loser_id
    join customer w on w.organization_id = m.organization_id and w.id = coalesce(wk.customer_id, m.winner_id)
    join customer l on l.organization_id = m.organization_id and l.id = coalesce(lk.customer_id, m.loser_id)
    where m.organization_id = ${user.organizationId}::uuid and ${visibleCustomers(user, 'w')} and ${visibleCustomers(user, 'l')}
      and ${condition}
    order by m.merged_at desc, m.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** One merge; null for one of which the user does not see both sides. */
export async function findMerge(trx: Query, user: SignedInUser, id: string): Promise<MergeRow | null> {
  const [row] = await selectMerges(trx, user, { condition: sql`m.id = ${id}::uuid`, limit: 1 });
  return row ?? null;
}

export interface MergePage {
  /** Null: of all customers. */
  readonly customerId: string | null;
  /** Moment and id of the last one shown. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Merges, those of contacts included, the latest first. */
export function listMergeRows(trx: Query, user: SignedInUser, page: MergePage): Promise<MergeRow[]> {
  const { customerId, after, limit } = page;
  const isOf =
    customerId === null ? sql`true` : sql`(w.id = ${customerId}::uuid or l.id = ${customerId}::uuid)`;
  const isNext =
    after === null ? sql`true` : sql`(m.merged_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  return selectMerges(trx, user, { condition: sql`${isOf} and ${isNext}`, limit });
}

/** Customers that became part of another one since a moment, unless that was taken back; the latest first. */
export function listTakenOver(
  trx: Query,
  user: SignedInUser,
  { customerId, since }: { customerId: string; since: Date },
): Promise<MergeRow[]> {
  const condition = sql`m.record_kind = 'customer' and m.winner_id = ${customerId}::uuid and m.undone_at is null
    and m.merged_at >= ${since}::timestamptz`;
  return selectMerges(trx, user, { condition, limit: 5 });
}

export interface FollowedRow {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly merged_at: Date;
  readonly merged_by: { id: string; name: string } | null;
}

const longestChain = 20;

/** The visible customer at the end of all merges of `customerId`, and when and by whom the first of them was made. */
export async function findFollowed(
  trx: Query,
  user: SignedInUser,
  customerId: string,
): Promise<FollowedRow | null> {
  const org = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<FollowedRow>`
    with recursive chain as (
      select id, merged_into_id, 0 as step from customer where organization_id = ${org} and id = ${customerId}::uuid
      union all
      select n.id, n.merged_into_id, chain.step + 1 from chain
      join customer n on n.organization_id = ${org} and n.id = chain.merged_into_id where chain.step < ${longestChain}
    )
    select w.id, w.number, w.name, m.merged_at, ${person('merged_by')} as merged_by
    from chain join customer w on w.organization_id = ${org} and w.id = chain.id
    join record_merge m on m.organization_id = ${org} and m.record_kind = 'customer' and m.loser_id = ${customerId}::uuid
      and m.undone_at is null
    where chain.step > 0 and chain.merged_into_id is null and ${visibleCustomers(user, 'w')}
    order by m.merged_at desc limit 1`.execute(trx);
  return rows[0] ?? null;
}
