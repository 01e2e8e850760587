// Customers, their terms, and the people there.
import { normalizePhone } from '#api/customers/phone.ts';
import type { FieldSpec, RecordKind, Reference, Values } from './kind.ts';

export const customerReference: Reference = {
  field: 'customerNumber',
  column: 'customer_id',
  table: 'customer',
  by: 'number',
  problem: 'unknown_customer',
};
const numberWords =
  'kundennummer kundennr kdnr kdnummer debitorennummer debitornr debitor konto kontonummer kontonr adressnummer adresse adressnr customernumber customerno customerid'.split(
    ' ',
  );
export const customerNumber: FieldSpec = {
  name: 'customerNumber',
  type: 'text',
  isRequired: true,
  longest: 50,
  words: [...numberWords, 'kunde', 'customer'],
};

const terms: readonly FieldSpec[] = [
  {
    name: 'paymentTermDays',
    type: 'whole',
    column: 'payment_term_days',
    least: 0,
    most: 3_650,
    words:
      'zahlungsziel zahlungszieltage zahlungszielindays zielindays nettotage tagenetto zahlungsfrist faelligkeitintagendebitor faelligkeitintagen paymenttermdays paymentdays'.split(
        ' ',
      ),
  },
  {
    name: 'discountPercent',
    type: 'percent',
    column: 'discount_percent',
    least: 0,
    most: 100,
    words:
      'skonto skontoprozent skontosatz skontoinprozentdebitor skontoprozentsatz skonto1 cashdiscount discountpercent'.split(
        ' ',
      ),
  },
  {
    name: 'discountDays',
    type: 'whole',
    column: 'discount_days',
    least: 0,
    most: 3_650,
    words: 'skontotage skontofrist skontotage1 discountdays'.split(' '),
  },
  {
    name: 'creditLimit',
    type: 'cents',
    column: 'credit_limit_cents',
    least: 0,
    words: 'kreditlimit kreditlimitdebitor limit kreditrahmen creditlimit'.split(' '),
  },
  {
    name: 'deliveryTerms',
    type: 'text',
    column: 'delivery_terms',
    longest: 200,
    words: 'lieferbedingung lieferbedingungen versandart lieferart incoterm incoterms deliveryterms'.split(
      ' ',
    ),
  },
];

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
      words: [...numberWords, 'nummer', 'nr', 'id', 'number', 'no'],
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
  ],
  derived: { phone_normalized: 'text', phase: 'text' },
  derive: (values) => ({ columns: normalized(values) }),
  newColumns: { phase: 'development', country: 'DE' },
};

function normalized({ phone, country }: Values): Values {
  if (typeof phone !== 'string') return {};
  return { phone_normalized: normalizePhone(phone, typeof country === 'string' ? country : 'DE') };
}

export const customerTerms: RecordKind = {
  kind: 'terms',
  table: 'customer',
  defaultRule: 'erp',
  key: ['number'],
  keyFields: ['number'],
  isEdited: true,
  neverCreates: true,
  fields: [{ ...customerNumber, name: 'number', column: 'number' }, ...terms],
  references: [],
};

export const contacts: RecordKind = {
  kind: 'contacts',
  table: 'contact',
  defaultRule: 'edits',
  key: ['customer_id', 'name'],
  keyFields: ['customerNumber', 'name'],
  isEdited: true,
  fields: [
    customerNumber,
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 200,
      words: 'name nachname ansprechpartner kontaktname vorundnachname lastname contactname fullname'.split(
        ' ',
      ),
    },
    { name: 'firstName', type: 'text', longest: 100, words: 'vorname firstname'.split(' ') },
    {
      name: 'salutation',
      type: 'choice',
      column: 'salutation',
      choices: {
        frau: 'ms',
        ms: 'ms',
        mrs: 'ms',
        herr: 'mr',
        herrn: 'mr',
        mr: 'mr',
        divers: 'neutral',
        neutral: 'neutral',
      },
      words: 'anrede salutation'.split(' '),
    },
    {
      name: 'title',
      type: 'text',
      column: 'title',
      longest: 60,
      words: 'titel akademischertitel title'.split(' '),
    },
    {
      name: 'jobTitle',
      type: 'text',
      column: 'job_title',
      longest: 200,
      words: 'funktion position abteilung stelle jobtitle'.split(' '),
    },
    { name: 'email', type: 'email', words: 'email emailadresse mail emailaddress'.split(' ') },
    {
      name: 'phone',
      type: 'text',
      longest: 100,
      words: 'telefon tel durchwahl telefonnummer phone'.split(' '),
    },
    {
      name: 'mobile',
      type: 'text',
      longest: 100,
      words: 'mobil mobiltelefon handy mobilnummer mobile'.split(' '),
    },
  ],
  references: [customerReference],
  derive: ({ firstName, name }) => ({
    columns: typeof firstName === 'string' ? { name: `${firstName} ${String(name)}` } : {},
  }),
};
