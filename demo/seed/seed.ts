// The sample company, written in one transaction: the same on every machine, moved to the day of seeding.
import { sql } from 'kysely';
import type { Database, Query } from '#api/db/database.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { createSeedCalendar } from './calendar.ts';
import type { SeedCalendar } from './calendar.ts';
import { buildCatalogueRows } from './catalogue.ts';
import { buildCustomers } from './customers.ts';
import { buildOrders } from './orders.ts';
import type { SeedOrder } from './orders.ts';
import { buildPeopleRows, organizationId, organizationRow } from './people.ts';
import { seedCustomers } from './seed-customers.ts';
import { seedHistory } from './seed-history.ts';
import { insertRows } from './rows.ts';

const base = { organization_id: organizationId };

/** Writes the sample company for the day of `now`. The organisation must not exist yet. */
export async function seedDemo(db: Database, { now }: { now: Date }): Promise<void> {
  const calendar = createSeedCalendar(now);
  const customers = buildCustomers(calendar);
  const orders = buildOrders(customers, calendar);
  const parts = { customers, orders, calendar };
  await db.system(async (trx) => {
    await insertRows(trx, 'organization', [{ ...organizationRow, settings: {} }]);
    await seedPeople(trx, calendar);
    await seedCustomers(trx, parts);
    await seedOrders(trx, orders);
    await seedHistory(trx, parts);
    await rebuildSearch(trx, organizationId);
  });
}

async function seedPeople(trx: Query, calendar: SeedCalendar): Promise<void> {
  const { users, territories, memberships } = buildPeopleRows(calendar.at(-400, '08:00'));
  await insertRows(trx, 'app_user', users);
  await insertRows(trx, 'territory', territories);
  await insertRows(trx, 'user_territory', memberships);
  const { groups, products } = buildCatalogueRows();
  await insertRows(trx, 'product_group', groups);
  await insertRows(trx, 'product', products);
}

async function seedOrders(trx: Query, orders: readonly SeedOrder[]): Promise<void> {
  await insertRows(
    trx,
    'sales_order',
    orders.map((order) => ({
      ...base,
      id: order.id,
      number: order.number,
      customer_id: order.customer.id,
      ordered_on: order.orderedOn,
      delivered_on: order.deliveredOn,
      total_cents: order.cents,
      margin_cents: Math.round(order.cents * 0.2),
    })),
  );
  await insertRows(
    trx,
    'order_line',
    orders.flatMap((order) =>
      order.lines.map((line, position) => ({
        ...base,
        order_id: order.id,
        position,
        product_id: line.product?.id ?? null,
        text: line.text,
        quantity: line.quantity,
        net_cents: line.cents,
      })),
    ),
  );
  await sql`insert into revenue_month (organization_id, customer_id, month, cents)
    select organization_id, customer_id, date_trunc('month', ordered_on)::date, sum(total_cents) from sales_order
    where organization_id = ${organizationId} group by 1, 2, 3`.execute(trx);
}
