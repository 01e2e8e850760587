// Prices of competitors heard on the market.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind } from './kind.ts';
import { groupWords } from './products.ts';

export const pricesHeard: RecordKind = {
  kind: 'pricesHeard',
  table: 'price_heard',
  defaultRule: 'erp',
  key: ['customer_id', 'heard_on', 'competitor', 'product_text'],
  keyFields: ['customerNumber', 'heardOn', 'competitor', 'productText'],
  fields: [
    customerNumber,
    {
      name: 'productText',
      type: 'text',
      column: 'product_text',
      longest: 300,
      words: 'artikel produkt artikelbezeichnung bezeichnung text product'.split(' '),
    },
    { name: 'productGroup', type: 'text', longest: 200, words: groupWords },
    {
      name: 'competitor',
      type: 'text',
      column: 'competitor',
      longest: 200,
      words: 'wettbewerber mitbewerber konkurrent anbieter competitor'.split(' '),
    },
    {
      name: 'price',
      type: 'cents',
      column: 'price_cents',
      isRequired: true,
      least: 0,
      words: 'preis marktpreis gehoerterpreis price'.split(' '),
    },
    { name: 'unit', type: 'text', column: 'unit', longest: 30, words: 'einheit je pro unit'.split(' ') },
    {
      name: 'heardOn',
      type: 'day',
      column: 'heard_on',
      isRequired: true,
      words: 'datum gehoertam am heardon date'.split(' '),
    },
  ],
  references: [
    customerReference,
    { field: 'productGroup', column: 'product_group_id', table: 'product_group', by: 'name', problem: null },
  ],
  derived: { product_text: 'text', competitor: 'text' },
  newColumns: { unit: 'Stück' },
  derive: ({ productText, competitor }) => ({
    columns: {
      ...(typeof productText === 'string' ? {} : { product_text: '' }),
      ...(typeof competitor === 'string' ? {} : { competitor: '' }),
    },
  }),
};
