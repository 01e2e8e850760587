// Setting a follow-up inside another change (logging a mail), and taking it back with that change.
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { removeFromToDoJob, saveToDoJob } from './jobs.ts';
import * as store from './store.ts';

export interface NewFollowUp {
  readonly customerId: string;
  readonly ownerId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly activityId: string | null;
  readonly complaintId: string | null;
  readonly mailLink: string | null;
  /** The moment of the change it belongs to. */
  readonly at: Date;
}

/** Who sets it; what the system asks of somebody is set in that person's own name. */
type Setter = Pick<SignedInUser, 'organizationId' | 'id'>;

/** Stores the follow-up with its job; the caller has checked what it refers to. Answers the id. */
export async function add(deps: Deps, trx: Query, user: Setter, given: NewFollowUp): Promise<string> {
  const { organizationId } = user;
  const id = newId();
  await store.insertFollowUp(trx, {
    organization_id: organizationId,
    id,
    customer_id: given.customerId,
    owner_id: given.ownerId,
    title: given.title,
    due_on: given.dueOn,
    activity_id: given.activityId,
    complaint_id: given.complaintId,
    mail_link: given.mailLink,
    created_by: user.id,
    created_at: given.at,
  });
  await deps.jobs.enqueue(trx, saveToDoJob, { organizationId, followUpId: id }, { singletonKey: id });
  await writeAudit(trx, user, {
    action: 'follow_up.create',
    recordKind: 'follow_up',
    recordId: id,
    after: given,
    at: given.at,
  });
  return id;
}

/** The follow-up that was set with an activity; null when there is none. */
export function findMadeWith(trx: Query, organizationId: string, activityId: string): Promise<string | null> {
  return store.findMadeWith(trx, organizationId, activityId);
}

/** Takes back the open follow-ups that were set in the moment an activity was logged, their tasks included. */
export async function removeMadeWith(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  made: { activityId: string; byId: string | null; at: Date },
): Promise<void> {
  const { organizationId } = user;
  for (const removed of await store.removeMadeWith(trx, organizationId, made)) {
    await deps.jobs.enqueue(trx, removeFromToDoJob, {
      organizationId,
      ownerId: removed.owner_id,
      followUpId: removed.id,
      listId: removed.to_do_list_id,
      taskId: removed.to_do_task_id,
      createdAt: removed.created_at.toISOString(),
    });
    await writeAudit(trx, user, {
      action: 'follow_up.remove',
      recordKind: 'follow_up',
      recordId: removed.id,
      before: removed,
      at: deps.clock.now(),
    });
  }
}
