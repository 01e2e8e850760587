// A record that was found, as the stores answer it, and which page of hits is wanted.
import type { SearchHit, SearchKind } from '#contract/search.ts';
import type { RatingSource } from '#api/customers/rating.ts';

export interface HitRow {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly customer: SearchHit['customer'];
  readonly city: string | null;
  readonly postcode: string | null;
  readonly note: string | null;
  readonly figures: RatingSource;
  readonly at: Date | null;
  /** What was said or written, for the passage that is shown. */
  readonly text: string | null;
  readonly is_archived: boolean;
  /** How many of this kind were found. */
  readonly total: number;
  /** Found by its number, address or telephone number instead of by words. */
  readonly is_number: boolean;
}

export interface Page {
  /** At most so many of each kind, after leaving out `offset`. */
  readonly limit: number;
  readonly offset: number;
  /** Only this kind; null for all. */
  readonly kind: SearchKind | null;
}
