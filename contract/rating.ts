// The company's rules for the rating A1–C3: read, tried on the customers before they count, saved as a new version.
import { z } from 'zod';
import { Cents, endpoint, Nothing, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { CustomerRef } from './customer.ts';
import { RatingRule, ratingCells, Strategies } from './rating-scale.ts';
import { Person } from './user.ts';

/**
 * What is refused about a set of rules, each at the path of the band or rule: `gap` and `overlap` stand between this band
 * and the next lower one; `wrong_order`: a better class must begin higher (of the share of wallet: lower).
 */
export type RatingProblem =
  | 'missing_class'
  | 'duplicate_class'
  | 'empty_band'
  | 'gap'
  | 'overlap'
  | 'wrong_order'
  | 'not_open'
  | 'missing_default'
  | 'duplicate_group'
  | 'unknown_attribute'
  | 'wrong_value';

const Rules = z.array(RatingRule).min(1).max(30);

export const RatingRules = z.object({
  version: z.int(),
  rules: Rules,
  strategy: Strategies,
  note: z.string(),
  savedAt: Timestamp.nullable(),
  savedBy: Person.nullable(),
  /** Target groups that customers carry, for rules of their own. */
  targetGroups: z.array(z.string()),
});
export type RatingRules = z.infer<typeof RatingRules>;

export const getRatingRules = endpoint({
  name: 'getRatingRules',
  method: 'GET',
  path: '/api/rating/rules',
  summary: 'The rules of the rating in force, with the strategy of each cell.',
  input: Nothing,
  reply: RatingRules,
});

export const RatingVersion = z.object({
  version: z.int(),
  rules: Rules,
  strategy: Strategies,
  note: z.string(),
  /** Customers whose class changed when it was saved. */
  moved: z.int(),
  savedAt: Timestamp,
  savedBy: Person.nullable(),
});
export type RatingVersion = z.infer<typeof RatingVersion>;
export const listRatingVersions = endpoint({
  name: 'listRatingVersions',
  method: 'GET',
  path: '/api/rating/versions',
  summary: 'Every set of rules that was in force, newest first.',
  input: z.strictObject({ ...pageInput }),
  reply: pageOf(RatingVersion),
});

export const RatingPreview = z.object({
  /** Customers of the company, archived ones left out. */
  customers: z.int(),
  moved: z.int(),
  unratedBefore: z.int(),
  unratedAfter: z.int(),
  cells: z.array(z.object({ cell: z.enum(ratingCells), before: z.int(), after: z.int() })),
  /** The furthest moves first, then the greatest revenue. */
  movers: z.array(
    z.object({
      customer: CustomerRef,
      before: z.enum(ratingCells).nullable(),
      after: z.enum(ratingCells).nullable(),
      revenueCents: Cents,
    }),
  ),
});
export type RatingPreview = z.infer<typeof RatingPreview>;
export const previewRatingRules = endpoint({
  name: 'previewRatingRules',
  method: 'POST',
  path: '/api/rating/preview',
  summary: 'What new rules would do to the customers; nothing is stored.',
  input: z.strictObject({ rules: Rules }),
  reply: RatingPreview,
});

/** Counts as a new version at once: every customer is rated anew before this answers. */
export const saveRatingRules = endpoint({
  name: 'saveRatingRules',
  method: 'PATCH',
  path: '/api/rating/rules',
  summary: 'Saves new rules and strategy and rates every customer by them.',
  versioned: true,
  input: z.strictObject({ rules: Rules, strategy: Strategies, note: z.string().trim().max(500).default('') }),
  reply: z.object({ version: z.int(), rules: RatingRules, moved: z.int() }),
});
