// How a row says which customer it belongs to: the column of the number and what it points to.
import type { FieldSpec, Reference } from './kind.ts';

export const customerReference: Reference = {
  field: 'customerNumber',
  column: 'customer_id',
  table: 'customer',
  by: 'number',
  problem: 'unknown_customer',
};
export const customerNumberWords =
  'kundennummer kundennr kdnr kdnummer debitorennummer debitornr debitor konto kontonummer kontonr adressnummer adresse adressnr customernumber customerno customerid'.split(
    ' ',
  );
export const customerNumber: FieldSpec = {
  name: 'customerNumber',
  type: 'text',
  isRequired: true,
  longest: 50,
  words: [...customerNumberWords, 'kunde', 'customer'],
};
