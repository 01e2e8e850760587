// The data of the search bench: companies with names hard to tell apart, people, documents, and a million contact reports.
import { sql } from 'kysely';
import { newId } from '#api/db/id.ts';
import type { Database, Query } from '#api/db/database.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { listCompanies, seededRandom } from './company-names.ts';
import { benchOrganization as org, benchUser, benchUserOid } from './data.ts';

export interface SearchBenchSize {
  readonly customers: number;
  readonly contactsPerCustomer: number;
  readonly activitiesPerCustomer: number;
  readonly ordersPerCustomer: number;
}

export const searchSizes: Readonly<Record<string, SearchBenchSize>> = {
  small: { customers: 2_000, contactsPerCustomer: 2, activitiesPerCustomer: 10, ordersPerCustomer: 2 },
  middle: { customers: 10_000, contactsPerCustomer: 2, activitiesPerCustomer: 10, ordersPerCustomer: 2 },
  full: { customers: 100_000, contactsPerCustomer: 2, activitiesPerCustomer: 10, ordersPerCustomer: 2 },
  million: { customers: 1_000_000, contactsPerCustomer: 0, activitiesPerCustomer: 0, ordersPerCustomer: 0 },
};

const territory = '0be0c000-0000-7000-8000-000000000004';
export const searchSeed = 20_260_903;
const rowsPerStatement = 20_000;
const differentBodies = 5_000;

/** Fills an empty, migrated database with everything that is searched; says what it is at. */
export async function generateSearchData(
  db: Database,
  size: SearchBenchSize,
  onStep: (step: string) => void,
): Promise<void> {
  const random = seededRandom(searchSeed);
  await db.system(insertPeople);
  const ids: string[] = [];
  const companies = listCompanies(size.customers, random);
  for (let start = 0; start < companies.length; start += rowsPerStatement) {
    const part = companies.slice(start, start + rowsPerStatement).map((one) => ({ ...one, id: newId() }));
    ids.push(...part.map(({ id }) => id));
    await db.system((trx) => insertCustomers(trx, part, start));
  }
  onStep('customers');
  for (const [step, script] of documents(size)) {
    await db.system((trx) => sql.raw(`set local statement_timeout = 0; ${script}`).execute(trx));
    await db.execute('analyze'); // what is filled next is planned with what stands there
    onStep(step);
  }
  await db.system(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await rebuildSearch(trx, org);
  });
  onStep('index');
  await db.execute('vacuum analyze');
}

async function insertPeople(trx: Query): Promise<void> {
  await sql`insert into organization (organization_id, name, internal_domains) values (${org}, 'Bench', '{bench.test}')`.execute(
    trx,
  );
  await sql`insert into app_user (organization_id, id, entra_oid, short_name, name, email, role)
    values (${org}, ${benchUser}, ${benchUserOid}, 'bench', 'Bench Person', 'person@bench.test', 'sales')`.execute(
    trx,
  );
  await sql`insert into territory (organization_id, id, name, postcode_prefixes, owner_id)
    values (${org}, ${territory}, 'Alles', '{}', ${benchUser})`.execute(trx);
  await sql`insert into user_territory values (${org}, ${benchUser}, ${territory})`.execute(trx);
}

async function insertCustomers(
  trx: Query,
  part: readonly { id: string; name: string; city: string }[],
  start: number,
): Promise<void> {
  await sql`insert into customer (organization_id, id, number, name, phase, postcode, city, owner_id, territory_id)
    select ${org}::uuid, id, (1000000 + ${start}::int + n)::text, name, 'retention', lpad((10000 + n % 89999)::text, 5, '0'), city,
      ${benchUser}::uuid, ${territory}::uuid
    from unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ name }) => name)}::text[],
      ${part.map(({ city }) => city)}::text[]) with ordinality as given(id, name, city, n)`.execute(trx);
}

/** Everything else is made inside the database, from the customers in order of their number. */
function documents(size: SearchBenchSize): [string, string][] {
  if (size.activitiesPerCustomer === 0) return [];
  const each = (rows: number, which = 'true') =>
    `from (select id, row_number() over (order by number) - 1 as c from customer where organization_id = '${org}') c
     cross join lateral generate_series(c * ${rows}, c * ${rows} + ${rows - 1}) n where ${which}`;
  const id = 'gen_random_uuid()';
  return [
    [
      'contacts',
      `insert into contact (organization_id, id, customer_id, name, job_title)
      select '${org}', ${id}, c.id, (array['Anna','Bernd','Clara','Dirk','Eva','Frank','Gülay','Hanna','Igor','Jörg'])[n % 10 + 1] || ' ' ||
        (array['Müller','Schmidt','Weiß','Koch','Öztürk','Lange','Krüger','Vogt','Böhm','Roth','Tietz','Weidner','Brandl'])[n % 13 + 1]
        || (array['','mann','er','s','meier','hofer','lein'])[n % 7 + 1], 'Einkauf' ${each(size.contactsPerCustomer)}`,
    ],
    [
      'orders',
      `insert into sales_order (organization_id, id, number, customer_id, ordered_on, total_cents)
      select '${org}', ${id}, 'AU-' || 20 + n % 7 || '-' || lpad(n::text, 6, '0'), c.id, date '2026-09-01' - (n % 1200)::int, 40000 ${each(size.ordersPerCustomer)}`,
    ],
    [
      'quotes',
      `insert into quote (organization_id, id, number, customer_id, title, total_cents, sent_on)
      select '${org}', ${id}, 'AN-26-' || lpad(n::text, 6, '0'), c.id, (array['Brandschutztüren Kita Süd','Schließanlage Verwaltung','Beschläge Neubau','Türschließer Rathaus','Fluchttüren Turnhalle'])[n % 5 + 1], 500000, date '2026-08-01' ${each(1)}`,
    ],
    // a few first: from then on the embedded database knows the table
    ['some activities', activities(each(size.activitiesPerCustomer, 'c < 500'))],
    ['activities', activities(each(size.activitiesPerCustomer, 'c >= 500'))],
  ];
}

/** Subject and text of different words, some in nearly every text and some in few. */
function activities(from: string): string {
  const random = seededRandom(searchSeed + 1);
  const pick = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const vocabulary =
    'Liefertermin Türschließer Angebot Rückfrage Bestellung Muster Beschläge Preisliste Montage Zarge Drücker Schließzylinder Panikschloss Obentürschließer Feststellanlage Bandseite Rohbaumaß Glasausschnitt Brandschutz Zulassung Prüfzeugnis Nachlieferung Gutschrift Skonto Zahlungsziel Baustelle Bauleiter Übergabe Einweisung Wartungsvertrag Ersatzteil Reklamation Ölverlust Kratzer Lackschaden Fehlmenge Spedition Palette Avis Kommission Objektpreis Jahresgespräch Rahmenvertrag Bonus Werbekostenzuschuss Hausmesse Schulung Katalog Musterkoffer Farbton Pulverbeschichtung Edelstahl Messing Zink Aluminium Kunststoff Rosette Langschild Wechselgarnitur Knauf Stoßgriff Spion Briefeinwurf Klingel Türstopper Dichtung Absenkdichtung Schwelle Bodentürschließer Drehtürantrieb Schiebetür Faltwand Trennwand Tore Antrieb Handsender Lichtschranke Steuerung Not-Aus Kabel Netzteil'.split(
      ' ',
    );
  const rest = Array.from(
    { length: 4_000 },
    (_, n) =>
      `${pick(vocabulary).slice(0, 6)}${'aeiou'[n % 5]}${'bdfgklmnprst'[n % 12]}${n.toString(26).replaceAll(/\d/g, 'x')}`,
  );
  const body = () =>
    Array.from({ length: 30 }, () => (random() < 0.85 ? pick(vocabulary) : pick(rest))).join(' ');
  const bodies = Array.from(
    { length: differentBodies },
    () => `('${pick(vocabulary)} ${pick(vocabulary)}', '${body()}')`,
  );
  return `create temp table body (n int generated always as identity, subject text, text text) on commit drop;
    insert into body (subject, text) values ${bodies.join(',')};
    create index on body (n); analyze body;
    insert into activity (organization_id, id, customer_id, kind, direction, subject, body_text, occurred_at, logged_by, logged_at)
    select '${org}', gen_random_uuid(), of.id, 'call', 'inbound', b.subject || ' ' || of.n, b.text,
      timestamptz '2026-09-03 11:00Z' - (of.n % 900) * interval '1 day' - of.n * interval '1 second', '${benchUser}', now()
    from (select c.id, n ${from}) of join body b on b.n = of.n % ${differentBodies} + 1`;
}
