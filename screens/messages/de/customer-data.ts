// Master data: customer and contact forms, conflicts, groups, addresses, consents, blocking and archiving.
import type { Address } from '#contract/address.ts';
import type { ChannelConsent, ConsentEvent } from '#contract/consent.ts';
import type { Contact, Customer, EmailInput, PhoneInput } from '#contract/customer.ts';
import { consents, contact } from './customer-people.ts';
import { fieldNames } from './field-names.ts';

const kinds: Record<Customer['kind'], string> = { company: 'Firma', private: 'Privatkunde' };
const salutations: Record<NonNullable<Contact['salutation']>, string> = {
  ms: 'Frau',
  mr: 'Herr',
  neutral: 'Ohne Anrede',
};
const emailKinds: Record<Exclude<EmailInput, string>['kind'], string> = {
  work: 'Geschäftlich',
  private: 'Privat',
  other: 'Sonstige',
};
const phoneKinds: Record<Exclude<PhoneInput, string>['kind'], string> = {
  work: 'Durchwahl',
  mobile: 'Mobil',
  central: 'Zentrale',
  private: 'Privat',
  fax: 'Fax',
};
const addressKinds: Record<Address['kind'], string> = {
  delivery: 'Lieferanschrift',
  invoice: 'Rechnungsanschrift',
  site: 'Standort',
};
const channels: Record<ChannelConsent['channel'], string> = {
  email: 'E-Mail',
  phone: 'Telefon',
  letter: 'Brief',
  sms: 'SMS',
};
const states: Record<ChannelConsent['state'], string> = {
  allowed: 'Einwilligung',
  objected: 'Widerspruch',
  none: 'Nichts erfasst',
};
const marketing: Record<ChannelConsent['marketing']['reason'], string> = {
  consent: 'Werbung erlaubt',
  no_objection: 'Werbung erlaubt, solange kein Widerspruch vorliegt',
  no_consent: 'Keine Werbung ohne Einwilligung',
  objection: 'Keine Werbung, der Widerspruch gilt',
  blocked: 'Keine Werbung, der Kunde ist gesperrt',
  archived: 'Keine Werbung, der Eintrag ist archiviert',
};
const steps: Record<ConsentEvent['step'], string> = {
  allowed: 'Einwilligung erteilt',
  withdrawn: 'Einwilligung widerrufen',
  objected: 'Widerspruch erklärt',
  objection_lifted: 'Widerspruch zurückgenommen',
};
const territoryRules: Record<
  NonNullable<Customer['territoryReason']>['rule'],
  (value: string | null) => string
> = {
  list: () => 'fest zugeordnet von der Administration',
  sector: (value) => `nach Branche ${value ?? ''}`,
  postcode: (value) => `nach PLZ ${value ?? ''}…`,
  owner: () => 'nach Betreuung, keine Regel passt',
};
/** Why the server refused a field; `other` for what needs no sentence of its own. */
const problems: Record<string, string> = {
  circular: 'Das ergäbe einen Kreis: Diese Firma gehört selbst zu diesem Kunden.',
  unknown: 'Das gibt es hier nicht (mehr).',
  private: 'Bei Privatkunden geht das nicht.',
  archived: 'Diese Firma ist archiviert.',
  taken: 'Schon vergeben.',
  wrong_format: 'Das lässt sich nicht lesen.',
  free_mail: 'Diese Domain gehört einem Mailanbieter, nicht einer Firma.',
  internal: 'Das ist unsere eigene Domain.',
  required: 'Bitte ausfüllen.',
  too_many: 'Mehr Anschriften kann ein Kunde nicht haben.',
  future: 'Dieser Zeitpunkt liegt in der Zukunft.',
};

export const customerData = {
  kinds,
  salutations,
  emailKinds,
  phoneKinds,
  addressKinds,
  channels,
  states,
  marketing,
  steps,
  territoryRules,
  problems,
  save: 'Speichern',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert',
  remove: 'Entfernen',
  nothing: '–',
  form: {
    edit: 'Stammdaten bearbeiten',
    create: 'Neuer Kunde',
    createdDone: (name: string) => `${name} ist angelegt`,
    notCreated: 'Nicht angelegt',
    saveNew: 'Anlegen',
    basics: 'Wer',
    address: 'Anschrift',
    assignment: 'Zuordnung',
    figures: 'Potenzial',
    kind: 'Art',
    name: 'Firma',
    personName: 'Vor- und Nachname',
    number: 'Kundennummer (ERP)',
    phone: 'Telefon',
    domains: 'Mail-Domains',
    domainsHint: 'Mehrere durch Komma trennen. Daran werden E-Mails erkannt.',
    privateHint: 'Privatkunden werden nie an einer Domain erkannt.',
    street: 'Straße',
    postcode: 'PLZ',
    city: 'Ort',
    country: 'Land (zwei Buchstaben)',
    owner: 'Betreuer',
    targetGroup: 'Zielgruppe',
    sector: 'Branche',
    phase: 'Phase',
    parent: 'Gehört zu',
    noParent: 'Keiner Gruppe',
    chooseParent: 'Firma suchen',
    removeParent: 'Aus der Gruppe nehmen',
    employees: fieldNames.employees,
    share: fieldNames.sharePercent,
    competitor: fieldNames.competitor,
    territoryNote: 'Das Gebiet folgt aus Branche, PLZ und Betreuung.',
    notANumber: 'Bitte geben Sie eine Zahl ein.',
    percentRange: 'Bitte geben Sie 0 bis 100 ein.',
    countryShape: 'Bitte zwei Buchstaben, zum Beispiel DE.',
    none: 'Keine',
    numberTaken: (name: string) => `Diese Nummer hat schon ${name}.`,
    duplicate: (name: string) => `${name} gibt es schon.`,
    openDuplicate: 'Öffnen',
  },
  conflict: {
    title: (name: string) => `${name} hat inzwischen gespeichert`,
    somebody: 'Jemand',
    text: 'Nichts wird überschrieben, bis Sie wählen.',
    mine: 'Meine Angabe',
    theirs: (name: string) => `Von ${name}`,
    allMine: 'Überall meine',
    allTheirs: (name: string) => `Überall von ${name}`,
    also: 'Außerdem geändert und übernommen',
    onlyTheirs: 'Ihre Angaben vertragen sich mit den neuen. Speichern Sie noch einmal.',
    apply: 'So speichern',
    choose: 'Wählen Sie für jedes Feld, was gelten soll.',
    back: 'Zurück zum Formular',
  },
  contact,
  consents,
  addresses: {
    title: 'Anschriften und Standorte',
    main: 'Hauptanschrift',
    none: 'Keine Hauptanschrift.',
    all: (count: string) => `Alle ${count}`,
    add: 'Hinzufügen',
    addTitle: 'Neue Anschrift',
    editTitle: 'Anschrift bearbeiten',
    allTitle: 'Anschriften und Standorte',
    loading: 'Anschriften werden geladen',
    empty: 'Noch keine weitere Anschrift',
    emptyText: 'Hinterlegen Sie Lieferanschriften, Rechnungsanschriften und Standorte.',
    kind: 'Art',
    label: 'Bezeichnung',
    edit: (label: string) => `${label} bearbeiten`,
    removed: 'Anschrift entfernt',
    more: 'Weitere anzeigen',
    filter: 'Art der Anschriften',
    filterAll: 'Alle',
  },
  group: {
    title: 'Gruppe',
    count: (count: string) => `${count} Firmen`,
    sum: (euro: string) => `Umsatz der Gruppe in 12 Monaten: ${euro}`,
    visible: 'Gezählt ist, was Sie sehen dürfen.',
    head: 'Kopf der Gruppe',
    this: 'dieser Kunde',
    loading: 'Gruppe wird geladen',
    more: (count: string) => `${count} weitere Firmen sind nicht aufgeführt.`,
  },
  state: {
    edit: 'Stammdaten bearbeiten',
    block: 'Sperren',
    unblock: 'Sperre aufheben',
    archive: 'Archivieren',
    restore: 'Zurückholen',
    blockTitle: 'Kunden sperren',
    blockText: 'Gesperrt heißt: kein neues Geschäft, keine Werbung. Alle sehen den Grund.',
    reason: 'Grund',
    blockDone: (name: string) => `${name} ist gesperrt`,
    unblockDone: (name: string) => `${name} ist nicht mehr gesperrt`,
    archiveDone: (name: string) => `${name} ist archiviert`,
    restoreDone: (name: string) => `${name} ist zurück`,
    failed: 'Nicht geändert',
    archivedNote: (day: string) =>
      `Archiviert am ${day}. Der Kunde steht in keiner Liste, bleibt aber auffindbar.`,
  },
  facts: {
    number: 'Kundennummer',
    sector: 'Branche',
    group: 'Gehört zu',
    territory: 'Gebiet',
    domains: 'Domains',
  },
  list: {
    create: 'Neuer Kunde',
    show: 'Auch archivierte',
  },
  pane: {
    edit: 'Stammdaten',
    heading: 'Stammdaten',
    wide: 'Alle Angaben stehen in Teams am Kunden.',
  },
};
