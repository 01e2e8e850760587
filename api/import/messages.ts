// Sentences of the import in both languages: what is wrong with a row or a file, and the report at the end.
import type { ImportKind } from '#contract/import-map.ts';
import type { SourceProblem } from './files/source.ts';
import type { Problem } from './problems.ts';

export type ImportLanguage = 'de' | 'en';

/** Where something is wrong: the file's name for the column, the value, the line where the file itself breaks. */
export interface Place {
  readonly column: string;
  readonly value: string;
  readonly line: number | null;
}
type Sentences<P extends string> = Readonly<Record<P, (at: Place) => string>>;

interface Messages {
  problem: Sentences<Problem>;
  source: Sentences<SourceProblem>;
  kind: Record<ImportKind, string>;
  missingMap: (kind: string) => string;
  inFile: (file: string, sentence: string) => string;
  counts: (counts: { created: number; changed: number; same: number; wrong: number }) => string;
  dryRun: string;
  done: string;
  errorFile: (path: string) => string;
  errorHeader: { line: string; reason: string };
  organization: (names: string) => string;
}

const de: Messages = {
  problem: {
    missing: ({ column }) => `In der Spalte „${column}“ fehlt der Wert.`,
    not_a_number: ({ column, value }) => `„${value}“ in der Spalte „${column}“ ist keine Zahl.`,
    not_a_day: ({ column, value }) =>
      `„${value}“ in der Spalte „${column}“ ist kein Datum (erwartet: TT.MM.JJJJ oder JJJJ-MM-TT).`,
    not_a_choice: ({ column, value }) => `„${value}“ in der Spalte „${column}“ gehört nicht zur Auswahl.`,
    not_a_flag: ({ column, value }) => `„${value}“ in der Spalte „${column}“ ist weder Ja noch Nein.`,
    not_an_email: ({ column, value }) => `„${value}“ in der Spalte „${column}“ ist keine E-Mail-Adresse.`,
    out_of_range: ({ column, value }) =>
      `„${value}“ in der Spalte „${column}“ liegt außerhalb dessen, was dort möglich ist.`,
    twice: ({ column, value }) =>
      `„${value}“ kommt in der Spalte „${column}“ mehrfach vor; die erste Zeile gilt.`,
    unknown_customer: ({ value }) => `Zur Kundennummer „${value}“ gibt es keinen Kunden.`,
    unknown_order: ({ value }) => `Zur Auftragsnummer „${value}“ gibt es keinen Auftrag.`,
    unknown_product: ({ value }) => `Zur Artikelnummer „${value}“ gibt es keinen Artikel.`,
    unknown_user: ({ column, value }) =>
      `„${value}“ in der Spalte „${column}“ ist die Adresse von niemandem, der hier arbeitet.`,
    unknown_territory: ({ column, value }) => `„${value}“ in der Spalte „${column}“ ist kein Gebiet.`,
    too_long: ({ column }) => `Der Wert in der Spalte „${column}“ ist zu lang.`,
    bad_sign: ({ column }) => `Der Wert in der Spalte „${column}“ enthält Zeichen, die kein Text sind.`,
    no_amount: () => 'Es fehlt der Betrag: entweder Netto oder Einzelpreis.',
    no_row: () => 'Die Zeile ist leer.',
    not_stored: () => 'Der Datensatz wurde während des Imports von jemand anderem geändert.',
    edit_kept: ({ column, value }) =>
      `Von Hand geändert und so gelassen: Spalte „${column}“, das ERP sagt „${value}“.`,
    gone_from_file: ({ value }) => `„${value}“ steht nicht mehr in der Datei; hier bleibt es erhalten.`,
  },
  source: {
    not_readable: () => 'Die Datei lässt sich nicht lesen.',
    empty: () => 'Die Datei ist leer.',
    header_only: () => 'Die Datei enthält nur die Kopfzeile und keine Daten.',
    no_header: () => 'Die Datei hat keine Kopfzeile mit Spaltennamen.',
    too_many_columns: ({ value, line }) => `Zeile ${line} hat ${value} Spalten; möglich sind 1.000.`,
    header_twice: ({ value }) => `Die Spalte „${value}“ steht mehrfach in der Kopfzeile.`,
    quote_not_closed: ({ line, column, value }) =>
      `Keine lesbare CSV-Datei ab Zeile ${line}: In Spalte ${column} beginnt ein Anführungszeichen, das nie geschlossen wird (${value}).`,
    record_too_long: ({ line }) => `Keine lesbare CSV-Datei ab Zeile ${line}: Der Datensatz nimmt kein Ende.`,
    not_utf8: () => 'Die Datei ist nicht in UTF-8 geschrieben, wie angegeben.',
    binary: () => 'Das ist keine Tabelle: weder CSV noch Excel (.xlsx).',
    not_xlsx: () => 'Die Excel-Datei ist beschädigt oder in einem anderen Format.',
    xlsx_too_large: () => 'Die Excel-Datei entpackt sich über jedes Maß hinaus und wurde nicht gelesen.',
    xlsx_too_many_texts: () =>
      'Die Excel-Datei enthält zu viele Texte, um sie zu lesen. Bitte als CSV ausgeben.',
    xlsx_encrypted: () =>
      'Die Excel-Datei ist mit einem Kennwort geschützt oder im alten Format (.xls). Bitte als .xlsx ohne Kennwort speichern.',
    no_sheet: ({ value }) => `Das Blatt gibt es nicht: ${value}.`,
    missing_column: ({ column, value }) => `In der Datei fehlt die Spalte „${column}“. Gefunden: ${value}.`,
    not_json: ({ value }) => `Die Antwort enthält keine Liste von Datensätzen. ${value}`,
    answer_too_large: () => 'Eine Antwort ist größer als 50 MB. Bitte in kleineren Seiten abfragen ($top).',
    address_not_allowed: ({ value }) =>
      `Die Adresse ${value} ist nicht erlaubt. Rechner im eigenen Netz gibt IMPORT_HOSTS in den Einstellungen des Servers frei.`,
    address_unknown: ({ value }) => `Den Rechner ${value} gibt es nicht.`,
    not_reached: ({ value }) => `${value} ist nicht zu erreichen.`,
    timed_out: ({ value }) => `${value} hat nicht rechtzeitig geantwortet.`,
    refused: ({ value }) => `Die Abfrage wurde abgelehnt (${value}).`,
    asked_to_wait: ({ value }) => `Die Gegenseite bittet um Geduld bis ${value}.`,
    next_link_elsewhere: ({ value }) => `Die nächste Seite läge auf einem anderen Rechner (${value}).`,
    too_many_pages: () => 'Die Abfrage nimmt kein Ende: mehr als 20.000 Seiten.',
    no_secret_key: () =>
      'Zugangsdaten lassen sich nur mit SECRET_KEY in den Einstellungen des Servers aufbewahren.',
    question_open: ({ column, value }) =>
      `„${value}“ in der Spalte „${column}“ lässt sich auf zwei Arten lesen. Bitte in der Zuordnung wählen.`,
    file_gone: () => 'Die Datei ist nicht mehr da. Bitte noch einmal hochladen.',
    nothing_mapped: ({ column }) => `Dem Pflichtfeld „${column}“ ist keine Spalte zugeordnet.`,
  },
  kind: {
    customers: 'Kunden',
    contacts: 'Ansprechpartner',
    terms: 'Konditionen',
    productGroups: 'Warengruppen',
    products: 'Artikel',
    orders: 'Aufträge',
    orderLines: 'Auftragspositionen',
    quotes: 'Angebote',
    invoices: 'Rechnungen',
    projects: 'Projekte',
    serviceIntervals: 'Wartungsintervalle',
    pricesHeard: 'Gehörte Preise',
  },
  missingMap: (kind) => `Die Spaltenzuordnung sagt nichts über ${kind}.`,
  inFile: (file, sentence) => `${file}: ${sentence} Es wurde nichts übernommen.`,
  counts: (counts) =>
    `${counts.created} neu, ${counts.changed} geändert, ${counts.same} unverändert, ${counts.wrong} fehlerhaft`,
  dryRun: 'Probelauf: Es wurde nichts gespeichert.',
  done: 'Übernommen.',
  errorFile: (path) => `Die fehlerhaften Zeilen stehen in ${path}.`,
  errorHeader: { line: 'Zeile', reason: 'Grund' },
  organization: (names) =>
    `Bitte nennen Sie die Organisation mit --organization. Vorhanden: ${names || 'keine'}.`,
};

const en: Messages = {
  problem: {
    missing: ({ column }) => `The column "${column}" is empty.`,
    not_a_number: ({ column, value }) => `"${value}" in the column "${column}" is not a number.`,
    not_a_day: ({ column, value }) =>
      `"${value}" in the column "${column}" is not a date (expected DD.MM.YYYY or YYYY-MM-DD).`,
    not_a_choice: ({ column, value }) => `"${value}" in the column "${column}" is not one of the choices.`,
    not_a_flag: ({ column, value }) => `"${value}" in the column "${column}" is neither yes nor no.`,
    not_an_email: ({ column, value }) => `"${value}" in the column "${column}" is not an e-mail address.`,
    out_of_range: ({ column, value }) =>
      `"${value}" in the column "${column}" is beyond what is possible there.`,
    twice: ({ column, value }) =>
      `"${value}" stands more than once in the column "${column}"; the first line counts.`,
    unknown_customer: ({ value }) => `There is no customer with the number "${value}".`,
    unknown_order: ({ value }) => `There is no order with the number "${value}".`,
    unknown_product: ({ value }) => `There is no product with the number "${value}".`,
    unknown_user: ({ column, value }) => `"${value}" in the column "${column}" is nobody who works here.`,
    unknown_territory: ({ column, value }) => `"${value}" in the column "${column}" is no territory.`,
    too_long: ({ column }) => `The value in the column "${column}" is too long.`,
    bad_sign: ({ column }) => `The value in the column "${column}" holds signs that are no text.`,
    no_amount: () => 'There is no amount: neither net nor unit price.',
    no_row: () => 'The row is empty.',
    not_stored: () => 'Somebody else changed the record during the import.',
    edit_kept: ({ column, value }) =>
      `Changed by hand and left so: column "${column}", the ERP says "${value}".`,
    gone_from_file: ({ value }) => `"${value}" is no longer in the file; it is kept here.`,
  },
  source: {
    not_readable: () => 'The file cannot be read.',
    empty: () => 'The file is empty.',
    header_only: () => 'The file has a header and no data.',
    no_header: () => 'The file has no header with column names.',
    too_many_columns: ({ value, line }) => `Line ${line} has ${value} columns; 1,000 are possible.`,
    header_twice: ({ value }) => `The column "${value}" stands in the header more than once.`,
    quote_not_closed: ({ line, column, value }) =>
      `No readable CSV from line ${line} on: in column ${column} a quote begins that is never closed (${value}).`,
    record_too_long: ({ line }) => `No readable CSV from line ${line} on: the record does not end.`,
    not_utf8: () => 'The file is not written in UTF-8 as stated.',
    binary: () => 'This is no table: neither CSV nor Excel (.xlsx).',
    not_xlsx: () => 'The Excel file is damaged or in another format.',
    xlsx_too_large: () => 'The Excel file unpacks beyond all measure and was not read.',
    xlsx_too_many_texts: () => 'The Excel file holds too many texts to be read. Please export it as CSV.',
    xlsx_encrypted: () =>
      'The Excel file is protected by a password or in the old format (.xls). Please save it as .xlsx without password.',
    no_sheet: ({ value }) => `There is no such sheet: ${value}.`,
    missing_column: ({ column, value }) => `The file has no column "${column}". Found: ${value}.`,
    not_json: ({ value }) => `The answer holds no list of records. ${value}`,
    answer_too_large: () => 'An answer is larger than 50 MB. Please ask in smaller pages ($top).',
    address_not_allowed: ({ value }) =>
      `The address ${value} is not allowed. IMPORT_HOSTS in the server's settings opens hosts of your own network.`,
    address_unknown: ({ value }) => `There is no host ${value}.`,
    not_reached: ({ value }) => `${value} cannot be reached.`,
    timed_out: ({ value }) => `${value} did not answer in time.`,
    refused: ({ value }) => `The request was refused (${value}).`,
    asked_to_wait: ({ value }) => `The other side asks to wait until ${value}.`,
    next_link_elsewhere: ({ value }) => `The next page would be on another host (${value}).`,
    too_many_pages: () => 'The request does not end: more than 20,000 pages.',
    no_secret_key: () => "Credentials can only be kept with SECRET_KEY in the server's settings.",
    question_open: ({ column, value }) =>
      `"${value}" in the column "${column}" can be read in two ways. Please choose in the map.`,
    file_gone: () => 'The file is no longer there. Please upload it again.',
    nothing_mapped: ({ column }) => `No column is mapped to the required field "${column}".`,
  },
  kind: {
    customers: 'Customers',
    contacts: 'Contacts',
    terms: 'Terms',
    productGroups: 'Product groups',
    products: 'Products',
    orders: 'Orders',
    orderLines: 'Order lines',
    quotes: 'Quotes',
    invoices: 'Invoices',
    projects: 'Projects',
    serviceIntervals: 'Service intervals',
    pricesHeard: 'Prices heard',
  },
  missingMap: (kind) => `The column map says nothing about ${kind}.`,
  inFile: (file, sentence) => `${file}: ${sentence} Nothing was imported.`,
  counts: (counts) =>
    `${counts.created} new, ${counts.changed} changed, ${counts.same} the same, ${counts.wrong} wrong`,
  dryRun: 'Dry run: nothing was stored.',
  done: 'Imported.',
  errorFile: (path) => `The wrong lines are listed in ${path}.`,
  errorHeader: { line: 'Line', reason: 'Reason' },
  organization: (names) => `Please name the organisation with --organization. There are: ${names || 'none'}.`,
};

export const importMessages: Readonly<Record<ImportLanguage, Messages>> = { de, en };

/** The sentence of a row's or a file's problem; an unknown word is said as it is. */
export function sayProblem(language: ImportLanguage, problem: string, at: Place): string {
  const words = importMessages[language];
  const all: Readonly<Record<string, ((place: Place) => string) | undefined>> = {
    ...words.problem,
    ...words.source,
  };
  return all[problem]?.(at) ?? problem;
}
