// The latest touches of a customer for the cockpit.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Activity } from '#contract/activity.ts';
import { visibleActivities } from '#api/rights/visible.ts';
import { jsonRows } from './parts.ts';
import type { Place } from './parts.ts';

export type ActivityRow = Omit<Activity, 'canUndo'>;

const mostActivities = 12;
const shownCharacters = 1200;

function condition({ user, customerId }: Place): RawBuilder<unknown> {
  return sql`a.organization_id = ${user.organizationId}::uuid and a.customer_id = ${customerId}::uuid
    and a.undone_at is null and ${visibleActivities(user, 'a')}`;
}

export function activitiesPart(place: Place): RawBuilder<ActivityRow[]> {
  return jsonRows(sql<ActivityRow>`
    select a.id, a.customer_id as "customerId", a.kind, a.direction, a.subject,
      left(a.body_text, ${shownCharacters}) as "bodyText", a.occurred_at as "occurredAt",
      a.duration_minutes as "durationMinutes", a.logged_at as "loggedAt", a.visibility,
      a.has_quoted_history as "hasQuotedHistory",
      (select json_build_object('id', k.id, 'name', k.name) from contact k
        where k.organization_id = a.organization_id and k.id = a.contact_id) as contact,
      (select json_build_object('id', u.id, 'name', u.name) from app_user u
        where u.organization_id = a.organization_id and u.id = a.logged_by) as "loggedBy",
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type,
          'sizeBytes', f.size_bytes, 'state', f.state) order by f.name, f.id) from attachment f
        where f.organization_id = a.organization_id and f.activity_id = a.id), '[]') as attachments,
      coalesce((select json_agg(json_build_object('kind', l.kind, 'id', l.record_id, 'label', l.label) order by l.label)
        from activity_link l where l.organization_id = a.organization_id and l.activity_id = a.id), '[]') as links
    from activity a where ${condition(place)} order by a.occurred_at desc, a.id desc limit ${mostActivities}`);
}

export function activityCountPart(place: Place): RawBuilder<number> {
  return sql<number>`(select count(*)::int from activity a where ${condition(place)})`;
}
