// "Änderungen": who changed what of a record, when and from where, field by field, and what of it can be taken back.
import { z } from 'zod';
import { endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

/** Records whose changes are shown. A customer's include its addresses and entries, a complaint's its escalation. */
export const auditedKinds = ['customer', 'contact', 'complaint', 'activity', 'user'] as const;
export type AuditedKind = (typeof auditedKinds)[number];

/** What the company calls one of its choices. */
const AuditName = z.object({ de: z.string(), en: z.string() });
export type AuditName = z.infer<typeof AuditName>;

const AuditValue = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), AuditName])),
]);
export type AuditValue = z.infer<typeof AuditValue>;

export const AuditChange = z.object({
  /** The field's name in the contract; for an attribute `attribute`, with its own name as `label`. */
  field: z.string(),
  label: AuditName.nullable(),
  before: AuditValue,
  after: AuditValue,
  /** The numbers are cents. */
  isMoney: z.boolean(),
  /** Something private changed: that it did is said, not what it was. */
  isHidden: z.boolean(),
});
export type AuditChange = z.infer<typeof AuditChange>;

export const AuditItem = z.object({
  id: Id,
  at: Timestamp,
  /** Null: the product itself. */
  by: Person.nullable(),
  /** `<record>.<verb>`, like `customer.update`. */
  action: z.string(),
  recordKind: z.string(),
  recordId: Id,
  /** What the record is called, where the entry says so. */
  title: z.string().nullable(),
  /** `api`, `job`, `bot` or `import`. */
  source: z.string(),
  changes: z.array(AuditChange),
  /** `entry`: undoActivity; `fields`: undoChange with `recordVersion`; null: nothing to take back (any more). */
  undo: z.enum(['entry', 'fields']).nullable(),
});
export type AuditItem = z.infer<typeof AuditItem>;

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'The changes of one record, newest first.',
  input: z.strictObject({ recordKind: z.enum(auditedKinds), recordId: Id, ...pageInput }),
  reply: z.object({ ...pageOf(AuditItem).shape, recordVersion: z.int().nullable() }),
});
/** Sets the changed fields back by the record's normal update; transition_not_allowed when one of them has changed since. */
export const undoChange = endpoint({
  name: 'undoChange',
  method: 'POST',
  path: '/api/audit/:id/undo',
  summary: 'Takes a change of fields back.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ recordKind: z.enum(auditedKinds), recordId: Id, version: z.int() }),
});
