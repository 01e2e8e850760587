// Projects of a customer.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind } from './kind.ts';

export const projects: RecordKind = {
  kind: 'projects',
  table: 'project',
  defaultRule: 'erp',
  key: ['customer_id', 'name'],
  keyFields: ['customerNumber', 'name'],
  fields: [
    customerNumber,
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 300,
      words: 'projekt projektname objekt bauvorhaben bezeichnung name project projectname'.split(' '),
    },
    {
      name: 'sum',
      type: 'cents',
      column: 'sum_cents',
      words: 'summe projektsumme auftragswert volumen betrag wert sum value amount'.split(' '),
    },
    {
      name: 'phase',
      type: 'text',
      column: 'phase',
      longest: 100,
      words: 'phase status stand projektphase stage'.split(' '),
    },
  ],
  references: [customerReference],
  newColumns: { phase: 'Planung' },
};
