// Why complaints happen: the tree of causes the company maintains, the cause of one complaint, and whether it is a repeat.
import { z } from 'zod';
import { complaintStates } from './complaint.ts';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';

export const causeLevels = 3;
/** Same order; an article of the order and the same category; same cause. */
export const repeatReasons = ['order', 'product', 'cause'] as const;
export const repeatMonths = 12;

export const ComplaintCause = z.object({
  id: Id,
  version: z.int(),
  parentId: Id.nullable(),
  name: z.string(),
  /** From 1, the first level, to 3. */
  level: z.int(),
  /** Among its siblings, from 0. */
  position: z.int(),
  /** It, or one above it, is no longer given to complaints. */
  isRetired: z.boolean(),
  /** Retired itself, not by one above it. */
  isRetiredItself: z.boolean(),
  /** Complaints that carry it. */
  uses: z.int(),
});
export type ComplaintCause = z.infer<typeof ComplaintCause>;

const Name = z.string().trim().min(1).max(100);

export const listComplaintCauses = endpoint({
  name: 'listComplaintCauses',
  method: 'GET',
  path: '/api/complaint-causes',
  summary: 'The tree of causes, each cause before those under it.',
  input: Nothing,
  reply: z.object({ items: z.array(ComplaintCause) }),
});
export const createComplaintCause = endpoint({
  name: 'createComplaintCause',
  method: 'POST',
  path: '/api/complaint-causes',
  summary: 'Adds a cause at the end of those under the same one.',
  idempotent: true,
  input: z.strictObject({ name: Name, parentId: Id.nullable().default(null) }),
  reply: ComplaintCause,
});
/** Refused: a cause under itself (`circle`), and a fourth level (`too_deep`). */
export const updateComplaintCause = endpoint({
  name: 'updateComplaintCause',
  method: 'PATCH',
  path: '/api/complaint-causes/:id',
  summary: 'Renames a cause, moves it with all under it, retires it or takes it back.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    name: Name.optional(),
    parentId: Id.nullable().optional(),
    position: z.int().min(0).max(10_000).optional(),
    isRetired: z.boolean().optional(),
  }),
  reply: ComplaintCause,
});
/** Refused with in_use while a complaint carries it, or a cause stands under it; `current.count` says how many. */
export const removeComplaintCause = endpoint({
  name: 'removeComplaintCause',
  method: 'DELETE',
  path: '/api/complaint-causes/:id',
  summary: 'Takes a cause away that was never used; what was used is retired.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});

export const FormerComplaint = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  state: z.enum(complaintStates),
  receivedAt: Timestamp,
  because: z.array(z.enum(repeatReasons)).min(1),
});
export type FormerComplaint = z.infer<typeof FormerComplaint>;

export const CauseOfComplaint = z.object({
  /** Of the complaint: send it as If-Match. */
  version: z.int(),
  /** `path` begins at the first level and ends with the cause itself. */
  cause: z.object({ id: Id, path: z.array(z.string()), isRetired: z.boolean() }).nullable(),
  /** Of the same customer within 12 months before; a complaint that has any is a repeat. Newest first. */
  former: z.array(FormerComplaint),
});
export type CauseOfComplaint = z.infer<typeof CauseOfComplaint>;

export const getCauseOfComplaint = endpoint({
  name: 'getCauseOfComplaint',
  method: 'GET',
  path: '/api/complaints/:id/cause',
  summary: 'The cause of a complaint, and the former ones that make it a repeat.',
  input: z.strictObject({ id: Id }),
  reply: CauseOfComplaint,
});
/** A retired cause is kept where it is, and given to no other complaint. */
export const setCauseOfComplaint = endpoint({
  name: 'setCauseOfComplaint',
  method: 'PATCH',
  path: '/api/complaints/:id/cause',
  summary: 'Gives a complaint its cause, or takes it away.',
  versioned: true,
  input: z.strictObject({ id: Id, causeId: Id.nullable() }),
  reply: CauseOfComplaint,
});
