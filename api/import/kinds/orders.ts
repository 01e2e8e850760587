// Orders and their lines.
import { toCents } from '../values.ts';
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind, Values } from './kind.ts';
import { productWords } from './products.ts';

const optionalCustomer = {
  name: 'customerNumber',
  type: 'text',
  longest: 50,
  words: customerNumber.words,
} as const;
export const orderWords =
  'auftragsnummer auftragsnr auftrag bestellnummer belegnummer belegnr ordernumber orderno orderid'.split(
    ' ',
  );

export const orders: RecordKind = {
  kind: 'orders',
  table: 'sales_order',
  defaultRule: 'erp',
  key: ['number'],
  keyFields: ['number'],
  touches: 'customer',
  fields: [
    {
      name: 'number',
      type: 'text',
      column: 'number',
      isRequired: true,
      longest: 50,
      words: [...orderWords, 'nummer', 'nr', 'number'],
    },
    customerNumber,
    {
      name: 'orderedOn',
      type: 'day',
      column: 'ordered_on',
      isRequired: true,
      words: 'auftragsdatum bestelldatum belegdatum datum orderdate orderedon'.split(' '),
    },
    {
      name: 'deliveredOn',
      type: 'day',
      column: 'delivered_on',
      words: 'lieferdatum liefertermin geliefertam shippeddate deliverydate'.split(' '),
    },
    {
      name: 'total',
      type: 'cents',
      column: 'total_cents',
      words: 'netto nettobetrag summe auftragswert gesamt betrag wert total amount net'.split(' '),
    },
    {
      name: 'margin',
      type: 'cents',
      column: 'margin_cents',
      words: 'deckungsbeitrag db rohertrag marge margin'.split(' '),
    },
  ],
  references: [customerReference],
  newColumns: { total_cents: 0 },
};

export const orderLines: RecordKind = {
  kind: 'orderLines',
  table: 'order_line',
  defaultRule: 'erp',
  key: ['order_id', 'position'],
  keyFields: ['orderNumber'],
  touches: 'order',
  fields: [
    { name: 'orderNumber', type: 'text', isRequired: true, longest: 50, words: orderWords },
    {
      name: 'productNumber',
      type: 'text',
      longest: 50,
      words: productWords,
    },
    {
      name: 'text',
      type: 'text',
      column: 'text',
      longest: 1_000,
      words: 'text bezeichnung artikelbezeichnung beschreibung artikeltext description'.split(' '),
    },
    {
      name: 'quantity',
      type: 'number',
      column: 'quantity',
      isRequired: true,
      words: 'menge anzahl stueck quantity qty'.split(' '),
    },
    {
      name: 'unitPrice',
      type: 'number',
      words: 'einzelpreis preis stueckpreis epreis ep unitprice price'.split(' '),
    },
    { name: 'discount', type: 'number', words: 'rabatt nachlass discount'.split(' ') },
    {
      name: 'net',
      type: 'cents',
      column: 'net_cents',
      words: 'netto nettobetrag positionswert gesamtpreis gesamt betrag net linetotal amount'.split(' '),
    },
    optionalCustomer,
    {
      name: 'orderedOn',
      type: 'day',
      words: 'auftragsdatum bestelldatum belegdatum datum orderdate'.split(' '),
    },
  ],
  references: [
    {
      field: 'orderNumber',
      column: 'order_id',
      table: 'sales_order',
      by: 'number',
      problem: 'unknown_order',
    },
    { field: 'productNumber', column: 'product_id', table: 'product', by: 'number', problem: null },
  ],
  derived: { position: 'int', net_cents: 'bigint', text: 'text' },
  derive: netOf,
};

/** Either the line's net amount, or quantity, unit price and (a share from 0 to 1) discount. */
function netOf(values: Values): ReturnType<NonNullable<RecordKind['derive']>> {
  const { net, quantity, unitPrice, discount } = values;
  if (typeof net === 'number') return { columns: {} };
  if (typeof unitPrice !== 'number') return { problem: 'no_amount', field: 'net' };
  const share = typeof discount === 'number' ? discount : 0;
  return { columns: { net_cents: toCents(Number(quantity) * unitPrice * (1 - share)) } };
}
