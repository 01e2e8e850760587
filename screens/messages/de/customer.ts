// Customers and contacts: unknown sender, creating, assigning, searching.
import type { CustomerSuggestion } from '#contract/customer.ts';

export type LegalBasis = 'enquiry' | 'contract' | 'consent';
const suggestionReasons: Record<CustomerSuggestion['reason'], string> = {
  same_domain: 'Gleiche Domain',
  similar_name: 'Ähnlicher Name',
  same_phone: 'Gleiche Telefonnummer',
  same_number: 'Gleiche Kundennummer',
  same_email: 'Gleiche E-Mail-Adresse',
  same_name: 'Gleicher Name',
  same_address: 'Gleiche Anschrift',
  same_city: 'Gleicher Ort',
};
const legalBases: Record<LegalBasis, string> = {
  enquiry: 'Anfrage des Absenders',
  contract: 'Vertrag',
  consent: 'Einwilligung',
};

export const customer = {
  marks: { blocked: 'gesperrt', archived: 'archiviert' },
  suggestionReasons,
  legalBases,
  search: {
    label: 'Kunde, Person oder Nummer suchen',
    results: 'Gefundene Kunden',
    nothing: (text: string) => `Nichts gefunden zu „${text}“. Prüfen Sie die Schreibweise oder die Kd.-Nr.`,
  },
  correct: {
    heading: 'Kunden zuordnen',
    text: (address: string) => `${address} gehört dann für das ganze Team zu dem Kunden, den Sie wählen.`,
    failed: 'Nicht zugeordnet',
  },
  unknown: {
    title: 'Unbekannter Absender',
    detail: 'Noch kein Ansprechpartner im Cockpit',
    suggestions: 'Vielleicht schon bekannt',
    assign: 'Zuordnen',
    assignTo: (name: string) => `${name} zuordnen`,
    freeMail: 'Private Adresse: keine Firma daraus abgeleitet.',
  },
  form: {
    noAddress: 'Ohne Anschrift.',
    addressIs: (text: string) => `Anschrift: ${text}`,
    changeAddress: 'Anschrift ändern',
    changeLegalBasis: 'Rechtsgrundlage ändern',
    heading: 'Neu anlegen',
    fromSignature: 'Vorschlag aus der Signatur',
    fromAddress: 'Vorschlag aus der Adresse',
    name: 'Name',
    company: 'Firma',
    companyHint: 'Bitte prüfen: in der Signatur abgekürzt.',
    companyFromAddress: 'Bitte prüfen: aus der Adresse abgeleitet.',
    owner: 'Betreuer',
    ownerHint: (territory: string) => `Vorschlag nach Gebiet ${territory}`,
    jobTitle: 'Funktion',
    phone: 'Telefon',
    email: 'E-Mail',
    postcode: 'PLZ',
    city: 'Ort',
    street: 'Straße',
    legalBasis: 'Rechtsgrundlage',
    legalBasisIs: (basis: string) => `Rechtsgrundlage: ${basis}`,
    createAndLog: 'Anlegen und ablegen',
    createOnly: 'Nur anlegen',
    assignOther: 'Anderem Kunden zuordnen',
    failed: 'Nicht angelegt',
    logFailed: 'Kunde angelegt, E-Mail noch nicht abgelegt',
  },
  contact: {
    heading: 'Neuer Ansprechpartner',
    save: 'Anlegen',
    note: (customer: string) => `Wird bei ${customer} angelegt.`,
    failed: 'Nicht angelegt',
  },
};
