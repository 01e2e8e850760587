// What is done about a complaint: measures with their costs, goodwill within limits, internal notes.
import { z } from 'zod';
import { Cents, endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

export const measureKinds = ['replacement', 'credit', 'repair', 'apology', 'goodwill'] as const;
/** Goodwill above one's limit is requested until a manager agrees or refuses; everything else is agreed at once. */
export const measureStates = ['agreed', 'requested', 'refused'] as const;
export const measureMoves = ['approve', 'refuse'] as const;

export const ComplaintMeasure = z.object({
  id: Id,
  kind: z.enum(measureKinds),
  text: z.string(),
  costCents: Cents,
  state: z.enum(measureStates),
  askedBy: Person,
  askedAt: Timestamp,
  /** Whose decision it waits for. */
  decider: Person.nullable(),
  decision: z.object({ by: Person, at: Timestamp, text: z.string() }).nullable(),
  /** What the reader may decide; nobody decides about his own request. */
  moves: z.array(z.enum(measureMoves)),
});
export type ComplaintMeasure = z.infer<typeof ComplaintMeasure>;

const ofComplaint = { id: Id };
export const listMeasures = endpoint({
  name: 'listMeasures',
  method: 'GET',
  path: '/api/complaints/:id/measures',
  summary: 'What was done about a complaint and what it cost.',
  input: z.strictObject(ofComplaint),
  reply: z.object({
    items: z.array(ComplaintMeasure),
    /** Of all that were agreed. */
    costCents: Cents,
    /** How much goodwill the reader may still grant alone; null: without limit. */
    goodwillLeftCents: Cents.nullable(),
    /** A closed complaint takes no more. */
    canAdd: z.boolean(),
  }),
});
export const addMeasure = endpoint({
  name: 'addMeasure',
  method: 'POST',
  path: '/api/complaints/:id/measures',
  summary: 'Adds a measure; goodwill above the limit of the role goes to a manager.',
  idempotent: true,
  input: z.strictObject({
    ...ofComplaint,
    kind: z.enum(measureKinds),
    text: z.string().trim().max(1_000).default(''),
    costCents: Cents.min(0).max(100_000_000).default(0),
  }),
  reply: ComplaintMeasure,
});
export const decideMeasure = endpoint({
  name: 'decideMeasure',
  method: 'POST',
  path: '/api/complaints/:id/measures/:measureId/decision',
  summary: 'A manager agrees to goodwill above the limit, or refuses it with the reason.',
  input: z.strictObject({
    ...ofComplaint,
    measureId: Id,
    move: z.enum(measureMoves),
    /** Required for `refuse`. */
    text: z.string().trim().max(1_000).default(''),
  }),
  reply: ComplaintMeasure,
});
export const addComplaintNote = endpoint({
  name: 'addComplaintNote',
  method: 'POST',
  path: '/api/complaints/:id/notes',
  summary: 'Writes an internal note into the story of a complaint; partners do not see it.',
  idempotent: true,
  input: z.strictObject({ ...ofComplaint, text: z.string().trim().min(1).max(5_000) }),
  reply: z.object({ added: z.literal(true) }),
});

/** How much goodwill a role may grant alone, per complaint; null: without limit. */
export const GoodwillLimits = z.object({
  version: z.int(),
  salesCents: Cents.nullable(),
  managerCents: Cents.nullable(),
  adminCents: Cents.nullable(),
});
export type GoodwillLimits = z.infer<typeof GoodwillLimits>;
export const getGoodwillLimits = endpoint({
  name: 'getGoodwillLimits',
  method: 'GET',
  path: '/api/goodwill-limits',
  summary: 'How much goodwill each role may grant alone.',
  input: Nothing,
  reply: GoodwillLimits,
});
const limit = Cents.min(0).max(100_000_000).nullable();
export const updateGoodwillLimits = endpoint({
  name: 'updateGoodwillLimits',
  method: 'PATCH',
  path: '/api/goodwill-limits',
  summary: 'Changes how much goodwill each role may grant alone.',
  versioned: true,
  input: z.strictObject({ salesCents: limit, managerCents: limit, adminCents: limit }).partial(),
  reply: GoodwillLimits,
});
