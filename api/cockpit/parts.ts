// The lists of a cockpit, each a sub-query that answers one JSON value; put together in store.ts.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Cockpit, Order, Project, Quote } from '#contract/cockpit.ts';
import { selectComplaints } from '#api/complaints/row.ts';
import type { ComplaintRow } from '#api/complaints/row.ts';
import { contactColumns } from '#api/contacts/row.ts';
import type { ContactRow } from '#api/contacts/row.ts';
import { columnOf } from '#api/db/column.ts';
import { followUpColumns, followUpSource } from '#api/follow-ups/row.ts';
import type { FollowUpRow } from '#api/follow-ups/row.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Place } from './place.ts';
import type { MonthlyCents } from './revenue.ts';
import type { OpenInvoice } from './rules.ts';

const most = {
  contacts: 20,
  complaints: 10,
  followUps: 50,
  quotes: 20,
  orders: 10,
  history: 24,
  team: 12,
} as const;

/** All rows of a query as one JSON array, empty when there are none. */
export function jsonRows<T>(query: RawBuilder<T>): RawBuilder<T[]> {
  return sql<T[]>`(select coalesce(json_agg(part), '[]') from (${query}) part)`;
}

/** Figures are read only for those who may see them. */
function jsonFigures<T>(user: SignedInUser, query: RawBuilder<T>): RawBuilder<T[]> {
  return seesFigures(user) ? jsonRows(query) : sql<T[]>`'[]'::json`;
}

function ofCustomer(alias: string, { user, customerId }: Place): RawBuilder<unknown> {
  return sql`${columnOf(alias, 'organization_id')} = ${user.organizationId}::uuid
    and ${columnOf(alias, 'customer_id')} = ${customerId}`;
}

/** The contact of the mail first, then by name. */
export function contactsPart(place: Place): RawBuilder<ContactRow[]> {
  return jsonRows(sql<ContactRow>`select ${contactColumns} from contact k
    where ${ofCustomer('k', place)} and k.archived_at is null
    order by (k.id = ${place.contactId}) desc nulls last, k.name collate "und-x-icu", k.id limit ${most.contacts}`);
}

/** Open ones by deadline, then the latest closed ones. */
export function complaintsPart(place: Place): RawBuilder<ComplaintRow[]> {
  return jsonRows(
    selectComplaints(
      ofCustomer('c', place),
      sql`order by (c.state = 'closed'), case when c.state <> 'closed' then c.first_answer_due_at end, c.received_at desc, c.id limit ${most.complaints}`,
    ),
  );
}

export function followUpsPart(place: Place): RawBuilder<FollowUpRow[]> {
  return jsonFigures(
    place.user,
    sql<FollowUpRow>`select ${followUpColumns} from ${followUpSource}
      where ${ofCustomer('f', place)} and f.completed_at is null order by f.due_on, f.id limit ${most.followUps}`,
  );
}

/** Open ones by end, then the latest others. */
export function quotesPart(place: Place): RawBuilder<Quote[]> {
  return jsonFigures(
    place.user,
    sql<Quote>`select q.id, q.number, q.title, q.total_cents as "totalCents", q.chance_percent as "chancePercent",
        q.sent_on as "sentOn", q.valid_until as "validUntil", q.state
      from quote q where ${ofCustomer('q', place)}
      order by (q.state <> 'open'), case when q.state = 'open' then q.valid_until end, q.sent_on desc, q.id limit ${most.quotes}`,
  );
}

export function invoicesPart(place: Place): RawBuilder<OpenInvoice[]> {
  return jsonFigures(
    place.user,
    sql<OpenInvoice>`select i.number, i.due_on, i.total_cents - i.paid_cents as open_cents, i.reminder_on
      from invoice i where ${ofCustomer('i', place)} and i.paid_on is null order by i.due_on, i.number`,
  );
}

export function ordersPart(place: Place): RawBuilder<Order[]> {
  return jsonFigures(
    place.user,
    sql<Order>`select s.id, s.number, s.ordered_on as "orderedOn", s.total_cents as "totalCents",
        s.delivered_on as "deliveredOn", line.count as "lineCount", line.summary
      from (select * from sales_order s where ${ofCustomer('s', place)}
        order by s.ordered_on desc, s.id desc limit ${most.orders}) s
      cross join lateral (
        select count(*)::int as count, coalesce(string_agg(trim_scale(l.quantity)::text || ' × ' || l.text, ', ' order by l.position)
          filter (where l.position <= 2), '') || case when count(*) > 2 then ' …' else '' end as summary
        from order_line l where l.organization_id = s.organization_id and l.order_id = s.id) line
      order by s.ordered_on desc, s.id desc`,
  );
}

/** Revenue by month of the last five years, '2026-09' → cents. */
export function revenuePart(place: Place, now: Date): RawBuilder<MonthlyCents | null> {
  if (!seesFigures(place.user)) return sql<null>`null::json`;
  const since = `${now.getUTCFullYear() - 5}-01-01`;
  return sql<MonthlyCents>`(select coalesce(json_object_agg(to_char(m.month, 'YYYY-MM'), m.cents), '{}')
    from revenue_month m where ${ofCustomer('m', place)} and m.month >= ${since}::date)`;
}

export function projectsPart(place: Place): RawBuilder<Project[]> {
  const sum = seesFigures(place.user) ? sql`p.sum_cents` : sql`null`;
  return jsonRows(sql<Project>`select p.id, p.name, ${sum} as "sumCents", p.phase
    from project p where ${ofCustomer('p', place)} order by p.name, p.id`);
}

export function productGroupsPart(place: Place): RawBuilder<string[]> {
  return sql<string[]>`array(select g.name from customer_product_group cg
    join product_group g on g.organization_id = cg.organization_id and g.id = cg.group_id
    where ${ofCustomer('cg', place)} order by g.name)`;
}

export function ratingHistoryPart(place: Place): RawBuilder<Cockpit['ratingHistory']> {
  return jsonFigures(
    place.user,
    sql<Cockpit['ratingHistory'][number]>`select * from (
        select r.on_day as on, r.letter, r.digit from rating_history r where ${ofCustomer('r', place)}
        order by r.on_day desc limit ${most.history}) latest
      order by latest.on`,
  );
}

/** The owner first, then the colleagues of the territory; of customer `c`. */
export function teamPart(): RawBuilder<Cockpit['team']> {
  return jsonRows(sql<Cockpit['team'][number]>`select u.id, u.name, u.job_title as "jobTitle" from app_user u
    where u.organization_id = c.organization_id and u.active and u.role in ('sales', 'manager', 'admin')
      and (u.id = c.owner_id or exists (select from user_territory ut where ut.organization_id = u.organization_id
        and ut.user_id = u.id and ut.territory_id = c.territory_id))
    order by (u.id = c.owner_id) desc nulls last, u.name, u.id limit ${most.team}`);
}

/**
 * Customers per rating cell in the territory of customer `c`: counted cells where the user sees the whole territory,
 * else only his own customers there.
 */
export function portfolioPart({ user }: Place): RawBuilder<Cockpit['portfolio']> {
  const seesTerritory =
    user.role !== 'sales' || user.customerVisibility === 'all'
      ? sql`true`
      : sql`c.territory_id = any(${user.territoryIds}::uuid[])`;
  return jsonFigures(
    user,
    sql<Cockpit['portfolio'][number]>`
      select cell.letter, cell.digit, cell.customers as count from portfolio_cell cell
      where ${seesTerritory} and cell.organization_id = c.organization_id and cell.territory_id = c.territory_id
        and cell.customers > 0
      union all
      select own.rating_letter, own.rating_digit, count(*)::int from customer own
      where not ${seesTerritory} and own.organization_id = c.organization_id and own.owner_id = ${user.id}::uuid
        and own.territory_id = c.territory_id and own.rating_letter is not null and own.rating_digit is not null
        and own.archived_at is null
      group by own.rating_letter, own.rating_digit
      order by 1, 2`,
  );
}
