// One complaint of a sweep in its own transaction, locked; one that fails does not stop the others.
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';

export interface Case {
  readonly organizationId: string;
  readonly complaintId: string;
}

/** Does the work on the complaint as it is now; what fails is logged and looked for again by the next sweep. */
export async function forCase(
  deps: Deps,
  { organizationId, complaintId }: Case,
  work: (trx: Query, row: ComplaintRow) => Promise<void>,
): Promise<void> {
  try {
    await deps.db.transaction({ organizationId }, async (trx) => {
      await store.lockComplaint(trx, organizationId, complaintId);
      const row = await store.findComplaintForSystem(trx, organizationId, complaintId);
      if (row !== null) await work(trx, row);
    });
  } catch (error) {
    deps.log.error({ err: error, complaintId }, 'a complaint could not be worked on');
  }
}
