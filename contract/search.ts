// Search over customers, contacts and document numbers that forgives typing errors, within the user's rights.
import { z } from 'zod';
import { CustomerRef, Rating } from './customer.ts';
import { endpoint, Id } from './endpoint.ts';

export const SearchHit = z.object({
  kind: z.enum(['customer', 'contact', 'complaint', 'quote', 'order', 'invoice']),
  id: Id,
  title: z.string(),
  detail: z.string(),
  customer: CustomerRef,
  rating: Rating.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const search = endpoint({
  name: 'search',
  method: 'GET',
  path: '/api/search',
  summary: 'Finds customers, people and documents, forgiving typing errors.',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  reply: z.object({ items: z.array(SearchHit) }),
});
