// The parts of the statement about hints: who is comparable, what was bought, services, prices. Put together in store.ts.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { HeardPrice, ServiceDue } from '#contract/insight.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { OwnGroup, PeerGroup } from './store.ts';

type Sql = RawBuilder<unknown>;

/** Comparable customers looked at, the next in revenue. */
const mostPeers = 20;
const mostServices = 20;
const mostPrices = 20;

/** Of `me`: the nearest in revenue in one direction, by the index customer_comparable. */
function peersTowards(direction: 'up' | 'down', user: SignedInUser, org: Sql): Sql {
  const isThere =
    direction === 'up'
      ? sql`p.revenue_12_months_cents >= me.revenue_12_months_cents`
      : sql`p.revenue_12_months_cents < me.revenue_12_months_cents`;
  return sql`(
    select p.id, abs(p.revenue_12_months_cents - me.revenue_12_months_cents) as distance from customer p
    where p.organization_id = ${org} and p.target_group = me.target_group and p.rating_letter = me.rating_letter
      and p.archived_at is null and p.id <> me.id and ${visibleCustomers(user, 'p')} and ${isThere}
    order by p.revenue_12_months_cents ${direction === 'up' ? sql`asc` : sql`desc`} limit ${mostPeers})`;
}

/** The tables `peer`, `bought` (by customer, group and day) and `spent` (in twelve months) after `me`. */
export function peersAndWhatTheyBought(user: SignedInUser, org: Sql): Sql {
  return sql`peer as materialized (
      select near.id from me cross join lateral (${peersTowards('up', user, org)} union all ${peersTowards('down', user, org)}) near
      order by near.distance, near.id limit ${mostPeers}),
    bought as materialized (
      select s.customer_id, p.group_id, s.ordered_on, sum(l.net_cents)::bigint as cents
      from me cross join lateral (select me.id union all select peer.id from peer) who
      join sales_order s on s.organization_id = ${org} and s.customer_id = who.id
        and s.ordered_on > case when s.customer_id = me.id then me.today - 1095 else me.today - 365 end and s.ordered_on <= me.today
      join order_line l on l.organization_id = s.organization_id and l.order_id = s.id
      join product p on p.organization_id = l.organization_id and p.id = l.product_id and p.group_id is not null
      group by 1, 2, 3),
    spent as (select b.customer_id, b.group_id, sum(b.cents) as cents from bought b, me
      where b.ordered_on > me.today - 365 group by 1, 2)`;
}

/** Every group of the company with the days it was ordered on. */
export function groupsPart(org: Sql): RawBuilder<OwnGroup[]> {
  return sql<OwnGroup[]>`(select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name,
          'isBought', own.days is not null or exists (select from customer_product_group cg
            where cg.organization_id = ${org} and cg.customer_id = me.id and cg.group_id = g.id),
          'days', coalesce(own.days, '[]'), 'yearCents', coalesce(own.cents, 0)) order by g.name, g.id), '[]')
        from product_group g
        left join (select b.group_id, json_agg(b.ordered_on order by b.ordered_on) as days,
            sum(b.cents) filter (where b.ordered_on > me.today - 365) as cents
          from bought b where b.customer_id = me.id group by 1) own on own.group_id = g.id
        where g.organization_id = ${org})`;
}

/** What the comparable customers buy. */
export function peerGroupsPart(org: Sql): RawBuilder<PeerGroup[]> {
  return sql<PeerGroup[]>`(select coalesce(json_agg(one), '[]') from (
        select g.id, g.name, count(distinct peer.id)::int as buyers,
          (percentile_cont(0.5) within group (order by spent.cents) filter (where spent.cents > 0))::bigint as "usualCents"
        from peer
        join customer_product_group cg on cg.organization_id = ${org} and cg.customer_id = peer.id
        join product_group g on g.organization_id = cg.organization_id and g.id = cg.group_id
        left join spent on spent.customer_id = peer.id and spent.group_id = g.id
        group by g.id, g.name) one)`;
}

export function servicesPart(org: Sql): RawBuilder<ServiceDue[]> {
  return sql<ServiceDue[]>`(select coalesce(json_agg(one), '[]') from (
        select v.id, v.subject, p.name as product, v.every_months as "everyMonths", v.last_on as "lastOn", v.next_on as "nextOn"
        from service_interval v left join product p on p.organization_id = v.organization_id and p.id = v.product_id
        where v.organization_id = ${org} and v.customer_id = me.id order by v.next_on, v.id limit ${mostServices}) one)`;
}

export function pricesPart(org: Sql): RawBuilder<HeardPrice[]> {
  return sql<HeardPrice[]>`(select coalesce(json_agg(one), '[]') from (
        select h.id, g.name as "group", h.product_text as what, h.competitor, h.price_cents as "priceCents", h.unit,
          h.heard_on as "heardOn", (select json_build_object('id', u.id, 'name', u.name) from app_user u
            where u.organization_id = h.organization_id and u.id = h.heard_by) as "heardBy"
        from price_heard h left join product_group g on g.organization_id = h.organization_id and g.id = h.product_group_id
        where h.organization_id = ${org} and h.customer_id = me.id
        order by h.heard_on desc, h.id desc limit ${mostPrices}) one)`;
}
