// Learns the weights by which a mail is read as a complaint, from the development half of the labelled mails alone:
// `node --import tsx bench/learn-complaint-weights.ts` prints the table of api/complaints-from-mail/weights.ts.
import { speaksAgainst, speaksFor } from '#api/complaints-from-mail/context-cues.ts';
import { readMailSigns } from '#api/complaints-from-mail/recognise.ts';
import { traits } from '#api/complaints-from-mail/traits.ts';
import type { Trait } from '#api/complaints-from-mail/traits.ts';
import { readLabelledMails } from '#tests/support/complaint-mails.ts';

interface Example {
  readonly values: readonly number[];
  readonly isComplaint: boolean;
}
interface Model {
  readonly start: number;
  readonly weights: readonly number[];
}

const rounds = 4_000;
const stepSize = 0.05;
const shrink = 0.01;
const folds = 10;
/** A trait never speaks against its meaning, however the few mails fall. */
const mayBePositive = new Set<Trait>([
  'problem',
  'plainProblem',
  'problemInSubject',
  'namedInSubject',
  'severe',
  'minor',
  ...speaksFor,
]);
const mayBeNegative = new Set<Trait>(['denied', 'smiling', ...speaksAgainst]);

const examples: Example[] = readLabelledMails()
  .filter((mail) => !mail.isHeldOut)
  .map((mail) => {
    const found = readMailSigns(mail).traits;
    return { values: traits.map((trait) => found[trait]), isComplaint: mail.isComplaint };
  });

const sigmoid = (sum: number) => 1 / (1 + Math.exp(-sum));

function scoreWith(model: Model, values: readonly number[]): number {
  return sigmoid(values.reduce((sum, value, at) => sum + value * (model.weights[at] ?? 0), model.start));
}

/** Logistic regression by gradient descent, with small weights preferred. */
function learn(from: readonly Example[]): Model {
  let model: Model = { start: 0, weights: traits.map(() => 0) };
  for (let round = 0; round < rounds; round += 1) {
    const errors = from.map((one) => scoreWith(model, one.values) - (one.isComplaint ? 1 : 0));
    const slope = (at: number) =>
      errors.reduce((sum, error, index) => sum + error * (from[index]?.values[at] ?? 0), 0) / from.length;
    const mean = errors.reduce((sum, error) => sum + error, 0) / from.length;
    model = {
      start: model.start - stepSize * 4 * mean,
      weights: traits.map((trait, at) => {
        const old = model.weights[at] ?? 0;
        const next = old - stepSize * 4 * (slope(at) + shrink * old);
        if (mayBePositive.has(trait)) return Math.max(0, next);
        return mayBeNegative.has(trait) ? Math.min(0, next) : next;
      }),
    };
  }
  return model;
}

/** Each mail scored by a model that has not seen it. */
function crossScores(): { score: number; isComplaint: boolean }[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = learn(examples.filter((_one, at) => at % folds !== fold));
    return examples
      .filter((_one, at) => at % folds === fold)
      .map(({ values, isComplaint }) => ({ score: scoreWith(model, values), isComplaint }));
  }).flat();
}

const scored = crossScores();
const all = scored.filter((one) => one.isComplaint).length;
console.info('threshold  precision  recall   (mails the model had not seen)');
for (let threshold = 0.3; threshold < 0.85; threshold += 0.05) {
  const taken = scored.filter((one) => one.score >= threshold);
  const hits = taken.filter((one) => one.isComplaint).length;
  console.info(
    `${threshold.toFixed(2)}       ${(hits / Math.max(taken.length, 1)).toFixed(3)}      ${(hits / all).toFixed(3)}`,
  );
}
const model = learn(examples);
console.info(`\nstartingScore = ${model.start.toFixed(2)}`);
for (const [at, trait] of traits.entries())
  console.info(`  ${trait}: ${(model.weights[at] ?? 0).toFixed(2)},`);
