// How a visit is selected with its customer and person, and turned into the contract's Visit.
import { sql } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { Person } from '#contract/user.ts';
import type { Visit, VisitWarning } from '#contract/visit.ts';
import { customerRef, ratingFor, ratingSource } from '#api/customers/customers.ts';
import type { SignedInUser } from '#api/rights/user.ts';

type RatingSource = Parameters<typeof ratingFor>[1];

export interface VisitRow {
  readonly id: string;
  readonly version: number;
  readonly kind: Visit['kind'];
  readonly customer: CustomerRef;
  readonly rating_source: RatingSource;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly street: string | null;
  readonly phone: string | null;
  readonly is_archived: boolean;
  readonly user: Person;
  readonly starts_at: Date | string;
  readonly duration_minutes: number;
  readonly subject: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly people: Person[];
  readonly reported_at: Date | string | null;
  readonly cancelled_at: Date | string | null;
  readonly cancel_reason: string | null;
  readonly calendar_state: Visit['calendar']['state'];
  readonly calendar_problem: string | null;
  readonly calendar_next_attempt_at: Date | string | null;
  readonly calendar_link: string | null;
  readonly calendar_round: number;
}

/** For `select … from ${visitSource}`; one row per visit. */
export const visitColumns = sql<VisitRow>`v.id, v.version, v.kind, v.starts_at, v.duration_minutes, v.subject, v.place,
  v.note, v.reported_at, v.cancelled_at, v.cancel_reason, v.calendar_state, v.calendar_problem, v.calendar_next_attempt_at,
  v.calendar_link, v.calendar_round, c.postcode, c.city, c.street, c.phone, c.archived_at is not null as is_archived,
  ${customerRef} as customer, ${ratingSource} as rating_source,
  json_build_object('id', v.user_id, 'name', coalesce(person.name, '')) as user,
  coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name, k.id)
    from visit_contact p join contact k on k.organization_id = p.organization_id and k.id = p.contact_id
    where p.organization_id = v.organization_id and p.visit_id = v.id), '[]') as people`;

/** Visit `v` with customer `c`, organisation `o` and its person, for the columns above and visibleCustomers(user, 'c'). */
export const visitSource = sql`visit v
  join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
  join organization o on o.organization_id = v.organization_id
  left join app_user person on person.organization_id = v.organization_id and person.id = v.user_id`;

const minuteMs = 60_000;

/** The row as this user may see it. */
export function toVisit(user: SignedInUser, row: VisitRow, warnings: readonly VisitWarning[] = []): Visit {
  const startsAt = new Date(row.starts_at);
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: stateOf(row),
    customer: row.customer,
    rating: ratingFor(user, row.rating_source),
    postcode: row.postcode,
    city: row.city,
    street: row.street,
    phone: row.phone,
    user: row.user,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + row.duration_minutes * minuteMs).toISOString(),
    subject: row.subject,
    place: row.place,
    note: row.note,
    people: row.people,
    cancelReason: row.cancel_reason,
    calendar: {
      state: row.calendar_state,
      problem: row.calendar_problem,
      nextAttemptAt: toIso(row.calendar_next_attempt_at),
      link: row.calendar_link,
    },
    warnings: [...warnings, ...(row.is_archived ? (['archived'] as const) : [])],
    canChange: canChangeVisit(user, row.user.id),
  };
}

/** Planned until it is reported or called off. */
export function stateOf(row: Pick<VisitRow, 'reported_at' | 'cancelled_at'>): Visit['state'] {
  if (row.cancelled_at !== null) return 'cancelled';
  return row.reported_at === null ? 'planned' : 'reported';
}

/** Whose visit it is, and managers and admins. */
export function canChangeVisit(user: SignedInUser, visitorId: string): boolean {
  return user.role === 'manager' || user.role === 'admin' || (user.role === 'sales' && user.id === visitorId);
}

function toIso(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
