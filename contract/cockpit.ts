// The cockpit: everything the first screen beside a mail shows, in one answer.
import { z } from 'zod';
import { Activity, logRules } from './activity.ts';
import { Complaint } from './complaint.ts';
import { ComplaintOffer } from './complaint-offer.ts';
import { channels, Contact, Customer, CustomerRef, CustomerSuggestion } from './customer.ts';
import { Cents, Day, endpoint, Id, Timestamp } from './endpoint.ts';
import { FollowUp } from './follow-up.ts';
import { Mail } from './mail.ts';
import { NeverLog } from './never-log.ts';
import { ThreadOfMail } from './thread.ts';
import { Person } from './user.ts';

/** What burns, most urgent first; the sentences are the screens'. */
export const Warning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('complaint_deadline'),
    level: z.enum(['danger', 'warning']),
    complaintId: Id,
    number: z.string(),
    step: z.enum(['first_answer', 'resolution']),
    at: Timestamp,
    workingMinutesLeft: z.int(),
    missed: z.boolean(),
  }),
  z.object({
    kind: z.literal('overdue_payment'),
    level: z.enum(['danger', 'warning']),
    overdueCents: Cents,
    days: z.int(),
    invoiceNumber: z.string(),
    reminderOn: Day.nullable(),
  }),
  z.object({
    kind: z.literal('quote_expiring'),
    level: z.literal('warning'),
    quoteId: Id,
    number: z.string(),
    title: z.string(),
    totalCents: Cents,
    validUntil: Day,
  }),
  z.object({
    kind: z.literal('dormant'),
    level: z.literal('warning'),
    lastOrderOn: Day,
    usualDays: z.int(),
    silentDays: z.int(),
  }),
  z.object({
    kind: z.literal('objection'),
    level: z.literal('warning'),
    contactName: z.string(),
    channel: z.enum(channels),
    since: Day,
  }),
  z.object({
    kind: z.literal('blocked'),
    level: z.literal('danger'),
    /** Null for partners. */
    reason: z.string().nullable(),
    since: Timestamp,
  }),
]);
export type Warning = z.infer<typeof Warning>;

export const Quote = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  totalCents: Cents,
  chancePercent: z.int().nullable(),
  sentOn: Day,
  validUntil: Day.nullable(),
  state: z.enum(['open', 'won', 'lost', 'expired']),
});
export type Quote = z.infer<typeof Quote>;
export const Order = z.object({
  id: Id,
  number: z.string(),
  orderedOn: Day,
  totalCents: Cents,
  lineCount: z.int(),
  summary: z.string(),
  deliveredOn: Day.nullable(),
});
export type Order = z.infer<typeof Order>;
export const Project = z.object({ id: Id, name: z.string(), sumCents: Cents.nullable(), phase: z.string() });
export type Project = z.infer<typeof Project>;

export const Revenue = z.object({
  years: z.array(z.object({ year: z.int(), cents: Cents })),
  /** Revenue of the previous year up to the same day, for the tick over the running year. */
  previousYearToDateCents: Cents,
  last12MonthsCents: Cents,
  asOf: Day,
});
export type Revenue = z.infer<typeof Revenue>;

export const Cockpit = z.object({
  customer: Customer,
  contact: Contact.nullable(),
  contacts: z.array(Contact),
  contactCount: z.int(),
  lastVisitOn: Day.nullable(),
  warnings: z.array(Warning),
  complaints: z.array(Complaint),
  followUps: z.array(FollowUp),
  quotes: z.array(Quote),
  openItems: z.object({
    totalCents: Cents,
    overdueCents: Cents,
    count: z.int(),
    termDays: z.int().nullable(),
  }),
  /** Null for those whose role does not see figures (partners). */
  revenue: Revenue.nullable(),
  customerValueCents: Cents.nullable(),
  ratingHistory: z.array(
    z.object({ on: Day, letter: z.enum(['A', 'B', 'C']), digit: z.enum(['1', '2', '3']) }),
  ),
  activities: z.array(Activity),
  activityCount: z.int(),
  orders: z.array(Order),
  projects: z.array(Project),
  productGroups: z.array(z.string()),
  team: z.array(z.object({ ...Person.shape, jobTitle: z.string().nullable() })),
  /** Number of visible customers per rating cell in this customer's territory. */
  portfolio: z.array(
    z.object({ letter: z.enum(['A', 'B', 'C']), digit: z.enum(['1', '2', '3']), count: z.int() }),
  ),
  asOf: Timestamp,
});
export type Cockpit = z.infer<typeof Cockpit>;

export const matchReasons = [
  'address',
  'other_address',
  'correction',
  'document_number',
  'customer_number',
  'domain',
] as const;
export const MatchCandidate = z.object({
  customer: CustomerRef,
  city: z.string().nullable(),
  contact: z.object({ id: Id, name: z.string() }).nullable(),
  reason: z.enum(matchReasons),
  /** What the reason was read from: the address, the number or the domain. */
  evidence: z.string(),
  party: z.enum(['from', 'to', 'cc', 'text']),
});
export type MatchCandidate = z.infer<typeof MatchCandidate>;

/** Name, company, phone … read from an unknown sender's address and signature. */
export const SenderDraft = z.object({
  name: z.string(),
  companyName: z.string(),
  companyIsGuess: z.boolean(),
  jobTitle: z.string(),
  phone: z.string(),
  email: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  language: z.enum(['de', 'en']),
  owner: Person.nullable(),
  territoryName: z.string().nullable(),
  isFreeMail: z.boolean(),
  suggestions: z.array(CustomerSuggestion),
});
export type SenderDraft = z.infer<typeof SenderDraft>;

/** `chosen` indexes the certain match; null when several fit or none does. `internal` mails are between colleagues only. */
export const Match = z.object({
  kind: z.enum(['matched', 'ambiguous', 'unknown', 'internal']),
  candidates: z.array(MatchCandidate),
  chosen: z.int().nullable(),
  unknownPeople: z.array(z.object({ name: z.string(), address: z.string() })),
  sender: SenderDraft.nullable(),
});
export type Match = z.infer<typeof Match>;

export const LoggedState = z.object({
  activityId: Id,
  by: Person.nullable(),
  at: Timestamp,
  customer: CustomerRef,
  canUndo: z.boolean(),
  /** By which rule it was logged by itself; null when somebody pressed "Ablegen". */
  rule: z.enum(logRules).nullable(),
});
export type LoggedState = z.infer<typeof LoggedState>;

export const matchMail = endpoint({
  name: 'matchMail',
  method: 'POST',
  path: '/api/mails/match',
  summary: 'The customers behind a mail, each with the reason.',
  input: z.strictObject({ mail: Mail }),
  reply: Match,
});
/** One round trip for the first screen: match, logged state, and the cockpit of the certain match (or of `customerId`). */
export const findCockpit = endpoint({
  name: 'findCockpit',
  method: 'POST',
  path: '/api/mails/cockpit',
  summary: 'Match, logged state and cockpit for a mail.',
  input: z.strictObject({ mail: Mail, customerId: Id.nullable().default(null) }),
  reply: z.object({
    match: Match,
    logged: LoggedState.nullable(),
    /** The newest logged mail of the same conversation. */
    previous: z.object({ at: Timestamp, by: Person.nullable() }).nullable(),
    /** Why the mail is not logged without an exception. */
    neverLog: NeverLog.nullable(),
    /** The conversation, when this person follows it. */
    thread: ThreadOfMail.nullable(),
    /** Set when the mail looks like a complaint. */
    complaintOffer: ComplaintOffer.nullable(),
    cockpit: Cockpit.nullable(),
  }),
});
export const getCockpit = endpoint({
  name: 'getCockpit',
  method: 'GET',
  path: '/api/cockpit',
  summary: 'The cockpit by e-mail address or customer.',
  input: z
    .strictObject({ email: z.string().min(3).max(320).optional(), customerId: Id.optional() })
    .refine((v) => (v.email === undefined) !== (v.customerId === undefined), {
      message: 'email_or_customer',
    }),
  reply: Cockpit,
});
/** Remembers for the team that this address belongs to that customer; beats every rule from then on. */
export const correctMatch = endpoint({
  name: 'correctMatch',
  method: 'POST',
  path: '/api/mails/match/corrections',
  summary: 'Assigns an address to a customer for everyone.',
  input: z.strictObject({ address: z.string().min(3).max(320), customerId: Id }),
  reply: z.object({ remembered: z.literal(true) }),
});
