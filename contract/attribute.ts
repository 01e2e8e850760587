// Attributes (Merkmal): fields that the company defines for its customers and contacts, and their values.
import { z } from 'zod';
import { endpoint, Id } from './endpoint.ts';
import { Role } from './user.ts';

export const attributeRecordKinds = ['customer', 'contact'] as const;
export type AttributeRecordKind = (typeof attributeRecordKinds)[number];
export const attributeTypes = [
  'text',
  'number',
  'date',
  'yes_no',
  'choice',
  'multiple_choice',
  'money',
] as const;
export type AttributeType = (typeof attributeTypes)[number];

const Label = z.string().trim().min(1).max(100);
/** A choice keeps its id when it is renamed; a retired one stays readable where it was chosen. */
export const AttributeChoice = z.object({
  id: Id,
  labelDe: Label,
  labelEn: Label,
  retired: z.boolean().default(false),
});
export type AttributeChoice = z.infer<typeof AttributeChoice>;

/**
 * By type: text → string, number → number, date → Day, yes_no → boolean, choice → choice id,
 * multiple_choice → choice ids, money → Cents.
 */
export const AttributeValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(Id).max(50)]);
export type AttributeValue = z.infer<typeof AttributeValue>;
/** Values by attribute id; only of attributes that the reader may see and that are not retired. */
export const AttributeValues = z.record(Id, AttributeValue);
export type AttributeValues = z.infer<typeof AttributeValues>;
/** What is given is written, null empties, the rest stays. */
export const AttributeChanges = z
  .record(Id, AttributeValue.nullable())
  .refine((changes) => Object.keys(changes).length <= 200);
export type AttributeChanges = z.infer<typeof AttributeChanges>;

export const Attribute = z.object({
  id: Id,
  version: z.int(),
  recordKind: z.enum(attributeRecordKinds),
  key: z.string(),
  labelDe: z.string(),
  labelEn: z.string(),
  type: z.enum(attributeTypes),
  choices: z.array(AttributeChoice),
  group: z.string().nullable(),
  required: z.boolean(),
  visibleTo: z.array(Role),
  searchable: z.boolean(),
  position: z.int(),
  retired: z.boolean(),
  /** How many records have a value; only where the administrator asks for all attributes. */
  uses: z.int().nullable(),
});
export type Attribute = z.infer<typeof Attribute>;

const editable = {
  labelDe: Label,
  labelEn: Label,
  type: z.enum(attributeTypes),
  choices: z.array(AttributeChoice).max(100),
  group: z.string().trim().min(1).max(100).nullable(),
  required: z.boolean(),
  visibleTo: z.array(Role).min(1).max(4),
  searchable: z.boolean(),
  position: z.int().min(0).max(10_000),
};

export const listAttributes = endpoint({
  name: 'listAttributes',
  method: 'GET',
  path: '/api/attributes',
  summary:
    'Attributes that the caller may see, in order; `all` adds the hidden and retired ones for administrators.',
  input: z.strictObject({
    recordKind: z.enum(attributeRecordKinds).optional(),
    all: z.stringbool().optional(),
  }),
  reply: z.object({ items: z.array(Attribute) }),
});
export const createAttribute = endpoint({
  name: 'createAttribute',
  method: 'POST',
  path: '/api/attributes',
  summary: 'Defines an attribute; it appears in forms, lists and exports at once.',
  idempotent: true,
  input: z.strictObject({
    recordKind: z.enum(attributeRecordKinds),
    /** For imports and scripts; made from the label when left out. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,59}$/)
      .optional(),
    labelDe: editable.labelDe,
    labelEn: editable.labelEn,
    type: editable.type,
    choices: editable.choices.default([]),
    group: editable.group.default(null),
    required: editable.required.default(false),
    visibleTo: editable.visibleTo.default(['sales', 'manager', 'admin']),
    searchable: editable.searchable.default(false),
    position: editable.position.optional(),
  }),
  reply: Attribute,
});
/** A type is changed only when every value there is converts; a choice in use is retired, not removed (409 with the count). */
export const updateAttribute = endpoint({
  name: 'updateAttribute',
  method: 'PATCH',
  path: '/api/attributes/:id',
  summary: 'Renames, regroups, retires or changes an attribute; values are kept.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editable).partial().shape, retired: z.boolean().optional() }),
  reply: Attribute,
});
/** Refused with 409 and `current.uses` while records have a value; retire it instead. */
export const deleteAttribute = endpoint({
  name: 'deleteAttribute',
  method: 'DELETE',
  path: '/api/attributes/:id',
  summary: 'Deletes an attribute that no record uses.',
  versioned: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ deleted: z.literal(true) }),
});

/** The attributes of one customer or contact: what there is to fill in, what is filled in, and the record's version. */
export const RecordAttributes = z.object({
  recordKind: z.enum(attributeRecordKinds),
  id: Id,
  version: z.int(),
  attributes: z.array(Attribute),
  values: AttributeValues,
});
export type RecordAttributes = z.infer<typeof RecordAttributes>;
const ofRecord = { recordKind: z.enum(attributeRecordKinds), id: Id };
export const getRecordAttributes = endpoint({
  name: 'getRecordAttributes',
  method: 'GET',
  path: '/api/attributes/:recordKind/:id',
  summary: 'The attributes of a customer or contact as the caller may see them.',
  input: z.strictObject(ofRecord),
  reply: RecordAttributes,
});
/** The version is that of the customer or contact itself. */
export const updateRecordAttributes = endpoint({
  name: 'updateRecordAttributes',
  method: 'PATCH',
  path: '/api/attributes/:recordKind/:id',
  summary:
    'Fills in or empties attributes of a customer or contact; required ones must be filled in afterwards.',
  versioned: true,
  input: z.strictObject({ ...ofRecord, values: AttributeChanges }),
  reply: RecordAttributes,
});

/** `current` of the 409 (in_use) of a change or deletion that records stand against. */
export const AttributeInUse = z.object({ uses: z.int(), failing: z.int() });
export type AttributeInUse = z.infer<typeof AttributeInUse>;
