// "Menschen und Rechte": everybody known to the organisation, with role, territories, manager and deputy.
import { z } from 'zod';
import { CustomerRef } from './customer.ts';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';
import { Person, Role, Territory } from './user.ts';

export const PersonRights = z.object({
  ...Person.shape,
  version: z.int(),
  email: z.string(),
  jobTitle: z.string().nullable(),
  /** Null: known, but without access. Where Entra names a role at sign-in, that one counts. */
  role: Role.nullable(),
  active: z.boolean(),
  territories: z.array(Territory),
  manager: Person.nullable(),
  deputy: Person.nullable(),
  /** What a partner sees; of others empty. */
  sharedCustomers: z.array(CustomerRef),
  lastSeenAt: Timestamp.nullable(),
});
export type PersonRights = z.infer<typeof PersonRights>;

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'Everybody known here with their rights, by name.',
  input: Nothing,
  reply: z.object({ items: z.array(PersonRights) }),
});
/** Counts from the person's next request on. The last active administrator stays one (transition_not_allowed). */
export const updatePerson = endpoint({
  name: 'updatePerson',
  method: 'PATCH',
  path: '/api/people/:id',
  summary: 'Changes what a person may do and see.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    role: Role.nullable().optional(),
    active: z.boolean().optional(),
    territoryIds: z.array(Id).max(200).optional(),
    managerId: Id.nullable().optional(),
    deputyId: Id.nullable().optional(),
    sharedCustomerIds: z.array(Id).max(1_000).optional(),
  }),
  reply: PersonRights,
});
