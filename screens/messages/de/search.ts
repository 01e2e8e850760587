// Searching customers, people and documents while typing.
import type { SearchHit } from '#contract/search.ts';

const groups: Record<SearchHit['kind'], string> = {
  customer: 'Kunden',
  contact: 'Ansprechpartner',
  complaint: 'Reklamationen',
  quote: 'Angebote',
  order: 'Aufträge',
  invoice: 'Rechnungen',
};

export const search = {
  groups,
  label: 'Kunde, Person oder Nummer suchen',
  clear: 'Eingabe löschen',
  results: 'Suchergebnisse',
  searching: 'Wird gesucht',
  found: (count: string) => `${count} Treffer`,
  oneFound: '1 Treffer',
  none: (words: string) => `Keine Treffer für „${words}“`,
  noneNext: 'Prüfen Sie die Schreibweise oder suchen Sie nach Ort, Kunden- oder Belegnummer.',
  failed: 'Nicht gesucht',
};
