// The company's own attributes that must be filled in: a row that would leave one empty is refused, as a form would be.
import type { RowProblem } from '../problems.ts';
import { problemOf } from '../rows.ts';
import type { Candidate } from './candidates.ts';
import type { RunContext } from './context.ts';
import type { Present } from './records.ts';

/** The rows that leave no required attribute empty; the others become problems. Only where the file writes attributes. */
export function dropIncomplete(
  context: RunContext,
  candidates: readonly Candidate[],
  present: ReadonlyMap<number, Present>,
  problems: RowProblem[],
): { candidates: Candidate[]; present: Map<number, Present> } {
  const left = { candidates: [] as Candidate[], present: new Map<number, Present>() };
  const needed = context.writesAttributes
    ? context.kind.fields.filter((one) => one.mustBeKnown === true)
    : [];
  for (const [index, candidate] of candidates.entries()) {
    const found = present.get(index);
    const empty = needed.find(({ column = '' }) => {
      const value = candidate.columns[column] ?? found?.columns[column] ?? null;
      return value === null || value === '';
    });
    if (empty === undefined) {
      if (found !== undefined) left.present.set(left.candidates.length, found);
      left.candidates.push(candidate);
    } else problems.push(problemOf(candidate.row, 'missing', context.nameOf(empty.name), ''));
  }
  return left;
}
