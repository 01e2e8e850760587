// What is done about a complaint: measures, goodwill, notes; and the limits in the settings.
import type { ComplaintMeasure } from '#contract/complaint-measure.ts';

const kinds: Record<ComplaintMeasure['kind'], string> = {
  replacement: 'Ersatzlieferung',
  credit: 'Gutschrift',
  repair: 'Nachbesserung',
  apology: 'Entschuldigung',
  goodwill: 'Kulanz',
};
const states: Record<ComplaintMeasure['state'], string> = {
  agreed: 'vereinbart',
  requested: 'beantragt',
  refused: 'abgelehnt',
};

export const measure = {
  kinds,
  states,
  title: 'Maßnahmen',
  loading: 'Maßnahmen werden geladen',
  empty: 'Noch keine Maßnahme.',
  costs: (euro: string) => `Kosten ${euro}`,
  add: 'Maßnahme hinzufügen',
  kind: 'Maßnahme',
  cost: 'Kosten in €',
  text: 'Was genau?',
  limit: (euro: string) => `Bis ${euro} können Sie hier allein entscheiden.`,
  fourEyes: 'Das liegt über Ihrer Grenze. Eine zweite Person muss zustimmen.',
  save: 'Hinzufügen',
  request: 'Kulanz beantragen',
  failed: 'Nicht gespeichert',
  waitsFor: (asker: string, decider: string) => `beantragt von ${asker}, wartet auf ${decider}`,
  decided: {
    agreed: (name: string, text: string) =>
      text === '' ? `genehmigt von ${name}` : `genehmigt von ${name}: ${text}`,
    refused: (name: string, text: string) => `abgelehnt von ${name}: ${text}`,
  },
  approve: 'Genehmigen',
  refuse: 'Ablehnen',
  refuseText: 'Warum nicht?',
  handOver: 'Zuständigkeit und Termin',
  nextOn: 'Nächster Termin',
  saveHandOver: 'Übernehmen',
  note: 'Interne Notiz',
  noteText: 'Notiz, nur im Haus sichtbar',
};

export const goodwill = {
  title: 'Kulanz',
  intro:
    'Bis zu diesem Betrag je Reklamation entscheidet jede Rolle allein; darüber muss eine zweite Person aus Leitung oder Administration zustimmen. Ein leeres Feld heißt: ohne Grenze.',
  loading: 'Grenzen werden geladen',
  sales: 'Vertrieb, in €',
  manager: 'Leitung, in €',
  admin: 'Administration, in €',
  unfit: 'Bitte einen Betrag wie 250 oder 250,50 eingeben.',
  save: 'Speichern',
  saved: 'Gespeichert',
  failed: 'Nicht gespeichert',
  stale: 'Jemand hat die Grenzen inzwischen geändert. Laden Sie neu.',
};
