// Lists that the company maintains itself: target groups, sectors, roles of contacts.
import { z } from 'zod';
import { endpoint, Id } from './endpoint.ts';

export const choiceKinds = ['target_group', 'sector', 'contact_role'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

export const Choice = z.object({
  id: Id,
  version: z.int(),
  kind: z.enum(choiceKinds),
  name: z.string(),
  position: z.int(),
});
export type Choice = z.infer<typeof Choice>;

const Name = z.string().trim().min(1).max(100);

export const listChoices = endpoint({
  name: 'listChoices',
  method: 'GET',
  path: '/api/choices',
  summary: 'What one may choose as target group, sector and role of a contact, in order.',
  input: z.strictObject({ kind: z.enum(choiceKinds).optional() }),
  reply: z.object({ items: z.array(Choice) }),
});
export const createChoice = endpoint({
  name: 'createChoice',
  method: 'POST',
  path: '/api/choices',
  summary: 'Adds an entry at the end of a list.',
  idempotent: true,
  input: z.strictObject({ kind: z.enum(choiceKinds), name: Name }),
  reply: Choice,
});
/** A new name is written to every customer, contact and territory that carries the old one. */
export const updateChoice = endpoint({
  name: 'updateChoice',
  method: 'PATCH',
  path: '/api/choices/:id',
  summary: 'Renames an entry or moves it to another place in its list.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    name: Name.optional(),
    position: z.int().min(0).max(10_000).optional(),
  }),
  reply: Choice,
});
/** Refused with in_use while a customer, contact or territory carries it; `current.count` says how many. */
export const removeChoice = endpoint({
  name: 'removeChoice',
  method: 'DELETE',
  path: '/api/choices/:id',
  summary: 'Takes an unused entry away.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
