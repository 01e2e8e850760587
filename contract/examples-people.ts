// Sample people and the sample customer as the server answers them; Thursday, 3 September 2026, 13:58 in Berlin.
import type { Contact, Customer } from './customer.ts';
import type { Colleague, Me } from './user.ts';

/** Ids that read in a failing test. */
export function exampleId(number: number): string {
  return `019914a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const exampleNow = '2026-09-03T11:58:00Z';
export const anna = { id: exampleId(1), name: 'Anna Brandl' };
export const jonas = { id: exampleId(2), name: 'Jonas Weidner' };
export const petra = { id: exampleId(3), name: 'Petra Lohmann' };
const suedwest = { id: exampleId(10), name: 'Südwest' };
export const customerRef = { id: exampleId(20), number: '20417', name: 'Hollerbach Metallbau GmbH' };

export function buildMe(changes: Partial<Me> = {}): Me {
  return {
    ...anna,
    email: 'anna.brandl@brenner-lohse.test',
    role: 'sales',
    jobTitle: 'Außendienst',
    organizationName: 'Brenner & Lohse Fachgroßhandel GmbH',
    internalDomains: ['brenner-lohse.test'],
    territories: [suedwest],
    permissions: [
      'activity.log',
      'customer.create',
      'customer.edit',
      'complaint.create',
      'complaint.handle',
      'follow_up.create',
      'figures.see',
    ],
    now: exampleNow,
    waitingForSignIn: 0,
    viewedBy: null,
    ...changes,
  };
}

export function buildColleagues(): Colleague[] {
  const colleague = (person: { id: string; name: string }, role: Colleague['role'], jobTitle: string) => ({
    ...person,
    role,
    jobTitle,
    territories: role === 'sales' ? [suedwest] : [],
  });
  return [
    colleague(anna, 'sales', 'Außendienst'),
    colleague(jonas, 'sales', 'Innendienst'),
    colleague(petra, 'manager', 'Vertriebsleitung'),
    colleague({ id: exampleId(4), name: 'Holger Rieth' }, 'manager', 'Stellv. Vertriebsleitung'),
    colleague({ id: exampleId(5), name: 'Miriam Stolz' }, 'admin', 'IT'),
  ];
}

export function buildCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    ...customerRef,
    version: 1,
    kind: 'company',
    phase: 'retention',
    street: 'Römerstraße 12',
    postcode: '71229',
    city: 'Leonberg',
    country: 'DE',
    domains: ['hollerbach-metallbau.test'],
    phone: '+49 7152 90210-0',
    targetGroup: 'Verarbeiter',
    sector: 'Metallbau',
    parent: null,
    employees: 48,
    shareOfWalletPercent: 45,
    paymentTermDays: 30,
    terms: { discountPercent: 2, discountDays: 10, creditLimitCents: 5_000_000, delivery: 'frei Haus' },
    competitor: 'Beschlaghandel Uhlmann',
    customerSince: '2011-03-14',
    owner: anna,
    territory: suedwest,
    territoryReason: { rule: 'postcode', value: '71' },
    rating: {
      letter: 'A',
      digit: '2',
      targetGroup: null,
      letterReason: { by: 'revenue', cents: 12_840_000, fromCents: 10_000_000, toCents: null },
      digitReason: { by: 'share_of_wallet', value: 45, from: 30, to: 60, conditions: [] },
      visitsPerYear: 6,
      channel: 'visit',
      ownerType: 'field',
    },
    blocked: null,
    mergedInto: null,
    archivedAt: null,
    updatedAt: exampleNow,
    updatedBy: null,
    ...changes,
  };
}

export function buildContact(changes: Partial<Contact> = {}): Contact {
  return {
    id: exampleId(30),
    version: 1,
    customerId: customerRef.id,
    name: 'Sabine Tietz',
    salutation: 'ms',
    title: null,
    jobTitle: 'Leiterin Einkauf',
    roles: ['Einkauf'],
    emails: ['s.tietz@hollerbach-metallbau.test'],
    emailDetails: [{ address: 's.tietz@hollerbach-metallbau.test', kind: 'work' }],
    phones: ['+49 7152 90210-14'],
    phoneDetails: [{ number: '+49 7152 90210-14', kind: 'work', dial: '+4971529021014' }],
    language: 'de',
    consents: [],
    archivedAt: null,
    updatedAt: exampleNow,
    updatedBy: null,
    ...changes,
  };
}
