// Consents and objections of a person per channel (Einwilligung, Widerspruch), with source, time and history.
import { z } from 'zod';
import { channels } from './customer.ts';
import { endpoint, Id, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

export const consentSteps = ['allowed', 'withdrawn', 'objected', 'objection_lifted'] as const;
export const marketingReasons = [
  'consent',
  'no_objection',
  'no_consent',
  'objection',
  'blocked',
  'archived',
] as const;

export const ConsentEvent = z.object({
  id: Id,
  channel: z.enum(channels),
  step: z.enum(consentSteps),
  source: z.string(),
  /** When the person said so. */
  at: Timestamp,
  by: Person.nullable(),
  recordedAt: Timestamp,
});
export type ConsentEvent = z.infer<typeof ConsentEvent>;

/** Where a channel stands, and whether marketing may use it. An objection beats every consent until it is lifted. */
export const ChannelConsent = z.object({
  channel: z.enum(channels),
  state: z.enum(['allowed', 'objected', 'none']),
  marketing: z.object({ allowed: z.boolean(), reason: z.enum(marketingReasons) }),
});
export type ChannelConsent = z.infer<typeof ChannelConsent>;

/** `events` newest first, at most the last 200. */
export const Consents = z.object({
  contactId: Id,
  channels: z.array(ChannelConsent),
  events: z.array(ConsentEvent),
});
export type Consents = z.infer<typeof Consents>;

export const getConsents = endpoint({
  name: 'getConsents',
  method: 'GET',
  path: '/api/contacts/:id/consents',
  summary: 'What a person allowed and objected to, with the history.',
  input: z.strictObject({ id: Id }),
  reply: Consents,
});
export const recordConsent = endpoint({
  name: 'recordConsent',
  method: 'POST',
  path: '/api/contacts/:id/consents',
  summary: 'Records what a person said about a channel.',
  idempotent: true,
  input: z.strictObject({
    id: Id,
    channel: z.enum(channels),
    step: z.enum(consentSteps),
    /** How we know: web form, telephone, letter. */
    source: z.string().trim().min(1).max(300),
    /** Left out: now. */
    at: Timestamp.optional(),
  }),
  reply: Consents,
});
