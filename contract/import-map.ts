// What can be imported, and the map from columns of a file to fields of a record.
import { z } from 'zod';

export const importKinds = [
  'customers',
  'contacts',
  'terms',
  'productGroups',
  'products',
  'orders',
  'orderLines',
  'quotes',
  'invoices',
  'projects',
  'serviceIntervals',
  'pricesHeard',
] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

/**
 * Who wins when a person has changed a field since the last import. edits: what people wrote stays; empty: only empty
 * fields are filled; erp: the field belongs to the ERP.
 */
export const importRules = ['edits', 'empty', 'erp'] as const;
export const ImportRule = z.enum(importRules);
export type ImportRule = z.infer<typeof ImportRule>;

const ColumnName = z.string().trim().min(1).max(220);
export const importEncodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export const importDelimiters = [';', ',', '\t', '|'] as const;
export const importDateOrders = ['dmy', 'mdy'] as const;

/** Which column holds which field, and how values are written; what is left out is found by looking at the file. */
export const ImportMapping = z.strictObject({
  columns: z
    .record(
      z.string().min(1).max(100),
      z.strictObject({
        column: ColumnName,
        /** Where the value stands when the first column is empty. */
        otherwise: z.array(ColumnName).max(5).optional(),
        rule: ImportRule.optional(),
      }),
    )
    .refine((columns) => Object.keys(columns).length <= 200, 'too_long')
    .default({}),
  decimal: z.enum([',', '.']).optional(),
  dateOrder: z.enum(importDateOrders).optional(),
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.enum(importDelimiters).optional(),
  sheet: z.string().min(1).max(100).optional(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
