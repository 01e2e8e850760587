// The data of the duplicates bench: the companies of the search bench with addresses, telephones and mail, and one in a
// hundred entered a second time in a hurry.
import { sql } from 'kysely';
import { newId } from '#api/db/id.ts';
import type { Database, Query } from '#api/db/database.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { damageName, seededRandom } from './company-names.ts';
import { benchOrganization, benchUser } from './data.ts';
import { generateSearchData, searchSeed } from './search-data.ts';

const org = sql`${benchOrganization}::uuid`;
/** Of so many customers one is there twice. */
const twinEvery = 100;
/** What a second entry has in common with the first, beside a name typed in a hurry and the town. */
export const twinKinds = ['address', 'telephone', 'mail', 'town only'] as const;

/** By the legal basis the bench knows a second entry and its kind; the competitor it names is the first entry's id. */
export const twinBasis = (kind: string) => `bench twin, ${kind}`;

/** Fills an empty, migrated database; says what it is at. */
export async function generateDuplicateData(
  db: Database,
  customers: number,
  onStep: (step: string) => void,
): Promise<void> {
  const size = { customers, contactsPerCustomer: 0, activitiesPerCustomer: 0, ordersPerCustomer: 0 };
  await generateSearchData(db, size, onStep);
  await atLeisure(db, addAddresses);
  await atLeisure(db, addMail);
  onStep('addresses');
  await atLeisure(db, addTwins);
  await atLeisure(db, (trx) => rebuildSearch(trx, benchOrganization));
  onStep('second entries');
  await db.execute('vacuum analyze');
}

/** Five regions of the postcode around each town, a telephone for most, a switchboard shared by few. */
async function addAddresses(trx: Query): Promise<void> {
  const of = (what: string, below: number) =>
    sql`(abs(hashtext(${sql.lit(what)} || number)) % ${sql.lit(below)})`;
  await sql`
    update customer set postcode = lpad((10 + abs(hashtext(city)) % 85)::text || ${of('region', 5)}::text, 3, '0')
        || lpad(${of('post', 20)}::text, 2, '0'),
      street = (array['Hauptstraße','Gewerbering','Industriestraße','Römerstr.','Am Bahnhof','Bahnhofstraße','Lindenweg',
        'Daimlerstraße','Boschstr.','Im Gewerbegebiet'])[${of('street', 10)} + 1] || ' ' || 1 + ${of('house', 120)},
      phone_normalized = case when ${of('phone', 10)} < 8 then '+49711' || 1000000 + ${of('line', 8_000_000)} end
    where organization_id = ${org}`.execute(trx);
}

/** One contact each, with an address at the own domain or, for one in ten, of a provider for everybody. */
async function addMail(trx: Query): Promise<void> {
  await sql`
    insert into contact (organization_id, id, customer_id, name)
    select organization_id, gen_random_uuid(), id, 'Einkauf' from customer where organization_id = ${org}`.execute(
    trx,
  );
  await sql`
    insert into contact_email (organization_id, address, contact_id, position)
    select ${org}, case when c.number::bigint % 10 = 3 then 'kunde' || c.number || '@t-online.de'
      else 'einkauf@firma' || c.number || '.test' end, k.id, 0
    from contact k join customer c on c.organization_id = ${org} and c.id = k.customer_id
    where k.organization_id = ${org}`.execute(trx);
}

interface Original {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

async function addTwins(trx: Query): Promise<void> {
  const { rows } = await sql<Original>`
    select id, name, number from customer where organization_id = ${org} and number::bigint % ${twinEvery} = 0
    order by number`.execute(trx);
  const random = seededRandom(searchSeed + 11);
  const twins = rows.map((original, at) => {
    const kind = twinKinds[at % twinKinds.length] ?? twinKinds[0];
    return {
      ...original,
      twin: newId(),
      kind,
      basis: twinBasis(kind),
      text: damageName(original.name, random).text,
    };
  });
  await sql`
    insert into customer (organization_id, id, name, phase, street, postcode, city, phone_normalized, owner_id, territory_id,
      legal_basis, competitor)
    select ${org}, t.twin, t.text, 'acquisition', case t.kind when 'address' then replace(c.street, 'straße', 'str.') else 'Neuer Weg 7' end,
      case t.kind when 'town only' then left(c.postcode, 3) || '99' else c.postcode end, c.city,
      case t.kind when 'telephone' then c.phone_normalized end, ${benchUser}::uuid, c.territory_id, t.basis, c.id::text
    from json_to_recordset(${JSON.stringify(twins)}::json) as t(id uuid, twin uuid, text text, kind text, basis text)
    join customer c on c.organization_id = ${org} and c.id = t.id`.execute(trx);
  await sql`
    insert into contact (organization_id, id, customer_id, name)
    select organization_id, gen_random_uuid(), id, 'Zentrale' from customer
    where organization_id = ${org} and legal_basis = ${twinBasis('mail')}`.execute(trx);
  await sql`
    insert into contact_email (organization_id, address, contact_id, position)
    select ${org}, 'zentrale@firma' || t.number || '.test', k.id, 0
    from json_to_recordset(${JSON.stringify(twins)}::json) as t(twin uuid, number text)
    join contact k on k.organization_id = ${org} and k.customer_id = t.twin`.execute(trx);
}

/** Filling takes as long as it takes. */
function atLeisure<T>(db: Database, work: (trx: Query) => Promise<T>): Promise<T> {
  return db.system(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    return work(trx);
  });
}
