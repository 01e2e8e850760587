// What happens to a customer or contact as a whole: blocking, archiving, and the group of companies around it.
import { z } from 'zod';
import { Contact, Customer, CustomerRef, Rating } from './customer.ts';
import { Cents, endpoint, Id } from './endpoint.ts';

export const customerMoves = ['block', 'unblock', 'archive', 'restore'] as const;
export const contactMoves = ['archive', 'restore'] as const;

/** `block` needs a reason. What does not fit the present state answers transition_not_allowed. */
export const moveCustomer = endpoint({
  name: 'moveCustomer',
  method: 'POST',
  path: '/api/customers/:id/moves',
  summary: 'Blocks, unblocks, archives or restores a customer.',
  versioned: true,
  input: z
    .strictObject({
      id: Id,
      move: z.enum(customerMoves),
      reason: z.string().trim().max(500).default(''),
    })
    .refine((input) => input.move !== 'block' || input.reason !== '', {
      path: ['reason'],
      message: 'required',
    }),
  reply: Customer,
});

export const moveContact = endpoint({
  name: 'moveContact',
  method: 'POST',
  path: '/api/contacts/:id/moves',
  summary: 'Archives or restores a contact.',
  versioned: true,
  input: z.strictObject({ id: Id, move: z.enum(contactMoves) }),
  reply: Contact,
});

export const GroupMember = z.object({
  ...CustomerRef.shape,
  city: z.string().nullable(),
  /** Steps below the head of the group. */
  depth: z.int(),
  /** The customer it belongs to; null for the head, and where the user may not see that one. */
  parentId: Id.nullable(),
  rating: Rating.nullable(),
  revenue12MonthsCents: Cents.nullable(),
});
export type GroupMember = z.infer<typeof GroupMember>;

/** Only what the user may see is in it and in its sum. A customer without a group is the only member of its own. */
export const getCustomerGroup = endpoint({
  name: 'getCustomerGroup',
  method: 'GET',
  path: '/api/customers/:id/group',
  summary: 'The group of companies a customer belongs to, with the sum of revenue.',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    members: z.array(GroupMember),
    memberCount: z.int(),
    revenue12MonthsCents: Cents.nullable(),
  }),
});
