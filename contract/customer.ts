// Customers and their contacts (Kunde, Ansprechpartner): shapes and endpoints.
import { z } from 'zod';
import { Cents, Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person, Territory } from './user.ts';

export const customerKinds = ['company', 'private'] as const;
export const lifecyclePhases = ['acquisition', 'development', 'retention', 'win_back'] as const;
export const channels = ['email', 'phone', 'letter'] as const;

/**
 * Revenue class A–C and potential class 1–3, each with the figure and threshold that made it. For A and B
 * `revenueThresholdCents` is the threshold reached, for C the one not yet reached.
 */
export const Rating = z.object({
  letter: z.enum(['A', 'B', 'C']),
  digit: z.enum(['1', '2', '3']),
  revenueCents: Cents,
  revenueThresholdCents: Cents,
  shareOfWalletPercent: z.number().nullable(),
  potentialRange: z.object({ fromPercent: z.number(), toPercent: z.number() }),
  visitsPerYear: z.int(),
});
export type Rating = z.infer<typeof Rating>;

export const CustomerRef = z.object({ id: Id, number: z.string().nullable(), name: z.string() });
export type CustomerRef = z.infer<typeof CustomerRef>;

export const Customer = z.object({
  ...CustomerRef.shape,
  version: z.int(),
  kind: z.enum(customerKinds),
  phase: z.enum(lifecyclePhases),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  domains: z.array(z.string()),
  phone: z.string().nullable(),
  targetGroup: z.string().nullable(),
  employees: z.int().nullable(),
  shareOfWalletPercent: z.number().nullable(),
  paymentTermDays: z.int().nullable(),
  competitor: z.string().nullable(),
  customerSince: Day.nullable(),
  owner: Person.nullable(),
  territory: Territory.nullable(),
  rating: Rating.nullable(),
  updatedAt: Timestamp,
});
export type Customer = z.infer<typeof Customer>;

export const Consent = z.object({
  channel: z.enum(channels),
  state: z.enum(['allowed', 'objected']),
  basis: z.string(),
  since: Day,
});
export type Consent = z.infer<typeof Consent>;

export const Contact = z.object({
  id: Id,
  version: z.int(),
  customerId: Id,
  name: z.string(),
  jobTitle: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  language: z.enum(['de', 'en']).nullable(),
  consents: z.array(Consent),
});
export type Contact = z.infer<typeof Contact>;

const Email = z.email().max(320);
const Phone = z.string().trim().min(3).max(50);
const Name = z.string().trim().min(1).max(300);
const editableCustomer = {
  name: Name,
  kind: z.enum(customerKinds),
  phase: z.enum(lifecyclePhases),
  street: z.string().max(300).nullable(),
  postcode: z.string().max(20).nullable(),
  city: z.string().max(200).nullable(),
  domains: z.array(z.string().max(253)).max(20),
  phone: Phone.nullable(),
  targetGroup: z.string().max(100).nullable(),
  employees: z.int().min(0).nullable(),
  shareOfWalletPercent: z.number().min(0).max(100).nullable(),
  competitor: z.string().max(200).nullable(),
  ownerId: Id.nullable(),
};

export const NewContact = z.strictObject({
  name: Name,
  jobTitle: z.string().trim().max(200).nullable().default(null),
  emails: z.array(Email).max(10).default([]),
  phones: z.array(Phone).max(10).default([]),
  language: z.enum(['de', 'en']).nullable().default(null),
});
export type NewContact = z.infer<typeof NewContact>;

/** Creates a customer, with its first contact when one is given, in one transaction. */
export const createCustomer = endpoint({
  name: 'createCustomer',
  method: 'POST',
  path: '/api/customers',
  summary: 'Creates a customer, optionally with its first contact.',
  idempotent: true,
  input: z.strictObject({
    name: Name,
    kind: z.enum(customerKinds).default('company'),
    /** Null takes the owner of the territory that the postcode lies in, else the caller. */
    ownerId: Id.nullable().default(null),
    street: editableCustomer.street.default(null),
    postcode: editableCustomer.postcode.default(null),
    city: editableCustomer.city.default(null),
    phone: Phone.nullable().default(null),
    domains: editableCustomer.domains.default([]),
    /** Legal basis under which this person is stored: their own enquiry, a contract, or consent. */
    legalBasis: z.enum(['enquiry', 'contract', 'consent']).default('enquiry'),
    contact: NewContact.nullable().default(null),
  }),
  reply: z.object({ customer: Customer, contact: Contact.nullable() }),
});
export const getCustomer = endpoint({
  name: 'getCustomer',
  method: 'GET',
  path: '/api/customers/:id',
  summary: 'One customer.',
  input: z.strictObject({ id: Id }),
  reply: Customer,
});
export const listCustomers = endpoint({
  name: 'listCustomers',
  method: 'GET',
  path: '/api/customers',
  summary: 'Customers the user may see, by name.',
  input: z.strictObject({ ...pageInput, mine: z.stringbool().optional() }),
  reply: pageOf(Customer),
});
export const updateCustomer = endpoint({
  name: 'updateCustomer',
  method: 'PATCH',
  path: '/api/customers/:id',
  summary: 'Changes fields of a customer.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editableCustomer).partial().shape }),
  reply: Customer,
});
/** Companies that a new sender might belong to, each with the reason of likeness; asked before creating. */
export const CustomerSuggestion = z.object({
  customer: CustomerRef,
  city: z.string().nullable(),
  postcode: z.string().nullable(),
  reason: z.enum(['same_domain', 'similar_name', 'same_phone']),
});
export type CustomerSuggestion = z.infer<typeof CustomerSuggestion>;

export const createContact = endpoint({
  name: 'createContact',
  method: 'POST',
  path: '/api/contacts',
  summary: 'Adds a contact to a customer.',
  idempotent: true,
  input: z.strictObject({ customerId: Id, ...NewContact.shape }),
  reply: Contact,
});
export const listContacts = endpoint({
  name: 'listContacts',
  method: 'GET',
  path: '/api/contacts',
  summary: 'Contacts of a customer, by name.',
  input: z.strictObject({ customerId: Id, ...pageInput }),
  reply: pageOf(Contact),
});
export const updateContact = endpoint({
  name: 'updateContact',
  method: 'PATCH',
  path: '/api/contacts/:id',
  summary: 'Changes fields of a contact.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    name: Name.optional(),
    jobTitle: z.string().max(200).nullable().optional(),
    emails: z.array(Email).max(10).optional(),
    phones: z.array(Phone).max(10).optional(),
  }),
  reply: Contact,
});
