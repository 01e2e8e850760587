// How likely two customers are one: the likeness of their names and what else they share, weighed in one place. Pure.
import { duplicateReasons } from '#contract/duplicate-reasons.ts';
import type { DuplicateReason } from '#contract/duplicate-reasons.ts';
import { matchCompanies } from '#api/search/company-match.ts';
import { foldText } from '#api/search/words.ts';

/** What two records are compared by. */
export interface Likeness {
  readonly names: readonly [string, string];
  readonly kinds: readonly [string, string];
  readonly postcodes: readonly [string | null, string | null];
  readonly cities: readonly [string | null, string | null];
  readonly isSameNumber: boolean;
  readonly isSameEmail: boolean;
  readonly isSamePhone: boolean;
  readonly isSameDomain: boolean;
  readonly isSameAddress: boolean;
}

export interface Weighed {
  /** 0 … 100. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** From here on a pair is offered before creating. */
export const offeredFrom = 40;
/** From here on a pair stands in the nightly list. */
export const listedFrom = 72;

/** How much a shared fact alone speaks for one and the same: two facts add up, never beyond certainty. */
const evidence = {
  same_number: 1,
  same_email: 0.7,
  same_phone: 0.55,
  same_domain: 0.5,
  same_address: 0.45,
  same_city: 0.12,
} as const;
/** Persons share names; companies rarely do. Elsewhere the same name is often another firm. */
const nameWeights = { company: 0.85, elsewhere: 0.62, private: 0.5 } as const;
/** What is left when the names themselves say that these are two. */
const contradicted = 0.6;
const contradictions: ReadonlySet<string> = new Set([
  'other_member',
  'other_number',
  'other_person',
  'other_name',
]);
const leastAlikeName = 0.55;

/** Weighs everything that two customers share. */
export function weighLikeness(pair: Likeness): Weighed {
  const name = matchCompanies(...pair.names);
  const facts = factsOf(pair);
  const nameWeight = weightOfName(pair, facts.length > 0);
  const doubts = facts.reduce(
    (product, fact) => product * (1 - evidence[fact]),
    1 - nameWeight * name.score ** 2,
  );
  const isContradicted = name.reasons.some((reason) => contradictions.has(reason));
  const factor = (isContradicted ? contradicted : 1) * (pair.kinds[0] === pair.kinds[1] ? 1 : 0.85);
  const isSure = pair.isSameNumber || pair.isSameEmail;
  const score = (1 - doubts) * (isSure ? Math.max(factor, 0.85) : factor);
  const reasons: DuplicateReason[] = [...facts];
  if (name.score >= 0.995) reasons.push('same_name');
  else if (name.score >= leastAlikeName) reasons.push('similar_name');
  return { score: Math.round(score * 100), reasons: inOrder(reasons) };
}

type Fact = keyof typeof evidence;

function factsOf(pair: Likeness): Fact[] {
  const isSameCity = pair.cities[0] !== null && fold(pair.cities[0]) === fold(pair.cities[1]);
  const all: [Fact, boolean][] = [
    ['same_number', pair.isSameNumber],
    ['same_email', pair.isSameEmail],
    ['same_phone', pair.isSamePhone],
    ['same_domain', pair.isSameDomain],
    ['same_address', pair.isSameAddress],
    ['same_city', isSameCity && !pair.isSameAddress],
  ];
  return all.filter(([, holds]) => holds).map(([fact]) => fact);
}

function weightOfName({ kinds, postcodes: [one, other] }: Likeness, sharesMore: boolean): number {
  if (kinds.includes('private')) return nameWeights.private;
  const isElsewhere = one !== null && other !== null && one.slice(0, 2) !== other.slice(0, 2);
  return isElsewhere && !sharesMore ? nameWeights.elsewhere : nameWeights.company;
}

function inOrder(reasons: readonly DuplicateReason[]): DuplicateReason[] {
  return duplicateReasons.filter((reason) => reasons.includes(reason));
}

/** Whether two people at one customer may be the same by name: 'T. Berger' and 'Thomas Berger', 'Berger Thomas'. */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
  if (a.length < 2 || b.length < 2 || a.at(-1) !== b.at(-1)) return false;
  return isInitialOf(a.at(0), b.at(0)) || isInitialOf(b.at(0), a.at(0));
}

function isInitialOf(short: string | undefined, long: string | undefined): boolean {
  return short?.length === 1 && long?.startsWith(short) === true;
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(dr|prof|dipl|ing|herr|frau)$/.test(word));
}

function fold(text: string | null): string {
  return text === null ? '' : foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
