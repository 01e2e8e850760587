// Everything behind "Mein Tag" in one statement: what is mine to do, what I did today, what my team did.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Activity } from '#contract/activity.ts';
import type { Quote } from '#contract/cockpit.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CalendarSource } from '#api/complaints/calendar.ts';
import { closedDays } from '#api/complaints/calendar.ts';
import type { ComplaintRow } from '#api/complaints/row.ts';
import { selectComplaints } from '#api/complaints/row.ts';
import { customerRef, ratingSource } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { FollowUpRow } from '#api/follow-ups/follow-ups.ts';
import { followUpColumns, followUpSource } from '#api/follow-ups/follow-ups.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { dueCount } from '#api/visits/visits.ts';

type RatingSource = FollowUpRow['rating_source'];

interface About {
  readonly customer: CustomerRef;
  readonly rating_source: RatingSource;
}

export interface DayRow extends CalendarSource {
  readonly today: string;
  readonly complaints: ComplaintRow[];
  readonly follow_ups: (FollowUpRow & { source: { kind: Activity['kind']; occurredAt: string } | null })[];
  readonly quotes: (About & { quote: Quote })[];
  readonly dormant: (About & { last_order_on: string; usual_order_days: number })[];
  readonly payments: (About & { cents: number; due_on: string; reminder_on: string | null })[];
  readonly completed: { id: string; title: string; customer: CustomerRef; at: string }[];
  readonly visits: { id: string; customer: CustomerRef; city: string | null; startsAt: string }[];
  readonly visits_due: number;
  readonly team: { at: string; by: string; text: 'decided' | 'logged'; customer: CustomerRef }[];
  readonly pending: number;
  readonly waiting_for_sign_in: number;
  readonly failed: number;
  readonly next_attempt_at: Date | null;
}

/** How far ahead tasks are looked for, and how many of a kind are shown; of what can wait, the most important customers'. */
const horizon = { followUpDays: 7, quoteDays: 14, expiredQuoteDays: 14 } as const;
export const most = { complaints: 50, followUps: 50, quotes: 20, dormant: 3, payments: 4, rest: 20 } as const;

/** The row of one person's day. */
export async function findDay(trx: Query, user: SignedInUser, now: Date): Promise<DayRow | null> {
  const { rows } = await sql<DayRow>`
    with here as (
      select *, (${now}::timestamptz at time zone time_zone)::date as today,
        date_trunc('day', ${now}::timestamptz at time zone time_zone) at time zone time_zone as day_start
      from organization where organization_id = ${user.organizationId}::uuid)
    select here.today::text as today, here.time_zone, here.holiday_region, here.workday_start, here.workday_end,
      here.working_week, ${closedDays('here')},
      ${list(complaintsOf(user))} as complaints,
      ${list(followUpsOf(user))} as follow_ups,
      ${list(quotesOf(user))} as quotes,
      ${list(dormantOf(user))} as dormant,
      ${list(paymentsOf(user))} as payments,
      ${list(completedBy(user))} as completed,
      ${list(visitsOf(user))} as visits,
      ${dueCount(user, now)} as visits_due,
      ${list(teamNews(user))} as team,
      transfer.*
    from here, ${transfersOf(user)} transfer`.execute(trx);
  return rows[0] ?? null;
}

function list(select: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(row_to_json(item)), '[]') from (${select}) item)`;
}

/** Complaints I own, and those whose escalation waits for me. */
function complaintsOf(user: SignedInUser): RawBuilder<unknown> {
  return selectComplaints(
    sql`c.organization_id = ${user.organizationId}::uuid and c.state <> 'closed' and ${visibleCustomers(user, 'k')}
      and (c.owner_id = ${user.id}::uuid or exists (select from escalation mine
        where mine.organization_id = c.organization_id and mine.complaint_id = c.id
          and mine.turn_id = ${user.id}::uuid and mine.state not in ('decided', 'stopped'))
        or exists (select from complaint_measure asked where asked.organization_id = c.organization_id
          and asked.complaint_id = c.id and asked.decider_id = ${user.id}::uuid and asked.state = 'requested')
        ${ownerless(user)})`,
    sql`order by case when c.answered_at is null then c.first_answer_due_at else c.resolution_due_at end, c.id
      limit ${most.complaints}`,
  );
}

/** Those who decide take what nobody owns any more. */
function ownerless(user: SignedInUser): RawBuilder<unknown> {
  if (user.role !== 'manager' && user.role !== 'admin') return sql``;
  return sql`or not exists (select from app_user present where present.organization_id = c.organization_id
    and present.id = c.owner_id and present.active and present.role in ('sales', 'manager', 'admin'))`;
}

function followUpsOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`select ${followUpColumns},
      (select json_build_object('kind', a.kind, 'occurredAt', a.occurred_at) from activity a
        where a.organization_id = f.organization_id and a.id = f.activity_id and a.undone_at is null
          and ${visibleActivities(user, 'a')}) as source
    from ${followUpSource}
    where f.organization_id = ${user.organizationId}::uuid and f.owner_id = ${user.id}::uuid and f.completed_at is null
      and f.due_on <= here.today + ${horizon.followUpDays}::int and ${visibleCustomers(user, 'c')}
    order by f.due_on, f.id limit ${most.followUps}`;
}

/** Customer c with organisation o, when c is mine. */
function myCustomers(user: SignedInUser): RawBuilder<unknown> {
  return sql`c.organization_id = ${user.organizationId}::uuid and c.owner_id = ${user.id}::uuid and c.archived_at is null
    and ${visibleCustomers(user, 'c')}`;
}

const about = sql`${customerRef} as customer, ${ratingSource} as rating_source`;
const customerAndScale = sql`customer c join organization o on o.organization_id = c.organization_id`;

function quotesOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`select ${about}, json_build_object('id', q.id, 'number', q.number, 'title', q.title, 'totalCents', q.total_cents,
      'chancePercent', q.chance_percent, 'sentOn', q.sent_on, 'validUntil', q.valid_until, 'state', q.state) as quote
    from ${customerAndScale} join quote q on q.organization_id = c.organization_id and q.customer_id = c.id
    where ${myCustomers(user)} and q.state = 'open'
      and q.valid_until between here.today - ${horizon.expiredQuoteDays}::int and here.today + ${horizon.quoteDays}::int
    order by q.valid_until, q.total_cents desc, q.id limit ${most.quotes}`;
}

/** Candidates; the rule of dormancy has the last word. */
function dormantOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`select ${about}, c.last_order_on, c.usual_order_days from ${customerAndScale}
    where ${myCustomers(user)} and c.usual_order_days > 0 and c.last_order_on < here.today - c.usual_order_days
    order by c.revenue_12_months_cents desc, c.id limit ${most.dormant * 10}`;
}

function paymentsOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`select ${about}, sum(i.total_cents - i.paid_cents)::bigint as cents, min(i.due_on) as due_on,
      min(i.reminder_on) filter (where i.reminder_on >= here.today) as reminder_on
    from ${customerAndScale} join invoice i on i.organization_id = c.organization_id and i.customer_id = c.id
    where ${myCustomers(user)} and i.paid_on is null and i.due_on < here.today and i.total_cents > i.paid_cents
    group by c.organization_id, c.id, o.organization_id, here.today
    order by c.revenue_12_months_cents desc, c.id limit ${most.payments}`;
}

/** What I finished since the morning: follow-ups, answers, decisions. */
function completedBy(user: SignedInUser): RawBuilder<unknown> {
  return sql`select * from (
      select f.id, f.title, ${customerRef} as customer, f.completed_at as at
      from follow_up f join customer c on c.organization_id = f.organization_id and c.id = f.customer_id
      where f.organization_id = ${user.organizationId}::uuid and f.owner_id = ${user.id}::uuid
        and f.completed_at >= here.day_start and ${visibleCustomers(user, 'c')}
      union all
      select ev.id, r.number || ' · ' || r.title, ${customerRef}, ev.at
      from complaint_event ev
      join complaint r on r.organization_id = ev.organization_id and r.id = ev.complaint_id
      join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
      where ev.organization_id = ${user.organizationId}::uuid and ev.by_id = ${user.id}::uuid and ev.at >= here.day_start
        and ev.kind in ('answered', 'closed', 'escalation_decided', 'escalation_stopped', 'escalation_replied')
        and ${visibleCustomers(user, 'c')}) done
    order by at desc, id limit ${most.rest}`;
}

/** Of today and tomorrow, those neither reported nor called off yet. */
function visitsOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`select v.id, ${customerRef} as customer, c.city, v.starts_at as "startsAt"
    from visit v join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
    where v.organization_id = ${user.organizationId}::uuid and v.user_id = ${user.id}::uuid and v.reported_at is null and v.cancelled_at is null
      and v.starts_at >= here.day_start and v.starts_at < here.day_start + interval '2 days' and ${visibleCustomers(user, 'c')}
    order by v.starts_at, v.id limit ${most.rest}`;
}

/** What colleagues decided and logged today about customers I see. */
function teamNews(user: SignedInUser): RawBuilder<unknown> {
  return sql`select * from (
      (select ev.at, u.name as by, 'decided' as text, ${customerRef} as customer
      from complaint_event ev
      join complaint r on r.organization_id = ev.organization_id and r.id = ev.complaint_id
      join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
      join app_user u on u.organization_id = ev.organization_id and u.id = ev.by_id
      where ev.organization_id = ${user.organizationId}::uuid and ev.by_id <> ${user.id}::uuid and ev.at >= here.day_start
        and ev.kind = 'escalation_decided' and ${visibleCustomers(user, 'c')}
      order by ev.at desc limit 5)
      union all
      (select a.logged_at, u.name, 'logged', ${customerRef}
      from customer c
      join activity a on a.organization_id = c.organization_id and a.customer_id = c.id and a.undone_at is null
        and a.occurred_at >= here.day_start - interval '7 days' and a.logged_at >= here.day_start
      join app_user u on u.organization_id = a.organization_id and u.id = a.logged_by
      where ${myCustomers(user)} and a.logged_by <> ${user.id}::uuid and ${visibleActivities(user, 'a')}
      order by a.logged_at desc limit 5)) news
    order by at desc limit 6`;
}

function transfersOf(user: SignedInUser): RawBuilder<unknown> {
  return sql`(select count(*) filter (where f.to_do_state = 'pending')::int as pending,
      count(*) filter (where f.to_do_state = 'waiting_for_sign_in')::int as waiting_for_sign_in,
      count(*) filter (where f.to_do_state = 'failed')::int as failed,
      min(f.to_do_next_attempt_at) filter (where f.to_do_state = 'pending') as next_attempt_at
    from follow_up f where f.organization_id = ${user.organizationId}::uuid and f.owner_id = ${user.id}::uuid
      and f.to_do_state <> 'in_to_do')`;
}
