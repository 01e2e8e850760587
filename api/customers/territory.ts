// Which territory a customer belongs to, and by which rule. Pure.
import type { Customer } from '#contract/customer.ts';

export interface PostcodeTerritory {
  readonly id: string;
  readonly name: string;
  readonly postcode_prefixes: readonly string[];
  readonly owner_id: string | null;
}

export interface TerritoryRow extends PostcodeTerritory {
  readonly sectors: readonly string[];
}

/** What the rules look at. */
export interface Placed {
  readonly listed_territory_id: string | null;
  readonly sector: string | null;
  readonly postcode: string | null;
  readonly country: string;
  /** The first territory of the owner: where no rule fits. */
  readonly owner_territory_id: string | null;
}

export interface Assignment {
  readonly territory_id: string | null;
  readonly territory_rule: NonNullable<Customer['territoryReason']>['rule'] | null;
  readonly territory_rule_value: string | null;
}

/** The list beats the sector, the sector beats the postcode; where none fits, the owner's territory counts. */
export function assignTerritory(customer: Placed, territories: readonly TerritoryRow[]): Assignment {
  const listed = territories.find((one) => one.id === customer.listed_territory_id);
  if (listed !== undefined) return assigned(listed.id, 'list', null);
  const { sector } = customer;
  const ofSector = sector === null ? undefined : territories.find((one) => one.sectors.includes(sector));
  if (ofSector !== undefined) return assigned(ofSector.id, 'sector', sector);
  const best = longestFit(customer.postcode, customer.country, territories);
  if (best !== null) return assigned(best.territory.id, 'postcode', best.prefix);
  const ofOwner = customer.owner_territory_id;
  return ofOwner === null
    ? { territory_id: null, territory_rule: null, territory_rule_value: null }
    : assigned(ofOwner, 'owner', null);
}

/** The territory with the longest prefix of this postcode; null when none fits or none is given. */
export function findTerritory<T extends PostcodeTerritory>(
  postcode: string | null,
  territories: readonly T[],
  country = 'DE',
): T | null {
  return longestFit(postcode, country, territories)?.territory ?? null;
}

/** 'at 50' → 'AT-50', '70-72' → 70, 71, 72; null for what is neither a prefix nor a range of prefixes of one length. */
export function readPrefixes(text: string): string[] | null {
  const range = /^(?:([A-Z]{2})[- ])?(\d{1,5}) ?[-–] ?(\d{1,5})$/.exec(text.trim().toUpperCase());
  if (range !== null) {
    const [, country, from = '', to = ''] = range;
    if (from.length !== to.length || from > to) return null;
    const count = Number(to) - Number(from) + 1;
    return count > mostOfRange
      ? null
      : Array.from({ length: count }, (_, step) =>
          withCountry(country, String(Number(from) + step).padStart(from.length, '0')),
        );
  }
  const single = /^(?:([A-Z]{2})[- ])?([0-9A-Z]{1,10})$/.exec(text.trim().toUpperCase());
  return single === null ? null : [withCountry(single[1], single[2] ?? '')];
}

const mostOfRange = 1_000;

function withCountry(country: string | undefined, prefix: string): string {
  return country === undefined || country === 'DE' ? prefix : `${country}-${prefix}`;
}

function assigned(id: string, rule: NonNullable<Assignment['territory_rule']>, value: string | null) {
  return { territory_id: id, territory_rule: rule, territory_rule_value: value };
}

function longestFit<T extends PostcodeTerritory>(
  postcode: string | null,
  country: string,
  territories: readonly T[],
): { territory: T; prefix: string } | null {
  const place = placeOf(postcode ?? '', country);
  let best: { territory: T; prefix: string } | null = null;
  for (const territory of territories) {
    for (const prefix of territory.postcode_prefixes) {
      const isLonger = prefix.length > (best?.prefix.length ?? 0);
      if (isLonger && place.startsWith(prefix)) best = { territory, prefix };
    }
  }
  return best;
}

/** Spelled like a prefix: 'D-70199' → '70199', '1010' in Austria → 'AT-1010'. */
function placeOf(postcode: string, country: string): string {
  const [, letters = '', code = ''] = /^\s*(?:([A-Za-z]{1,3})[\s-]+)?(.*)$/.exec(postcode) ?? [];
  const own = letters.toUpperCase();
  const land = own === '' ? country.toUpperCase() : (oldSigns[own] ?? own);
  return withCountry(land, code.replaceAll(/\s/g, '').toUpperCase());
}

/** Letters that stood before postcodes until the nineties. */
const oldSigns: Readonly<Record<string, string>> = { D: 'DE', A: 'AT', F: 'FR', I: 'IT', L: 'LU', B: 'BE' };
