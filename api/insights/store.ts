// SQL of what the figures suggest: one statement about a customer, those comparable with it, and what both bought.
import { sql } from 'kysely';
import type { HeardPrice, ServiceDue } from '#contract/insight.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import * as parts from './parts.ts';

export interface OwnGroup {
  readonly id: string;
  readonly name: string;
  readonly isBought: boolean;
  /** Days of orders in three years, oldest first. */
  readonly days: readonly string[];
  readonly yearCents: number;
}

export interface PeerGroup {
  readonly id: string;
  readonly name: string;
  readonly buyers: number;
  /** Median of twelve months among the peers that bought; null when none did. */
  readonly usualCents: number | null;
}

export interface InsightRow {
  readonly today: string;
  readonly target_group: string | null;
  readonly rating_letter: 'A' | 'B' | 'C' | null;
  readonly peers: number;
  readonly groups: OwnGroup[];
  readonly peer_groups: PeerGroup[];
  readonly services: ServiceDue[];
  readonly prices: HeardPrice[];
}

/** Reads everything about a visible customer; null for any other. */
export async function findInsightRow(
  trx: Query,
  user: SignedInUser,
  { customerId, now }: { customerId: string; now: Date },
): Promise<InsightRow | null> {
  const org = sql`${user.organizationId}::uuid`;
  const { rows } = await sql<InsightRow>`${prepared}
    with me as materialized (
      select c.id, c.target_group, c.rating_letter, c.revenue_12_months_cents,
        (${now}::timestamptz at time zone o.time_zone)::date as today
      from customer c join organization o using (organization_id)
      where c.organization_id = ${org} and c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}),
    ${parts.peersAndWhatTheyBought(user, org)}
    select me.today, me.target_group, me.rating_letter, (select count(*)::int from peer) as peers,
      ${parts.groupsPart(org)} as groups,
      ${parts.peerGroupsPart(org)} as peer_groups,
      ${parts.servicesPart(org)} as services,
      ${parts.pricesPart(org)} as prices
    from me`.execute(trx);
  return rows[0] ?? null;
}

export interface RevenueRow {
  readonly today: string;
  readonly shows_margin: boolean;
  /** '2026-09' → cents. */
  readonly months: Readonly<Record<string, { cents: number; marginCents: number | null }>>;
}

/** Sums of the running year and the five before; the margin only for those who may see it. */
export async function findRevenueRow(
  trx: Query,
  user: SignedInUser,
  { customerId, now }: { customerId: string; now: Date },
): Promise<RevenueRow | null> {
  const isLeader = user.role === 'manager' || user.role === 'admin';
  const showsMargin = isLeader ? sql`true` : sql`(c.owner_id = ${user.id}::uuid) is true`;
  const since = `${now.getUTCFullYear() - 5}-01-01`;
  const { rows } = await sql<RevenueRow>`${prepared}
    select (${now}::timestamptz at time zone o.time_zone)::date as today, ${showsMargin} as shows_margin,
      (select coalesce(json_object_agg(to_char(m.month, 'YYYY-MM'), json_build_object('cents', m.cents,
          'marginCents', case when ${showsMargin} then m.margin_cents end)), '{}')
        from revenue_month m where m.organization_id = c.organization_id and m.customer_id = c.id
          and m.month >= ${since}::date) as months
    from customer c join organization o using (organization_id)
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}
