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
    expect(counts['activities']).toBeGreaterThan(4_000);
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

  test('tells the day of the pictures: who is rated how, what waits, what burns', async () => {
    const { rows } = await db.execute(`select number, rating_letter || rating_digit as cell from customer
      where number in ('20112', '20305', '20077', '20655', '20231') order by number`);
    const immenroth = await one<Record<string, unknown>>(
      `select usual_order_days as usual, '2026-09-03'::date - last_order_on as silent from customer where number = '20655'`,
    );
    const hollerbach = await one<Record<string, unknown>>(
      `select (select count(*)::int from activity where customer_id = c.id) as activities,
        (select count(*)::int from quote where customer_id = c.id and state = 'open') as quotes,
        (select sum(total_cents)::int from quote where customer_id = c.id) as quoted,
        (select due_on::text from invoice where customer_id = c.id and number = '26-4471') as due,
        (select string_agg(letter || digit, ' ' order by on_day) from rating_history where customer_id = c.id) as path,
        (select count(*)::int from order_line l join sales_order o on o.id = l.order_id where o.number = 'AU-26-0907') as lines
       from customer c where number = '20417'`,
    );

    expect(rows).toEqual([
      { number: '20077', cell: 'A1' },
      { number: '20112', cell: 'B1' },
      { number: '20231', cell: 'B1' },
      { number: '20305', cell: 'B2' },
      { number: '20655', cell: 'B3' },
    ]);
    expect(immenroth).toEqual({ usual: 35, silent: 98 });
    expect(hollerbach).toEqual({
      activities: 44,
      quotes: 2,
      quoted: 6_155_000,
      due: '2026-08-16',
      path: 'B1 B1 B1 A2',
      lines: 12,
    });
  });

  test('no deadline is missed at the start, one case is with the manager, and its card is on the way', async () => {
    const state = await one<Record<string, unknown>>(`select
      (select count(*)::int from complaint where state <> 'closed' and (resolution_due_at < '2026-09-03T11:58:00Z'
        or answered_at is null and first_answer_due_at < '2026-09-03T11:58:00Z')) as missed,
      (select count(*)::int from complaint c join customer k on k.id = c.customer_id where c.state = 'open' and k.rating_letter = 'A'
        and c.first_answer_due_at < '2026-09-03T15:00:00Z') as near,
      (select u.short_name from escalation e join app_user u on u.id = e.turn_id where e.state = 'open') as turn,
      (select count(*)::int from job where name = 'complaints.send-cards') as cards,
      (select count(*)::int from escalation where state = 'decided' and goodwill_cents = 48000) as decided`);

    expect(state).toEqual({ missed: 0, near: 1, turn: 'petra', cards: 1, decided: 1 });
  });

  test('the months of revenue are those of the orders', async () => {
    const { wrong } = await one<{
      wrong: number;
    }>(`select count(*)::int as wrong from revenue_month m full join
      (select customer_id, date_trunc('month', ordered_on)::date as month, sum(total_cents) as cents from sales_order group by 1, 2) o
      on o.customer_id = m.customer_id and o.month = m.month where m.cents is distinct from o.cents`);

    expect(wrong).toBe(0);
  });

  test('has customers that are there twice, found from the first moment, without any figures', async () => {
    const { rows } = await db.execute(`select a.name as one, b.name as other, p.score from duplicate_pair p
      join customer a on a.id = p.customer_a join customer b on b.id = p.customer_b
      where p.state = 'open' order by p.score desc`);
    const names = rows.map((row) => Object.values(row as object).join(' '));
    for (const twin of [
      /Grabowski Metallbau/,
      /Moeller Schreinerei/,
      /Zimmerei Janssen/,
      /Seiffert Metallbau und Schlosserei/,
      /Albrecht Baubeschläge/,
    ]) {
      expect(names.filter((name) => twin.test(name))).toHaveLength(1);
    }
    const { orders } = await one<{ orders: number }>(
      `select count(*)::int as orders from sales_order o join customer c on c.id = o.customer_id where c.legal_basis = 'enquiry'`,
    );
    expect(orders).toBe(0);
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

    expect(rows).toEqual([{ customers: 309, late: 0 }]);
  },
);

describe('the calendar of the sample data', () => {
  const asWritten = new Date('2026-09-03T11:58:00Z');

  test('leaves everything as written at the moment it is written for', () => {
    const calendar = createSeedCalendar(asWritten);

    expect(calendar.move(new Date('2026-09-03T11:00:00Z'))).toEqual(new Date('2026-09-03T11:00:00Z'));
    expect(calendar.move(new Date('2026-08-11T07:20:00Z'))).toEqual(new Date('2026-08-11T07:20:00Z'));
    expect(calendar.at(0, '15:30')).toEqual(new Date('2026-09-03T13:30:00Z'));
  });

  test.each(['2026-11-22T06:10:00Z', '2026-11-23T22:40:00Z', '2027-03-28T01:30:00Z'])(
    'seeded at %s, the newest mail came an hour ago and this afternoon’s visit is still to come',
    (moment) => {
      const now = new Date(moment);
      const calendar = createSeedCalendar(now);

      expect(calendar.move(new Date('2026-09-03T11:00:00Z'))).toEqual(new Date(now.getTime() - 58 * 60_000));
      expect(calendar.at(0, '15:30').getTime()).toBeGreaterThan(now.getTime());
      expect(calendar.at(0, '11:20').getTime()).toBeLessThan(now.getTime());
    },
  );

  test('mails of earlier days keep their time of day over the end of summer time', () => {
    const moved = createSeedCalendar(new Date('2026-11-22T12:00:00Z')).move(new Date('2026-08-11T07:20:00Z'));

    expect(moved).toEqual(new Date('2026-10-30T08:20:00Z'));
  });
});
