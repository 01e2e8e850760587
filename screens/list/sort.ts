// What pressing a column's head does to the order of a list. Pure.
import type { ListSort } from '#contract/list-filter.ts';

const most = 4;

/** Up, down, not at all; with `adds` behind the orders there are, else in their place. */
export function sortedBy(sort: readonly ListSort[], field: string, adds: boolean): ListSort[] {
  const known = sort.find((one) => one.field === field);
  const next =
    known === undefined
      ? { field, descending: false }
      : known.descending
        ? null
        : { field, descending: true };
  if (!adds) return next === null ? [] : [next];
  if (known === undefined) return [...sort, { field, descending: false }].slice(-most);
  return sort.flatMap((one) => (one.field !== field ? [one] : next === null ? [] : [next]));
}
