// SQL of the room: whether a logged mail has become a complaint.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';

/** Whether a complaint, open or closed, was recorded from this activity. */
export async function isRecorded(trx: Query, organizationId: string, activityId: string): Promise<boolean> {
  const { rows } = await sql`
    select from complaint c
    where c.organization_id = ${organizationId}::uuid and c.activity_id = ${activityId}::uuid limit 1`.execute(
    trx,
  );
  return rows.length > 0;
}
