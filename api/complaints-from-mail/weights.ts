// How much each trait of a mail speaks for (+) or against (−) a complaint. Learnt by bench/learn-complaint-weights.ts.
import type { Trait } from './traits.ts';

export const startingScore = -2.75;
export const threshold = 0.5;
export const weights: Readonly<Record<Trait, number>> = {
  problem: 0.91,
  plainProblem: 1.44,
  problemInSubject: 0.38,
  namedInSubject: 0.26,
  severe: 0,
  minor: 0.74,
  denied: -0.21,
  smiling: -0.19,
  named: 0.05,
  demand: 1.2,
  anger: 1.07,
  repetition: 0.39,
  promise: 0.62,
  contrast: 1.22,
  threat: 0.21,
  blame: 0.71,
  discovery: 0.01,
  solved: -0.49,
  praise: 0,
  ownFault: -0.34,
  commercial: -0.72,
  ordering: -0.23,
  asking: -0.62,
  bulk: -0.95,
  automatic: -0.35,
  otherRole: -0.94,
  elsewhere: -0.38,
  joke: -0.12,
  routine: -0.28,
};
