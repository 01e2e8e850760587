// Invoices with what is still open.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind, Values } from './kind.ts';
import { orderWords } from './orders.ts';

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
      words: 'mahndatum gemahntam letztemahnung mahnungam reminderdate reminderon'.split(' '),
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
