// Row types of likely duplicates and merged records.
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

interface DuplicateCandidate {
  organization_id: string;
  customer_a: string;
  customer_b: string;
}

interface DuplicatePair {
  organization_id: string;
  id: string;
  customer_a: string;
  customer_b: string;
  score: number;
  reasons: Generated<string[]>;
  state: Generated<'open' | 'dismissed'>;
  dismissed_by: string | null;
  dismissed_at: Date | null;
  found_at: Date;
}

interface RecordMerge {
  organization_id: string;
  id: string;
  record_kind: 'customer' | 'contact';
  winner_id: string;
  loser_id: string;
  winner_before: Json;
  winner_after: Json;
  loser_before: Json;
  extra: Json;
  merged_by: string;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

interface MergeMove {
  organization_id: string;
  merge_id: string;
  table_name: string;
  record_key: string;
  was_there: Generated<boolean>;
}

/** Tables of this room by their name. */
export interface DuplicateTables {
  duplicate_candidate: DuplicateCandidate;
  duplicate_pair: DuplicatePair;
  merge_move: MergeMove;
  record_merge: RecordMerge;
}
