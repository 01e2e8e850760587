// Customers that stand in the sample company twice, as it happens: entered again from a mail, moved, spelled otherwise.
// None of them has documents, so that no figure depends on them; all of them lie in the north.
import { normalizePhone } from '#api/customers/phone.ts';
import { scanDuplicates } from '#api/duplicates/scan.ts';
import type { Database, Query } from '#api/db/database.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { organizationId, personId, territoryId } from './people.ts';
import { idOf } from './random.ts';
import { insertRows } from './rows.ts';

interface Twin {
  /** Number of the customer that this is as well. */
  readonly of: string;
  readonly name: string;
  readonly number?: string;
  readonly street: string;
  readonly place: string;
  readonly phone?: string;
  readonly person: readonly [name: string, jobTitle: string, email: string];
  readonly said: string;
}

const twins: readonly Twin[] = [
  {
    of: '42421',
    name: 'Grabowski Metallbau',
    street: 'Robert-Bosch-Str. 13',
    place: '23552 Lübeck',
    phone: '+49 235 5550-45',
    person: ['B. Thielemann', 'Einkauf', 'einkauf@metallbau-grabowski-203.test'],
    said: 'Anfrage Türbänder, 40 Stück',
  },
  {
    of: '41637',
    name: 'Moeller Schreinerei',
    street: 'Spaldingstraße 64',
    place: '20097 Hamburg',
    person: ['Hannelore Maurer', 'Büro', 'buero@schreinerei-moeller-91.test'],
    said: 'Neue Anschrift seit dem Umzug',
  },
  {
    of: '42547',
    name: 'Zimmerei Janssen GmbH & Co KG',
    number: '60412',
    street: 'Industriestr. 44',
    place: '20097 Hamburg',
    phone: '0200 5550-74',
    person: ['Hannelore Schöttle', 'Einkauf', 'h.schoettle@zimmerei-janssen-221.test'],
    said: 'Rückfrage zur Lieferzeit der Balkenschuhe',
  },
  {
    of: '42666',
    name: 'Seiffert Metallbau und Schlosserei',
    street: 'Hastedter Heerstraße 112',
    place: '28207 Bremen',
    person: ['Jörg Häberle', 'Werkstattleitung', 'werkstatt@metallbau-seiffert-238.test'],
    said: 'Muster für Schließzylinder gewünscht',
  },
  {
    of: '42925',
    name: 'Albrecht Baubeschläge OHG',
    street: 'Dieselstrasse 93',
    place: '26122 Oldenburg',
    phone: '0261 5550 23',
    person: ['Heike Kloeckner', 'Einkauf', 'kloeckner@baubeschlag-albrecht-275.test'],
    said: 'Preisliste angefordert',
  },
];

/** The same person entered twice at one customer. */
const twinPeople: readonly (readonly [of: string, name: string, jobTitle: string, phone: string])[] = [
  ['42421', 'M. Köhler', 'Einkauf', '0451 5550-161'],
  ['42897', 'Petersen Katrin', 'Buchhaltung', '0451 5550-118'],
];

/** Writes the customers and people that are there twice; the figures of all others stay as they are. */
export async function seedTwins(
  trx: Query,
  customers: readonly SeedCustomer[],
  calendar: SeedCalendar,
): Promise<void> {
  const base = { organization_id: organizationId };
  const written = { created_at: calendar.at(-20, '10:15'), updated_at: calendar.at(-20, '10:15') };
  await insertRows(
    trx,
    'customer',
    twins.map((twin) => ({ ...base, ...customerOf(twin), ...written })),
  );
  await insertRows(trx, 'contact', [
    ...twins.map((twin) => ({ ...base, ...contactOf(twin), ...written })),
    ...twinPeople.map(([of, name, job_title, phone]) => {
      const customer_id = idOf('customer', of);
      if (!customers.some(({ id }) => id === customer_id)) throw new Error(`There is no customer ${of}`);
      return { ...base, id: idOf('twin person', phone), customer_id, name, job_title, ...written };
    }),
  ]);
  await insertRows(
    trx,
    'contact_email',
    twins.map(({ of, person: [, , address] }) => ({
      ...base,
      contact_id: idOf('twin contact', of),
      address,
      position: 0,
    })),
  );
  await insertRows(
    trx,
    'contact_phone',
    twinPeople.map(([, , , number]) => ({
      ...base,
      contact_id: idOf('twin person', number),
      position: 0,
      number,
      normalized: normalizePhone(number, 'DE') ?? '',
      kind: 'work',
    })),
  );
  await insertRows(
    trx,
    'activity',
    twins.map((twin, index) => ({ ...base, ...activityOf(twin, calendar.at(-19 + index, '11:05')) })),
  );
}

function customerOf({ of, name, number, street, place, phone }: Twin) {
  return {
    id: idOf('twin', of),
    number: number ?? null,
    name,
    kind: 'company',
    phase: 'acquisition',
    street,
    postcode: place.slice(0, 5),
    city: place.slice(6),
    country: 'DE',
    phone: phone ?? null,
    phone_normalized: phone === undefined ? null : normalizePhone(phone, 'DE'),
    owner_id: personId('ben'),
    territory_id: territoryId('Nord'),
    territory_rule: 'postcode',
    territory_rule_value: place.slice(0, 2),
    legal_basis: 'enquiry',
  };
}

function contactOf({ of, person: [name, job_title] }: Twin) {
  return { id: idOf('twin contact', of), customer_id: idOf('twin', of), name, job_title };
}

function activityOf({ of, said }: Twin, at: Date) {
  return {
    id: idOf('twin activity', of),
    customer_id: idOf('twin', of),
    contact_id: idOf('twin contact', of),
    kind: 'call',
    direction: 'inbound',
    subject: said,
    body_text: said,
    occurred_at: at,
    duration_minutes: 6,
    logged_by: personId('ben'),
    logged_at: at,
  };
}

/** Looks for duplicates as the nightly run does, so that the list is there from the first moment. */
export async function findTwins(db: Database, { now, today }: SeedCalendar): Promise<void> {
  await scanDuplicates({ db, clock: { now: () => now } }, { organizationId, today });
}
