// Duplicates: offered before creating, the list of pairs, merging and taking it back.
import type {
  ContactMergeField,
  CustomerMergeField,
  MergeWarning,
  MovedKind,
  UndoProblem,
} from '#contract/merge.ts';
import { fieldNames } from './field-names.ts';

const fields: Record<CustomerMergeField | ContactMergeField, string> = {
  name: 'Name',
  number: 'Kundennummer',
  kind: 'Art',
  phase: 'Phase',
  address: 'Anschrift',
  phone: 'Telefon',
  owner: 'Betreuung',
  parent: 'Gehört zu',
  targetGroup: 'Zielgruppe',
  sector: 'Branche',
  employees: fieldNames.employees,
  shareOfWalletPercent: fieldNames.sharePercent,
  competitor: fieldNames.competitor,
  terms: 'Konditionen',
  attributes: 'Merkmale (Anzahl)',
  salutation: 'Anrede',
  title: 'Titel',
  jobTitle: 'Funktion',
  language: 'Sprache',
};
const moved: Record<MovedKind, string> = {
  contacts: 'Ansprechpartner',
  activities: 'Kontakte in der Historie',
  complaints: 'Reklamationen',
  quotes: 'Angebote',
  orders: 'Aufträge',
  invoices: 'Rechnungen',
  follow_ups: 'Wiedervorlagen',
  visits: 'Besuche',
  visit_reports: 'Besuchsberichte',
  projects: 'Projekte',
  prices: 'gehörte Preise',
  service_intervals: 'Wartungsintervalle',
  addresses: 'weitere Anschriften',
  domains: 'Domains',
  corrections: 'Zuordnungen von Adressen',
  shares: 'Freigaben an Partner',
  product_groups: 'Warengruppen',
  members: 'Konzernunternehmen',
  numbers: 'weitere Kundennummern',
  consents: 'Einträge zu Einwilligungen',
  visit_contacts: 'Teilnahmen an Besuchen',
  emails: 'E-Mail-Adressen',
  phones: 'Telefonnummern',
};
const warnings: Record<MergeWarning, string> = {
  loser_blocked: 'Der aufgehende Kunde ist gesperrt; die Sperre gilt dann für beide.',
  loser_archived: 'Der aufgehende Kunde ist archiviert.',
  two_numbers: 'Beide haben eine Kundennummer. Die zweite bleibt als weitere Nummer auffindbar.',
  different_owners: 'Die beiden haben verschiedene Betreuer.',
  shared_with_partner:
    'Der aufgehende Kunde ist für einen Partner freigegeben; er sieht dann den zusammengeführten.',
  company_and_private: 'Eine Firma und ein Privatkunde.',
  not_alike: 'Die beiden sehen nicht gleich aus. Bitte genau prüfen.',
};
const undoProblems: Record<UndoProblem, string> = {
  already_undone: 'Diese Zusammenführung wurde schon rückgängig gemacht.',
  record_gone: 'Einer der beiden wurde inzwischen endgültig gelöscht, deshalb geht es nicht mehr.',
  winner_merged_since:
    'Der verbliebene Eintrag wurde danach selbst zusammengeführt. Machen Sie zuerst diese spätere Zusammenführung rückgängig.',
  loser_merged_since:
    'Der aufgegangene Eintrag wurde danach anders zusammengeführt. Machen Sie zuerst diese spätere Zusammenführung rückgängig.',
  customer_merged_since:
    'Die beiden gehören inzwischen zu verschiedenen Kunden. Machen Sie zuerst die Zusammenführung dieser Kunden rückgängig.',
  number_taken:
    'Eine der beiden Kundennummern gehört inzwischen einem anderen Kunden. Ändern Sie zuerst dessen Nummer.',
};
/** By problem, or by `<field>.<problem>` where the field makes the difference. */
const problems = {
  same_record: 'Das ist zweimal derselbe Eintrag.',
  merged_already:
    'Einer der beiden wurde inzwischen schon zusammengeführt. Gehen Sie zurück; die Liste zeigt den neuen Stand.',
  archived:
    'Der bleibende Eintrag ist archiviert. Holen Sie ihn aus dem Archiv zurück oder führen Sie umgekehrt zusammen.',
  other_customer: 'Die beiden gehören zu verschiedenen Kunden. Führen Sie zuerst die Kunden zusammen.',
  circular:
    'Die gewählte Mutterfirma steht in der Gruppe unter dem bleibenden Kunden; das ergäbe einen Kreis. Wählen Sie bei „Gehört zu“ die andere Angabe.',
  'parentId.archived':
    'Die gewählte Mutterfirma ist archiviert. Wählen Sie bei „Gehört zu“ die andere Angabe.',
  'parentId.private':
    'Ein Privatkunde kann keine Mutterfirma sein. Wählen Sie bei „Gehört zu“ die andere Angabe.',
  'parentId.unknown':
    'Die gewählte Mutterfirma dürfen Sie nicht sehen. Wählen Sie bei „Gehört zu“ die andere Angabe.',
  'ownerId.unknown':
    'Die gewählte Betreuung hat keinen Zugang mehr. Wählen Sie bei „Betreuung“ die andere Angabe.',
  'sector.unknown':
    'Die gewählte Branche steht nicht mehr auf der Liste. Wählen Sie bei „Branche“ die andere Angabe.',
  'number.taken': 'Die gewählte Kundennummer hat inzwischen ein anderer Kunde.',
};

export const duplicate = {
  similar: {
    title: 'Gibt es vielleicht schon',
    open: (name: string) => `${name} öffnen`,
    anyway: 'Trotzdem anlegen',
  },
  list: {
    title: 'Dubletten',
    entry: (count: string) => `Mögliche Dubletten (${count})`,
    intro:
      'Jede Nacht wird nach Kunden gesucht, die wahrscheinlich derselbe sind. Zusammengeführt wird nur, was Sie zusammenführen.',
    lookedOn: (day: string) => `Zuletzt gesucht am ${day}.`,
    loading: 'Dubletten werden geladen',
    empty: 'Keine Dubletten',
    emptyText: 'Es wurden keine zwei Kunden gefunden, die derselbe sein könnten.',
    filter: 'Anzeigen',
    open: 'Offen',
    dismissed: 'Verworfen',
    merged: 'Zusammengeführt',
    more: 'Weitere anzeigen',
    score: (percent: string) => `${percent} %`,
    merge: 'Prüfen',
    mergeOf: (one: string, other: string) => `${one} und ${other} prüfen`,
    dismiss: 'Sind zwei',
    dismissOf: (one: string, other: string) => `${one} und ${other} sind zwei Kunden`,
    reopen: 'Doch prüfen',
  },
  twin: {
    label: 'Mögliche Dubletten dieses Kunden',
    maybe: (name: string) => `Könnte doppelt sein mit ${name}`,
    takenOver: (name: string) => `Hierin aufgegangen: ${name}`,
  },
  merge: {
    title: 'Kunden zusammenführen',
    loading: 'Vorschau wird geladen',
    stays: (name: string) => `${name} bleibt`,
    goes: (name: string) => `${name} geht darin auf und kommt ins Archiv.`,
    swap: 'Umgekehrt zusammenführen',
    fields: 'Welche Angaben gelten',
    sides: { winner: 'Bleibt', loser: 'Geht auf' },
    same: 'Alle Angaben stimmen überein.',
    none: 'keine Angabe',
    moved: 'Was übernommen wird',
    movedDone: 'Was übernommen wurde',
    nothing: 'Nichts hängt an diesem Eintrag.',
    submit: 'Zusammenführen',
    done: (name: string) => `In ${name} zusammengeführt`,
    failed: 'Nicht zusammengeführt',
    noPreview: 'Keine Vorschau',
    undo: 'Rückgängig machen',
    undone: 'Zusammenführung rückgängig gemacht',
    undoFailed: 'Nicht rückgängig gemacht',
  },
  contacts: {
    title: 'Ansprechpartner zusammenführen',
    offer: 'Wahrscheinlich dieselbe Person',
    pair: (one: string, other: string) => `${one} und ${other}: dieselbe Person?`,
  },
  past: {
    title: 'Zusammengeführt',
    loading: 'Zusammenführungen werden geladen',
    empty: 'Noch nichts zusammengeführt',
    emptyText: 'Hier steht jede Zusammenführung und lässt sich rückgängig machen.',
    contact: 'Ansprechpartner',
    pair: (loser: string, winner: string) => `${loser} in ${winner}`,
    made: (day: string, by: string | null) =>
      by === null ? `zusammengeführt am ${day}` : `zusammengeführt am ${day} von ${by}`,
    takenBack: (day: string, by: string | null) =>
      by === null ? `rückgängig gemacht am ${day}` : `rückgängig gemacht am ${day} von ${by}`,
    undoOf: (loser: string, winner: string) => `Zusammenführung von ${loser} in ${winner} rückgängig machen`,
    left: (what: string, winner: string) =>
      `Inzwischen weitergegeben oder gelöscht und deshalb nicht zurückgekommen: ${what}. Prüfen Sie es bei ${winner}.`,
    kept: (winner: string) => `Angaben, die seither geändert wurden, behält ${winner} in der neuen Fassung.`,
  },
  followed: {
    loading: 'Kunde wird geladen',
    title: 'Dieser Kunde ist zusammengeführt',
    sentence: (name: string, day: string, by: string | null) =>
      by === null
        ? `Zusammengeführt mit ${name} am ${day}. Alles, was hier stand, finden Sie dort.`
        : `Zusammengeführt mit ${name} am ${day} von ${by}. Alles, was hier stand, finden Sie dort.`,
    open: (name: string) => `${name} öffnen`,
  },
  refusals: {
    stale:
      'Einer der beiden wurde seit der Vorschau geändert, deshalb wurde nichts zusammengeführt. Laden Sie die Vorschau neu und entscheiden Sie dann; Ihre Auswahl bleibt.',
    gone: 'Einer der beiden besteht nicht mehr oder ist nicht für Sie freigegeben.',
    forbidden: 'Ihre Rolle erlaubt kein Zusammenführen. Fragen Sie Ihre Administration.',
    problems,
  },
  undoProblems,
  fields,
  movedKinds: moved,
  warnings,
};
