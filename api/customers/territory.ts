// Which territory a postcode lies in. Pure.
export interface TerritoryRow {
  readonly id: string;
  readonly name: string;
  readonly postcode_prefixes: readonly string[];
  readonly owner_id: string | null;
}

/** The territory with the longest prefix of this postcode; null when none fits or none is given. */
export function findTerritory<T extends TerritoryRow>(
  postcode: string | null,
  territories: readonly T[],
): T | null {
  const digits = (postcode ?? '').replace(/^\s*[A-Za-z]{1,3}[\s-]+/, '').trim();
  const fitting = territories.map((territory) => ({ territory, length: lengthOfFit(digits, territory) }));
  const longest = Math.max(0, ...fitting.map((one) => one.length));
  return longest === 0 ? null : (fitting.find((one) => one.length === longest)?.territory ?? null);
}

function lengthOfFit(digits: string, territory: TerritoryRow): number {
  const fits = territory.postcode_prefixes.filter((prefix) => digits.startsWith(prefix));
  return Math.max(0, ...fits.map((prefix) => prefix.length));
}
