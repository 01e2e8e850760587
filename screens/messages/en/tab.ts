// The tab in Teams in English.
import type { tab as de } from '../de/tab.ts';

export const tab: typeof de = {
  label: 'Areas',
  viewAs: {
    text: (name: string) => `You see Kundencockpit as ${name} does. Nothing can be changed meanwhile.`,
    back: 'Back to your own view',
  },
  places: {
    myDay: 'My day',
    complaints: 'Complaints',
    customers: 'Customers',
    visits: 'Visits',
    lists: 'Lists',
    settings: 'Settings',
  },
  outside:
    'You are using Kundencockpit as a page of its own. In Microsoft Teams you find it under Apps, with cards and notifications.',
  closeOutside: 'Close note',
  unknownLink: {
    title: 'This link leads to no record',
    text: 'Search for the customer by name or number.',
  },
  starting: 'Loading Kundencockpit',
  notStarted: {
    title: 'Kundencockpit cannot be reached right now',
    text: 'The server did not answer. Check your connection and reload.',
  },
};
