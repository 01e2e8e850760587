// Notes in the audit that somebody looked at something that not everybody may look at.
import { writeAudit } from './audit.ts';
import type { Query } from './database.ts';

/** A look counts once in this time, however often the screen asks again. */
const lookMs = 10 * 60_000;

interface Look {
  readonly action: string;
  readonly recordKind: string;
  readonly recordId: string;
}

/** Writes an audit row, unless this person left the same one within the last ten minutes. */
export async function noteLook(
  clock: { now(): Date },
  trx: Query,
  by: { organizationId: string; id: string },
  look: Look,
): Promise<void> {
  const at = clock.now();
  const known = await trx
    .selectFrom('audit')
    .select('id')
    .where('organization_id', '=', by.organizationId)
    .where('user_id', '=', by.id)
    .where('action', '=', look.action)
    .where('at', '>', new Date(at.getTime() - lookMs))
    .where('record_id', '=', look.recordId)
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) await writeAudit(trx, by, { ...look, at });
}
