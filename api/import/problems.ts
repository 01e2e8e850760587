// What can be wrong with one row, as machine words; the sentences stand in messages.ts and in screens/messages.

export const problems = [
  'missing',
  'not_a_number',
  'not_a_day',
  'not_a_choice',
  'not_a_flag',
  'not_an_email',
  'out_of_range',
  'twice',
  'unknown_customer',
  'unknown_order',
  'unknown_product',
  'unknown_user',
  'unknown_territory',
  'too_long',
  'bad_sign',
  'no_amount',
  'no_row',
  'not_stored',
  // notes: nothing is wrong, but somebody should know
  'edit_kept',
  'gone_from_file',
] as const;
export type Problem = (typeof problems)[number];

/** A problem with its place; `column` is the file's own name for it. */
export interface RowProblem {
  readonly line: number;
  readonly problem: Problem;
  readonly column: string;
  readonly value: string;
  readonly isNote?: true;
  /** The row as it stands in the file, for the error file. */
  readonly cells?: readonly string[];
}
