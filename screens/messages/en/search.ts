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
    project: 'Projects',
    activity: 'Contact reports',
    attachment: 'Attachments',
  },
  label: 'Search customer, person, number or text',
  placeholder: 'Customer, person, number',
  clear: 'Clear input',
  results: 'Search results',
  searching: 'Searching',
  found: (count) => `${count} results`,
  oneFound: '1 result',
  none: (words) => `No results for “${words}”`,
  noneNext: 'Check the spelling, or search by town, customer number or document number.',
  over: (count) => `over ${count}`,
  showAll: (count) => `Show all ${count}`,
  showMany: 'Show more of these',
  showNext: 'Show further results',
  backToAll: 'Back to all results',
  failed: 'Not searched',
};
