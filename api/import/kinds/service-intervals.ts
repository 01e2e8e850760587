// Services that come round again.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind, Values } from './kind.ts';
import { productWords } from './products.ts';

export const serviceIntervals: RecordKind = {
  kind: 'serviceIntervals',
  table: 'service_interval',
  defaultRule: 'erp',
  key: ['customer_id', 'subject'],
  keyFields: ['customerNumber', 'subject'],
  fields: [
    customerNumber,
    {
      name: 'subject',
      type: 'text',
      column: 'subject',
      isRequired: true,
      longest: 300,
      words: 'gegenstand anlage geraet wartung wartungsobjekt bezeichnung subject equipment'.split(' '),
    },
    { name: 'productNumber', type: 'text', longest: 50, words: productWords },
    {
      name: 'everyMonths',
      type: 'whole',
      column: 'every_months',
      isRequired: true,
      least: 1,
      most: 600,
      words: 'intervallmonate intervall wartungsintervall turnus monate everymonths interval'.split(' '),
    },
    {
      name: 'lastOn',
      type: 'day',
      column: 'last_on',
      words: 'letztewartung zuletzt letzterservice letzterdienst laston lastservice'.split(' '),
    },
    {
      name: 'nextOn',
      type: 'day',
      column: 'next_on',
      words: 'naechstewartung naechsterservice faellig naechstertermin nexton nextservice'.split(' '),
    },
  ],
  references: [
    customerReference,
    {
      field: 'productNumber',
      column: 'product_id',
      table: 'product',
      by: 'number',
      problem: 'unknown_product',
    },
  ],
  derived: { next_on: 'date' },
  derive: nextService,
};

function nextService(values: Values): ReturnType<NonNullable<RecordKind['derive']>> {
  const { nextOn, lastOn, everyMonths } = values;
  if (typeof nextOn === 'string') return { columns: {} };
  if (typeof lastOn !== 'string') return { problem: 'missing', field: 'nextOn' };
  return { columns: { next_on: addMonths(lastOn, Number(everyMonths)) } };
}

/** The same day of the month, or its last one: 31 January and a month are 28 February. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
