// What the rating's bench adds to the general bench data: target groups, employees, product groups and who buys them.
import { sql } from 'kysely';
import type { Database } from '#api/db/database.ts';
import { benchOrganization } from './data.ts';

const org = `'${benchOrganization}'::uuid`;
const groupId = (number: string) =>
  `overlay(overlay(md5('pg' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`;

const steps = [
  `insert into product_group (organization_id, id, name) select ${org}, ${groupId('n')}, 'Warengruppe ' || n from generate_series(0, 11) n`,
  `update product set group_id = (select id from product_group g where g.organization_id = product.organization_id and g.name = 'Warengruppe ' || (substr(product.number, 3)::int % 12)) where organization_id = ${org}`,
  `update sales_order set ordered_on = date '2026-09-01' - (substr(number, 6)::int % 700), total_cents = total_cents * 30, margin_cents = margin_cents * 30 where organization_id = ${org}`,
  `update customer set target_group = (array['Verarbeiter', 'Händler', 'Kommune', 'Industrie'])[number::int % 4 + 1], employees = number::int % 80,
    revenue_12_months_cents = 100000 * (number::int % 200) where organization_id = ${org}`,
  `delete from revenue_month where organization_id = ${org}`,
  `insert into revenue_month (organization_id, customer_id, month, cents, margin_cents)
    select organization_id, customer_id, date_trunc('month', ordered_on)::date, sum(total_cents), sum(margin_cents)
    from sales_order where organization_id = ${org} group by 1, 2, 3`,
  `insert into customer_product_group (organization_id, customer_id, group_id)
    select distinct s.organization_id, s.customer_id, p.group_id from order_line l
    join sales_order s on s.organization_id = l.organization_id and s.id = l.order_id
    join product p on p.organization_id = l.organization_id and p.id = l.product_id where l.organization_id = ${org}`,
  `delete from rating_move where organization_id = ${org}`,
];

/** Adds it once, after the general data. */
export async function addRatingData(db: Database): Promise<void> {
  for (const step of steps) {
    await db.system((trx) => sql.raw(`set local statement_timeout = 0; ${step}`).execute(trx));
  }
  await db.execute('vacuum analyze');
}
