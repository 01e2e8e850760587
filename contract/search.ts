// Search over people, documents and everything said, that forgives typing errors, within the user's rights.
import { z } from 'zod';
import { CustomerRef, Rating } from './customer.ts';
import { endpoint, Id, Timestamp } from './endpoint.ts';

export const searchKinds = [
  'customer',
  'contact',
  'complaint',
  'quote',
  'order',
  'invoice',
  'project',
  'activity',
  'attachment',
] as const;
export const SearchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof SearchKind>;

/** Where a text shows what was asked for: [from, to) in characters as JavaScript counts them. */
export const Mark = z.tuple([z.int().min(0), z.int().min(0)]);
export type Mark = z.infer<typeof Mark>;

/** A text with the places that were found in it. */
export const MarkedText = z.object({ text: z.string(), marks: z.array(Mark) });
export type MarkedText = z.infer<typeof MarkedText>;

export const SearchHit = z.object({
  kind: SearchKind,
  id: Id,
  title: z.string(),
  titleMarks: z.array(Mark),
  detail: z.string(),
  detailMarks: z.array(Mark),
  /** The passage that was found, of a contact report, complaint or file; null when the title says it. */
  passage: MarkedText.nullable(),
  customer: CustomerRef,
  rating: Rating.nullable(),
  /** When a contact report or file was exchanged, or a document written. */
  at: Timestamp.nullable(),
  isArchived: z.boolean(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** How many of a kind there are; `isMore` when counting stopped there. */
export const SearchGroup = z.object({ kind: SearchKind, count: z.int().min(0), isMore: z.boolean() });
export type SearchGroup = z.infer<typeof SearchGroup>;

export const search = endpoint({
  name: 'search',
  method: 'GET',
  path: '/api/search',
  summary:
    'Finds customers, people, documents, contact reports and files, forgiving typing errors; the best of every kind, or more of one.',
  input: z.strictObject({
    /** What was typed; the first 200 characters count. */
    q: z.string().trim().min(1).max(20_000),
    /** At most so many of each kind. */
    limit: z.coerce.number().int().min(1).max(50).default(10),
    /** Only this kind, for its further pages. */
    kind: SearchKind.optional(),
    cursor: z.string().max(100).optional(),
  }),
  reply: z.object({
    /** The best first; kinds mixed. */
    items: z.array(SearchHit),
    groups: z.array(SearchGroup),
    /** The next page of the kind asked for. */
    nextCursor: z.string().nullable(),
  }),
});
