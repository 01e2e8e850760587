// The analysis of complaints on PostgreSQL over HTTP: figures and causes of 100,000 complaints in one period, the same by each
// dimension, the list behind a figure, and a file of all; and what it takes to reckon them all once.
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { refreshFigures } from '#api/complaint-analysis/refresh.ts';
import type { Database } from '#api/db/database.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { benchOrganization, benchUser, fullSize, generateBenchData, smallSize, uuidOf } from './data.ts';
import { printTable, showFigures, time } from './figures.ts';
import type { Figures } from './figures.ts';
import { get } from './http.ts';
import { signIn } from './lists.ts';
import { withFilledPostgres } from './postgres.ts';
import { startChild } from './process.ts';

const demoNow = '2026-09-03T13:58:00+02:00';
const twoYears = 'from=2024-09-01&to=2026-09-03';
const lastYear = 'from=2025-09-04&to=2026-09-03';
const questions = {
  'figures and causes of all': `?${twoYears}`,
  '… by the exact cause': `?${twoYears}&causes=exact`,
  '… of A customers': `?${twoYears}&letter=A`,
  '… of the last 12 months': `?${lastYear}`,
  'by product group': `/breakdown?${twoYears}&by=product_group`,
  'by class': `/breakdown?${twoYears}&by=class`,
  'by location': `/breakdown?${twoYears}&by=location`,
  'first page of the repeats': `/complaints?${twoYears}&which=repeat`,
} as const;

export interface ComplaintBenchFigures {
  readonly complaints: number;
  readonly orders: number;
  readonly reckonedPerSecond: number;
  readonly answers: Record<string, Figures>;
}

/** Fills a database of its own once per size and measures it. */
export async function benchComplaints(sizeName: string): Promise<ComplaintBenchFigures> {
  const isSmall = sizeName === 'small';
  const complaints = isSmall ? 1_000 : 100_000;
  const customers = isSmall ? smallSize.customers : 20_000;
  const size = { ...fullSize, customers, activitiesPerCustomer: 1, ordersPerCustomer: 12.5 };
  const folder = join('.cache', `bench-complaints-${sizeName}`);
  const figures = await withFilledPostgres(folder, {
    fill: async (db) => {
      await generateBenchData(db, size, (table) => console.info(`complaints: ${table}`));
      await addComplaints(db, complaints, customers);
    },
    work: async (url) => {
      const db = openPostgres(url, pino({ level: 'warn' }));
      const reckonedPerSecond = await reckonAll(db, complaints);
      await db.close();
      const orders = customers * size.ordersPerCustomer;
      const env = { DATABASE_URL: url, DATA_FOLDER: join(folder, 'data') };
      return { complaints, orders, reckonedPerSecond, answers: await ask(env) };
    },
  });
  print(figures);
  return figures;
}

async function ask(env: Record<string, string>): Promise<Record<string, Figures>> {
  const server = await startChild('server.ts', [], {
    ...env,
    DEMO_NOW: demoNow,
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  });
  try {
    const headers = await signIn(server.url);
    const answers: Record<string, Figures> = {};
    for (const [name, path] of Object.entries(questions)) {
      answers[name] = await time(10, () => get(`${server.url}/api/complaint-analysis${path}`, headers));
    }
    return answers;
  } finally {
    await server.stop();
  }
}

/** From nothing: every complaint is marked as changed. */
async function reckonAll(db: Database, complaints: number): Promise<number> {
  await db.execute(
    'insert into complaint_figure_due (organization_id, complaint_id) select organization_id, id from complaint on conflict do nothing',
  );
  const started = performance.now();
  while ((await refreshFigures({ db }, benchOrganization, 1_000)) > 0);
  await db.execute('vacuum analyze complaint_figure');
  return complaints / ((performance.now() - started) / 1_000);
}

const groups = 12;
const locations = 3;
const causes = 18;
const org = `'${benchOrganization}'::uuid`;
/** A stable pseudo-random whole number below `below`. */
const pick = (seed: string, below: number) =>
  `(('x' || substr(md5('${seed}' || n), 1, 7))::bit(28)::int % ${below})`;

/** Two years of complaints with orders, causes, answers, solutions, some pauses and costs. */
async function addComplaints(db: Database, complaints: number, customers: number): Promise<void> {
  const week = JSON.stringify(
    Array.from({ length: 7 }, (_, day) => (day < 5 ? { from: '08:00', to: '17:00' } : null)),
  );
  const received = `timestamptz '2026-09-02 15:30+02' - make_interval(days => ${pick('day', 730)}, mins => ${pick('minute', 420)})`;
  const statements = [
    `insert into product_group (organization_id, id, name) select ${org}, ${uuidOf('group', 'n')}, 'Warengruppe ' || n from generate_series(0, ${groups - 1}) n`,
    `update product set group_id = ${uuidOf('group', `(substr(number, 3)::int % ${groups})`)} where organization_id = ${org}`,
    `insert into location (organization_id, id, name, holiday_region, working_week) select ${org}, ${uuidOf('place', 'n')}, 'Standort ' || n, 'DE-BW', '${week}'::jsonb from generate_series(0, ${locations - 1}) n`,
    `insert into complaint_cause (organization_id, id, parent_id, name, position) select ${org}, ${uuidOf('cause', 'n')}, case when n >= 6 then ${uuidOf('cause', '(n % 6)')} end, 'Ursache ' || n, n from generate_series(0, ${causes - 1}) n`,
    `delete from complaint where organization_id = ${org}`,
    'delete from complaint_figure_due',
    `insert into complaint (organization_id, id, number, customer_id, title, description, category, severity, state, order_id, owner_id, location_id, cause_id, received_at, first_answer_due_at, first_answer_hours, resolution_due_at, resolution_hours, answered_at, closed_at, created_at, updated_at)
      select ${org}, ${uuidOf('complaint', 'n')}, 'RK-B-' || n, k.id, 'Reklamation ' || n, repeat('Beschreibung ', 20), (array['product_defect', 'wrong_delivery', 'late_delivery', 'billing'])[1 + n % 4], 'medium', 'closed',
        (select o.id from sales_order o where o.organization_id = ${org} and o.customer_id = k.id order by o.ordered_on limit 1 offset n % 5),
        '${benchUser}', case when n % 4 > 0 then ${uuidOf('place', '(n % 3)')} end, case when n % 10 > 0 then ${uuidOf('cause', pick('cause', causes))} end,
        at, at + interval '1 day', 8, at + interval '7 days', 40, at + make_interval(mins => ${pick('answer', 2_500)}), at + make_interval(mins => 600 + ${pick('solve', 14_000)}), at + interval '10 minutes', at
      from (select n, ${received} as at from generate_series(0, ${complaints - 1}) n) told
      join (select id, row_number() over (order by id) - 1 as place from customer where organization_id = ${org}) k on k.place = ${pick('customer', customers)}`,
    `insert into complaint_pause (organization_id, id, complaint_id, reason, until_on, from_at, until_at) select ${org}, ${uuidOf('pause', 'n')}, ${uuidOf('complaint', 'n')}, 'Fotos', (c.received_at + interval '3 days')::date, c.received_at + interval '2 hours', c.received_at + interval '2 days'
      from generate_series(0, ${complaints - 1}, 10) n join complaint c on c.organization_id = ${org} and c.id = ${uuidOf('complaint', 'n')}`,
    `insert into complaint_measure (organization_id, id, complaint_id, kind, cost_cents, state, asked_by, asked_at) select ${org}, ${uuidOf('measure', 'n')}, ${uuidOf('complaint', 'n')}, 'credit', 1000 + ${pick('cost', 40_000)}, 'agreed', '${benchUser}', now() from generate_series(0, ${complaints - 1}, 3) n`,
  ];
  for (const statement of statements) await db.system((trx) => sql.raw(statement).execute(trx));
  await db.execute('analyze');
}

function print({ complaints, orders, reckonedPerSecond, answers }: ComplaintBenchFigures): void {
  const count = (value: number) => value.toLocaleString('en-GB');
  printTable(
    `Analysis of ${count(complaints)} complaints (${count(orders)} orders) on PostgreSQL, over HTTP`,
    [
      ...Object.entries(answers).map(([what, figures]) => ({
        what,
        value: showFigures(figures),
        aim: '< 300 ms',
      })),
      {
        what: 'all reckoned once, as after an import',
        value: `${count(Math.round(reckonedPerSecond))} complaints/s`,
      },
    ],
  );
}
