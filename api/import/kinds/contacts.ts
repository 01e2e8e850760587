// The people at a customer.
import { customerNumber, customerReference } from './customer-number.ts';
import type { RecordKind } from './kind.ts';

export const contacts: RecordKind = {
  kind: 'contacts',
  table: 'contact',
  defaultRule: 'edits',
  key: ['customer_id', 'name'],
  keyFields: ['customerNumber', 'name'],
  isEdited: true,
  fields: [
    customerNumber,
    {
      name: 'name',
      type: 'text',
      column: 'name',
      isRequired: true,
      longest: 200,
      words: 'name nachname ansprechpartner kontaktname vorundnachname lastname contactname fullname'.split(
        ' ',
      ),
    },
    { name: 'firstName', type: 'text', longest: 100, words: 'vorname firstname'.split(' ') },
    {
      name: 'salutation',
      type: 'choice',
      column: 'salutation',
      choices: {
        frau: 'ms',
        ms: 'ms',
        mrs: 'ms',
        herr: 'mr',
        herrn: 'mr',
        mr: 'mr',
        divers: 'neutral',
        neutral: 'neutral',
      },
      words: 'anrede salutation'.split(' '),
    },
    {
      name: 'title',
      type: 'text',
      column: 'title',
      longest: 60,
      words: 'titel akademischertitel title'.split(' '),
    },
    {
      name: 'jobTitle',
      type: 'text',
      column: 'job_title',
      longest: 200,
      words: 'funktion position abteilung stelle jobtitle'.split(' '),
    },
    { name: 'email', type: 'email', words: 'email emailadresse mail emailaddress'.split(' ') },
    {
      name: 'phone',
      type: 'text',
      longest: 100,
      words: 'telefon tel durchwahl telefonnummer phone'.split(' '),
    },
    {
      name: 'mobile',
      type: 'text',
      longest: 100,
      words: 'mobil mobiltelefon handy mobilnummer mobile'.split(' '),
    },
  ],
  references: [customerReference],
  derive: ({ firstName, name }) => ({
    columns: typeof firstName === 'string' ? { name: `${firstName} ${String(name)}` } : {},
  }),
};
