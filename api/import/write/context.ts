// What all batches of one run share.
import type { ImportRule } from '#contract/import-map.ts';
import type { TerritoryRow } from '#api/customers/territory.ts';
import { columnTypes } from '../kinds/kind.ts';
import type { RecordKind } from '../kinds/kind.ts';
import type { FieldPlace } from '../mapping.ts';

export interface RunContext {
  readonly organizationId: string;
  readonly runId: string;
  /** Null: a file without a remembered source; nothing is remembered about it. */
  readonly sourceId: string | null;
  readonly kind: RecordKind;
  readonly now: Date;
  readonly ruleOf: (column: string) => ImportRule;
  /** Every column this run may write, with its type; attributes apart. */
  readonly types: Readonly<Record<string, string>>;
  readonly writesAttributes: boolean;
  /** The file's own name of a field's column, for problems. */
  readonly nameOf: (field: string) => string;
  readonly territories: readonly TerritoryRow[];
  /** Counts up; the next number of a change of this run. */
  changes: number;
}

type Given = Pick<
  RunContext,
  'organizationId' | 'runId' | 'sourceId' | 'kind' | 'now' | 'territories' | 'changes'
> & {
  readonly places: readonly FieldPlace[];
  readonly rules: Readonly<Record<string, ImportRule | undefined>>;
};

/** Works out which columns the map touches. */
export function createContext({ places, rules, ...given }: Given): RunContext {
  const { kind } = given;
  const mapped = new Set(places.map((place) => place.field.name));
  const all = columnTypes(kind);
  const columns = new Set([
    ...places.flatMap((place) => place.field.column ?? []),
    ...kind.references.filter((one) => mapped.has(one.field)).map((one) => one.column),
    ...Object.keys(kind.derived ?? {}),
    ...Object.keys(kind.newColumns ?? {}),
  ]);
  const types = Object.fromEntries(Object.entries(all).filter(([column]) => columns.has(column)));
  const fieldOf = new Map([
    ...kind.fields.map((field) => [field.column ?? field.name, field.name] as const),
    ...kind.references.map((one) => [one.column, one.field] as const),
  ]);
  return {
    ...given,
    types,
    writesAttributes: [...columns].some((column) => column.startsWith('attributes.')),
    ruleOf: (column) => rules[fieldOf.get(column) ?? column] ?? kind.defaultRule,
    nameOf: (field) =>
      places.find((place) => place.field.name === field)?.column ??
      kind.fields.find((one) => one.name === field)?.label?.de ??
      field,
  };
}
