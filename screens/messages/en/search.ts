// Searching in English.
import type { search as de } from '../de/search.ts';

export const search: typeof de = {
  groups: {
    customer: 'Customers',
    contact: 'Contacts',
    complaint: 'Complaints',
    quote: 'Quotes',
    order: 'Orders',
    invoice: 'Invoices',
  },
  label: 'Search customer, person or number',
  clear: 'Clear input',
  results: 'Search results',
  searching: 'Searching',
  found: (count) => `${count} results`,
  oneFound: '1 result',
  none: (words) => `No results for “${words}”`,
  noneNext: 'Check the spelling, or search by town, customer number or document number.',
  failed: 'Not searched',
};
