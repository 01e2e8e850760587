// What one row of the audit says of its record before and after, whoever wrote it: an edit, an import, a merge. Pure.

export type Side = Readonly<Record<string, unknown>>;

export interface Entry {
  readonly action: string;
  readonly recordKind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The value as a record; empty for everything else. */
export function sideOf(value: unknown): Side {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Side) : {}; // just checked
}

/** The same row in the names of the contract; `other` is the record that a merge was made with. */
export function readEntry(entry: Entry, other: string | null): Entry {
  const [, verb = ''] = entry.action.split('.');
  if (verb === 'import' || verb === 'import_undo') {
    return { ...entry, before: inContractNames(entry.before), after: inContractNames(entry.after) };
  }
  if (verb === 'merge') {
    const record = sideOf(sideOf(entry.after)[entry.recordKind]);
    return {
      ...entry,
      before: { ...sideOf(entry.before), mergedWith: null },
      after: { ...record, mergedWith: other },
    };
  }
  if (verb === 'merged_away') return { ...entry, before: { mergedWith: null }, after: { mergedWith: other } };
  if (verb === 'merge_undo') return { ...entry, before: { mergedWith: other }, after: { mergedWith: null } };
  return entry;
}

/** Imports write down the columns: `target_group` is `targetGroup`. */
function inContractNames(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const named = Object.entries(sideOf(value)).map(([column, one]) => [
    column.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()),
    one,
  ]);
  return Object.fromEntries(named) as Side; // pairs of name and value
}
