import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { Database } from '#api/db/database.ts';
import { createSeedCalendar } from '#demo/seed/calendar.ts';
import { seedDemo } from '#demo/seed/seed.ts';
import { databases, openTestDatabase } from '#tests/support/databases.ts';

describe.each(databases)('the sample company on %s', (kind) => {
  let db: Database;
  const one = async <T>(text: string): Promise<T> => (await db.execute(text)).rows[0] as T;

  beforeAll(async () => {
    db = await openTestDatabase(kind);
    await seedDemo(db, { now: new Date('2026-09-03T11:58:00Z') });
  });
  afterAll(() => db.close());

  test('has some 300 customers with people, documents and history of more than three years', async () => {
    const counts = await one<
      Record<string, number>
    >(`select (select count(*)::int from customer) as customers, (select count(*)::int from contact) as contacts,
      (select count(*)::int from sales_order) as orders, (select count(*)::int from order_line) as lines, (select count(*)::int from activity) as activities,
      (select count(*)::int from complaint) as complaints, (select count(*)::int from quote) as quotes, (select min(ordered_on) from sales_order)::text as oldest`);

    expect(counts['customers']).toBeGreaterThanOrEqual(300);
    expect(counts['contacts']).toBeGreaterThan(500);
    expect(counts['orders']).toBeGreaterThan(4_000);
    expect(counts['activities']).toBeGreaterThan(2_500);
    expect(counts['complaints']).toBeGreaterThan(50);
    expect(counts['quotes']).toBeGreaterThan(200);
    expect(String(counts['oldest']) < '2022-12-31').toBe(true);
  });

  test('shows Hollerbach with the figures of the pictures', async () => {
    const { rows } = await db.system((trx) =>
      sql<{
        year: number;
        cents: number;
      }>`select extract(year from month)::int as year, sum(cents) as cents from revenue_month
        join customer c on c.id = customer_id where c.number = '20417' group by 1 order by 1`.execute(trx),
    );
    const customer = await one<Record<string, unknown>>(
      `select rating_letter, rating_digit, revenue_12_months_cents::int as revenue, customer_value_cents::int as value from customer where number = '20417'`,
    );
    const open = await one<Record<string, number>>(
      `select sum(total_cents)::int as total, sum(total_cents) filter (where due_on < '2026-09-03')::int as overdue from invoice join customer c on c.id = customer_id where c.number = '20417' and paid_on is null`,
    );

    expect(Object.fromEntries(rows.map((row) => [row.year, row.cents]))).toEqual({
      2022: 9_620_000,
      2023: 11_870_000,
      2024: 14_630_000,
      2025: 13_980_000,
      2026: 7_980_000,
    });
    expect(customer).toEqual({
      rating_letter: 'A',
      rating_digit: '2',
      revenue: 12_840_000,
      value: 8_630_000,
    });
    expect(open).toEqual({ total: 1_486_000, overdue: 624_000 });
  });

  test('every order’s lines add up to its amount', async () => {
    const { wrong } = await one<{ wrong: number }>(`select count(*)::int as wrong from sales_order o
      where total_cents <> (select sum(net_cents) from order_line l where l.organization_id = o.organization_id and l.order_id = o.id)`);

    expect(wrong).toBe(0);
  });

  test('nothing is ordered or said in the future, nobody works on a weekend', async () => {
    const { late, weekend } = await one<{ late: number; weekend: number }>(`select
      (select count(*)::int from sales_order where ordered_on > '2026-09-03') + (select count(*)::int from activity where occurred_at > '2026-09-03T11:58:00Z') as late,
      (select count(*)::int from activity where extract(isodow from occurred_at at time zone 'Europe/Berlin') > 5) as weekend`);

    expect({ late, weekend }).toEqual({ late: 0, weekend: 0 });
  });

  test('the complaint of the introduction does not exist yet, its number is the next', async () => {
    const { title, last } = await one<{ title: number; last: number }>(
      `select (select count(*)::int from complaint where title ilike '%verlieren Öl%') as title, (select last from number_series) as last`,
    );

    expect({ title, last }).toEqual({ title: 0, last: 317 });
  });

  test('belongs to the demo’s organisation alone', async () => {
    const { count } = await one<{ count: number }>(
      `select count(*)::int as count from customer where organization_id <> '${demoTenantId}'`,
    );

    expect(count).toBe(0);
  });
});

test.each(['2026-01-02', '2026-02-28', '2026-04-01', '2026-11-22', '2026-12-31', '2027-03-28'])(
  'the sample company can be made on %s, whole and with no future orders',
  async (day) => {
    const db = await openTestDatabase('pglite');
    await seedDemo(db, { now: new Date(`${day}T10:00:00Z`) });
    const { rows } = await db.execute(
      `select (select count(*)::int from customer) as customers, (select count(*)::int from sales_order where ordered_on > '${day}') as late`,
    );
    await db.close();

    expect(rows).toEqual([{ customers: 304, late: 0 }]);
  },
);

test('mails move with the day of seeding', () => {
  expect(createSeedCalendar(new Date('2026-11-22T10:00:00Z')).shiftDays).toBe(80);
  expect(createSeedCalendar(new Date('2026-09-03T10:00:00Z')).shiftDays).toBe(0);
});
