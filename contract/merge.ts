// Merging two records into one, with a preview, and taking it back. Nothing is deleted: the loser points to the winner.
import { z } from 'zod';
import { Contact, Customer, CustomerRef } from './customer.ts';
import { endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

export const mergeKinds = ['customer', 'contact'] as const;
/** Fields of which one of the two values counts; addresses and terms only as a whole. */
export const customerMergeFields = [
  'name',
  'number',
  'kind',
  'phase',
  'address',
  'phone',
  'owner',
  'parent',
  'targetGroup',
  'sector',
  'employees',
  'shareOfWalletPercent',
  'competitor',
  'terms',
  'attributes',
] as const;
export type CustomerMergeField = (typeof customerMergeFields)[number];
export const contactMergeFields = [
  'name',
  'salutation',
  'title',
  'jobTitle',
  'language',
  'attributes',
] as const;
export type ContactMergeField = (typeof contactMergeFields)[number];
export const mergeSides = ['winner', 'loser'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** What goes over to the winner, in the order of the screen. */
export const movedKinds = [
  'contacts',
  'activities',
  'complaints',
  'quotes',
  'orders',
  'invoices',
  'follow_ups',
  'visits',
  'visit_reports',
  'projects',
  'prices',
  'service_intervals',
  'addresses',
  'domains',
  'corrections',
  'shares',
  'product_groups',
  'members',
  'numbers',
  'consents',
  'visit_contacts',
  'emails',
  'phones',
] as const;
export type MovedKind = (typeof movedKinds)[number];
const Moved = z.array(z.object({ kind: z.enum(movedKinds), count: z.int() }));

/**
 * Why a merge cannot be taken back. winner_merged_since, loser_merged_since, customer_merged_since: a later merge has to
 * be undone first; number_taken: the number has another customer by now; record_gone: one of the two was erased.
 */
export const undoProblems = [
  'already_undone',
  'record_gone',
  'winner_merged_since',
  'loser_merged_since',
  'customer_merged_since',
  'number_taken',
] as const;
export type UndoProblem = (typeof undoProblems)[number];

/** Things to know before merging; none of them forbids it. */
export const mergeWarnings = [
  'loser_blocked',
  'loser_archived',
  'two_numbers',
  'different_owners',
  'shared_with_partner',
  'company_and_private',
  'not_alike',
] as const;
export type MergeWarning = (typeof mergeWarnings)[number];

/** Plain text; kinds, phases, salutations and languages as their code, terms as their five values parted by `|`. */
const Value = z.string().nullable();
const fieldOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.object({
    field: z.enum(names),
    winner: Value,
    loser: Value,
    /** What counts unless somebody chooses otherwise: what is known at all, else what the winner says. */
    choice: z.enum(mergeSides),
    isDifferent: z.boolean(),
  });

const pairInput = { winnerId: Id, loserId: Id };

export const previewMerge = endpoint({
  name: 'previewMerge',
  method: 'GET',
  path: '/api/merges/customers/preview',
  summary: 'What merging two customers would do: whose fields win, what moves, what to know before.',
  input: z.strictObject(pairInput),
  reply: z.object({
    winner: Customer,
    loser: Customer,
    fields: z.array(fieldOf(customerMergeFields)),
    moved: Moved,
    warnings: z.array(z.enum(mergeWarnings)),
  }),
});

export const Merge = z.object({
  id: Id,
  kind: z.enum(mergeKinds),
  winner: z.object({ id: Id, name: z.string() }),
  loser: z.object({ id: Id, name: z.string(), number: z.string().nullable() }),
  by: Person.nullable(),
  at: Timestamp,
  moved: Moved,
  undone: z.object({ by: Person.nullable(), at: Timestamp }).nullable(),
  /** Null while it can be taken back. */
  undoProblem: z.enum(undoProblems).nullable(),
});
export type Merge = z.infer<typeof Merge>;

const versions = { winnerVersion: z.int().min(1), loserVersion: z.int().min(1) };
export const mergeCustomers = endpoint({
  name: 'mergeCustomers',
  method: 'POST',
  path: '/api/merges/customers',
  summary: 'Merges two customers; 412 with both rows when one has changed since the preview.',
  idempotent: true,
  input: z.strictObject({
    ...pairInput,
    ...versions,
    choices: z.partialRecord(z.enum(customerMergeFields), z.enum(mergeSides)).default({}),
  }),
  reply: z.object({ merge: Merge, customer: Customer }),
});

export const previewContactMerge = endpoint({
  name: 'previewContactMerge',
  method: 'GET',
  path: '/api/merges/contacts/preview',
  summary: 'What merging two contacts of one customer would do.',
  input: z.strictObject(pairInput),
  reply: z.object({
    winner: Contact,
    loser: Contact,
    customer: CustomerRef,
    fields: z.array(fieldOf(contactMergeFields)),
    moved: Moved,
  }),
});

export const mergeContacts = endpoint({
  name: 'mergeContacts',
  method: 'POST',
  path: '/api/merges/contacts',
  summary: 'Merges two contacts of one customer; an objection of either of them stands.',
  idempotent: true,
  input: z.strictObject({
    ...pairInput,
    ...versions,
    choices: z.partialRecord(z.enum(contactMergeFields), z.enum(mergeSides)).default({}),
  }),
  reply: z.object({ merge: Merge, contact: Contact }),
});

export const listMerges = endpoint({
  name: 'listMerges',
  method: 'GET',
  path: '/api/merges',
  summary:
    'Merges of which the user sees both sides, or those of one customer and its contacts; the latest first.',
  input: z.strictObject({ customerId: Id.optional(), ...pageInput }),
  reply: pageOf(Merge),
});

/** Whoever follows an old link needs to see the customer at its end only, not the one that is gone. */
export const followMergedCustomer = endpoint({
  name: 'followMergedCustomer',
  method: 'GET',
  path: '/api/merges/followed',
  summary:
    'The customer that has taken over another one, through all merges since, and when the first of them was.',
  input: z.strictObject({ customerId: Id }),
  reply: z.object({
    /** Null for a customer that was not merged, that is not there, and where the one at the end is not visible. */
    merged: z.object({ into: CustomerRef, by: Person.nullable(), at: Timestamp }).nullable(),
  }),
});

/** A refused undo answers `transition_not_allowed` with one of `undoProblems` in `fields`. */
export const undoMerge = endpoint({
  name: 'undoMerge',
  method: 'POST',
  path: '/api/merges/:id/undo',
  summary: 'Takes a merge back: every moved row goes home; what came in since stays with the winner.',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    merge: Merge,
    /** Moved rows that are elsewhere or gone by now and therefore stay as they are. */
    left: Moved,
    /** Fields of the winner that were changed since the merge and keep their new value. */
    keptFields: z.array(z.string()),
  }),
});
