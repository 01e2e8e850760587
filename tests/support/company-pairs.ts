// The labelled pairs of company names, and how well a matcher does on them.
import { matchCompanies, sameCompanyFrom } from '#api/search/company-match.ts';

export interface CompanyPair {
  readonly part: string;
  readonly isSame: boolean;
  readonly one: string;
  readonly other: string;
}

/** Rows of `part;verdict;one;other` below a head line. */
export function readCompanyPairs(csv: string): CompanyPair[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [part = '', verdict, one = '', other = ''] = line.split(';');
      return { part, isSame: verdict === 'same', one, other };
    });
}

/** Precision, recall and F1 of "one company" at the matcher's own threshold. */
export function scorePairs(pairs: readonly CompanyPair[]): { precision: number; recall: number; f1: number } {
  const judged = pairs.map((pair) => ({
    ...pair,
    isTaken: matchCompanies(pair.one, pair.other).score >= sameCompanyFrom,
  }));
  const count = (isSame: boolean, isTaken: boolean) =>
    judged.filter((pair) => pair.isSame === isSame && pair.isTaken === isTaken).length;
  const hits = count(true, true);
  return {
    precision: hits / Math.max(hits + count(false, true), 1),
    recall: hits / Math.max(hits + count(true, false), 1),
    f1: (2 * hits) / Math.max(2 * hits + count(false, true) + count(true, false), 1),
  };
}
