// A conversation that a person follows: its replies are offered for logging, or logged by themselves.
import { z } from 'zod';
import { CustomerRef } from './customer.ts';
import { Activity } from './activity.ts';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { Mail } from './mail.ts';

/** `offer`: one click per reply; `automatic`: replies are logged by themselves, each can be taken back with one click. */
export const threadModes = ['offer', 'automatic'] as const;

export const Thread = z.object({
  id: Id,
  mode: z.enum(threadModes),
  subject: z.string(),
  customer: CustomerRef,
  startedAt: Timestamp,
});
export type Thread = z.infer<typeof Thread>;

/** As it stands beside one mail; `isExcepted`: an entry of this mail was taken back, so it is not logged by itself again. */
export const ThreadOfMail = z.object({ ...Thread.shape, isExcepted: z.boolean() });
export type ThreadOfMail = z.infer<typeof ThreadOfMail>;

export const listThreads = endpoint({
  name: 'listThreads',
  method: 'GET',
  path: '/api/threads',
  summary: 'The conversations one follows, newest first, at most 200.',
  input: Nothing,
  reply: z.object({ items: z.array(Thread) }),
});
/** Following the same conversation again changes how. */
export const followThread = endpoint({
  name: 'followThread',
  method: 'POST',
  path: '/api/threads',
  summary: 'Follows the conversation of a logged mail.',
  input: z.strictObject({ activityId: Id, mode: z.enum(threadModes) }),
  reply: Thread,
});
export const leaveThread = endpoint({
  name: 'leaveThread',
  method: 'DELETE',
  path: '/api/threads/:id',
  summary: 'Follows a conversation no longer; what is logged stays.',
  input: z.strictObject({ id: Id }),
  reply: z.object({ left: z.literal(true) }),
});
/** Logs with what would be proposed: own text, attachments and documents named in it. A mail of the never-log list answers `never_log`. */
export const logReply = endpoint({
  name: 'logReply',
  method: 'POST',
  path: '/api/threads/:id/replies',
  summary: 'Logs a reply of a conversation one follows, at its customer.',
  input: z.strictObject({ id: Id, mail: Mail }),
  reply: z.object({ activity: Activity, created: z.boolean() }),
});
