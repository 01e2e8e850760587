// What an import would read: the first rows, what was assumed about the file, what is wrong with it.
import { z } from 'zod';
import { endpoint, Id } from './endpoint.ts';
import { ImportKind, ImportMapping } from './import-map.ts';

/** A problem as a machine word with its place, and as a sentence: the error file needs the server to say it. */
export const ImportProblem = z.object({
  line: z.int().nullable(),
  problem: z.string(),
  column: z.string(),
  value: z.string(),
  sentence: z.object({ de: z.string(), en: z.string() }),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What was assumed about a file, and how sure that is; `open`: somebody has to say. */
export const Assumption = z.object({
  about: z.enum(['encoding', 'delimiter', 'decimal', 'dateOrder', 'sheet']),
  value: z.string().nullable(),
  from: z.enum(['found', 'chosen', 'open', 'not_needed']),
  /** A value of the file that shows it, and its column. */
  example: z.string(),
  column: z.string(),
});
export type Assumption = z.infer<typeof Assumption>;

const PreviewColumn = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  /** The field this column's name sounds like; null when nothing fits. */
  proposal: z.string().nullable(),
});
export const ImportPreview = z.object({
  format: z.enum(['csv', 'xlsx', 'json']),
  sheets: z.array(z.string()),
  assumptions: z.array(Assumption),
  columns: z.array(PreviewColumn),
  /** The map the preview was read with: the given one, or the proposal. */
  mapping: ImportMapping,
  /** The first rows as they will be read: field → value. */
  rows: z.array(z.object({ line: z.int(), values: z.record(z.string(), z.string()) })),
  problems: z.array(ImportProblem),
  /** Required fields that no column is mapped to. */
  missingFields: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const previewImport = endpoint({
  name: 'previewImport',
  method: 'POST',
  path: '/api/import/preview',
  summary:
    'Reads the beginning of an uploaded file, or of a source, as the import would, and stores nothing.',
  input: z.strictObject({
    kind: ImportKind,
    fileId: Id.nullable().default(null),
    sourceId: Id.nullable().default(null),
    /** Left out: the source’s own, else a proposal from the header. */
    mapping: ImportMapping.nullable().default(null),
  }),
  reply: ImportPreview,
});
