// Taking over what the ERP knows: sources with their column maps, files, previews, runs with progress, undo.
import { z } from 'zod';
import { endpoint, Id, Nothing, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { ImportKind, ImportMapping, ImportRule } from './import-map.ts';
import { ImportProblem } from './import-preview.ts';
import { Person } from './user.ts';

export const importPlaces = ['upload', 'folder', 'endpoint'] as const;
export const importAuthKinds = ['none', 'basic', 'bearer', 'api_key'] as const;

export const importFieldTypes = [
  'text',
  'number',
  'whole',
  'cents',
  'percent',
  'day',
  'flag',
  'choice',
  'choices',
  'country',
  'email',
] as const;
/** A field that a column can be mapped to; own attributes carry their label, the others have it in the catalogue. */
export const ImportField = z.object({
  name: z.string(),
  type: z.enum(importFieldTypes),
  isRequired: z.boolean(),
  label: z.object({ de: z.string(), en: z.string() }).nullable(),
});
export type ImportField = z.infer<typeof ImportField>;

export const ImportSource = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  kind: ImportKind,
  place: z.enum(importPlaces),
  location: z.string().nullable(),
  authKind: z.enum(importAuthKinds),
  authName: z.string().nullable(),
  hasSecret: z.boolean(),
  mapping: ImportMapping,
  isFullLoad: z.boolean(),
  /** `02:30`, every day; null: only by hand. */
  runAt: z.string().nullable(),
  nextRunAt: Timestamp.nullable(),
});
export type ImportSource = z.infer<typeof ImportSource>;

const Name = z.string().trim().min(1).max(120);
const sourceFields = {
  name: Name,
  kind: ImportKind,
  place: z.enum(importPlaces).default('upload'),
  location: z.string().trim().min(1).max(2_000).nullable().default(null),
  authKind: z.enum(importAuthKinds).default('none'),
  authName: z.string().trim().min(1).max(200).nullable().default(null),
  /** Stored sealed and never answered. */
  secret: z.string().min(1).max(4_000).nullable().default(null),
  mapping: ImportMapping.default({ columns: {} }),
  isFullLoad: z.boolean().default(false),
  runAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
};

export const describeImport = endpoint({
  name: 'describeImport',
  method: 'GET',
  path: '/api/import',
  summary:
    'What can be imported: kinds of records with their fields, ready maps, and what this server allows.',
  input: Nothing,
  reply: z.object({
    kinds: z.array(z.object({ kind: ImportKind, defaultRule: ImportRule, fields: z.array(ImportField) })),
    readyMaps: z.array(z.object({ name: z.string(), kind: ImportKind, mapping: ImportMapping })),
    maxFileBytes: z.int(),
    hasFolder: z.boolean(),
    canKeepSecrets: z.boolean(),
  }),
});

export const listImportSources = endpoint({
  name: 'listImportSources',
  method: 'GET',
  path: '/api/import/sources',
  summary: 'The remembered sources by name.',
  input: Nothing,
  reply: z.object({ items: z.array(ImportSource) }),
});
export const createImportSource = endpoint({
  name: 'createImportSource',
  method: 'POST',
  path: '/api/import/sources',
  summary: 'Remembers a source with its column map.',
  idempotent: true,
  input: z.strictObject(sourceFields),
  reply: ImportSource,
});
export const updateImportSource = endpoint({
  name: 'updateImportSource',
  method: 'PATCH',
  path: '/api/import/sources/:id',
  summary: 'Changes a source; a secret that is left out stays.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    name: Name.optional(),
    location: z.string().trim().min(1).max(2_000).nullable().optional(),
    authKind: z.enum(importAuthKinds).optional(),
    authName: z.string().trim().min(1).max(200).nullable().optional(),
    secret: z.string().min(1).max(4_000).nullable().optional(),
    mapping: ImportMapping.optional(),
    isFullLoad: z.boolean().optional(),
    runAt: sourceFields.runAt.unwrap().optional(),
    archived: z.literal(true).optional(),
  }),
  reply: ImportSource,
});

export const ImportFile = z.object({ id: Id, name: z.string(), sizeBytes: z.int() });
/** The file itself is the body, as `application/octet-stream`; its name stands in the address. */
export const uploadImportFile = endpoint({
  name: 'uploadImportFile',
  method: 'POST',
  path: '/api/import/files/:name',
  summary: 'Takes a file of up to 200 MB; the body is the file (application/octet-stream).',
  input: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  reply: ImportFile,
});

export const importStates = [
  'waiting',
  'fetching',
  'checking',
  'writing',
  'finishing',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const;
export const ImportRun = z.object({
  id: Id,
  kind: ImportKind,
  source: z.object({ id: Id, name: z.string() }).nullable(),
  fileName: z.string(),
  isDryRun: z.boolean(),
  state: z.enum(importStates),
  rowsTotal: z.int().nullable(),
  rowsRead: z.int(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  wrong: z.int(),
  kept: z.int(),
  missing: z.int(),
  problem: ImportProblem.nullable(),
  isCancelAsked: z.boolean(),
  startedBy: Person.nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  undoneAt: Timestamp.nullable(),
  undoneBy: Person.nullable(),
  undoKept: z.int(),
  canUndo: z.boolean(),
  /** The file of this run is still there, so that the same run can be started in earnest. */
  canRepeat: z.boolean(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/api/import/runs',
  summary: 'Starts an import, or a dry run of it, in the background.',
  idempotent: true,
  input: z.strictObject({
    kind: ImportKind,
    fileId: Id.nullable().default(null),
    sourceId: Id.nullable().default(null),
    mapping: ImportMapping.nullable().default(null),
    isDryRun: z.boolean(),
    isFullLoad: z.boolean().optional(),
  }),
  reply: ImportRun,
});
export const listImportRuns = endpoint({
  name: 'listImportRuns',
  method: 'GET',
  path: '/api/import/runs',
  summary: 'Runs, the newest first.',
  input: z.strictObject({ sourceId: Id.optional(), ...pageInput }),
  reply: pageOf(ImportRun),
});
export const getImportRun = endpoint({
  name: 'getImportRun',
  method: 'GET',
  path: '/api/import/runs/:id',
  summary: 'One run with its progress and its first problems.',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    run: ImportRun,
    problems: z.array(ImportProblem),
    notes: z.array(ImportProblem),
    undoLeft: z.array(z.object({ record: z.string(), reason: z.string() })),
  }),
});
export const cancelImport = endpoint({
  name: 'cancelImport',
  method: 'POST',
  path: '/api/import/runs/:id/cancel',
  summary: 'Stops a run after the rows it is writing; what is written stays and can be undone.',
  input: z.strictObject({ id: Id }),
  reply: ImportRun,
});
export const undoImport = endpoint({
  name: 'undoImport',
  method: 'POST',
  path: '/api/import/runs/:id/undo',
  summary: 'Puts back what a run changed; what people changed or used since stays and is listed.',
  input: z.strictObject({ id: Id }),
  reply: ImportRun,
});
export const getImportErrors = endpoint({
  name: 'getImportErrors',
  method: 'GET',
  path: '/api/import/runs/:id/errors',
  summary: 'The rows that could not be taken, with the reason, as a CSV file.',
  input: z.strictObject({ id: Id, language: z.enum(['de', 'en']).default('de') }),
  reply: z.unknown(),
});
