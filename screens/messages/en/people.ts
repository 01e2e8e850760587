// "People and rights": who works here, what they see, and seeing as they do.
import type { people as german } from '../de/people.ts';

export const people: typeof german = {
  roles: { sales: 'Sales', manager: 'Management', admin: 'Administration', partner: 'Partner' },
  title: 'People and rights',
  intro:
    'Role, territories and shared customers count from the next request. Whoever opens Kundencockpit for the first time appears here.',
  loading: 'Loading people',
  empty: 'Nobody known yet',
  emptyText: 'As soon as somebody signs in they are listed here.',
  noRole: 'No role (no access)',
  inactive: 'Access blocked',
  role: 'Role',
  roleHint: 'Where Microsoft Entra names a role at sign-in, that one counts.',
  territories: 'Territories',
  manager: 'Manager',
  deputy: 'Deputy',
  nobody: 'Nobody',
  active: 'May sign in',
  shared: 'Shared customers',
  sharedHint: 'Partners see only these, without revenue and rating.',
  noShared: 'No customer shared yet.',
  unshare: (name: string) => `Stop sharing ${name}`,
  share: 'Share a customer',
  save: 'Save',
  saved: 'Rights saved',
  failed: 'Not saved',
  stale: 'Somebody has changed these rights meanwhile. Open the person again.',
  lastAdmin: 'This is the last person with the role “Administration”.',
  viewAs: (name: string) => `View as ${name}`,
};
