// The entry of a record that is corrected later (a visit's report) follows it; the caller has checked the right to do so.
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface Rewritten {
  readonly activityId: string;
  readonly contactId: string | null;
  readonly bodyText: string;
  readonly visibility: 'me' | 'team' | 'all';
  readonly at: Date;
}

/** Writes text, person and visibility of an entry that was not taken back. */
export async function rewrite(trx: Query, user: SignedInUser, entry: Rewritten): Promise<void> {
  const { activityId, contactId, bodyText, visibility, at } = entry;
  await trx
    .updateTable('activity')
    .set({ body_text: bodyText, contact_id: contactId, visibility })
    .where('organization_id', '=', user.organizationId)
    .where('id', '=', activityId)
    .where('undone_at', 'is', null)
    .execute();
  await writeAudit(trx, user, {
    action: 'activity.rewrite',
    recordKind: 'activity',
    recordId: activityId,
    after: { contactId, visibility, bodyCharacters: bodyText.length },
    at,
  });
}
