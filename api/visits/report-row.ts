// How a visit's report is selected with everything in it, and turned into the contract's VisitReport.
import { sql } from 'kysely';
import type { Person } from '#contract/user.ts';
import type { VisitReport } from '#contract/visit-report.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface ReportRow {
  readonly visit_id: string;
  readonly version: number;
  readonly kind: VisitReport['kind'];
  readonly visited_at: Date;
  readonly by: Person;
  readonly reported_at: Date;
  readonly result: VisitReport['result'];
  readonly summary: string;
  readonly agreements: string;
  readonly next_visit_on: string | null;
  readonly presented: string;
  readonly potential_cents: number | null;
  readonly people_met: Person[];
  readonly product_groups: VisitReport['productGroups'];
  readonly answers: VisitReport['answers'];
  readonly prices: VisitReport['prices'];
  readonly visibility: VisitReport['visibility'];
  readonly activity_id: string;
  readonly complaint_id: string | null;
}

/** For `select … from ${reportSource}`; one row per report that was not taken back. */
export const reportColumns = sql<ReportRow>`r.visit_id, r.version, v.kind, v.starts_at as visited_at, r.reported_at, r.result,
  r.summary, r.agreements, r.next_visit_on, r.presented, r.potential_cents, r.activity_id, r.complaint_id, a.visibility,
  json_build_object('id', r.reported_by, 'name', coalesce((select u.name from app_user u
    where u.organization_id = r.organization_id and u.id = r.reported_by), '')) as by,
  coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name, k.id)
    from visit_contact p join contact k on k.organization_id = p.organization_id and k.id = p.contact_id
    where p.organization_id = r.organization_id and p.visit_id = r.visit_id and p.is_met), '[]') as people_met,
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'interest', t.interest) order by g.name, g.id)
    from visit_product_group t join product_group g on g.organization_id = t.organization_id and g.id = t.product_group_id
    where t.organization_id = r.organization_id and t.visit_id = r.visit_id), '[]') as product_groups,
  coalesce((select json_agg(json_build_object('questionId', w.question_id, 'question', w.question_text, 'answer', w.answer)
      order by w.question_text, w.question_id)
    from visit_answer w where w.organization_id = r.organization_id and w.visit_id = r.visit_id), '[]') as answers,
  coalesce((select json_agg(json_build_object('id', h.id,
      'productGroup', case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end,
      'productText', h.product_text, 'competitor', h.competitor, 'priceCents', h.price_cents, 'unit', h.unit, 'heardOn', h.heard_on)
      order by h.id)
    from price_heard h left join product_group g on g.organization_id = h.organization_id and g.id = h.product_group_id
    where h.organization_id = r.organization_id and h.visit_id = r.visit_id), '[]') as prices`;

/** Report `r`, its visit `v` and its entry `a` in the history, for visibleActivities(user, 'a'). */
export const reportSource = sql`visit_report r
  join visit v on v.organization_id = r.organization_id and v.id = r.visit_id
  join activity a on a.organization_id = r.organization_id and a.id = r.activity_id and a.undone_at is null`;

/** The row as this user may see it. */
export function toReport(user: SignedInUser, row: ReportRow): VisitReport {
  return {
    visitId: row.visit_id,
    version: row.version,
    kind: row.kind,
    visitedAt: new Date(row.visited_at).toISOString(),
    by: row.by,
    reportedAt: new Date(row.reported_at).toISOString(),
    result: row.result,
    summary: row.summary,
    agreements: row.agreements,
    nextVisitOn: row.next_visit_on,
    presented: row.presented,
    potentialCents: row.potential_cents,
    peopleMet: row.people_met,
    productGroups: row.product_groups,
    answers: row.answers,
    prices: row.prices,
    visibility: row.visibility,
    activityId: row.activity_id,
    complaintId: row.complaint_id,
    canChange: canChangeReport(user, row.by.id),
  };
}

/** Who wrote it, and managers and admins. */
function canChangeReport(user: SignedInUser, writerId: string): boolean {
  return user.role === 'manager' || user.role === 'admin' || (user.role === 'sales' && user.id === writerId);
}
