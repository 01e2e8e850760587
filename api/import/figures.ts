// What follows from imported orders: revenue by month, rhythm and twelve-month figures of the customers touched.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';

/** Revenue per month, last order, order rhythm and twelve-month figures, from the orders as they are now; the class follows from them. */
export async function recomputeFigures(
  trx: Query,
  organizationId: string,
  customerIds: readonly string[],
  today: string,
): Promise<void> {
  const isTouched = sql`customer_id = any(${customerIds}::uuid[])`;
  await sql`delete from revenue_month where organization_id = ${organizationId}::uuid and ${isTouched}`.execute(
    trx,
  );
  await sql`insert into revenue_month (organization_id, customer_id, month, cents, margin_cents)
    select organization_id, customer_id, date_trunc('month', ordered_on)::date, sum(total_cents), sum(margin_cents) from sales_order
    where organization_id = ${organizationId}::uuid and ${isTouched} group by 1, 2, 3`.execute(trx);
  await sql`update customer c set last_order_on = f.last_on, usual_order_days = f.usual_days, revenue_12_months_cents = coalesce(f.cents, 0),
      margin_12_months_cents = f.margin
    from (select t.customer_id, max(ordered_on) as last_on, round(percentile_cont(0.5) within group (order by gap))::int as usual_days,
        sum(total_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date) as cents,
        sum(margin_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date) as margin
      from unnest(${customerIds}::uuid[]) as t(customer_id) left join (select customer_id, ordered_on, total_cents, margin_cents,
          nullif(ordered_on - lag(ordered_on) over (partition by customer_id order by ordered_on), 0) as gap
        from sales_order where organization_id = ${organizationId}::uuid and ${isTouched}) ordered on ordered.customer_id = t.customer_id
      group by t.customer_id) f
    where c.organization_id = ${organizationId}::uuid and c.id = f.customer_id`.execute(trx);
}
