// Causes of complaints: the tree in the settings, the cause of one complaint, and repeats.
import type { FormerComplaint } from '#contract/complaint-cause.ts';

const because: Record<FormerComplaint['because'][number], string> = {
  order: 'derselbe Auftrag',
  product: 'derselbe Artikel, dieselbe Kategorie',
  cause: 'dieselbe Ursache',
};

export const complaintCause = {
  because,
  title: 'Ursache',
  loading: 'Ursache wird geladen',
  none: 'Noch keine Ursache angegeben.',
  noneToChoose: 'Es gibt noch keine Ursachen. Die Administration legt sie in den Einstellungen an.',
  retired: (path: string) => `${path} (stillgelegt)`,
  give: 'Ursache angeben',
  change: 'Ursache ändern',
  choose: 'Ursache der Reklamation',
  noCause: 'Keine Ursache',
  save: 'Speichern',
  failed: 'Nicht gespeichert',
  stale: 'Jemand hat die Reklamation inzwischen geändert. Wählen Sie noch einmal.',
  repeat: 'Wiederholung',
  repeatOf: (count: number) =>
    count === 1
      ? 'Dieser Kunde hatte das in den 12 Monaten davor schon einmal.'
      : `Dieser Kunde hatte das in den 12 Monaten davor schon ${count}-mal.`,
  former: 'Frühere Reklamationen',
};

export const causeSettings = {
  title: 'Ursachen von Reklamationen',
  intro:
    'Bis zu drei Ebenen. Wer eine Reklamation bearbeitet, gibt ihr eine Ursache. Was verwendet wird, lässt sich stilllegen, aber nicht löschen.',
  loading: 'Ursachen werden geladen',
  empty: 'Noch keine Ursache. Beginnen Sie mit den großen Bereichen, etwa Ware, Lager und Transport.',
  list: 'Ursachen',
  newTop: 'Neue Ursache auf der ersten Ebene',
  add: 'Hinzufügen',
  addUnder: 'Ursache darunter anlegen',
  newUnder: (name: string) => `Neue Ursache unter „${name}“`,
  actions: (name: string) => `Aktionen zu „${name}“`,
  rename: 'Umbenennen',
  newName: (name: string) => `Neuer Name für „${name}“`,
  up: 'Nach oben',
  down: 'Nach unten',
  move: 'Verschieben',
  moveUnder: (name: string) => `„${name}“ verschieben unter`,
  firstLevel: 'Erste Ebene',
  retire: 'Stilllegen',
  restore: 'Wieder verwenden',
  remove: 'Löschen',
  save: 'Speichern',
  retired: 'stillgelegt',
  uses: (count: number) => (count === 1 ? '1 Reklamation' : `${count} Reklamationen`),
  failed: 'Nicht gespeichert',
  stale: 'Jemand hat die Ursachen inzwischen geändert. Die Liste ist jetzt neu.',
  inUse: 'Wird verwendet oder hat Ursachen unter sich. Legen Sie sie still.',
  there: (name: string) => `„${name}“ gibt es hier schon.`,
  ranking: 'Auswertung nach Personen',
  rankingIntro:
    'Kennzahlen einzelner Personen sind aus. Schalten Sie sie nur ein, wenn das bei Ihnen vereinbart ist, etwa mit dem Betriebsrat.',
  ranksOwners: 'Reklamationen nach Zuständigen auswerten',
  saved: 'Gespeichert',
};
