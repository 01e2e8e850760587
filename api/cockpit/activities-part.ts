// The latest touches of a customer for the cockpit.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { cockpitTextCharacters } from '#contract/activity.ts';
import { activityColumns } from '#api/activities/row.ts';
import type { ActivityRow } from '#api/activities/row.ts';
import { visibleActivities } from '#api/rights/visible.ts';
import { jsonRows } from './parts.ts';
import type { Place } from './place.ts';

const mostActivities = 12;

function condition({ user, customerId }: Place): RawBuilder<unknown> {
  return sql`a.organization_id = ${user.organizationId}::uuid and a.customer_id = ${customerId}
    and a.undone_at is null and ${visibleActivities(user, 'a')}`;
}

/** The newest first, long texts cut. */
export function activitiesPart(place: Place): RawBuilder<ActivityRow[]> {
  return jsonRows(sql<ActivityRow>`
    select ${activityColumns} from (
      select a.organization_id, a.id, a.version, a.customer_id, a.contact_id, a.kind, a.direction, a.subject,
        left(a.body_text, ${cockpitTextCharacters}) as body_text, a.occurred_at, a.duration_minutes, a.logged_by,
        a.logged_at, a.visibility, a.has_quoted_history, a.message_id, a.updated_by
      from activity a where ${condition(place)} order by a.occurred_at desc, a.id desc limit ${mostActivities}
    ) a order by a.occurred_at desc, a.id desc`);
}

/** All that the user may read, not only the newest. */
export function activityCountPart(place: Place): RawBuilder<number> {
  return sql<number>`(select count(*)::int from activity a where ${condition(place)})`;
}
