// Generates the bench data set inside the database: set-based, the same every time (hash of the row number, no random()).
import { sql } from 'kysely';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { Database, Query } from '#api/db/database.ts';

export interface BenchSize {
  readonly customers: number;
  readonly contactsPerCustomer: number;
  readonly activitiesPerCustomer: number;
  readonly ordersPerCustomer: number;
  readonly linesPerOrder: number;
}

/** 100,000 customers, 200,000 contacts, 1,000,000 activities, 1,000,000 order lines. */
export const fullSize: BenchSize = {
  customers: 100_000,
  contactsPerCustomer: 2,
  activitiesPerCustomer: 10,
  ordersPerCustomer: 2.5,
  linesPerOrder: 4,
};

export const benchOrganization = demoTenantId;
export const benchUser = '0be0c000-0000-7000-8000-000000000002';
export const benchUserOid = '0be0c000-0000-7000-8000-000000000003';
const territory = '0be0c000-0000-7000-8000-000000000004';

/** A hundredth of it, to try the bench itself. */
export const smallSize: BenchSize = { ...fullSize, customers: 1_000 };

/** By the name given with `--size`; the middle one is for the embedded database, which fills slowly. */
export const benchSizes: Readonly<Record<string, BenchSize>> = {
  small: smallSize,
  middle: { ...fullSize, customers: 10_000 },
  full: fullSize,
};

/** The main address of the n-th generated customer's first contact. */
export function benchAddress(n: number): string {
  return `kontakt${n * 2}@firma${n}.test`;
}

/** Fills an empty, migrated database; calls back with the name of each table when it is filled. */
export async function generateBenchData(
  db: Database,
  size: BenchSize,
  onStep: (table: string) => void,
): Promise<void> {
  for (const [table, fill] of steps(size)) {
    await db.system(fill);
    await db.execute('analyze'); // what is filled next is planned with what stands there
    onStep(table);
  }
}

/** A stable UUID of a kind and a number, so that rows can point at each other without a look-up. */
export const uuidOf = (kind: string, number: string): string =>
  `overlay(overlay(md5('${kind}' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`;
/** A stable pseudo-random whole number below `below`. */
const pick = (seed: string, below: number) =>
  `(('x' || substr(md5(${seed}), 1, 7))::bit(28)::int % ${below})`;

function steps(size: BenchSize): [string, (trx: Query) => Promise<unknown>][] {
  const orders = size.customers * size.ordersPerCustomer;
  const run = (text: string) => (trx: Query) =>
    sql.raw(`set local statement_timeout = 0; ${text}`).execute(trx);
  const org = `'${benchOrganization}'::uuid`;
  const user = `'${benchUser}'::uuid`;
  return [
    [
      'organization',
      run(
        `insert into organization (organization_id, name, internal_domains) values (${org}, 'Bench', '{bench.test}')`,
      ),
    ],
    [
      'app_user',
      run(
        `insert into app_user (organization_id, id, entra_oid, short_name, name, email, role) values (${org}, ${user}, '${benchUserOid}', 'bench', 'Bench Person', 'person@bench.test', 'sales')`,
      ),
    ],
    [
      'territory',
      run(
        `insert into territory (organization_id, id, name, postcode_prefixes, owner_id) values (${org}, '${territory}', 'Alles', '{}', ${user})`,
      ),
    ],
    ['user_territory', run(`insert into user_territory values (${org}, ${user}, '${territory}')`)],
    ['customer', run(customers(size.customers, org, user))],
    [
      'customer_domain',
      run(
        `insert into customer_domain select ${org}, 'firma' || n || '.test', ${uuidOf('c', 'n')} from generate_series(0, ${size.customers - 1}) n`,
      ),
    ],
    [
      'contact',
      run(
        `insert into contact (organization_id, id, customer_id, name, job_title) select ${org}, ${uuidOf('k', 'n')}, ${uuidOf('c', `(n / ${size.contactsPerCustomer})`)}, (array['Anna','Bernd','Clara','Dirk','Eva','Frank','Gülay','Hanna','Igor','Jörg'])[${pick(`'v'||n`, 10)} + 1] || ' ' || (array['Müller','Schmidt','Weiß','Koch','Öztürk','Lange','Krüger','Vogt','Böhm','Roth'])[${pick(`'f'||n`, 10)} + 1] || ' ' || n, 'Einkauf' from generate_series(0, ${size.customers * size.contactsPerCustomer - 1}) n`,
      ),
    ],
    [
      'contact_email',
      run(
        `insert into contact_email (organization_id, address, contact_id, position) select ${org}, 'kontakt' || n || '@firma' || n / ${size.contactsPerCustomer} || '.test', ${uuidOf('k', 'n')}, 0 from generate_series(0, ${size.customers * size.contactsPerCustomer - 1}) n`,
      ),
    ],
    ...inParts(size.customers * size.activitiesPerCustomer).map(
      ([from, to]): [string, (trx: Query) => Promise<unknown>] => [
        `activity ${from} to ${to}`,
        run(activities(size, from, to)),
      ],
    ),
    [
      'product',
      run(
        `insert into product (organization_id, id, number, name) select ${org}, ${uuidOf('p', 'n')}, 'A-' || n, 'Artikel ' || n from generate_series(0, 999) n`,
      ),
    ],
    [
      'sales_order',
      run(
        `insert into sales_order (organization_id, id, number, customer_id, ordered_on, total_cents, margin_cents) select ${org}, ${uuidOf('o', 'n')}, 'AU-B-' || n, ${uuidOf('c', `(n % ${size.customers})`)}, date '2026-09-01' - (n % 1200)::int, 40000 + ${pick(`'o'||n`, 400_000)}, 9000 from generate_series(0, ${orders - 1}) n`,
      ),
    ],
    [
      'order_line',
      run(
        `insert into order_line (organization_id, order_id, position, product_id, text, quantity, net_cents) select ${org}, ${uuidOf('o', `(n / ${size.linesPerOrder})`)}, n % ${size.linesPerOrder}, ${uuidOf('p', '(n % 1000)')}, 'Artikel', 1 + n % 20, 10000 from generate_series(0, ${orders * size.linesPerOrder - 1}) n`,
      ),
    ],
    [
      'revenue_month',
      run(
        `insert into revenue_month select organization_id, customer_id, date_trunc('month', ordered_on)::date, sum(total_cents) from sales_order where organization_id = ${org} group by 1, 2, 3`,
      ),
    ],
    [
      'quote',
      run(
        `insert into quote (organization_id, id, number, customer_id, title, total_cents, chance_percent, sent_on, valid_until) select ${org}, ${uuidOf('q', 'n')}, 'AN-B-' || n, ${uuidOf('c', 'n')}, 'Angebot ' || n, 500000, 50, date '2026-08-01', date '2026-09-10' from generate_series(0, ${size.customers - 1}, 2) n`,
      ),
    ],
    [
      'invoice',
      run(
        `insert into invoice (organization_id, id, number, customer_id, invoiced_on, due_on, total_cents) select ${org}, ${uuidOf('i', 'n')}, 'RE-B-' || n, ${uuidOf('c', 'n')}, date '2026-07-01', date '2026-08-01' + (n % 60)::int, 250000 from generate_series(0, ${size.customers - 1}, 2) n`,
      ),
    ],
    [
      'follow_up',
      run(
        `insert into follow_up (organization_id, id, customer_id, owner_id, title, due_on, to_do_state, created_by, created_at) select ${org}, ${uuidOf('w', 'n')}, ${uuidOf('c', 'n')}, ${user}, 'Nachfassen ' || n, date '2026-09-04' + (n % 30)::int, 'in_to_do', ${user}, now() from generate_series(0, ${size.customers - 1}, 3) n`,
      ),
    ],
    [
      'complaint',
      run(
        `insert into complaint (organization_id, id, number, customer_id, title, category, severity, owner_id, received_at, first_answer_due_at, first_answer_hours, resolution_due_at, resolution_hours, created_at, updated_at) select ${org}, ${uuidOf('r', 'n')}, 'RK-B-' || n, ${uuidOf('c', 'n')}, 'Reklamation ' || n, 'product_defect', 'medium', ${user}, timestamptz '2026-09-03 08:00Z', timestamptz '2026-09-04 08:00Z', 8, timestamptz '2026-09-08 08:00Z', 40, now(), now() from generate_series(0, ${size.customers - 1}, 20) n`,
      ),
    ],
    [
      'rating_history',
      run(
        `insert into rating_history select ${org}, ${uuidOf('c', 'n')}, date '2024-01-01' + (q * 180)::int, 'B', '2' from generate_series(0, ${size.customers - 1}) n, generate_series(0, 3) q`,
      ),
    ],
  ];
}

function customers(count: number, org: string, user: string): string {
  const trade = `(array['Metallbau','Schreinerei','Zimmerei','Dachdeckerei','Elektro','Fliesen','Stahlbau','Innenausbau','Glaserei','Malerbetrieb'])[${pick(`'t'||n`, 10)} + 1]`;
  const family = `(array['Hollerbach','Müller','Großmann','Öztürk','Schäfer','Köhler','Weiß','Brandl','Wernigk','Aichele','Vogt','Pahlke','Immenroth','Berger','Lüders','Thomsen','Jäger','Böttcher','Krämer','Naumann'])[${pick(`'n'||n`, 20)} + 1]`;
  const form = `(array['GmbH','GmbH & Co. KG','e.K.','AG','OHG'])[${pick(`'g'||n`, 5)} + 1]`;
  return `insert into customer (organization_id, id, number, name, phase, street, postcode, city, owner_id, territory_id, rating_letter, rating_digit, revenue_12_months_cents, share_of_wallet_percent, customer_value_cents, last_order_on, usual_order_days)
    select ${org}, ${uuidOf('c', 'n')}, (1000000 + n)::text, ${trade} || ' ' || ${family} || ' ' || to_hex(n) || ' ' || ${form}, 'retention', 'Hauptstraße ' || n % 200, lpad((10000 + n % 89999)::text, 5, '0'), 'Stadt ' || n % 500, ${user}, '${territory}', (array['A','B','C'])[n % 3 + 1], (array['1','2','3'])[n % 3 + 1], 100000 * (n % 200), n % 100, 500000, date '2026-08-01', 40
    from generate_series(0, ${count - 1}) n`;
}

/** A small part first, then equal ones: the embedded database knows the table from the second part on. */
function inParts(count: number): [from: number, to: number][] {
  const most = 100_000;
  const parts: [number, number][] = [];
  let from = 0;
  while (from < count) {
    const to = Math.min(count, from === 0 ? Math.min(most, 5_000) : from + most);
    parts.push([from, to - 1]);
    from = to;
  }
  return parts;
}

function activities(size: BenchSize, from: number, to: number): string {
  return `insert into activity (organization_id, id, customer_id, contact_id, kind, direction, subject, body_text, occurred_at, message_id, conversation_id, logged_by, logged_at) select '${benchOrganization}', ${uuidOf('a', 'n')}, ${uuidOf('c', `(n / ${size.activitiesPerCustomer})`)}, ${uuidOf('k', `(n / ${size.activitiesPerCustomer} * ${size.contactsPerCustomer})`)}, (array['email','call','visit','email','chat'])[n % 5 + 1], case n % 2 when 0 then 'inbound' else 'outbound' end, 'Betreff ' || n, repeat('Wir haben über Beschläge und Liefertermine gesprochen. ', 4), timestamptz '2026-09-03 11:00Z' - (n % 900) * interval '1 day', case when n % 5 in (0, 3) then '<bench-' || n || '@firma.test>' end, 'conversation-' || n / 3, '${benchUser}', timestamptz '2026-09-03 11:00Z' - (n % 900) * interval '1 day' from generate_series(${from}, ${to}) n`;
}
