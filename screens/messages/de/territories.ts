// Settings: territories, and the lists that the company maintains.
import type { ChoiceKind } from '#contract/choice.ts';

const lists: Record<ChoiceKind, string> = {
  target_group: 'Zielgruppen',
  sector: 'Branchen',
  contact_role: 'Rollen von Ansprechpartnern',
};

export const territories = {
  title: 'Gebiete',
  intro:
    'Ein Kunde gehört in das Gebiet, auf dessen Liste er steht; sonst in das seiner Branche; sonst in das mit dem längsten passenden PLZ-Anfang; sonst in das seiner Betreuung.',
  recalculating: 'Die Kunden werden gerade neu zugeordnet.',
  loading: 'Gebiete werden geladen',
  empty: 'Noch kein Gebiet',
  emptyText: 'Legen Sie das erste an, zum Beispiel mit den PLZ 70-79.',
  add: 'Neues Gebiet',
  customers: (count: string) => `${count} Kunden`,
  oneCustomer: '1 Kunde',
  edit: (name: string) => `${name} bearbeiten`,
  heading: 'Gebiet bearbeiten',
  headingNew: 'Neues Gebiet',
  name: 'Name',
  owner: 'Betreuer neuer Kunden',
  people: 'Wer dort arbeitet',
  peopleHint: 'Diese Personen sehen die Kunden des Gebiets ab der nächsten Anfrage.',
  postcodes: 'PLZ',
  postcodesHint: 'Anfänge oder Bereiche, durch Komma getrennt: 70-79, 8012, AT-50',
  sectors: 'Branchen',
  save: 'Speichern',
  saved: 'Gespeichert, Kunden werden zugeordnet',
  failed: 'Nicht gespeichert',
  remove: 'Gebiet löschen',
  removed: (name: string) => `${name} ist gelöscht, Kunden werden zugeordnet`,
  taken: (value: string, name: string) => `${value} gehört schon zu ${name}. Ein längerer Anfang geht.`,
  unreadable: 'Das ist kein PLZ-Anfang und kein Bereich.',
  unknown: 'Das gibt es hier nicht (mehr).',
  noRules: 'ohne Regel',
  stale: 'Jemand hat dieses Gebiet inzwischen geändert. Öffnen Sie es neu.',
  listed: 'Fest zugeordnete Kunden',
  free: 'Freigeben',
  listedNone: 'Kein Kunde ist fest zugeordnet.',
  listAdd: 'Kunden fest zuordnen',
  listRemove: (name: string) => `${name} freigeben`,
  listedLoading: 'Fest zugeordnete Kunden werden geladen',
};

export const choices = {
  lists,
  title: 'Auswahllisten',
  intro: 'Diese Listen gelten für alle. Ein neuer Name steht sofort bei jedem Eintrag, der den alten trug.',
  loading: 'Auswahllisten werden geladen',
  empty: 'Diese Liste ist leer.',
  add: 'Hinzufügen',
  newEntry: (list: string) => `Neuer Eintrag in ${list}`,
  name: (name: string) => `Name von ${name}`,
  rename: (name: string) => `${name} umbenennen`,
  up: (name: string) => `${name} nach oben`,
  remove: (name: string) => `${name} löschen`,
  save: 'Speichern',
  failed: 'Nicht geändert',
  inUse: (count: string) =>
    `Wird noch ${count}-mal verwendet. Benennen Sie den Eintrag um, statt ihn zu löschen.`,
  there: (name: string) => `${name} steht schon in der Liste.`,
};
