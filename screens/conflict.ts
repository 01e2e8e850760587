// Two people changed the same record: whose value counts, field by field. Pure.

export type Side = 'mine' | 'theirs';

export interface Conflict<N extends string> {
  name: N;
  mine: unknown;
  theirs: unknown;
}

export interface Comparison<N extends string> {
  /** Changed by both, differently: somebody has to choose. */
  conflicts: Conflict<N>[];
  /** Changed by them alone: taken over. */
  taken: Conflict<N>[];
}

/** Compares what I typed and what they stored with what both began with. */
export function compare<F extends object>(started: F, mine: F, theirs: F): Comparison<keyof F & string> {
  const names = Object.keys(started) as (keyof F & string)[]; // the keys of F
  const changedByThem = names.filter((name) => !isSame(theirs[name], started[name]));
  const isConflict = (name: keyof F & string) =>
    !isSame(mine[name], started[name]) && !isSame(mine[name], theirs[name]);
  const entry = (name: keyof F & string) => ({ name, mine: mine[name], theirs: theirs[name] });
  return {
    conflicts: changedByThem.filter(isConflict).map(entry),
    taken: changedByThem.filter((name) => !isConflict(name)).map(entry),
  };
}

/** The fields that differ from what the form began with. */
export function changedFields<F extends object>(started: F, now: F): Partial<F> {
  const names = Object.keys(started) as (keyof F)[]; // the keys of F
  const changed = names.filter((name) => !isSame(now[name], started[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name]])) as Partial<F>; // entries of F
}

/** Fields are texts or short lists of plain objects. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
