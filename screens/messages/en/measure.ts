// Measures and goodwill in English.
import type { goodwill as germanGoodwill, measure as germanMeasure } from '../de/measure.ts';

export const measure: typeof germanMeasure = {
  kinds: {
    replacement: 'Replacement',
    credit: 'Credit note',
    repair: 'Repair',
    apology: 'Apology',
    goodwill: 'Goodwill',
  },
  states: { agreed: 'agreed', requested: 'requested', refused: 'refused' },
  title: 'Measures',
  loading: 'Loading measures',
  empty: 'No measure yet.',
  costs: (euro: string) => `Costs ${euro}`,
  add: 'Add measure',
  kind: 'Measure',
  cost: 'Costs in €',
  text: 'What exactly?',
  limit: (euro: string) => `Up to ${euro} you can decide here alone.`,
  fourEyes: 'This is above your limit. A second person has to agree.',
  save: 'Add',
  request: 'Request goodwill',
  failed: 'Not saved',
  waitsFor: (asker: string, decider: string) => `requested by ${asker}, waits for ${decider}`,
  decided: {
    agreed: (name: string, text: string) =>
      text === '' ? `approved by ${name}` : `approved by ${name}: ${text}`,
    refused: (name: string, text: string) => `refused by ${name}: ${text}`,
  },
  approve: 'Approve',
  refuse: 'Refuse',
  refuseText: 'Why not?',
  handOver: 'Owner and date',
  nextOn: 'Next date',
  saveHandOver: 'Apply',
  note: 'Internal note',
  noteText: 'Note, seen inside only',
};

export const goodwill: typeof germanGoodwill = {
  title: 'Goodwill',
  intro:
    'Up to this amount per complaint each role decides alone; above it a second person, manager or administrator, has to agree. An empty field means: without limit.',
  loading: 'Loading limits',
  sales: 'Sales, in €',
  manager: 'Managers, in €',
  admin: 'Administration, in €',
  unfit: 'Please enter an amount like 250 or 250.50.',
  save: 'Save',
  saved: 'Saved',
  failed: 'Not saved',
  stale: 'Somebody has changed the limits meanwhile. Please reload.',
};
