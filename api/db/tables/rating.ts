// Row types of rating: rules, history and the portfolio.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface RatingVersion {
  organization_id: string;
  version: number;
  rules: Json;
  strategy: Json;
  note: Generated<string>;
  moved: Generated<number>;
  saved_at: Date;
  saved_by: string | null;
}

interface RatingHistory {
  organization_id: string;
  customer_id: string;
  on_day: string;
  letter: string;
  digit: string;
  reason: Json;
}

interface RatingMove {
  organization_id: string;
  customer_id: string;
}

interface PortfolioCell {
  organization_id: string;
  territory_id: string;
  letter: 'A' | 'B' | 'C';
  digit: '1' | '2' | '3';
  customers: number;
}

/** Tables of this room by their name. */
export interface RatingTables {
  portfolio_cell: PortfolioCell;
  rating_history: RatingHistory;
  rating_move: RatingMove;
  rating_version: RatingVersion;
}
