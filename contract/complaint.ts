// Complaints (Reklamation) and their escalation: shapes, transitions, endpoints.
import { z } from 'zod';
import { Cents, Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Satisfaction } from './complaint-survey.ts';
import { MailReferences } from './complaint-offer.ts';
import { CustomerRef, Rating } from './customer.ts';
import { Mail } from './mail.ts';
import { Person } from './user.ts';

export const complaintCategories = [
  'product_defect',
  'wrong_delivery',
  'late_delivery',
  'transport_damage',
  'billing',
  'service',
  'other',
] as const;
export const severities = ['low', 'medium', 'high'] as const;
export const complaintStates = ['open', 'in_progress', 'answered', 'closed'] as const;
/** Moves a person can make; which are open to whom in which state is decided by the server and listed in `moves`. */
export const complaintMoves = ['start', 'answer', 'close', 'reopen', 'pause', 'resume'] as const;
export const escalationStates = ['open', 'taken_over', 'asked_back', 'decided', 'stopped'] as const;
export const escalationReasons = ['severity_and_class', 'deadline_missed'] as const;
/** What the person whose turn it is can do, in a card or on a screen; `reply` answers a question that was asked back. */
export const escalationMoves = [
  'take_over',
  'assign',
  'ask_back',
  'reply',
  'approve',
  'decide',
  'delegate',
  'extend',
  'stop',
] as const;

export const Deadline = z.object({
  at: Timestamp,
  workingMinutesLeft: z.int(),
  missed: z.boolean(),
  /** Why this deadline: the working hours given for the class and severity, counted from receipt. */
  hours: z.number(),
  fromAt: Timestamp,
});
export type Deadline = z.infer<typeof Deadline>;

export const Escalation = z.object({
  id: Id,
  level: z.int(),
  levels: z.int(),
  state: z.enum(escalationStates),
  reason: z.enum(escalationReasons),
  raisedAt: Timestamp,
  raisedBy: Person.nullable(),
  /** Whose turn it is now; null once it is decided or stopped. */
  turn: Person.nullable(),
  turnTitle: z.string().nullable(),
  deputy: Person.nullable(),
  deputyAt: Timestamp.nullable(),
  proposal: z.string().nullable(),
  proposedGoodwillCents: Cents.nullable(),
  decision: z
    .object({ by: Person, at: Timestamp, text: z.string(), goodwillCents: Cents.nullable() })
    .nullable(),
  question: z.string().nullable(),
  /** The card on its way to Teams. */
  card: z.enum(['pending', 'sent', 'failed', 'none']),
  moves: z.array(z.enum(escalationMoves)),
});
export type Escalation = z.infer<typeof Escalation>;

/** Waiting for the customer: the deadlines stand still. */
export const ComplaintPause = z.object({
  reason: z.string(),
  since: Timestamp,
  by: Person.nullable(),
  /** On this day it goes on by itself at the latest. */
  untilOn: Day,
});
export type ComplaintPause = z.infer<typeof ComplaintPause>;

export const Complaint = z.object({
  id: Id,
  version: z.int(),
  number: z.string(),
  customer: CustomerRef,
  rating: Rating.nullable(),
  title: z.string(),
  description: z.string(),
  category: z.enum(complaintCategories),
  severity: z.enum(severities),
  state: z.enum(complaintStates),
  order: z
    .object({ id: Id, number: z.string(), totalCents: Cents, orderedOn: z.string(), summary: z.string() })
    .nullable(),
  owner: Person,
  receivedAt: Timestamp,
  reportedBy: Person.nullable(),
  firstAnswer: Deadline.nullable(),
  resolution: Deadline.nullable(),
  /** Whose calendar counts; null: the company's. */
  location: z.object({ id: Id, name: z.string() }).nullable(),
  pause: ComplaintPause.nullable(),
  /** The day on which somebody looks at it again; null for those that lack it. */
  nextOn: Day.nullable(),
  /** The owner has left, or may no longer work on it. */
  ownerIsGone: z.boolean(),
  /** Working time paused so far; the deadlines already hold it. */
  pausedMinutes: z.int(),
  /** The deadline that is near: the company says how much working time before it people are warned. */
  warning: z.enum(['first_answer', 'resolution']).nullable(),
  answeredAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  /** How often it came back after it was closed. */
  reopenedCount: z.int(),
  outcome: z.string().nullable(),
  /** What the customer said last on the survey page; null: nothing yet. */
  satisfaction: Satisfaction.nullable(),
  proposal: z.string().nullable(),
  proposedGoodwillCents: Cents.nullable(),
  escalation: Escalation.nullable(),
  moves: z.array(z.enum(complaintMoves)),
  activityId: Id.nullable(),
});
export type Complaint = z.infer<typeof Complaint>;

export const ComplaintEvent = z.object({
  at: Timestamp,
  by: Person.nullable(),
  kind: z.string(),
  text: z.string(),
});
export type ComplaintEvent = z.infer<typeof ComplaintEvent>;

/** A form filled from the mail by rules (no AI): each guess names the words it was read from. */
export const ComplaintDraft = z.object({
  isComplaint: z.boolean(),
  /** The words that make it a complaint. */
  because: z.array(z.string()),
  references: MailReferences,
  title: z.string(),
  category: z.object({ value: z.enum(complaintCategories), because: z.array(z.string()) }),
  severity: z.object({ value: z.enum(severities), because: z.array(z.string()) }),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      orderedOn: z.string(),
      summary: z.string(),
      totalCents: Cents,
      inText: z.boolean(),
    }),
  ),
  suggestedOrderId: Id.nullable(),
  owner: Person,
  ownerTitle: z.string().nullable(),
  /** For each severity, the first-answer deadline it would get and who would receive an escalation card. */
  deadlines: z.record(z.enum(severities), z.object({ deadline: Deadline, escalatesTo: Person.nullable() })),
  openComplaints: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
});
export type ComplaintDraft = z.infer<typeof ComplaintDraft>;
export const draftComplaint = endpoint({
  name: 'draftComplaint',
  method: 'POST',
  path: '/api/complaints/draft',
  summary: 'A complaint form filled from a mail, with reasons. Stores nothing.',
  input: z.strictObject({ customerId: Id, mail: Mail.nullable() }),
  reply: ComplaintDraft,
});

export const reportComplaint = endpoint({
  name: 'reportComplaint',
  method: 'POST',
  path: '/api/complaints',
  summary: 'Records a complaint; a severe one of an important customer escalates.',
  idempotent: true,
  input: z.strictObject({
    customerId: Id,
    title: z.string().trim().min(1).max(300),
    description: z.string().max(100_000).default(''),
    category: z.enum(complaintCategories),
    severity: z.enum(severities),
    orderId: Id.nullable().default(null),
    ownerId: Id,
    receivedAt: Timestamp.nullable().default(null),
    proposal: z.string().max(1000).nullable().default(null),
    proposedGoodwillCents: Cents.min(0).max(100_000_000).nullable().default(null),
    /** The mail it came by: logged to the customer with the complaint, in the same transaction. */
    mail: Mail.nullable().default(null),
  }),
  reply: z.object({ complaint: Complaint, activityId: Id.nullable() }),
});
export const getComplaint = endpoint({
  name: 'getComplaint',
  method: 'GET',
  path: '/api/complaints/:id',
  summary: 'One complaint with its story.',
  input: z.strictObject({ id: Id }),
  reply: z.object({ complaint: Complaint, events: z.array(ComplaintEvent) }),
});
export const listComplaints = endpoint({
  name: 'listComplaints',
  method: 'GET',
  path: '/api/complaints',
  summary: 'Complaints by deadline.',
  input: z.strictObject({
    customerId: Id.optional(),
    mine: z.stringbool().optional(),
    state: z.enum(['open', 'closed']).default('open'),
    ...pageInput,
  }),
  reply: pageOf(Complaint),
});
export const updateComplaint = endpoint({
  name: 'updateComplaint',
  method: 'PATCH',
  path: '/api/complaints/:id',
  summary: 'Changes fields of a complaint.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    title: z.string().trim().min(1).max(300).optional(),
    category: z.enum(complaintCategories).optional(),
    severity: z.enum(severities).optional(),
    ownerId: Id.optional(),
    /** From today on and at most 90 days ahead; an open complaint always has one. */
    nextOn: Day.optional(),
    proposal: z.string().max(1000).nullable().optional(),
    proposedGoodwillCents: Cents.min(0).max(100_000_000).nullable().optional(),
  }),
  reply: Complaint,
});
export const moveComplaint = endpoint({
  name: 'moveComplaint',
  method: 'POST',
  path: '/api/complaints/:id/moves',
  summary: 'Starts, answers, closes or reopens a complaint, or has it wait for the customer.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    move: z.enum(complaintMoves),
    /** Required for `pause`: what one waits for; and for `reopen`: why it is not over. */
    text: z.string().max(5000).default(''),
    /** Required for `pause`: the day on which it goes on by itself, from tomorrow on and at most 90 days ahead. */
    untilOn: Day.nullable().default(null),
  }),
  reply: Complaint,
});
/** `dedupeKey` makes a second press of the same button answer the first result. */
export const moveEscalation = endpoint({
  name: 'moveEscalation',
  method: 'POST',
  path: '/api/complaints/:id/escalation/moves',
  summary: 'Takes over, assigns, asks back, decides, gives more time or stops an escalation.',
  input: z.strictObject({
    id: Id,
    move: z.enum(escalationMoves),
    dedupeKey: z.string().min(1).max(200),
    text: z.string().max(2000).default(''),
    goodwillCents: Cents.min(0).max(100_000_000).nullable().default(null),
    assigneeId: Id.nullable().default(null),
    /** Required for `extend`: so many working hours more, from now when the deadline is over. */
    extraHours: z.int().min(1).max(80).nullable().default(null),
  }),
  reply: z.object({ complaint: Complaint, acted: z.boolean() }),
});
