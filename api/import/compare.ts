// What the ERP says against what stands here: what to write, what a person's edit keeps. Pure.
import type { ImportRule } from '#contract/import-map.ts';
import type { Value } from './kinds/kind.ts';

export type Columns = Readonly<Record<string, Value>>;

export interface Comparison {
  /** What the file says; null and what is not there leave everything as it is. */
  readonly incoming: Columns;
  /** What stands here. */
  readonly present: Columns;
  /** What the same source said last; null when it never did. */
  readonly remembered: Columns | null;
  /** Whether a person has ever changed this record by hand; counts where nothing is remembered. */
  readonly isEdited: boolean;
  readonly ruleOf: (column: string) => ImportRule;
}

export interface Difference {
  readonly before: Record<string, Value>;
  readonly after: Record<string, Value>;
  /** Columns in which a person's edit stayed although the ERP says something else. */
  readonly kept: string[];
}

/** Column by column; an empty difference means the record is the same. */
export function compare({ incoming, present, remembered, isEdited, ruleOf }: Comparison): Difference {
  const difference: Difference = { before: {}, after: {}, kept: [] };
  for (const [column, value] of Object.entries(incoming)) {
    const now = present[column] ?? null;
    if (value === null || isSame(value, now)) continue;
    const isMine = remembered !== null && column in remembered;
    const isByPerson = isMine ? !isSame(remembered[column] ?? null, now) : isEdited;
    if (mayWrite(ruleOf(column), now, isByPerson)) {
      difference.before[column] = now;
      difference.after[column] = value;
    } else if (isByPerson) difference.kept.push(column);
  }
  return difference;
}

function mayWrite(rule: ImportRule, now: Value, isByPerson: boolean): boolean {
  if (now === null || now === '') return true;
  if (rule === 'empty') return false;
  return rule === 'erp' || !isByPerson;
}

/** Numbers of the database come with fewer places than a file may write; lists have an order of their own. */
export function isSame(one: Value, other: Value): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 0.0005;
  if (typeof one === 'object' || typeof other === 'object')
    return JSON.stringify(one) === JSON.stringify(other);
  return one === other;
}
