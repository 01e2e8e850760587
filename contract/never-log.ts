// "Nie ablegen": addresses and domains whose mails are not logged, for the whole company or for one person alone.
import { z } from 'zod';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { Person } from './user.ts';

export const neverLogKinds = ['address', 'domain'] as const;
/** What is listed, what its sender marked as private, and what only colleagues wrote to each other. */
export const neverLogReasons = ['address', 'domain', 'private', 'internal'] as const;
/** So many entries a person or the company can have. */
export const mostNeverLogEntries = 1000;

export const NeverLogEntry = z.object({
  id: Id,
  kind: z.enum(neverLogKinds),
  /** In lower case, the domain in ASCII. */
  value: z.string(),
  isOfCompany: z.boolean(),
  by: Person.nullable(),
  addedAt: Timestamp,
  canRemove: z.boolean(),
});
export type NeverLogEntry = z.infer<typeof NeverLogEntry>;

/** Why a mail is not logged without an exception; `evidence` is the address or domain, empty for private and internal ones. */
export const NeverLog = z.object({
  reason: z.enum(neverLogReasons),
  evidence: z.string(),
  isOfCompany: z.boolean(),
});
export type NeverLog = z.infer<typeof NeverLog>;

export const listNeverLog = endpoint({
  name: 'listNeverLog',
  method: 'GET',
  path: '/api/never-log',
  summary: 'The company’s never-log entries and one’s own, by name.',
  input: Nothing,
  reply: z.object({ items: z.array(NeverLogEntry) }),
});
/** One that is there answers duplicate with it; for the company only administrators add. */
export const addNeverLog = endpoint({
  name: 'addNeverLog',
  method: 'POST',
  path: '/api/never-log',
  summary: 'Mails with this address or domain are not logged from now on.',
  idempotent: true,
  input: z.strictObject({
    kind: z.enum(neverLogKinds),
    value: z.string().trim().min(3).max(320),
    forCompany: z.boolean().default(false),
  }),
  reply: NeverLogEntry,
});
export const removeNeverLog = endpoint({
  name: 'removeNeverLog',
  method: 'DELETE',
  path: '/api/never-log/:id',
  summary: 'Mails with this address or domain can be logged again.',
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
