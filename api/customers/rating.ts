// The rating A1–C3 of a customer with the figures that made it: the letter by revenue, the digit by potential. Pure.
import type { Rating } from '#contract/customer.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export interface RatingFigures {
  readonly revenue_12_months_cents: number;
  readonly share_of_wallet_percent: number | null;
}

/** The organisation's thresholds; a row of `organization` fits. */
export interface RatingScale {
  readonly rating_a_cents: number;
  readonly rating_b_cents: number;
  readonly visits_per_year: unknown;
}

type Letter = Rating['letter'];
type Digit = Rating['digit'];

/** Share of wallet in percent: what we already sell of all they buy; the less, the more there is to gain. */
const potentialRanges = {
  '1': { fromPercent: 0, toPercent: 30 },
  '2': { fromPercent: 30, toPercent: 60 },
  '3': { fromPercent: 60, toPercent: 100 },
} as const;

/** The rating with its reasons; null for a customer of whom neither revenue nor share of wallet is known. */
export function ratingOf(figures: RatingFigures, scale: RatingScale): Rating | null {
  const { revenue_12_months_cents: revenueCents, share_of_wallet_percent: share } = figures;
  if (revenueCents <= 0 && share === null) return null;
  const letter = letterOf(revenueCents, scale);
  const digit = digitOf(share);
  return {
    letter,
    digit,
    revenueCents,
    revenueThresholdCents: letter === 'A' ? scale.rating_a_cents : scale.rating_b_cents,
    shareOfWalletPercent: share,
    potentialRange: potentialRanges[digit],
    visitsPerYear: visitsFor(`${letter}${digit}`, scale.visits_per_year),
  };
}

/** The rating as this user may see it: partners see no figures. */
export function ratingFor(user: SignedInUser, figures: RatingFigures, scale: RatingScale): Rating | null {
  return seesFigures(user) ? ratingOf(figures, scale) : null;
}

function letterOf(revenueCents: number, scale: RatingScale): Letter {
  if (revenueCents >= scale.rating_a_cents) return 'A';
  return revenueCents >= scale.rating_b_cents ? 'B' : 'C';
}

/** An unknown share counts as the middle: it neither promises nor excludes growth. */
function digitOf(share: number | null): Digit {
  if (share === null) return '2';
  if (share < potentialRanges['2'].fromPercent) return '1';
  return share <= potentialRanges['2'].toPercent ? '2' : '3';
}

function visitsFor(cell: string, strategy: unknown): number {
  if (typeof strategy !== 'object' || strategy === null) return 0;
  const visits: unknown = Reflect.get(strategy, cell);
  return typeof visits === 'number' ? Math.round(visits) : 0;
}
