// Whether a set of rating rules can be used: every figure falls into exactly one class, and better classes begin higher. Pure.
import type { RatingProblem } from '#contract/rating.ts';
import type { DigitBand, LetterBand, RatingRule } from '#contract/rating-scale.ts';
import type { FieldProblem } from '#api/errors.ts';

type Band = LetterBand | DigitBand;

/** Everything that is wrong, each at its path; empty when the rules can be used. */
export function problemsOf(
  rules: readonly RatingRule[],
  knownAttributes: ReadonlySet<string>,
): FieldProblem[] {
  return [
    ...groupProblems(rules),
    ...rules.flatMap((rule, at) => ruleProblems(rule, `rules.${at}`, knownAttributes)),
  ];
}

/** One rule for all groups, and no group twice. */
function groupProblems(rules: readonly RatingRule[]): FieldProblem[] {
  const groups = rules.map((rule) => rule.targetGroup);
  const twice = groups.flatMap((group, at) =>
    groups.indexOf(group) < at ? [{ path: `rules.${at}.targetGroup`, problem: 'duplicate_group' }] : [],
  );
  return groups.includes(null) ? twice : [...twice, { path: 'rules', problem: 'missing_default' }];
}

function ruleProblems(
  { letter, digit }: RatingRule,
  path: string,
  knownAttributes: ReadonlySet<string>,
): FieldProblem[] {
  const ofLetter = bandProblems(letter.bands, ['A', 'B', 'C'], `${path}.letter.bands`);
  if (digit.by !== 'rule') {
    // the less we sell of what they buy, the more there is to gain: class 1 lies lowest
    const fromTop = digit.by === 'share_of_wallet' ? ['3', '2', '1'] : ['1', '2', '3'];
    return [...ofLetter, ...bandProblems(digit.bands, fromTop, `${path}.digit.bands`)];
  }
  const ofConditions = digit.classes.flatMap(({ conditions }, step) =>
    conditions.flatMap((condition, at) => {
      const here = `${path}.digit.classes.${step}.conditions.${at}`;
      return conditionProblems(condition, here, knownAttributes);
    }),
  );
  return [...ofLetter, ...ofConditions];
}

function conditionProblems(
  condition: Extract<RatingRule['digit'], { by: 'rule' }>['classes'][number]['conditions'][number],
  path: string,
  knownAttributes: ReadonlySet<string>,
): FieldProblem[] {
  const { field, attributeId, operator, value } = condition;
  if (field === 'attribute' && (attributeId === null || !knownAttributes.has(attributeId))) {
    return [{ path: `${path}.attributeId`, problem: 'unknown_attribute' }];
  }
  const wantsNumber = operator === 'gte' || operator === 'lt';
  const fits = wantsNumber ? typeof value === 'number' : value !== '';
  return fits ? [] : [{ path: `${path}.value`, problem: 'wrong_value' }];
}

/** `fromTop` names the classes from the highest band to the lowest. */
function bandProblems(bands: readonly Band[], fromTop: readonly string[], path: string): FieldProblem[] {
  const ordered = fromTop.map((name) => bands.findIndex((band) => band.class === name));
  const isComplete = ordered.every((at) => at !== -1);
  if (!isComplete) return [{ path, problem: 'missing_class' }];
  if (bands.length > fromTop.length) return [{ path, problem: 'duplicate_class' }];
  const sorted = ordered.flatMap((at) => bands.slice(at, at + 1).map((band) => ({ at, band })));
  const problems = sorted.flatMap(({ at, band }, place) => {
    const below = sorted[place + 1]?.band;
    const problem =
      ownProblem(band, { isTop: place === 0, isBottom: below === undefined }) ?? edgeProblem(band, below);
    return problem === null ? [] : [{ path: `${path}.${at}`, problem }];
  });
  return problems;
}

function ownProblem(
  { from, to }: Band,
  { isTop, isBottom }: { isTop: boolean; isBottom: boolean },
): RatingProblem | null {
  if ((to === null) !== isTop || (from === null) !== isBottom) return 'not_open';
  return from !== null && to !== null && from >= to ? 'empty_band' : null;
}

/** Between a band and the next lower one. */
function edgeProblem({ from }: Band, below: Band | undefined): RatingProblem | null {
  if (below === undefined || from === null || below.to === null) return null;
  if (below.from !== null && below.from >= from) return 'wrong_order';
  if (below.to < from) return 'gap';
  return below.to > from ? 'overlap' : null;
}
