// A form over a stored record: what was changed in it, the version it began with, and how it goes on after a conflict.
import { changedFields, compare, type Comparison, type Side } from './conflict.ts';
import { useDraft } from './use-draft.ts';

export interface RecordForm<F extends object> {
  value: F;
  change: (part: Partial<F>) => void;
  /** Only what differs from the beginning; everything else is nobody's business. */
  changes: Partial<F>;
  version: number;
  compareWith: (theirs: F) => Comparison<keyof F & string>;
  /** Begins anew from what they stored, with the sides chosen; answers what is left to be sent. */
  takeOver: (theirs: F, version: number, sides: Partial<Record<keyof F & string, Side>>) => Partial<F>;
  keep: () => void;
  clear: () => void;
}

interface Started<F> {
  startedFrom: F;
  startedVersion: number;
}

/**
 * `name` says whose form it is. What was typed is kept as a draft with the version it was typed over, so that a form
 * opened again later does not overwrite what others saved meanwhile.
 */
export function useRecordForm<F extends object>(name: string, stored: F, version: number): RecordForm<F> {
  const draft = useDraft<F & Started<F>>(name, { ...stored, startedFrom: stored, startedVersion: version });
  const { startedFrom, startedVersion, ...fields } = draft.value;
  const value = fields as unknown as F; // what is left of F & Started<F>
  const write = (part: Partial<F>, started: Started<F>) =>
    draft.change({ ...part, ...started } as Partial<F & Started<F>>); // parts of both
  return {
    value,
    change: (part) => write(part, { startedFrom, startedVersion }),
    changes: changedFields(startedFrom, value),
    version: startedVersion,
    compareWith: (theirs) => compare(startedFrom, value, theirs),
    takeOver: (theirs, theirVersion, sides) => {
      const { conflicts, taken } = compare(startedFrom, value, theirs);
      const names = [...taken, ...conflicts.filter((one) => sides[one.name] === 'theirs')].map(
        (one) => one.name,
      );
      const part = Object.fromEntries(names.map((one) => [one, theirs[one]])) as Partial<F>; // entries of F
      const next = { ...value, ...part };
      write(next, { startedFrom: theirs, startedVersion: theirVersion });
      return changedFields(theirs, next);
    },
    keep: draft.keep,
    clear: draft.clear,
  };
}
