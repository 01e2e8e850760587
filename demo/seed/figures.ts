// Figures of the sample customers by the same rules the product shows: class by revenue, digit by potential, customer value.

const retentionRate = 0.85;
const discountRate = 0.1;
/** Contribution margin per euro of revenue in this trade. */
const marginRate = 0.1977;

/** A from 100,000 €, B from 25,000 € in twelve months; the sample organisation's thresholds. */
export function ratingLetter(revenue12MonthsCents: number): 'A' | 'B' | 'C' {
  if (revenue12MonthsCents >= 10_000_000) return 'A';
  return revenue12MonthsCents >= 2_500_000 ? 'B' : 'C';
}

/** High potential while we have less than 30 % of what they buy, low above 60 %. */
export function potentialDigit(shareOfWalletPercent: number): '1' | '2' | '3' {
  if (shareOfWalletPercent < 30) return '1';
  return shareOfWalletPercent <= 60 ? '2' : '3';
}

/**
 * Customer value in cents: yearly margin m kept at rate r and discounted at d for ever, m · r / (1 + d − r)
 * (Gupta and Lehmann, "Customers as Assets", 2003), rounded to hundred euro.
 */
export function customerValueCents(revenue12MonthsCents: number): number {
  const factor = retentionRate / (1 + discountRate - retentionRate);
  return Math.round((revenue12MonthsCents * marginRate * factor) / 10_000) * 10_000;
}
