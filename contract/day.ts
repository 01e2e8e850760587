// "Mein Tag": what the signed-in user should do, in order of urgency with reasons.
import { z } from 'zod';
import { activityKinds } from './activity.ts';
import { CustomerRef, Rating } from './customer.ts';
import { Complaint } from './complaint.ts';
import { FollowUp } from './follow-up.ts';
import { Day, endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { Quote } from './cockpit.ts';

const about = { customer: CustomerRef, rating: Rating.nullable() };
export const DayTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('escalation'), ...about, complaint: Complaint, dueAt: Timestamp }),
  /** Goodwill above somebody's limit, which I am asked to approve. */
  z.object({
    kind: z.literal('goodwill'),
    ...about,
    complaint: Complaint,
    cents: z.int(),
    askedBy: z.string(),
    dueAt: Timestamp,
  }),
  z.object({ kind: z.literal('complaint'), ...about, complaint: Complaint, dueAt: Timestamp }),
  z.object({
    kind: z.literal('follow_up'),
    ...about,
    followUp: FollowUp,
    /** The contact it was set at, when I may see that; null for one that stands alone. */
    source: z.object({ kind: z.enum(activityKinds), occurredAt: Timestamp }).nullable(),
    dueAt: Timestamp,
  }),
  z.object({ kind: z.literal('quote'), ...about, quote: Quote, dueAt: Timestamp }),
  z.object({
    kind: z.literal('dormant'),
    ...about,
    usualDays: z.int(),
    silentDays: z.int(),
    dueAt: Timestamp,
  }),
  z.object({ kind: z.literal('payment'), ...about, overdueCents: z.int(), days: z.int(), dueAt: Timestamp }),
]);
export type DayTask = z.infer<typeof DayTask>;

export const MyDay = z.object({
  now: z.array(DayTask),
  today: z.array(DayTask),
  next: z.array(DayTask),
  completedToday: z.array(z.object({ id: Id, title: z.string(), customer: CustomerRef, at: Timestamp })),
  visits: z.array(
    z.object({ id: Id, customer: CustomerRef, city: z.string().nullable(), startsAt: Timestamp }),
  ),
  visitsDue: z.int(),
  /** What colleagues of the team decided lately. */
  team: z.array(
    z.object({ at: Timestamp, by: z.string(), text: z.enum(['decided', 'logged']), customer: CustomerRef }),
  ),
  transfers: z.object({
    pending: z.int(),
    waitingForSignIn: z.int(),
    failed: z.int(),
    nextAttemptAt: Timestamp.nullable(),
  }),
  asOf: Timestamp,
  day: Day,
});
export type MyDay = z.infer<typeof MyDay>;
export const getMyDay = endpoint({
  name: 'getMyDay',
  method: 'GET',
  path: '/api/my-day',
  summary: 'My tasks by urgency, with reasons.',
  input: Nothing,
  reply: MyDay,
});
