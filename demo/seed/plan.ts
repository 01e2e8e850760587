// What a customer is going to order, before numbers and lines.
export interface PlannedOrder {
  readonly orderedOn: string;
  readonly cents: number;
  readonly number?: string;
  readonly first?: { readonly name: string; readonly quantity: number; readonly cents: number };
  readonly lineCount?: number;
  /** Ordered, and still not there. */
  readonly isUndelivered?: true;
}
