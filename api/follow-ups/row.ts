// How a follow-up is selected with its customer and owner, and turned into the contract's FollowUp.
import { sql } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import type { Person } from '#contract/user.ts';
import { customerRef, ratingFor, ratingSource } from '#api/customers/customers.ts';
import type { SignedInUser } from '#api/rights/user.ts';

type RatingSource = Parameters<typeof ratingFor>[1];

export interface FollowUpRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly due_on: string;
  readonly customer: CustomerRef;
  readonly rating_source: RatingSource;
  readonly owner: Person;
  readonly activity_id: string | null;
  readonly complaint_id: string | null;
  readonly mail_link: string | null;
  /** A Date from the driver, a text from JSON. */
  readonly completed_at: Date | string | null;
  readonly to_do_state: FollowUp['toDo']['state'];
  readonly to_do_problem: string | null;
  readonly to_do_next_attempt_at: Date | string | null;
}

/** For `select … from ${followUpSource}`; one row per follow-up. */
export const followUpColumns = sql<FollowUpRow>`f.id, f.version, f.title, f.due_on, f.activity_id, f.complaint_id,
  f.mail_link, f.completed_at, f.to_do_state, f.to_do_problem, f.to_do_next_attempt_at,
  ${customerRef} as customer, ${ratingSource} as rating_source,
  json_build_object('id', f.owner_id, 'name', coalesce(owner.name, '')) as owner`;

/** Follow-up `f` with customer `c`, organisation `o` and its owner, for the columns above and visibleCustomers(user, 'c'). */
export const followUpSource = sql`follow_up f
  join customer c on c.organization_id = f.organization_id and c.id = f.customer_id
  join organization o on o.organization_id = f.organization_id
  left join app_user owner on owner.organization_id = f.organization_id and owner.id = f.owner_id`;

/** The row as this user may see it. */
export function toFollowUp(user: SignedInUser, row: FollowUpRow): FollowUp {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    dueOn: row.due_on,
    customer: row.customer,
    rating: ratingFor(user, row.rating_source),
    owner: row.owner,
    activityId: row.activity_id,
    complaintId: row.complaint_id,
    mailLink: row.mail_link,
    completedAt: toIso(row.completed_at),
    toDo: {
      state: row.to_do_state,
      problem: row.to_do_problem,
      nextAttemptAt: toIso(row.to_do_next_attempt_at),
    },
  };
}

function toIso(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
