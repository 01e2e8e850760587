// What follows from imported records: revenue by month, rhythm and class of the customers touched, and whose territory new ones lie in.
import { sql } from 'kysely';
import { findTerritory } from '#api/customers/territory.ts';
import type { Query } from '#api/db/database.ts';
import { listNewCustomers } from './store.ts';

const batchSize = 5_000;

/** Made at the beginning of an import; writers note in it whose orders they changed. */
export async function createTouched(trx: Query): Promise<void> {
  await sql`create temp table import_touched (customer_id uuid primary key) on commit drop`.execute(trx);
}

/** Revenue per month, last order, order rhythm and twelve-month figures, from the orders as they are now; the class follows from them. */
export async function recomputeFigures(trx: Query, organizationId: string, today: string): Promise<void> {
  const isTouched = sql`customer_id in (select customer_id from import_touched)`;
  await sql`delete from revenue_month where organization_id = ${organizationId} and ${isTouched}`.execute(
    trx,
  );
  await sql`insert into revenue_month (organization_id, customer_id, month, cents, margin_cents)
    select organization_id, customer_id, date_trunc('month', ordered_on)::date, sum(total_cents), sum(margin_cents) from sales_order
    where organization_id = ${organizationId} and ${isTouched} group by 1, 2, 3`.execute(trx);
  await sql`update customer c set last_order_on = f.last_on, usual_order_days = f.usual_days, revenue_12_months_cents = coalesce(f.cents, 0),
      margin_12_months_cents = f.margin
    from (select t.customer_id, max(ordered_on) as last_on, round(percentile_cont(0.5) within group (order by gap))::int as usual_days,
        sum(total_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date) as cents,
        sum(margin_cents) filter (where ordered_on > ${today}::date - interval '12 months' and ordered_on <= ${today}::date) as margin
      from import_touched t left join (select customer_id, ordered_on, total_cents, margin_cents,
          nullif(ordered_on - lag(ordered_on) over (partition by customer_id order by ordered_on), 0) as gap
        from sales_order where organization_id = ${organizationId}) ordered on ordered.customer_id = t.customer_id
      group by t.customer_id) f
    where c.organization_id = ${organizationId} and c.id = f.customer_id`.execute(trx);
}

/** New customers go to the territory of their postcode and to who looks after it. */
export async function placeNewCustomers(trx: Query, organizationId: string): Promise<void> {
  const territories = await trx
    .selectFrom('territory')
    .select(['id', 'name', 'postcode_prefixes', 'owner_id'])
    .where('organization_id', '=', organizationId)
    .execute();
  const placed = (await listNewCustomers(trx, organizationId)).flatMap(({ id, postcode }) => {
    const territory = findTerritory(postcode, territories);
    return territory === null ? [] : [{ id, territory_id: territory.id, owner_id: territory.owner_id }];
  });
  for (let start = 0; start < placed.length; start += batchSize) {
    const batch = JSON.stringify(placed.slice(start, start + batchSize));
    await sql`update customer c set territory_id = p.territory_id, owner_id = p.owner_id
      from json_to_recordset(${batch}::json) as p(id uuid, territory_id uuid, owner_id uuid)
      where c.organization_id = ${organizationId} and c.id = p.id`.execute(trx);
  }
}
