// Rating rules as somebody may read them: that an attribute counts is no secret, which one and for what may be.
import type { RatingCondition, RatingRule } from '#contract/rating-scale.ts';
import type { Role } from '#contract/user.ts';

const hidden: RatingCondition = {
  field: 'attribute',
  attributeId: null,
  operator: 'is',
  value: '',
  label: '',
  valueLabel: '',
};

/** The rules with every condition about an attribute outside `seen` emptied; administrators read all. */
export function asSeenBy(
  role: Role | null,
  seen: ReadonlySet<string>,
  rules: readonly RatingRule[],
): RatingRule[] {
  if (role === 'admin') return [...rules];
  const show = (condition: RatingCondition) =>
    condition.field !== 'attribute' || (condition.attributeId !== null && seen.has(condition.attributeId))
      ? condition
      : hidden;
  return rules.map((rule) => {
    if (rule.digit.by !== 'rule') return rule;
    const classes = rule.digit.classes.map((step) => ({ ...step, conditions: step.conditions.map(show) }));
    return { ...rule, digit: { ...rule.digit, classes } };
  });
}
