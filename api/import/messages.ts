// Sentences of the import, German first: what is wrong with a line, and the report at the end.

export const problems = [
  'missing',
  'not_a_number',
  'not_a_day',
  'twice',
  'unknown_customer',
  'unknown_order',
  'too_long',
  'no_amount',
] as const;
export type Problem = (typeof problems)[number];
export type ImportLanguage = 'de' | 'en';

interface Messages {
  problem: Record<Problem, (column: string, value: string) => string>;
  kind: Record<'customers' | 'products' | 'orders' | 'orderLines', string>;
  missingColumn: (file: string, column: string, found: string) => string;
  missingMap: (kind: string) => string;
  notReadable: (file: string) => string;
  notCsv: (file: string, line: number) => string;
  counts: (counts: { created: number; changed: number; same: number; wrong: number }) => string;
  dryRun: string;
  done: string;
  errorFile: (path: string) => string;
  errorHeader: string[];
  organization: (names: string) => string;
}

export const importMessages: Record<ImportLanguage, Messages> = {
  de: {
    problem: {
      missing: (column) => `In der Spalte „${column}“ fehlt der Wert.`,
      not_a_number: (column, value) => `„${value}“ in der Spalte „${column}“ ist keine Zahl.`,
      not_a_day: (column, value) =>
        `„${value}“ in der Spalte „${column}“ ist kein Datum (erwartet: TT.MM.JJJJ oder JJJJ-MM-TT).`,
      twice: (column, value) =>
        `„${value}“ kommt in der Spalte „${column}“ mehrfach vor; die erste Zeile gilt.`,
      unknown_customer: (_column, value) => `Zur Kundennummer „${value}“ gibt es keinen Kunden.`,
      unknown_order: (_column, value) => `Zur Auftragsnummer „${value}“ gibt es keinen Auftrag.`,
      too_long: (column) => `Der Wert in der Spalte „${column}“ ist zu lang.`,
      no_amount: () => 'Es fehlt der Betrag: entweder Netto oder Einzelpreis.',
    },
    kind: { customers: 'Kunden', products: 'Artikel', orders: 'Aufträge', orderLines: 'Auftragspositionen' },
    missingColumn: (file, column, found) =>
      `In der Datei ${file} fehlt die Spalte „${column}“. Gefunden: ${found}.`,
    missingMap: (kind) => `Die Spaltenzuordnung sagt nichts über ${kind}.`,
    notReadable: (file) => `Die Datei ${file} lässt sich nicht lesen.`,
    notCsv: (file, line) =>
      `Die Datei ${file} ist ab Zeile ${line} keine lesbare CSV-Datei. Es wurde nichts übernommen.`,
    counts: (counts) =>
      `${counts.created} neu, ${counts.changed} geändert, ${counts.same} unverändert, ${counts.wrong} fehlerhaft`,
    dryRun: 'Probelauf: Es wurde nichts gespeichert.',
    done: 'Übernommen.',
    errorFile: (path) => `Die fehlerhaften Zeilen stehen in ${path}.`,
    errorHeader: ['Datei', 'Zeile', 'Problem'],
    organization: (names) =>
      `Bitte nennen Sie die Organisation mit --organization. Vorhanden: ${names || 'keine'}.`,
  },
  en: {
    problem: {
      missing: (column) => `The column "${column}" is empty.`,
      not_a_number: (column, value) => `"${value}" in the column "${column}" is not a number.`,
      not_a_day: (column, value) =>
        `"${value}" in the column "${column}" is not a date (expected DD.MM.YYYY or YYYY-MM-DD).`,
      twice: (column, value) =>
        `"${value}" stands more than once in the column "${column}"; the first line counts.`,
      unknown_customer: (_column, value) => `There is no customer with the number "${value}".`,
      unknown_order: (_column, value) => `There is no order with the number "${value}".`,
      too_long: (column) => `The value in the column "${column}" is too long.`,
      no_amount: () => 'There is no amount: neither net nor unit price.',
    },
    kind: { customers: 'Customers', products: 'Products', orders: 'Orders', orderLines: 'Order lines' },
    missingColumn: (file, column, found) => `The file ${file} has no column "${column}". Found: ${found}.`,
    missingMap: (kind) => `The column map says nothing about ${kind}.`,
    notReadable: (file) => `The file ${file} cannot be read.`,
    notCsv: (file, line) => `The file ${file} is no readable CSV from line ${line} on. Nothing was imported.`,
    counts: (counts) =>
      `${counts.created} new, ${counts.changed} changed, ${counts.same} the same, ${counts.wrong} wrong`,
    dryRun: 'Dry run: nothing was stored.',
    done: 'Imported.',
    errorFile: (path) => `The wrong lines are listed in ${path}.`,
    errorHeader: ['File', 'Line', 'Problem'],
    organization: (names) =>
      `Please name the organisation with --organization. There are: ${names || 'none'}.`,
  },
};
