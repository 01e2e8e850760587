// Figures of customers that are added up from their invoices, quotes, visits, contacts and so on.
import { sql } from 'kysely';
import { visibleActivities } from '#api/rights/visible.ts';
import type { CatalogueContext } from '../field.ts';
import type { Source } from '../kind.ts';

const organization = ({ user }: CatalogueContext) => sql`${user.organizationId}::uuid`;
const today = (context: CatalogueContext) => sql`${context.today}::date`;

export const customerSources: Readonly<Record<string, Source>> = {
  f_revenue: {
    columns: sql`sum(m.cents) filter (where m.month >= m.year_start) as this_year,
      sum(m.cents) filter (where m.month < m.year_start) as last_year`,
    customer: sql`m.customer_id`,
    from: (context) => sql`from (select v.customer_id, v.month, v.cents,
        date_trunc('year', ${today(context)}::timestamp)::date as year_start
      from revenue_month v where v.organization_id = ${organization(context)}
        and v.month >= (date_trunc('year', ${today(context)}::timestamp) - interval '1 year')::date
        and v.month <= ${today(context)}) m where true`,
  },
  f_invoices: {
    columns: sql`sum(i.total_cents - i.paid_cents) as open_cents,
      sum(i.total_cents - i.paid_cents) filter (where i.is_overdue) as overdue_cents`,
    customer: sql`i.customer_id`,
    from: (context) => sql`from (select v.customer_id, v.total_cents, v.paid_cents,
        v.due_on < ${today(context)} as is_overdue
      from invoice v where v.organization_id = ${organization(context)} and v.paid_on is null) i where true`,
  },
  f_quotes: {
    columns: sql`count(*)::int as quotes, sum(q.total_cents) as cents`,
    customer: sql`q.customer_id`,
    from: (context) =>
      sql`from quote q where q.organization_id = ${organization(context)} and q.state = 'open'`,
  },
  f_visits: {
    columns: sql`max(v.starts_at) filter (where v.is_past) as last_at,
      min(v.starts_at) filter (where not v.is_past) as next_at`,
    customer: sql`v.customer_id`,
    from: (context) => sql`from (select w.customer_id, w.starts_at,
        w.starts_at < ((${today(context)} + 1)::timestamp at time zone ${context.timeZone}) as is_past
      from visit w where w.organization_id = ${organization(context)}) v where true`,
  },
  f_activities: {
    columns: sql`max(a.occurred_at) as last_at`,
    customer: sql`a.customer_id`,
    from: ({ user }) => sql`from activity a where a.organization_id = ${user.organizationId}::uuid
      and a.undone_at is null and ${visibleActivities(user, 'a')}`,
  },
  f_follow_ups: {
    columns: sql`min(u.due_on) as next_on`,
    customer: sql`u.customer_id`,
    from: (context) => sql`from follow_up u where u.organization_id = ${organization(context)}
      and u.completed_at is null`,
  },
  f_complaints: {
    columns: sql`count(*)::int as complaints`,
    customer: sql`p.customer_id`,
    from: (context) => sql`from complaint p where p.organization_id = ${organization(context)}
      and p.state <> 'closed'`,
  },
};
