// The tree of causes put in order from its rows. Pure.
import type { ComplaintCause } from '#contract/complaint-cause.ts';

export interface CauseRow {
  readonly id: string;
  readonly version: number;
  readonly parent_id: string | null;
  readonly name: string;
  readonly position: number;
  readonly is_retired: boolean;
  readonly uses: number;
}

/** Each cause before those under it, siblings by their place. */
export function orderTree(rows: readonly CauseRow[]): ComplaintCause[] {
  const list = (parentId: string | null, level: number, isRetired: boolean): ComplaintCause[] =>
    rows
      .filter((row) => row.parent_id === parentId)
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'de'))
      .flatMap((row, position) => {
        const isGone = isRetired || row.is_retired;
        return [toCause(row, { level, position, isRetired: isGone }), ...list(row.id, level + 1, isGone)];
      });
  return list(null, 1, false);
}

function toCause(
  row: CauseRow,
  place: Pick<ComplaintCause, 'level' | 'position' | 'isRetired'>,
): ComplaintCause {
  const { id, version, parent_id: parentId, name, is_retired: isRetiredItself, uses } = row;
  return { id, version, parentId, name, ...place, isRetiredItself, uses };
}
