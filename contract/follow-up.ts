// Follow-ups (Wiedervorlage): a dated task, mirrored as a task in its owner's Microsoft To Do.
import { z } from 'zod';
import { Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';
import { CustomerRef, Rating } from './customer.ts';

/** pending → in_to_do; waiting_for_sign_in goes on at the owner's next request; failed offers a retry. */
export const toDoStates = ['pending', 'in_to_do', 'waiting_for_sign_in', 'failed'] as const;
export const FollowUp = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  dueOn: Day,
  customer: CustomerRef,
  rating: Rating.nullable(),
  owner: Person,
  activityId: Id.nullable(),
  complaintId: Id.nullable(),
  mailLink: z.url().nullable(),
  completedAt: Timestamp.nullable(),
  toDo: z.object({
    state: z.enum(toDoStates),
    problem: z.string().nullable(),
    nextAttemptAt: Timestamp.nullable(),
  }),
});
export type FollowUp = z.infer<typeof FollowUp>;

const Title = z.string().trim().min(1).max(255);
export const createFollowUp = endpoint({
  name: 'createFollowUp',
  method: 'POST',
  path: '/api/follow-ups',
  summary: 'Sets a follow-up; it appears in the owner’s To Do.',
  idempotent: true,
  input: z.strictObject({
    customerId: Id,
    title: Title,
    dueOn: Day,
    ownerId: Id.nullable().default(null),
    activityId: Id.nullable().default(null),
    complaintId: Id.nullable().default(null),
    mailLink: z.url().max(2000).nullable().default(null),
  }),
  reply: FollowUp,
});
export const getFollowUp = endpoint({
  name: 'getFollowUp',
  method: 'GET',
  path: '/api/follow-ups/:id',
  summary: 'One follow-up with its state in To Do.',
  input: z.strictObject({ id: Id }),
  reply: FollowUp,
});
export const listFollowUps = endpoint({
  name: 'listFollowUps',
  method: 'GET',
  path: '/api/follow-ups',
  summary: 'Follow-ups by due day.',
  input: z.strictObject({
    customerId: Id.optional(),
    mine: z.stringbool().optional(),
    state: z.enum(['open', 'completed']).default('open'),
    ...pageInput,
  }),
  reply: pageOf(FollowUp),
});
export const updateFollowUp = endpoint({
  name: 'updateFollowUp',
  method: 'PATCH',
  path: '/api/follow-ups/:id',
  summary: 'Moves, renames or completes a follow-up.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    title: Title.optional(),
    dueOn: Day.optional(),
    completed: z.boolean().optional(),
  }),
  reply: FollowUp,
});
export const retryFollowUp = endpoint({
  name: 'retryFollowUp',
  method: 'POST',
  path: '/api/follow-ups/:id/retry',
  summary: 'Tries again to send the follow-up to To Do.',
  input: z.strictObject({ id: Id }),
  reply: FollowUp,
});
