// The one statement of the cockpit: a customer with everything shown beside a mail, as this user may see it.
import { sql } from 'kysely';
import type { Cockpit, Order, Project, Quote } from '#contract/cockpit.ts';
import type { ActivityRow } from '#api/activities/row.ts';
import type { ComplaintRow } from '#api/complaints/row.ts';
import type { ContactRow } from '#api/contacts/row.ts';
import { customerColumns } from '#api/customers/row.ts';
import type { CustomerRow } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { FollowUpRow } from '#api/follow-ups/row.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import { activitiesPart, activityCountPart } from './activities-part.ts';
import * as parts from './parts.ts';
import type { Place } from './place.ts';
import type { MonthlyCents } from './revenue.ts';
import type { OpenInvoice } from './rules.ts';

export interface CockpitRow extends CustomerRow {
  /** The contact of the place. */
  readonly contact_id: string | null;
  readonly today: string;
  readonly last_order_on: string | null;
  readonly usual_order_days: number | null;
  readonly customer_value_cents: number | null;
  readonly contacts: ContactRow[];
  readonly contact_count: number;
  readonly last_visit_on: string | null;
  readonly complaints: ComplaintRow[];
  readonly follow_ups: FollowUpRow[];
  readonly quotes: Quote[];
  readonly invoices: OpenInvoice[];
  readonly months: MonthlyCents | null;
  readonly rating_history: Cockpit['ratingHistory'];
  readonly activities: ActivityRow[];
  readonly activity_count: number;
  readonly orders: Order[];
  readonly projects: Project[];
  readonly product_groups: string[];
  readonly team: Cockpit['team'];
  readonly portfolio: Cockpit['portfolio'];
}

/** Reads the cockpit of a visible customer; null for any other. */
export async function findCockpitRow(trx: Query, place: Place, now: Date): Promise<CockpitRow | null> {
  const { user, customerId } = place;
  const ours = sql`organization_id = ${user.organizationId}::uuid and customer_id = ${customerId}`;
  const { rows } = await sql<CockpitRow>`${prepared} ${place.head}
    select ${customerColumns}, ${place.contactId} as contact_id, (${now}::timestamptz at time zone o.time_zone)::date as today,
      c.last_order_on, c.usual_order_days, c.customer_value_cents,
      ${parts.contactsPart(place)} as contacts,
      (select count(*)::int from contact where ${ours} and archived_at is null) as contact_count,
      (select (max(starts_at) at time zone o.time_zone)::date from visit
        where ${ours} and cancelled_at is null and starts_at <= ${now}::timestamptz) as last_visit_on,
      ${parts.complaintsPart(place)} as complaints,
      ${parts.followUpsPart(place)} as follow_ups,
      ${parts.quotesPart(place)} as quotes,
      ${parts.invoicesPart(place)} as invoices,
      ${parts.revenuePart(place, now)} as months,
      ${parts.ratingHistoryPart(place)} as rating_history,
      ${activitiesPart(place)} as activities,
      ${activityCountPart(place)} as activity_count,
      ${parts.ordersPart(place)} as orders,
      ${parts.projectsPart(place)} as projects,
      ${parts.productGroupsPart(place)} as product_groups,
      ${parts.teamPart()} as team,
      ${parts.portfolioPart(place)} as portfolio
    from customer c join organization o using (organization_id)
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${customerId} and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}
