// The customer value by the simple, deterministic model: margin, retention, discount rate. Pure.

/** What money a year from now is worth less. */
const discountRate = 0.1;

/**
 * Contribution margin over the rest of the relationship, discounted to today, in whole hundred euro (as cents):
 * m · r ÷ (1 + i − r) with yearly margin m, retention r and discount rate i; an endless relationship with a constant
 * chance of ending (Gupta, Lehmann: Customers as Assets, Journal of Interactive Marketing 17 (1), 2003, p. 9–24).
 */
export function customerValueCents(yearlyMarginCents: number, retention: number): number {
  const value = (yearlyMarginCents * retention) / (1 + discountRate - retention);
  return Math.round(value / 10_000) * 10_000;
}

/** The chance of keeping a customer for another year: high while orders come as usual, low once it has fallen asleep. */
export function retentionOf(isDormant: boolean): number {
  return isDormant ? 0.4 : 0.8;
}
