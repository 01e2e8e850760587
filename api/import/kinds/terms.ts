// A customer's terms: among the customer's own columns or in a file of their own.
import { customerNumber } from './customer-number.ts';
import type { FieldSpec, RecordKind } from './kind.ts';

export const terms: readonly FieldSpec[] = [
  {
    name: 'paymentTermDays',
    type: 'whole',
    column: 'payment_term_days',
    least: 0,
    most: 3_650,
    words:
      'zahlungsziel zahlungszieltage zahlungszielindays zielindays nettotage tagenetto zahlungsfrist faelligkeitintagendebitor faelligkeitintagen paymenttermdays paymentdays'.split(
        ' ',
      ),
  },
  {
    name: 'discountPercent',
    type: 'percent',
    column: 'discount_percent',
    least: 0,
    most: 100,
    words:
      'skonto skontoprozent skontosatz skontoinprozentdebitor skontoprozentsatz skonto1 cashdiscount discountpercent'.split(
        ' ',
      ),
  },
  {
    name: 'discountDays',
    type: 'whole',
    column: 'discount_days',
    least: 0,
    most: 3_650,
    words: 'skontotage skontofrist skontotage1 discountdays'.split(' '),
  },
  {
    name: 'creditLimit',
    type: 'cents',
    column: 'credit_limit_cents',
    least: 0,
    words: 'kreditlimit kreditlimitdebitor limit kreditrahmen creditlimit'.split(' '),
  },
  {
    name: 'deliveryTerms',
    type: 'text',
    column: 'delivery_terms',
    longest: 200,
    words: 'lieferbedingung lieferbedingungen versandart lieferart incoterm incoterms deliveryterms'.split(
      ' ',
    ),
  },
];

export const customerTerms: RecordKind = {
  kind: 'terms',
  table: 'customer',
  defaultRule: 'erp',
  key: ['number'],
  keyFields: ['number'],
  isEdited: true,
  neverCreates: true,
  fields: [{ ...customerNumber, name: 'number', column: 'number' }, ...terms],
  references: [],
};
