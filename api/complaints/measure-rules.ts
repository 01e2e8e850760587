// Who may grant how much goodwill alone, and who decides about more. Pure.
import type { ComplaintMeasure, GoodwillLimits } from '#contract/complaint-measure.ts';
import type { Actor } from './rules.ts';
import { canDecide } from './rules.ts';

/** What this role may grant alone per complaint, in cents; null: without limit, 0: nothing. */
export function goodwillLimit(limits: GoodwillLimits, actor: Actor): number | null {
  if (actor.role === 'sales') return limits.salesCents;
  if (actor.role === 'manager') return limits.managerCents;
  return actor.role === 'admin' ? limits.adminCents : 0;
}

/** What is left of it after the goodwill that was agreed for this complaint, by whomever: splitting does not help. */
export function goodwillLeft(limit: number | null, agreedCents: number): number | null {
  return limit === null ? null : Math.max(0, limit - agreedCents);
}

/** Goodwill beyond what is left needs a second person; other measures are what the customer is owed. */
export function needsSecondPerson(
  measure: Pick<ComplaintMeasure, 'kind' | 'costCents'>,
  leftCents: number | null,
): boolean {
  return measure.kind === 'goodwill' && leftCents !== null && measure.costCents > leftCents;
}

/** Managers and administrators decide about what others asked for. */
export function measureMovesOf(
  measure: { readonly state: ComplaintMeasure['state']; readonly askedById: string },
  actor: Actor,
): ComplaintMeasure['moves'] {
  const isOther = measure.askedById !== actor.id;
  return measure.state === 'requested' && isOther && canDecide(actor) ? ['approve', 'refuse'] : [];
}
