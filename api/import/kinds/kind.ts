// How a kind of record is described to the import: its fields, what they refer to, where it is stored. Data, no SQL.
import type { ImportField } from '#contract/import.ts';
import type { ImportKind, ImportRule } from '#contract/import-map.ts';
import type { Problem } from '../problems.ts';

export type FieldType = ImportField['type'];
export type Value = string | number | boolean | null | readonly string[];
/** The fields of one row, read; those that no column is mapped to are not there. */
export type Values = Readonly<Record<string, Value>>;

export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  /** The table's column; left out where the field only refers to something or is worked into others. */
  readonly column?: string;
  readonly isRequired?: true;
  /** Needs no column of its own, but no record may be without it once the file writes attributes. */
  readonly mustBeKnown?: true;
  readonly longest?: number;
  readonly least?: number;
  readonly most?: number;
  /** What a file may say → what is stored. */
  readonly choices?: Readonly<Record<string, string>>;
  /** How ERP exports call it, lower case without spaces and signs; the first fits best. */
  readonly words: readonly string[];
  readonly label?: { readonly de: string; readonly en: string };
}

export interface Reference {
  readonly field: string;
  readonly column: string;
  readonly table: 'customer' | 'product' | 'product_group' | 'sales_order' | 'app_user' | 'territory';
  readonly by: 'number' | 'name' | 'email';
  /** Null: what is not found is left empty. */
  readonly problem: Problem | null;
  /** Made when it is not there (product groups). */
  readonly isMade?: true;
}

export type ImportTable =
  | 'customer'
  | 'contact'
  | 'product_group'
  | 'product'
  | 'sales_order'
  | 'order_line'
  | 'quote'
  | 'invoice'
  | 'project'
  | 'service_interval'
  | 'price_heard';

export interface RecordKind {
  readonly kind: ImportKind;
  readonly table: ImportTable;
  readonly defaultRule: ImportRule;
  readonly fields: readonly FieldSpec[];
  readonly references: readonly Reference[];
  /** The columns that tell one record from another. */
  readonly key: readonly string[];
  /** The fields behind them, whose values name the record in reports. */
  readonly keyFields: readonly string[];
  /** Only known records are changed. */
  readonly neverCreates?: true;
  /** Whether people edit it: it then has a version, and its changes stand in the audit trail. */
  readonly isEdited?: true;
  /** Column values that follow from others; null for a problem is told by the field's name. */
  derive?(
    values: Values,
  ): { readonly columns: Values } | { readonly problem: Problem; readonly field: string };
  /** Types of the columns that derive adds. */
  readonly derived?: Readonly<Record<string, string>>;
  /** Values of a new record whose column is not mapped. */
  readonly newColumns?: Values;
  /** Whose figures follow from it. */
  readonly touches?: 'customer' | 'order';
}

const types: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'numeric',
  whole: 'int',
  cents: 'bigint',
  percent: 'numeric',
  day: 'date',
  flag: 'boolean',
  choice: 'text',
  choices: 'text',
  country: 'text',
  email: 'text',
};

/** PostgreSQL's type of each column that this kind may write. */
export function columnTypes(kind: RecordKind): Record<string, string> {
  const own = kind.fields.flatMap((field) =>
    field.column === undefined || field.column.startsWith('attributes.')
      ? []
      : [[field.column, types[field.type]] as const],
  );
  const references = kind.references.map((reference) => [reference.column, 'uuid'] as const);
  return { ...Object.fromEntries([...own, ...references]), ...kind.derived };
}
