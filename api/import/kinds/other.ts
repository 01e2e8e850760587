// Products and their groups, projects, service intervals, prices heard on the market.
import { customerNumber, customerReference } from './customers.ts';
import type { RecordKind, Values } from './kind.ts';

const groupWords =
  'warengruppe artikelgruppe produktgruppe hauptwarengruppe productgroup category group'.split(' ');
const productWords =
  'artikelnummer artikelnr artnr artikel sachnummer productnumber productno productid itemno sku'.split(' ');

export const productGroups: RecordKind = {
  kind: 'productGroups',
  table: 'product_group',
  defaultRule: 'erp',
  key: ['name'],
  keyFields: ['name'],
  fields: [
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 200,
      words: [...groupWords, 'bezeichnung', 'name', 'gruppe'],
    },
  ],
  references: [],
};

export const products: RecordKind = {
  kind: 'products',
  table: 'product',
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
      words: [...productWords, 'nummer', 'nr', 'number'],
    },
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 500,
      words: 'bezeichnung artikelbezeichnung name artikeltext beschreibung productname description'.split(
        ' ',
      ),
    },
    { name: 'group', type: 'text', longest: 200, words: groupWords },
    {
      name: 'unit',
      type: 'text',
      column: 'unit',
      longest: 30,
      words: 'einheit mengeneinheit me vpe unit uom'.split(' '),
    },
  ],
  references: [
    { field: 'group', column: 'group_id', table: 'product_group', by: 'name', problem: null, isMade: true },
  ],
  newColumns: { unit: 'Stück' },
};

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
