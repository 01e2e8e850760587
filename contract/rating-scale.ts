// How customers are rated A1–C3: classes as bands, rules over attributes, what each cell is worth; and a rating with its reasons.
import { z } from 'zod';
import { Cents, Id } from './endpoint.ts';

export const ratingLetters = ['A', 'B', 'C'] as const;
export const ratingDigits = ['1', '2', '3'] as const;
export const ratingCells = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3'] as const;
export type RatingCell = (typeof ratingCells)[number];
/** What the letter is measured by: the revenue or the margin of the last twelve months. */
export const letterMeasures = ['revenue', 'margin'] as const;
/** What the digit is measured by; `rule` asks conditions instead of a figure. */
export const digitMeasures = ['share_of_wallet', 'employees'] as const;
export const strategyChannels = ['visit', 'phone', 'email', 'web'] as const;
export const strategyOwners = ['field', 'inside', 'key_account', 'none'] as const;
export const conditionFields = [
  'revenue',
  'margin',
  'share_of_wallet',
  'employees',
  'target_group',
  'attribute',
] as const;
export const conditionOperators = ['gte', 'lt', 'is', 'is_not', 'contains'] as const;

/** From (included) to (excluded); null is open. Money in cents, share in percent. */
const Edge = z.number().min(-1e9).max(1e9).nullable();
export const LetterBand = z.strictObject({
  class: z.enum(ratingLetters),
  from: Cents.nullable(),
  to: Cents.nullable(),
});
export type LetterBand = z.infer<typeof LetterBand>;
export const DigitBand = z.strictObject({ class: z.enum(ratingDigits), from: Edge, to: Edge });
export type DigitBand = z.infer<typeof DigitBand>;

export const RatingCondition = z.strictObject({
  field: z.enum(conditionFields),
  /** For the field `attribute`: which one. */
  attributeId: Id.nullable().default(null),
  operator: z.enum(conditionOperators),
  /** Money in cents; of a choice its id. */
  value: z.union([z.string().max(500), z.number(), z.boolean()]),
  /** What attribute and choice were called when the rule was saved, for the sentence of the reason. */
  label: z.string().max(200).default(''),
  valueLabel: z.string().max(200).default(''),
});
export type RatingCondition = z.infer<typeof RatingCondition>;

/** Asked in this order, the first that holds counts; else the class is 3. */
const RuleStep = z.strictObject({
  class: z.enum(['1', '2']),
  match: z.enum(['all', 'any']),
  conditions: z.array(RatingCondition).min(1).max(20),
});

/** How the customers of a target group are rated; null: of all groups without a rule of their own. */
export const RatingRule = z.strictObject({
  targetGroup: z.string().trim().min(1).max(100).nullable(),
  letter: z.strictObject({ by: z.enum(letterMeasures), bands: z.array(LetterBand).max(6) }),
  digit: z.union([
    z.strictObject({ by: z.enum(digitMeasures), bands: z.array(DigitBand).max(6) }),
    z.strictObject({ by: z.literal('rule'), classes: z.array(RuleStep).min(1).max(10) }),
  ]),
});
export type RatingRule = z.infer<typeof RatingRule>;

/** How the customers of a cell are looked after. */
export const Strategy = z.strictObject({
  visitsPerYear: z.int().min(0).max(365),
  channel: z.enum(strategyChannels),
  ownerType: z.enum(strategyOwners),
});
export type Strategy = z.infer<typeof Strategy>;
export const Strategies = z.strictObject({
  A1: Strategy,
  A2: Strategy,
  A3: Strategy,
  B1: Strategy,
  B2: Strategy,
  B3: Strategy,
  C1: Strategy,
  C2: Strategy,
  C3: Strategy,
});
export type Strategies = z.infer<typeof Strategies>;

/** Letter A–C and digit 1–3, each with the figure and the band that made it, and the strategy of the cell. */
export const Rating = z.object({
  letter: z.enum(ratingLetters),
  digit: z.enum(ratingDigits),
  /** The target group whose own rule was used; null: the rule for all. */
  targetGroup: z.string().nullable(),
  letterReason: z.object({
    by: z.enum(letterMeasures),
    cents: Cents,
    fromCents: Cents.nullable(),
    toCents: Cents.nullable(),
  }),
  /** An unknown figure (null) counts as the middle. By rule: the conditions that were met, each with what it found. */
  digitReason: z.object({
    by: z.enum([...digitMeasures, 'rule']),
    value: z.number().nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    conditions: z.array(z.object({ ...RatingCondition.shape, actual: z.number().nullable() })),
  }),
  visitsPerYear: z.int(),
  channel: z.enum(strategyChannels),
  ownerType: z.enum(strategyOwners),
});
export type Rating = z.infer<typeof Rating>;
