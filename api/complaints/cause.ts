// Why a complaint happened, as its row keeps it; the tree of causes and repeats: api/complaint-causes.
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';

/** Writes the cause (null: none) of a locked complaint, with its line in the story. */
export async function writeCause(
  trx: Query,
  { organizationId, id: byId }: SignedInUser,
  { id, causeId, text, now }: { id: string; causeId: string | null; text: string; now: Date },
): Promise<void> {
  await store.updateComplaintRow(trx, { organizationId, id, version: null, now }, { cause_id: causeId });
  await store.addEvent(trx, organizationId, { complaintId: id, at: now, byId, kind: 'cause_changed', text });
}
