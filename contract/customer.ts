// Customers and their contacts (Kunde, Ansprechpartner): shapes and endpoints.
import { z } from 'zod';
import { duplicateReasons } from './duplicate-reasons.ts';
import { Cents, Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Rating } from './rating-scale.ts';
import { Person, Territory } from './user.ts';

export { Rating } from './rating-scale.ts';

export const customerKinds = ['company', 'private'] as const;
export const lifecyclePhases = ['acquisition', 'development', 'retention', 'win_back'] as const;
export const channels = ['email', 'phone', 'letter', 'sms'] as const;
export const salutations = ['ms', 'mr', 'neutral'] as const;
export const emailKinds = ['work', 'private', 'other'] as const;
export const phoneKinds = ['work', 'mobile', 'central', 'private', 'fax'] as const;
export const territoryRules = ['list', 'sector', 'postcode', 'owner'] as const;

/** What is said beside the name wherever a customer is shown. */
export const customerMarks = ['blocked', 'archived'] as const;

export const CustomerRef = z.object({
  id: Id,
  number: z.string().nullable(),
  name: z.string(),
  /** Only where there is something to mark. */
  marks: z.array(z.enum(customerMarks)).optional(),
});
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
  sector: z.string().nullable(),
  /** The company this one belongs to; null too when the user may not see that company. */
  parent: CustomerRef.nullable(),
  employees: z.int().nullable(),
  shareOfWalletPercent: z.number().nullable(),
  paymentTermDays: z.int().nullable(),
  /** Further terms as the ERP knows them; null for partners. */
  terms: z
    .object({
      discountPercent: z.number().nullable(),
      discountDays: z.int().nullable(),
      creditLimitCents: Cents.nullable(),
      delivery: z.string().nullable(),
    })
    .nullable(),
  competitor: z.string().nullable(),
  customerSince: Day.nullable(),
  owner: Person.nullable(),
  territory: Territory.nullable(),
  /** The rule that gave the territory, with the prefix or sector it went by; null: taken over as it came. */
  territoryReason: z.object({ rule: z.enum(territoryRules), value: z.string().nullable() }).nullable(),
  rating: Rating.nullable(),
  /** No new business with this customer; `reason` is null for partners. */
  blocked: z.object({ reason: z.string().nullable(), at: Timestamp, by: Person.nullable() }).nullable(),
  archivedAt: Timestamp.nullable(),
  /** The customer that has taken this one over; null too when the user may not see that one. */
  mergedInto: CustomerRef.nullable(),
  updatedAt: Timestamp,
  updatedBy: Person.nullable(),
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
  salutation: z.enum(salutations).nullable(),
  /** Academic title, before the name. */
  title: z.string().nullable(),
  jobTitle: z.string().nullable(),
  /** What the person decides or does there, by the names of the list 'contact_role'. */
  roles: z.array(z.string()),
  /** The main one first; `emailDetails` holds the same with their kinds. */
  emails: z.array(z.string()),
  emailDetails: z.array(z.object({ address: z.string(), kind: z.enum(emailKinds) })),
  /** As typed, the main one first; `phoneDetails` holds the same with kind and the spelling for dialling (E.164). */
  phones: z.array(z.string()),
  phoneDetails: z.array(z.object({ number: z.string(), kind: z.enum(phoneKinds), dial: z.string() })),
  language: z.enum(['de', 'en']).nullable(),
  consents: z.array(Consent),
  archivedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  updatedBy: Person.nullable(),
});
export type Contact = z.infer<typeof Contact>;

const Email = z.email().max(320);
const Phone = z.string().trim().min(3).max(50);
const Name = z.string().trim().min(1).max(300);
/** An address or number alone is one for work. */
const EmailInput = z.union([Email, z.strictObject({ address: Email, kind: z.enum(emailKinds) })]);
const PhoneInput = z.union([Phone, z.strictObject({ number: Phone, kind: z.enum(phoneKinds) })]);
export type EmailInput = z.infer<typeof EmailInput>;
export type PhoneInput = z.infer<typeof PhoneInput>;
const CustomerNumber = z.string().trim().min(1).max(30);
/** Two letters, ISO 3166. */
const Country = z.string().regex(/^[A-Z]{2}$/);
const editableCustomer = {
  number: CustomerNumber.nullable(),
  name: Name,
  kind: z.enum(customerKinds),
  phase: z.enum(lifecyclePhases),
  street: z.string().max(300).nullable(),
  postcode: z.string().max(20).nullable(),
  city: z.string().max(200).nullable(),
  country: Country,
  domains: z.array(z.string().max(253)).max(20),
  phone: Phone.nullable(),
  targetGroup: z.string().max(100).nullable(),
  sector: z.string().max(100).nullable(),
  parentId: Id.nullable(),
  employees: z.int().min(0).nullable(),
  shareOfWalletPercent: z.number().min(0).max(100).nullable(),
  competitor: z.string().max(200).nullable(),
  ownerId: Id.nullable(),
};

const editableContact = {
  name: Name,
  salutation: z.enum(salutations).nullable(),
  title: z.string().trim().max(50).nullable(),
  jobTitle: z.string().trim().max(200).nullable(),
  roles: z.array(z.string().trim().min(1).max(100)).max(20),
  emails: z.array(EmailInput).max(10),
  phones: z.array(PhoneInput).max(10),
  language: z.enum(['de', 'en']).nullable(),
};
export const NewContact = z.strictObject({
  name: Name,
  salutation: editableContact.salutation.default(null),
  title: editableContact.title.default(null),
  jobTitle: editableContact.jobTitle.default(null),
  roles: editableContact.roles.default([]),
  emails: editableContact.emails.default([]),
  phones: editableContact.phones.default([]),
  language: editableContact.language.default(null),
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
    number: editableCustomer.number.default(null),
    street: editableCustomer.street.default(null),
    postcode: editableCustomer.postcode.default(null),
    city: editableCustomer.city.default(null),
    country: Country.default('DE'),
    targetGroup: editableCustomer.targetGroup.default(null),
    sector: editableCustomer.sector.default(null),
    parentId: editableCustomer.parentId.default(null),
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
  input: z.strictObject({
    ...pageInput,
    mine: z.stringbool().optional(),
    /** Archived customers are left out unless they are asked for. */
    archived: z.enum(['without', 'with', 'only']).default('without'),
  }),
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
  reason: z.enum(duplicateReasons),
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
  input: z.strictObject({
    customerId: Id,
    ...pageInput,
    archived: z.enum(['without', 'with', 'only']).default('without'),
  }),
  reply: pageOf(Contact),
});
export const updateContact = endpoint({
  name: 'updateContact',
  method: 'PATCH',
  path: '/api/contacts/:id',
  summary: 'Changes fields of a contact.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editableContact).partial().shape }),
  reply: Contact,
});
