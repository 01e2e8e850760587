// Further addresses of a customer (Lieferanschrift, Rechnungsanschrift, Standort); the main one is part of Customer.
import { z } from 'zod';
import { endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';

export const addressKinds = ['delivery', 'invoice', 'site'] as const;
/** More than this one customer cannot have. */
export const mostAddresses = 2_000;

export const Address = z.object({
  id: Id,
  version: z.int(),
  customerId: Id,
  kind: z.enum(addressKinds),
  label: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  updatedAt: Timestamp,
});
export type Address = z.infer<typeof Address>;

const editable = {
  kind: z.enum(addressKinds),
  label: z.string().trim().max(200),
  street: z.string().trim().max(300).nullable(),
  postcode: z.string().trim().max(20).nullable(),
  city: z.string().trim().max(200).nullable(),
  country: z.string().regex(/^[A-Z]{2}$/),
};

export const listAddresses = endpoint({
  name: 'listAddresses',
  method: 'GET',
  path: '/api/customers/:customerId/addresses',
  summary: 'Delivery, invoice and site addresses of a customer, by kind and label.',
  input: z.strictObject({ customerId: Id, kind: z.enum(addressKinds).optional(), ...pageInput }),
  reply: z.object({ ...pageOf(Address).shape, count: z.int() }),
});
export const createAddress = endpoint({
  name: 'createAddress',
  method: 'POST',
  path: '/api/customers/:customerId/addresses',
  summary: 'Adds an address to a customer.',
  idempotent: true,
  input: z.strictObject({
    customerId: Id,
    kind: editable.kind,
    label: editable.label.default(''),
    street: editable.street.default(null),
    postcode: editable.postcode.default(null),
    city: editable.city.default(null),
    country: editable.country.default('DE'),
  }),
  reply: Address,
});
export const updateAddress = endpoint({
  name: 'updateAddress',
  method: 'PATCH',
  path: '/api/addresses/:id',
  summary: 'Changes fields of an address.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editable).partial().shape }),
  reply: Address,
});
/** The row stays, marked as removed, so that it can be put back. */
export const removeAddress = endpoint({
  name: 'removeAddress',
  method: 'DELETE',
  path: '/api/addresses/:id',
  summary: 'Takes an address away.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
