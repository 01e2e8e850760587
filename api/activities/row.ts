// How an activity is selected with its people, attachments and links, and turned into the contract's Activity.
import { sql } from 'kysely';
import type { Activity } from '#contract/activity.ts';
import type { Person } from '#contract/user.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { editableFields } from './edit-rules.ts';

export interface ActivityRow {
  readonly id: string;
  readonly version: number;
  readonly customer_id: string;
  readonly contact: Activity['contact'];
  readonly kind: Activity['kind'];
  readonly direction: Activity['direction'];
  readonly subject: string;
  readonly body_text: string;
  /** Times are Dates from the driver, texts from JSON. */
  readonly occurred_at: Date | string;
  readonly duration_minutes: number | null;
  readonly logged_by: Person | null;
  readonly logged_at: Date | string;
  readonly visibility: Activity['visibility'];
  readonly has_quoted_history: boolean;
  readonly attachments: Activity['attachments'];
  readonly links: Activity['links'];
  readonly origin: Activity['origin'];
  readonly message_link: string | null;
  readonly updated_by: Person | null;
}

/** For `select … from activity a`; one row per activity, and fit for json_agg over the same select. */
export const activityColumns = sql<ActivityRow>`a.id, a.version, a.customer_id, a.kind, a.direction, a.subject, a.body_text,
  a.occurred_at, a.duration_minutes, a.logged_at, a.visibility, a.has_quoted_history,
  (select json_build_object('id', p.id, 'name', p.name) from contact p
    where p.organization_id = a.organization_id and p.id = a.contact_id) as contact,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = a.organization_id and u.id = a.logged_by) as logged_by,
  (select json_build_object('id', u.id, 'name', u.name) from app_user u
    where u.organization_id = a.organization_id and u.id = a.updated_by) as updated_by,
  case when a.message_id is not null then 'mail'
    when a.kind = 'visit' and exists (select from visit_report r
      where r.organization_id = a.organization_id and r.activity_id = a.id) then 'report'
    else 'hand' end as origin,
  case when a.kind = 'chat' then (select m.link from chat_message m
    where m.organization_id = a.organization_id and m.activity_id = a.id) end as message_link,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'contentType', t.content_type,
      'sizeBytes', t.size_bytes, 'state', t.state) order by t.id)
    from attachment t where t.organization_id = a.organization_id and t.activity_id = a.id), '[]') as attachments,
  coalesce((select json_agg(json_build_object('kind', l.kind, 'id', l.record_id, 'label', l.label) order by l.kind, l.label)
    from activity_link l where l.organization_id = a.organization_id and l.activity_id = a.id), '[]') as links`;

/** The row as this user may see it. */
export function toActivity(user: SignedInUser, row: ActivityRow): Activity {
  const loggedById = row.logged_by?.id ?? null;
  const editable = editableFields(user, { loggedById, origin: row.origin });
  return {
    id: row.id,
    version: row.version,
    customerId: row.customer_id,
    contact: row.contact,
    kind: row.kind,
    direction: row.direction,
    subject: row.subject,
    bodyText: row.body_text,
    occurredAt: new Date(row.occurred_at).toISOString(),
    durationMinutes: row.duration_minutes,
    loggedBy: row.logged_by,
    loggedAt: new Date(row.logged_at).toISOString(),
    visibility: row.visibility,
    hasQuotedHistory: row.has_quoted_history,
    attachments: row.attachments,
    links: row.links,
    canUndo: canUndoActivity(user, loggedById),
    canEdit: editable.length > 0,
    editable,
    origin: row.origin,
    messageLink: row.message_link,
    updatedBy: row.updated_by,
  };
}

/** Who logged it, and managers and admins, may take an activity back. */
export function canUndoActivity(user: SignedInUser, loggedById: string | null): boolean {
  if (user.role === 'manager' || user.role === 'admin') return true;
  return user.role === 'sales' && loggedById === user.id;
}
