// SQL of the preparation sheet: quotes, orders, money, product groups, prices heard, people.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { Preparation } from '#contract/visit-report.ts';
import { selectComplaints } from '#api/complaints/row.ts';
import type { ComplaintRow } from '#api/complaints/row.ts';
import { customerRef, ratingSource } from '#api/customers/customers.ts';
import type { ratingFor } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { FollowUpRow } from '#api/follow-ups/follow-ups.ts';
import { followUpColumns, followUpSource } from '#api/follow-ups/follow-ups.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

type RatingSource = Parameters<typeof ratingFor>[1];

export interface SheetRow {
  readonly customer: CustomerRef;
  readonly rating_source: RatingSource;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly target_group: string | null;
  readonly employees: number | null;
  readonly competitor: string | null;
  readonly payment_term_days: number | null;
  readonly share_of_wallet_percent: number | null;
  readonly customer_since: string | null;
  readonly people: Preparation['people'];
  readonly quotes: Preparation['quotes'];
  readonly orders: Preparation['orders'];
  readonly revenue: Preparation['revenue'];
  readonly open_items: Preparation['openItems'];
  readonly complaints: ComplaintRow[];
  readonly follow_ups: FollowUpRow[];
  readonly groups: Preparation['groups'];
  readonly prices: Preparation['prices'];
}

export interface SheetOf {
  readonly customerId: string;
  readonly visitId: string | null;
  readonly now: Date;
}

const most = {
  people: 30,
  quotes: 15,
  orders: 8,
  complaints: 10,
  followUps: 20,
  prices: 12,
};

function jsonRows(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(part), '[]') from (${query}) part)`;
}

const ofCustomer = (alias: string) =>
  sql`${sql.ref(`${alias}.organization_id`)} = c.organization_id and ${sql.ref(`${alias}.customer_id`)} = c.id`;

/** Everything of the sheet in one statement; null for a customer the user may not see. */
export async function findSheet(trx: Query, user: SignedInUser, of: SheetOf): Promise<SheetRow | null> {
  const { rows } = await sql<SheetRow>`
    select ${customerRef} as customer, ${ratingSource} as rating_source, c.street, c.postcode, c.city, c.phone, c.target_group,
      c.employees, c.competitor, c.payment_term_days, c.share_of_wallet_percent, c.customer_since,
      ${people(of.visitId)} as people, ${quotes} as quotes, ${orders} as orders, ${revenue} as revenue,
      ${openItems} as open_items, ${complaints(user, of.customerId)} as complaints, ${followUps(user, of.customerId)} as follow_ups,
      ${groups} as groups, ${prices} as prices
    from (select c.*, (${of.now}::timestamptz at time zone o.time_zone)::date as today from customer c
      join organization o on o.organization_id = c.organization_id
      where c.id = ${of.customerId}::uuid and ${visibleCustomers(user, 'c')}) c
    join organization o on o.organization_id = c.organization_id`.execute(trx);
  return rows[0] ?? null;
}

/** Those expected at this visit first. */
function people(visitId: string | null): RawBuilder<unknown> {
  return jsonRows(sql`select k.id, k.name, k.job_title as "jobTitle",
      (select e.address from contact_email e where e.organization_id = k.organization_id and e.contact_id = k.id
        order by e.position limit 1) as email,
      (select p.number from contact_phone p where p.organization_id = k.organization_id and p.contact_id = k.id
        order by p.position limit 1) as phone,
      array(select s.channel from consent s where s.organization_id = k.organization_id and s.contact_id = k.id
        and s.state = 'objected' order by s.channel) as objections,
      expected.contact_id is not null as "isExpected"
    from contact k left join visit_contact expected on expected.organization_id = k.organization_id
      and expected.contact_id = k.id and expected.visit_id = ${visitId}::uuid
    where ${ofCustomer('k')} and k.archived_at is null
    order by (expected.contact_id is not null) desc, k.name collate "und-x-icu", k.id limit ${most.people}`);
}

/** Open ones by the day they run out. */
const quotes =
  jsonRows(sql`select q.id, q.number, q.title, q.total_cents as "totalCents", q.chance_percent as "chancePercent",
    q.sent_on as "sentOn", q.valid_until as "validUntil", q.state
  from quote q where ${ofCustomer('q')} and q.state = 'open' order by q.valid_until, q.sent_on, q.id limit ${most.quotes}`);

const orders =
  jsonRows(sql`select s.id, s.number, s.ordered_on as "orderedOn", s.delivered_on as "deliveredOn", s.total_cents as "totalCents",
    coalesce((select string_agg(trim_scale(l.quantity)::text || ' × ' || l.text, ', ' order by l.position) filter (where l.position <= 2)
        || case when count(*) > 2 then ' …' else '' end
      from order_line l where l.organization_id = s.organization_id and l.order_id = s.id), '') as summary
  from sales_order s where ${ofCustomer('s')} order by s.ordered_on desc, s.id desc limit ${most.orders}`);

const revenue = sql`(select json_build_object(
    'last12MonthsCents', coalesce(sum(s.total_cents) filter (where s.ordered_on > c.today - interval '1 year'), 0)::bigint,
    'previous12MonthsCents', coalesce(sum(s.total_cents) filter (where s.ordered_on <= c.today - interval '1 year'), 0)::bigint)
  from sales_order s where ${ofCustomer('s')} and s.ordered_on > c.today - interval '2 years' and s.ordered_on <= c.today)`;

const openItems = sql`(select json_build_object('totalCents', coalesce(sum(i.total_cents - i.paid_cents), 0)::bigint,
    'overdueCents', coalesce(sum(i.total_cents - i.paid_cents) filter (where i.due_on < c.today), 0)::bigint,
    'oldestDueOn', min(i.due_on) filter (where i.due_on < c.today),
    'reminderOn', min(i.reminder_on) filter (where i.reminder_on >= c.today))
  from invoice i where ${ofCustomer('i')} and i.paid_on is null)`;

/** Open ones, and those closed in the last year: how did it end? */
function complaints(user: SignedInUser, customerId: string): RawBuilder<unknown> {
  return jsonRows(
    selectComplaints(
      sql`c.organization_id = ${user.organizationId}::uuid and c.customer_id = ${customerId}::uuid`,
      sql`order by (c.state = 'closed'), c.received_at desc, c.id limit ${most.complaints}`,
    ),
  );
}

function followUps(user: SignedInUser, customerId: string): RawBuilder<unknown> {
  return jsonRows(sql`select ${followUpColumns} from ${followUpSource}
    where f.organization_id = ${user.organizationId}::uuid and f.customer_id = ${customerId}::uuid and f.completed_at is null
    order by f.due_on, f.id limit ${most.followUps}`);
}

/** What is bought of each group, this year and the year before. */
const groups = jsonRows(sql`
  with bought as (
    select p.group_id, sum(l.net_cents) filter (where s.ordered_on > c.today - interval '1 year') as last_year,
      sum(l.net_cents) filter (where s.ordered_on <= c.today - interval '1 year') as year_before
    from sales_order s
    join order_line l on l.organization_id = s.organization_id and l.order_id = s.id
    join product p on p.organization_id = l.organization_id and p.id = l.product_id
    where ${ofCustomer('s')} and s.ordered_on > c.today - interval '2 years'
    group by p.group_id)
  select g.id, g.name,
    (coalesce(b.last_year, 0) > 0 or exists (select from customer_product_group own
      where own.organization_id = g.organization_id and own.customer_id = c.id and own.group_id = g.id)) as "isBought",
    coalesce(b.last_year, 0)::bigint as "lastYearCents", coalesce(b.year_before, 0)::bigint as "previousYearCents"
  from product_group g left join bought b on b.group_id = g.id
  where g.organization_id = c.organization_id
  order by coalesce(b.last_year, 0) desc, g.name, g.id limit 60`);

const prices =
  jsonRows(sql`select h.id, case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as "productGroup",
    h.product_text as "productText", h.competitor, h.price_cents as "priceCents", h.unit, h.heard_on as "heardOn"
  from price_heard h left join product_group g on g.organization_id = h.organization_id and g.id = h.product_group_id
  where ${ofCustomer('h')} order by h.heard_on desc, h.id desc limit ${most.prices}`);
