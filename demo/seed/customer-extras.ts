// What makes customers of the sample company round: groups, sites, sectors, roles, and the history of consents.
import { findTerritory } from '#api/customers/territory.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedContact, SeedCustomer } from './customer.ts';
import { organizationId, personId, territories } from './people.ts';
import { createChance, idOf } from './random.ts';

/** Number of a company → number of the one it belongs to. */
const heads: Readonly<Record<string, string>> = { '20811': '20810', '41119': '42442', '41630': '42442' };
const blocked: Readonly<Record<string, string>> = {
  '42323': 'Drei Mahnungen offen, nur noch gegen Vorkasse',
};
const archived: readonly string[] = ['42155'];

type Site = readonly [kind: 'delivery' | 'invoice' | 'site', label: string, street: string, place: string];
const told: Readonly<Record<string, readonly Site[]>> = {
  '20417': [
    ['delivery', 'Werk 2, Tor 3', 'Glemseckstraße 40', '71229 Leonberg'],
    ['invoice', 'Rechnungseingang', 'Postfach 12 40', '71202 Leonberg'],
    ['site', 'Baustelle Kita Süd', 'Südrandstraße 8', '71229 Leonberg'],
  ],
  '20077': [['delivery', 'Montagehalle', 'Weilimdorfer Straße 70', '71254 Ditzingen']],
  '20702': [
    ['site', 'Rathaus', 'Rohrweg 2', '71116 Gärtringen'],
    ['site', 'Theodor-Heuss-Schule', 'Schulstraße 9', '71116 Gärtringen'],
    ['site', 'Bauhof', 'Riedbrunnenstraße 31', '71116 Gärtringen'],
  ],
};

const sectors: readonly [RegExp, string][] = [
  [/^(Metallbau|Stahlbau|Hollerbach|Kessler)/, 'Metallbau'],
  [/^(Schreinerei|Tischlerei|Innenausbau|Pahlke|Glaserei|Northgate)/, 'Schreinerei und Innenausbau'],
  [/^(Eisenwaren|Baubeschlag|Berger Naturstein)/, 'Handel'],
  [/^(Stadt|Stadtwerke|Gemeinde)/, 'Öffentliche Hand'],
  [/^(Zimmerei|Dachdeckerei|Fliesen|Elektro|Haustechnik|Bürgel|Wohnbau)/, 'Bau und Ausbau'],
];

const rules = territories.map((one) => ({
  id: one.name,
  name: one.name,
  postcode_prefixes: one.prefixes,
  owner_id: null,
}));

/** Columns of customer beyond the plain ones. */
export function extraColumns(customer: SeedCustomer, { now }: SeedCalendar) {
  const { number, name, kind } = customer;
  const head = heads[number];
  const reason = blocked[number];
  const block = { blocked_at: now, blocked_by: personId('petra'), blocked_reason: reason };
  const notBlocked = { blocked_at: null, blocked_by: null, blocked_reason: null };
  const isArchived = archived.includes(number);
  return {
    sector: kind === 'private' ? null : sectorOf(name),
    parent_id: head === undefined ? null : idOf('customer', head),
    ...ruleColumns(customer),
    ...(reason === undefined ? notBlocked : block),
    archived_at: isArchived ? now : null,
    archived_by: isArchived ? personId('anna') : null,
  };
}

function sectorOf(name: string): string | null {
  return sectors.find(([start]) => start.test(name))?.[1] ?? null;
}

/** All prefixes of the sample company are two digits long; who lies outside belongs to the territory by its owner. */
function ruleColumns({ postcode, country, territory }: SeedCustomer) {
  return findTerritory(postcode, rules, country)?.name === territory
    ? { territory_rule: 'postcode', territory_rule_value: postcode.slice(0, 2) }
    : { territory_rule: 'owner', territory_rule_value: null };
}

/** Rows of customer_address. */
export function buildAddressRows(customers: readonly SeedCustomer[], { now }: SeedCalendar) {
  return customers.flatMap((customer) =>
    sitesOf(customer).map(([kind, label, street, place]) => ({
      organization_id: organizationId,
      id: idOf('address', `${customer.number} ${label}`),
      customer_id: customer.id,
      kind,
      label,
      street,
      postcode: place.slice(0, 5),
      city: place.slice(6),
      country: 'DE',
      created_at: now,
      updated_at: now,
    })),
  );
}

/** A public owner looks after many buildings. */
function sitesOf({ number, name, targetGroup, postcode, city }: SeedCustomer): readonly Site[] {
  const known = told[number];
  if (known !== undefined) return known;
  const chance = createChance(`sites ${number}`);
  if (targetGroup === 'Kommune') {
    const count = name.startsWith('Wohnbau') ? chance.int(20, 60) : chance.int(2, 6);
    return Array.from({ length: count }, (_, index): Site => {
      const label = name.startsWith('Wohnbau') ? `Wohnanlage ${index + 1}` : `Gebäude ${index + 1}`;
      return ['site', label, `Ringstraße ${index * 2 + 1}`, `${postcode} ${city}`];
    });
  }
  return chance.happens(12) ? [['delivery', 'Lager', 'Am Güterbahnhof 5', `${postcode} ${city}`]] : [];
}

const rolesByTitle: readonly [RegExp, readonly string[]][] = [
  [/Geschäftsführ|Inhaber/, ['Entscheider']],
  [/Leit\w* Einkauf|Leiter(in)? Einkauf/, ['Entscheider', 'Einkauf']],
  [/Einkauf|Lager/, ['Einkauf']],
  [/Werkstatt|Konstruktion|Projekt/, ['Technik']],
  [/Bauleitung|Montage/, ['Montage']],
  [/Buchhaltung/, ['Buchhaltung']],
];
const women =
  /^(Sabine|Claudia|Gülay|Birgit|Heike|Katrin|Monika|Petra|Wiebke|Bärbel|Anja|Ayşe|Özlem|Ute|Mia|Hannelore|Renate|Jana|Ingrid|Verena|Gerlinde)\b/;
const nobody = /^(Service|Bestellung|Info)\b/;

/** Columns of contact beyond the plain ones. */
export function personColumns({ name, jobTitle }: SeedContact) {
  const salutation = women.test(name) ? 'ms' : 'mr';
  return {
    salutation: nobody.test(name) ? null : salutation,
    title: name === 'Martin Hollerbach' ? 'Dipl.-Ing.' : null,
    roles: rolesByTitle.find(([pattern]) => pattern.test(jobTitle))?.[1] ?? [],
  };
}

/** Rows of consent_event: every consent once said; Sabine Tietz changed her mind about letters. */
export function buildConsentEvents(contacts: readonly SeedContact[], { now }: SeedCalendar) {
  return contacts.flatMap((contact) => {
    const said = contact.consents.map(({ channel, state, basis, since }) => ({
      channel,
      step: state,
      source: basis,
      at: `${since}T09:00:00Z`,
    }));
    const before = said
      .filter((one) => contact.name === 'Sabine Tietz' && one.channel === 'letter')
      .map((one) => ({ ...one, step: 'allowed', source: 'Geschäftsbeziehung', at: '2019-04-02T09:00:00Z' }));
    return [...before, ...said].map((one, index) => ({
      organization_id: organizationId,
      id: idOf('consent', `${contact.id} ${index}`),
      contact_id: contact.id,
      ...one,
      recorded_by: personId('anna'),
      recorded_at: now,
    }));
  });
}
