// The organisation's present day.
import { dayIn } from '#api/rating/history.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';

/** `2026-09-03`, in the organisation's time zone. */
export async function todayOf(deps: Deps, trx: Query, organizationId: string): Promise<string> {
  const { time_zone } = await trx
    .selectFrom('organization')
    .select('time_zone')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return dayIn(time_zone, deps.clock.now());
}
