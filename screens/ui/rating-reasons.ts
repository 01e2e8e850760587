// Why a customer has its rating, as two short lines: the letter by revenue, the digit by supply share.
import type { Rating } from '#contract/customer.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages/use-messages.ts';

export interface RatingReasons {
  letter: string;
  digit: string;
  strategy: string;
}

/** The reasons in the reader's language. */
export function ratingReasons(rating: Rating, messages: Messages, format: Format): RatingReasons {
  const words = messages.cockpit.rating;
  const revenue = format.wholeEuro(rating.revenueCents);
  const threshold = format.wholeEuro(rating.revenueThresholdCents);
  const from = format.number(rating.potentialRange.fromPercent);
  const to = format.percent(rating.potentialRange.toPercent);
  const visits = rating.visitsPerYear;
  return {
    letter:
      rating.letter === 'C' ? words.revenueBelow(revenue, threshold) : words.revenueFrom(revenue, threshold),
    digit:
      rating.shareOfWalletPercent === null
        ? words.shareUnknown(from, to)
        : words.share(format.percent(rating.shareOfWalletPercent), from, to),
    strategy:
      visits === 0 ? words.noVisit : visits === 1 ? words.oneVisit : words.strategy(format.number(visits)),
  };
}
