// Searching customers, people and documents while typing.
import type { SearchHit } from '#contract/search.ts';

const groups: Record<SearchHit['kind'], string> = {
  customer: 'Kunden',
  contact: 'Ansprechpartner',
  complaint: 'Reklamationen',
  quote: 'Angebote',
  order: 'Aufträge',
  invoice: 'Rechnungen',
  project: 'Projekte',
  activity: 'Kontaktberichte',
  attachment: 'Anhänge',
};

export const search = {
  groups,
  label: 'Kunde, Person, Nummer oder Text suchen',
  /** In the empty box; the label says the rest. */
  placeholder: 'Kunde, Person, Nummer',
  clear: 'Eingabe löschen',
  results: 'Suchergebnisse',
  searching: 'Wird gesucht',
  found: (count: string) => `${count} Treffer`,
  oneFound: '1 Treffer',
  none: (words: string) => `Keine Treffer für „${words}“`,
  noneNext: 'Prüfen Sie die Schreibweise oder suchen Sie nach Ort, Kunden- oder Belegnummer.',
  over: (count: string) => `über ${count}`,
  showAll: (count: string) => `Alle ${count} anzeigen`,
  showMany: 'Mehr davon anzeigen',
  showNext: 'Weitere anzeigen',
  backToAll: 'Zurück zu allen Treffern',
  failed: 'Nicht gesucht',
};
