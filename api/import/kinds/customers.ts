// Customers with their address, their terms and the person named in the same row.
import { normalizePhone } from '#api/customers/phone.ts';
import { customerNumberWords } from './customer-number.ts';
import type { RecordKind, Values } from './kind.ts';
import { terms } from './terms.ts';

export const customers: RecordKind = {
  kind: 'customers',
  table: 'customer',
  defaultRule: 'edits',
  key: ['number'],
  keyFields: ['number'],
  isEdited: true,
  fields: [
    {
      name: 'number',
      type: 'text',
      column: 'number',
      isRequired: true,
      longest: 50,
      words: [...customerNumberWords, 'nummer', 'nr', 'id', 'number', 'no'],
    },
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 300,
      words:
        'name firma firmenname name1 kundenname unternehmen nameadressattypunternehmen bezeichnung matchcode kurzbezeichnung company companyname customername'.split(
          ' ',
        ),
    },
    {
      name: 'street',
      type: 'text',
      column: 'street',
      longest: 300,
      words: 'strasse str anschrift strassehausnr strasseundhausnummer adresse street address address1'.split(
        ' ',
      ),
    },
    {
      name: 'postcode',
      type: 'text',
      column: 'postcode',
      longest: 20,
      words: 'plz postleitzahl postcode postalcode zip zipcode'.split(' '),
    },
    {
      name: 'city',
      type: 'text',
      column: 'city',
      longest: 200,
      words: 'ort stadt wohnort city town'.split(' '),
    },
    {
      name: 'country',
      type: 'country',
      column: 'country',
      words: 'land landkennzeichen laenderkennzeichen laendercode lkz staat country countrycode'.split(' '),
    },
    {
      name: 'phone',
      type: 'text',
      column: 'phone',
      longest: 100,
      words: 'telefon tel telefon1 telefonnummer rufnummer fon phone telephone'.split(' '),
    },
    { name: 'email', type: 'email', words: 'email emailadresse mail mailadresse emailaddress'.split(' ') },
    {
      name: 'targetGroup',
      type: 'text',
      column: 'target_group',
      longest: 120,
      words: 'zielgruppe kundengruppe kundenart targetgroup customergroup'.split(' '),
    },
    {
      name: 'sector',
      type: 'text',
      column: 'sector',
      longest: 120,
      words: 'branche branchenbezeichnung sector industry'.split(' '),
    },
    {
      name: 'employees',
      type: 'whole',
      column: 'employees',
      least: 0,
      most: 10_000_000,
      words: 'mitarbeiter mitarbeiterzahl anzahlmitarbeiter beschaeftigte employees'.split(' '),
    },
    {
      name: 'customerSince',
      type: 'day',
      column: 'customer_since',
      words: 'kundeseit anlagedatum angelegtam erfasstam customersince'.split(' '),
    },
    {
      name: 'shareOfWallet',
      type: 'percent',
      column: 'share_of_wallet_percent',
      least: 0,
      most: 100,
      words: 'lieferanteil bedarfsanteil shareofwallet'.split(' '),
    },
    {
      name: 'competitor',
      type: 'text',
      column: 'competitor',
      longest: 200,
      words: 'wettbewerber mitbewerber competitor'.split(' '),
    },
    {
      name: 'ownerEmail',
      type: 'email',
      words: 'betreuer betreueremail vertreter aussendienst verkaeufer owner salesperson'.split(' '),
    },
    {
      name: 'territoryList',
      type: 'text',
      longest: 200,
      words: 'gebietsliste festesgebiet territorylist fixedterritory'.split(' '),
    },
    ...terms,
    {
      name: 'contactName',
      type: 'text',
      longest: 200,
      words: 'ansprechpartner kontaktperson kontakt contact contactname contactperson'.split(' '),
    },
    {
      name: 'contactJobTitle',
      type: 'text',
      longest: 200,
      words: 'funktion position abteilung contacttitle jobtitle'.split(' '),
    },
  ],
  references: [
    { field: 'ownerEmail', column: 'owner_id', table: 'app_user', by: 'email', problem: 'unknown_user' },
    {
      field: 'territoryList',
      column: 'listed_territory_id',
      table: 'territory',
      by: 'name',
      problem: 'unknown_territory',
    },
  ],
  derived: { phone_normalized: 'text', phase: 'text' },
  derive: (values) => ({ columns: normalized(values) }),
  newColumns: { phase: 'development', country: 'DE' },
};

function normalized({ phone, country }: Values): Values {
  if (typeof phone !== 'string') return {};
  return { phone_normalized: normalizePhone(phone, typeof country === 'string' ? country : 'DE') };
}
