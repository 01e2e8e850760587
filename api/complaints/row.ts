// The row of a complaint with everything shown about it, read in one statement. Other rooms may put the statement into theirs.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ratingColumns } from '#api/customers/rating.ts';
import type { RatingSource } from '#api/customers/rating.ts';
import type { CalendarSource } from './calendar.ts';
import { calendarColumns } from './calendar.ts';
import type { Category, ComplaintState, EscalationState, Severity } from './rules.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly totalCents: number;
  readonly orderedOn: string;
  readonly summary: string;
}

/** As JSON: times are texts. */
export interface EscalationRow {
  readonly id: string;
  readonly level: number;
  readonly state: EscalationState;
  readonly reason: 'severity_and_class' | 'deadline_missed';
  readonly raisedAt: string;
  readonly raisedBy: PersonRow | null;
  readonly turn: (PersonRow & { readonly title: string | null }) | null;
  readonly deputy: PersonRow | null;
  readonly deputyAt: string | null;
  readonly proposal: string | null;
  readonly question: string | null;
  readonly decidedBy: PersonRow | null;
  readonly decidedAt: string | null;
  readonly decision: string | null;
  readonly goodwillCents: number | null;
  readonly card: 'pending' | 'sent' | 'failed' | 'none';
}

/** As JSON: times are texts. Waiting for the customer. */
export interface PauseRow {
  readonly reason: string;
  readonly untilOn: string;
  readonly from: string;
  readonly until: string | null;
  readonly by: PersonRow | null;
}

/** As JSON: times are texts. */
interface SatisfactionRow {
  readonly score: number;
  readonly comment: string;
  readonly answeredAt: string;
  readonly isChanged: boolean;
}

/** A time is a Date when read directly and a text when it comes out of json_agg. */
type Time = Date | string;

export interface ComplaintRow extends RatingSource, CalendarSource {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly customer_id: string;
  readonly customer_number: string | null;
  readonly customer_name: string;
  readonly customer_blocked_at: Time | null;
  readonly customer_archived_at: Time | null;
  readonly customer_owner_id: string | null;
  readonly warn_first_answer_minutes: number;
  readonly warn_resolution_minutes: number;
  readonly location: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly description: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly state: ComplaintState;
  readonly order: OrderRow | null;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly reporter: (PersonRow & { readonly role: string | null }) | null;
  readonly received_at: Time;
  readonly first_answer_due_at: Time;
  readonly first_answer_hours: number;
  readonly resolution_due_at: Time;
  readonly resolution_hours: number;
  /** Since when the deadlines run, when not since receipt. */
  readonly reckoned_from: Time | null;
  /** Oldest first. */
  readonly pauses: readonly PauseRow[];
  readonly next_on: string | null;
  readonly owner_is_gone: boolean;
  /** Goodwill that waits for a decision; the oldest. */
  readonly goodwill_asked: {
    readonly cents: number;
    readonly askedBy: string;
    readonly deciderId: string | null;
  } | null;
  readonly answered_at: Time | null;
  readonly closed_at: Time | null;
  readonly reopened_count: number;
  /** The last answer to a survey. */
  readonly satisfaction: SatisfactionRow | null;
  readonly outcome: string | null;
  readonly proposal: string | null;
  readonly proposed_goodwill_cents: number | null;
  readonly activity_id: string | null;
  readonly escalation: EscalationRow | null;
}

/** "4 × Türschließer TS 93, 2 × Montageplatte …" of an order `o`. */
const orderSummary = sql`coalesce((
  select string_agg(trim_scale(line.quantity)::text || ' × ' || line.text, ', ' order by line.position)
      filter (where line.place <= 2) || case when count(*) > 2 then ' …' else '' end
  from (select l.*, row_number() over (order by l.position) as place from order_line l
    where l.organization_id = o.organization_id and l.order_id = o.id) line), '')`;

/** The columns of an order `o` as JSON. */
export const orderJson = sql`json_build_object('id', o.id, 'number', o.number, 'totalCents', o.total_cents,
  'orderedOn', o.ordered_on, 'summary', ${orderSummary})`;

const goodwillAsked = sql`(
  select json_build_object('cents', asked.cost_cents, 'askedBy', asker.name, 'deciderId', asked.decider_id)
  from complaint_measure asked
  join app_user asker on asker.organization_id = asked.organization_id and asker.id = asked.asked_by
  where asked.organization_id = c.organization_id and asked.complaint_id = c.id and asked.state = 'requested'
  order by asked.asked_at, asked.id limit 1)`;

const satisfactionJson = sql`(
  select json_build_object('score', s.score, 'comment', s.comment, 'answeredAt', s.answered_at, 'isChanged', s.answer_count > 1)
  from complaint_survey s
  where s.organization_id = c.organization_id and s.complaint_id = c.id and s.answered_at is not null
  order by s.answered_at desc, s.id desc limit 1)`;

const pausesJson = sql`(
  select coalesce(json_agg(json_build_object('reason', p.reason, 'untilOn', p.until_on, 'from', p.from_at, 'until', p.until_at,
    'by', case when starter.id is not null then json_build_object('id', starter.id, 'name', starter.name) end)
    order by p.from_at), '[]')
  from complaint_pause p
  left join app_user starter on starter.organization_id = p.organization_id and starter.id = p.started_by
  where p.organization_id = c.organization_id and p.complaint_id = c.id)`;

/** The running escalation of complaint `c`, else the last one; or the one asked for. */
const escalationJson = (escalationId: string | null) => sql`(
  select json_build_object('id', e.id, 'level', e.level, 'state', e.state, 'reason', e.reason, 'raisedAt', e.raised_at,
    'raisedBy', case when raiser.id is not null then json_build_object('id', raiser.id, 'name', raiser.name) end,
    'turn', case when turn.id is not null then json_build_object('id', turn.id, 'name', turn.name, 'title', turn.job_title) end,
    'deputy', case when deputy.id is not null and e.level = 1 and e.state in ('open', 'taken_over')
      then json_build_object('id', deputy.id, 'name', deputy.name) end,
    'deputyAt', e.deputy_at, 'proposal', e.proposal, 'question', e.question,
    'decidedBy', case when decider.id is not null then json_build_object('id', decider.id, 'name', decider.name) end,
    'decidedAt', e.decided_at, 'decision', e.decision, 'goodwillCents', e.goodwill_cents, 'card', e.card_state)
  from escalation e
  left join app_user raiser on raiser.organization_id = e.organization_id and raiser.id = e.raised_by
  left join app_user turn on turn.organization_id = e.organization_id and turn.id = e.turn_id
  left join app_user deputy on deputy.organization_id = e.organization_id and deputy.id = turn.deputy_id
    and deputy.active and deputy.role in ('manager', 'admin')
  left join app_user decider on decider.organization_id = e.organization_id and decider.id = e.decided_by
  where e.organization_id = c.organization_id and e.complaint_id = c.id
    ${escalationId === null ? sql`` : sql`and e.id = ${escalationId}::uuid`}
  order by (e.state not in ('decided', 'stopped')) desc, e.raised_at desc, e.id desc limit 1)`;

/**
 * Reads ComplaintRows of complaint `c` and its customer `k`. `condition` must name the organisation and what the user may see;
 * `tail` orders and limits. It stands alone or as a sub-query.
 */
export function selectComplaints(
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
  escalationId: string | null = null,
): RawBuilder<ComplaintRow> {
  return sql<ComplaintRow>`
    select c.id, c.version, c.number, c.customer_id, k.number as customer_number, k.name as customer_name,
      k.blocked_at as customer_blocked_at, k.archived_at as customer_archived_at,
      k.owner_id as customer_owner_id, ${ratingColumns('k', 'org')},
      ${calendarColumns}, org.warn_first_answer_minutes, org.warn_resolution_minutes,
      case when place.id is not null then json_build_object('id', place.id, 'name', place.name) end as location,
      c.title, c.description, c.category, c.severity, c.state,
      (select ${orderJson} from sales_order o
        where o.organization_id = c.organization_id and o.id = c.order_id) as order,
      c.owner_id, coalesce(owner.name, '') as owner_name,
      (owner.id is null or not owner.active or owner.role is null or owner.role = 'partner') as owner_is_gone,
      case when reporter.id is not null
        then json_build_object('id', reporter.id, 'name', reporter.name, 'role', reporter.role) end as reporter,
      c.received_at, c.first_answer_due_at, c.first_answer_hours, c.resolution_due_at, c.resolution_hours,
      c.next_on, ${goodwillAsked} as goodwill_asked, c.reckoned_from, ${pausesJson} as pauses,
      c.answered_at, c.closed_at, c.reopened_count, ${satisfactionJson} as satisfaction, c.outcome, c.proposal, c.proposed_goodwill_cents, c.activity_id,
      ${escalationJson(escalationId)} as escalation
    from complaint c
    join customer k on k.organization_id = c.organization_id and k.id = c.customer_id
    join organization org on org.organization_id = c.organization_id
    left join location place on place.organization_id = c.organization_id and place.id = c.location_id
    left join app_user owner on owner.organization_id = c.organization_id and owner.id = c.owner_id
    left join app_user reporter on reporter.organization_id = c.organization_id and reporter.id = c.reported_by
    where ${condition} ${tail}`;
}
