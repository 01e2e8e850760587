// "Never drag one out": a complaint whose day has passed without anything happening is told of, once per day that was set.
import { sql } from 'kysely';
import type { Deps } from '#api/deps.ts';
import * as store from './store.ts';

const casesAtOnce = 500;

/** Sweep: notes in the story that the day has passed; "Mein Tag" and the lists show it from then on. */
export async function tellLeftLying(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.system(async (trx) => {
    const { rows } = await sql<{ organization_id: string; id: string }>`
      update complaint c set reminded_on = c.next_on
      where (c.organization_id, c.id) in (
        select late.organization_id, late.id from complaint late
        join organization org on org.organization_id = late.organization_id
        where late.state <> 'closed' and late.next_on < (${now}::timestamptz at time zone org.time_zone)::date
          and late.reminded_on is distinct from late.next_on
        limit ${casesAtOnce})
      returning c.organization_id, c.id`.execute(trx);
    for (const { organization_id: organizationId, id: complaintId } of rows) {
      await store.addEvent(trx, organizationId, { complaintId, at: now, byId: null, kind: 'left_lying' });
    }
  });
}
