// Walking the tree of causes, and where a cause may stand in it. Pure; used by other rooms too.
import { causeLevels } from '#contract/complaint-cause.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';

type Parents = readonly Pick<ComplaintCause, 'id' | 'parentId'>[];

/** The names from the first level down to this cause; empty for an unknown one. */
export function pathOf(
  rows: readonly Pick<ComplaintCause, 'id' | 'parentId' | 'name'>[],
  id: string | null,
): string[] {
  const row = rows.find((one) => one.id === id);
  return row === undefined ? [] : [...pathOf(rows, row.parentId), row.name];
}

/** The cause of the first level above this one, or itself. */
export function topOf(rows: Parents, id: string): string {
  const parent = rows.find((one) => one.id === id)?.parentId ?? null;
  return parent === null ? id : topOf(rows, parent);
}

/** This cause and all under it. */
export function branchOf(rows: Parents, id: string): string[] {
  return [id, ...rows.filter((row) => row.parentId === id).flatMap((row) => branchOf(rows, row.id))];
}

/** Why a cause (null: a new one) may not stand under that parent; null when it may. */
export function refusePlace(
  rows: Parents,
  id: string | null,
  parentId: string | null,
): 'circle' | 'too_deep' | 'unknown' | null {
  if (parentId === null) return null;
  if (!rows.some((row) => row.id === parentId)) return 'unknown';
  if (id !== null && branchOf(rows, id).includes(parentId)) return 'circle';
  const height = id === null ? 1 : heightOf(rows, id);
  return levelOf(rows, parentId) + height > causeLevels ? 'too_deep' : null;
}

function levelOf(rows: Parents, id: string): number {
  const parent = rows.find((row) => row.id === id)?.parentId ?? null;
  return parent === null ? 1 : levelOf(rows, parent) + 1;
}

function heightOf(rows: Parents, id: string): number {
  const under = rows.filter((row) => row.parentId === id).map((row) => heightOf(rows, row.id));
  return 1 + Math.max(0, ...under);
}
