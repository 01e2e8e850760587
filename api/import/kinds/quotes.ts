// Quotes and what became of them.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind } from './kind.ts';

const states = {
  open: 'open',
  offen: 'open',
  angeboten: 'open',
  inbearbeitung: 'open',
  won: 'won',
  gewonnen: 'won',
  beauftragt: 'won',
  auftrag: 'won',
  angenommen: 'won',
  erledigt: 'won',
  lost: 'lost',
  verloren: 'lost',
  abgelehnt: 'lost',
  abgesagt: 'lost',
  storniert: 'lost',
  expired: 'expired',
  abgelaufen: 'expired',
  verfallen: 'expired',
} as const;

export const quotes: RecordKind = {
  kind: 'quotes',
  table: 'quote',
  defaultRule: 'erp',
  key: ['number'],
  keyFields: ['number'],
  fields: [
    {
      name: 'number',
      type: 'text',
      column: 'number',
      isRequired: true,
      longest: 50,
      words: 'angebotsnummer angebotsnr angebot belegnummer quotenumber quoteno nummer nr number'.split(' '),
    },
    customerNumber,
    {
      name: 'title',
      type: 'text',
      column: 'title',
      longest: 300,
      words: 'betreff bezeichnung titel projekt text beschreibung title subject'.split(' '),
    },
    {
      name: 'total',
      type: 'cents',
      column: 'total_cents',
      isRequired: true,
      words: 'netto nettobetrag summe angebotssumme angebotswert gesamt betrag wert total amount'.split(' '),
    },
    {
      name: 'chancePercent',
      type: 'percent',
      column: 'chance_percent',
      least: 0,
      most: 100,
      words: 'chance wahrscheinlichkeit auftragschance abschlusschance probability'.split(' '),
    },
    {
      name: 'sentOn',
      type: 'day',
      column: 'sent_on',
      isRequired: true,
      words: 'angebotsdatum datum belegdatum versandtam erstelltam quotedate senton date'.split(' '),
    },
    {
      name: 'validUntil',
      type: 'day',
      column: 'valid_until',
      words: 'gueltigbis bindefrist bindung ablauf validuntil expirydate'.split(' '),
    },
    {
      name: 'state',
      type: 'choice',
      column: 'state',
      choices: states,
      words: 'status stand state'.split(' '),
    },
  ],
  references: [customerReference],
  derived: { title: 'text', chance_percent: 'int' },
  derive: ({ title, number, chancePercent }) => ({
    columns: {
      ...(title === null ? { title: String(number) } : {}),
      ...(typeof chancePercent === 'number' ? { chance_percent: Math.round(chancePercent) } : {}),
    },
  }),
  newColumns: { title: '', state: 'open' },
};
