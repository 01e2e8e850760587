// Territories (Gebiete): who works there, and by which rules customers belong to them.
import { z } from 'zod';
import { CustomerRef } from './customer.ts';
import { endpoint, Id, Nothing, pageInput, pageOf } from './endpoint.ts';
import { Person } from './user.ts';

/**
 * A customer belongs to the territory on whose list it is; else to that of its sector; else to the one with the longest
 * prefix of its postcode; else to its owner's. Prefixes of other countries carry the country: `AT-50`.
 */
export const TerritoryRules = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  owner: Person.nullable(),
  people: z.array(Person),
  postcodePrefixes: z.array(z.string()),
  sectors: z.array(z.string()),
  customerCount: z.int(),
  listedCount: z.int(),
});
export type TerritoryRules = z.infer<typeof TerritoryRules>;

const editable = {
  name: z.string().trim().min(1).max(100),
  ownerId: Id.nullable(),
  personIds: z.array(Id).max(500),
  /** A prefix (`712`), or a range of prefixes of one length (`70-79`), which is stored as its prefixes. */
  postcodePrefixes: z.array(z.string().trim().min(1).max(30)).max(2_000),
  sectors: z.array(z.string().trim().min(1).max(100)).max(200),
};

export const listTerritories = endpoint({
  name: 'listTerritories',
  method: 'GET',
  path: '/api/territories',
  summary: 'All territories with their rules and how many customers are in them.',
  input: Nothing,
  reply: z.object({
    items: z.array(TerritoryRules),
    /** Customers are just being assigned anew after a change of the rules. */
    isRecalculating: z.boolean(),
  }),
});
/** A prefix or sector that another territory has already answers invalid_input (`taken`) with that territory as `current`. */
export const createTerritory = endpoint({
  name: 'createTerritory',
  method: 'POST',
  path: '/api/territories',
  summary: 'Adds a territory; customers are assigned anew.',
  idempotent: true,
  input: z.strictObject({
    name: editable.name,
    ownerId: editable.ownerId.default(null),
    personIds: editable.personIds.default([]),
    postcodePrefixes: editable.postcodePrefixes.default([]),
    sectors: editable.sectors.default([]),
  }),
  reply: TerritoryRules,
});
export const updateTerritory = endpoint({
  name: 'updateTerritory',
  method: 'PATCH',
  path: '/api/territories/:id',
  summary: 'Changes a territory; customers are assigned anew when its rules change.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editable).partial().shape }),
  reply: TerritoryRules,
});
export const removeTerritory = endpoint({
  name: 'removeTerritory',
  method: 'DELETE',
  path: '/api/territories/:id',
  summary: 'Takes a territory away; its customers are assigned anew.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
export const listTerritoryCustomers = endpoint({
  name: 'listTerritoryCustomers',
  method: 'GET',
  path: '/api/territories/:id/customers',
  summary: 'Customers that were put on the list of a territory.',
  input: z.strictObject({ id: Id, ...pageInput }),
  reply: pageOf(z.object({ ...CustomerRef.shape, city: z.string().nullable() })),
});
/** Puts a customer on the list of a territory, or with null on none, so that the other rules decide again. */
export const listCustomerInTerritory = endpoint({
  name: 'listCustomerInTerritory',
  method: 'POST',
  path: '/api/customers/:id/territory',
  summary: 'Fixes the territory of a customer, or frees it.',
  input: z.strictObject({ id: Id, territoryId: Id.nullable() }),
  reply: z.object({ customerId: Id, territory: z.object({ id: Id, name: z.string() }).nullable() }),
});
