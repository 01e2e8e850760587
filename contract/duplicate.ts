// Duplicates (Dubletten): who is there already before one creates somebody, and the nightly list of likely pairs.
import { z } from 'zod';
import { customerKinds, CustomerRef } from './customer.ts';
import { duplicateReasons } from './duplicate-reasons.ts';
import { endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

const Text = (most: number) => z.string().max(most).default('');
const SimilarCustomer = z.object({
  customer: CustomerRef,
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  isArchived: z.boolean(),
  /** 0 … 100: how likely it is the same. */
  score: z.int().min(0).max(100),
  reasons: z.array(z.enum(duplicateReasons)),
});
export type SimilarCustomer = z.infer<typeof SimilarCustomer>;

/** What is known so far of the one about to be created; whoever is alike and visible to the caller. */
export const findSimilarCustomers = endpoint({
  name: 'findSimilarCustomers',
  method: 'POST',
  path: '/api/duplicates/similar-customers',
  summary: 'Customers that may be the one about to be created, with the reason.',
  input: z.strictObject({
    name: Text(300),
    kind: z.enum(customerKinds).default('company'),
    number: Text(30),
    street: Text(300),
    postcode: Text(20),
    city: Text(200),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('DE'),
    phones: z.array(z.string().max(50)).max(10).default([]),
    emails: z.array(z.string().max(320)).max(10).default([]),
    domains: z.array(z.string().max(253)).max(20).default([]),
  }),
  reply: z.object({ items: z.array(SimilarCustomer) }),
});

const SimilarContact = z.object({
  id: Id,
  name: z.string(),
  jobTitle: z.string().nullable(),
  customer: CustomerRef,
  reasons: z.array(z.enum(duplicateReasons)),
});
export type SimilarContact = z.infer<typeof SimilarContact>;

/** At the same customer by name, anywhere by address or number. */
export const findSimilarContacts = endpoint({
  name: 'findSimilarContacts',
  method: 'POST',
  path: '/api/duplicates/similar-contacts',
  summary: 'Contacts that may be the person about to be added, with the reason.',
  input: z.strictObject({
    customerId: Id,
    name: Text(300),
    phones: z.array(z.string().max(50)).max(10).default([]),
    emails: z.array(z.string().max(320)).max(10).default([]),
  }),
  reply: z.object({ items: z.array(SimilarContact) }),
});

const DuplicateSide = z.object({
  ...CustomerRef.shape,
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
});
export const DuplicatePair = z.object({
  id: Id,
  score: z.int().min(0).max(100),
  reasons: z.array(z.enum(duplicateReasons)),
  one: DuplicateSide,
  other: DuplicateSide,
  foundAt: Timestamp,
  dismissed: z.object({ by: Person.nullable(), at: Timestamp }).nullable(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const listDuplicates = endpoint({
  name: 'listDuplicates',
  method: 'GET',
  path: '/api/duplicates',
  summary: 'Pairs of customers that are probably one, the likeliest first; only where the user sees both.',
  input: z.strictObject({ state: z.enum(['open', 'dismissed']).default('open'), ...pageInput }),
  reply: z.object({
    ...pageOf(DuplicatePair).shape,
    /** All pairs of this state that the user sees, of every page. */
    total: z.int(),
    /** The day of the last nightly run; null before the first. */
    lookedOn: z.iso.date().nullable(),
  }),
});

/** What stands beside a customer: whose twin it may be, and who became part of it in the last `takenOverDays` days. */
export const takenOverDays = 30;
export const listTwins = endpoint({
  name: 'listTwins',
  method: 'GET',
  path: '/api/duplicates/twins',
  summary: 'Open pairs of one customer, and the customers merged into it of late.',
  input: z.strictObject({ customerId: Id }),
  reply: z.object({
    pairs: z.array(DuplicatePair),
    takenOver: z.array(z.object({ ...CustomerRef.shape, by: Person.nullable(), at: Timestamp })),
  }),
});

export const dismissDuplicate = endpoint({
  name: 'dismissDuplicate',
  method: 'POST',
  path: '/api/duplicates/:id/dismiss',
  summary: 'Says that a pair is two customers, for good; or takes that back.',
  input: z.strictObject({ id: Id, dismissed: z.boolean().default(true) }),
  reply: DuplicatePair,
});

export const DuplicateContacts = z.object({
  one: z.object({ id: Id, name: z.string(), jobTitle: z.string().nullable() }),
  other: z.object({ id: Id, name: z.string(), jobTitle: z.string().nullable() }),
  reasons: z.array(z.enum(duplicateReasons)),
});

export const listDuplicateContacts = endpoint({
  name: 'listDuplicateContacts',
  method: 'GET',
  path: '/api/duplicates/contacts',
  summary: 'Contacts of one customer that are probably one person.',
  input: z.strictObject({ customerId: Id }),
  reply: z.object({ items: z.array(DuplicateContacts) }),
});
