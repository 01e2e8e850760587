// Orders with their lines, quotes, invoices with what is still open.
import { toCents } from '../values.ts';
import { customerNumber, customerReference } from './customers.ts';
import type { RecordKind, Values } from './kind.ts';

const optionalCustomer = {
  name: 'customerNumber',
  type: 'text',
  longest: 50,
  words: customerNumber.words,
} as const;
const orderWords =
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
      words:
        'artikelnummer artikelnr artnr artikel sachnummer productnumber productno productid itemno sku'.split(
          ' ',
        ),
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

export const invoices: RecordKind = {
  kind: 'invoices',
  table: 'invoice',
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
      words:
        'rechnungsnummer rechnungsnr rechnung belegfeld1 opnummer opnr belegnummer belegnr invoicenumber invoiceno nummer nr number'.split(
          ' ',
        ),
    },
    customerNumber,
    {
      name: 'orderNumber',
      type: 'text',
      longest: 50,
      words: orderWords.filter((word) => !word.startsWith('beleg')),
    },
    {
      name: 'invoicedOn',
      type: 'day',
      column: 'invoiced_on',
      isRequired: true,
      words: 'rechnungsdatum belegdatum datum invoicedate date'.split(' '),
    },
    {
      name: 'dueOn',
      type: 'day',
      column: 'due_on',
      isRequired: true,
      words: 'faelligam faelligkeit faelligkeitsdatum faellig zahlbarbis duedate dueon'.split(' '),
    },
    {
      name: 'total',
      type: 'cents',
      column: 'total_cents',
      isRequired: true,
      words: 'betrag rechnungsbetrag brutto bruttobetrag summe gesamt umsatz total amount'.split(' '),
    },
    {
      name: 'paid',
      type: 'cents',
      column: 'paid_cents',
      words: 'bezahlt gezahlt zahlbetrag zahlung paid amountpaid'.split(' '),
    },
    {
      name: 'open',
      type: 'cents',
      words: 'offen offenerbetrag restbetrag saldo offenerposten rest openamount balance'.split(' '),
    },
    {
      name: 'paidOn',
      type: 'day',
      column: 'paid_on',
      words: 'bezahltam zahlungsdatum zahlungseingang paiddate paidon'.split(' '),
    },
    {
      name: 'reminderOn',
      type: 'day',
      column: 'reminder_on',
      words: 'mahndatum gemahntam letztemahnung reminderdate'.split(' '),
    },
  ],
  references: [
    customerReference,
    { field: 'orderNumber', column: 'order_id', table: 'sales_order', by: 'number', problem: null },
  ],
  derived: { paid_cents: 'bigint', paid_on: 'date' },
  derive: (values) => ({ columns: paymentOf(values) }),
  newColumns: { paid_cents: 0 },
};

/** What is still open says what is paid; one paid in full without a day counts as paid when it was due. */
function paymentOf(values: Values): Values {
  const { total, paidOn, dueOn } = values;
  const paidCents = paidCentsOf(values);
  if (paidCents === null) return {};
  const isSettled = typeof total === 'number' && total > 0 && paidCents >= total;
  const hasDay = typeof paidOn === 'string';
  return { paid_cents: paidCents, ...(isSettled && !hasDay ? { paid_on: dueOn ?? null } : {}) };
}

function paidCentsOf({ total, paid, open }: Values): number | null {
  if (typeof open === 'number' && typeof total === 'number') return total - open;
  return typeof paid === 'number' ? paid : null;
}
