// The sentences of the rating's settings, which only administrators download.
import { useFrame } from '../use-frame.ts';
import { rating } from './de/rating.ts';
import { rating as ratingEn } from './en/rating.ts';
import type { Language } from './use-messages.ts';

export type RatingMessages = typeof rating;
const catalogues: Record<Language, RatingMessages> = { de: rating, en: ratingEn };

/** The catalogue of the rating's settings in the reader's language. */
export function useRatingMessages(): RatingMessages {
  return catalogues[useFrame().language];
}
