// How every change of a complaint begins and ends: locked in the version one has seen, and with its audit row.
import type { Complaint } from '#contract/complaint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { DateTime } from 'luxon';
import { toComplaint } from './record.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';

/** The complaint, locked; stale_version with how it is now when somebody changed it since. */
export async function getLocked(
  trx: Query,
  user: SignedInUser,
  { id, version, now }: { id: string; version: number; now: Date },
): Promise<ComplaintRow> {
  await store.lockComplaint(trx, user.organizationId, id);
  const row = await store.getComplaintRow(trx, user, id);
  if (row.version !== version) throw new AppError('stale_version', { current: toComplaint(row, user, now) });
  return row;
}

/** Writes the audit row and answers the complaint as it is after the change. */
export async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { before, action }: { before: ComplaintRow; action: string },
): Promise<Complaint> {
  const now = deps.clock.now();
  const after = toComplaint(await store.getComplaintRow(trx, user, before.id), user, now);
  await writeAudit(trx, user, {
    action,
    recordKind: 'complaint',
    recordId: before.id,
    before: toComplaint(before, user, now),
    after,
    at: now,
  });
  return after;
}

const furthestDays = 90;

/** Throws invalid_input unless the day lies so many days ahead at least, and at most 90, in the company's zone. */
export function checkNextDay(
  row: Pick<ComplaintRow, 'time_zone'>,
  now: Date,
  { path, day, earliest }: { path: string; day: string; earliest: number },
): void {
  const today = DateTime.fromJSDate(now, { zone: row.time_zone }).toFormat('yyyy-MM-dd');
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (days >= earliest && days <= furthestDays) return;
  throw new AppError('invalid_input', { fields: [{ path, problem: 'out_of_range' }] });
}
