// Whether two names mean the same company: a score with its reasons. Pure; used where duplicates are looked for.
import { companyWords } from './company-words.ts';
import type { NameWord, WordKind } from './company-words.ts';
import { distanceBetween } from './words.ts';

export const companyReasons = [
  'same_name',
  'same_words',
  'spelling',
  'missing_word',
  'other_name',
  'other_trade',
  'other_place',
  'other_person',
  'other_member',
  'other_number',
] as const;
export type CompanyReason = (typeof companyReasons)[number];

export interface CompanyMatch {
  /** 0 other company … 1 the same. */
  readonly score: number;
  readonly reasons: readonly CompanyReason[];
}

/** From here on two names are taken for one company; tuned on the tuning half of tests/rules/company-names.csv. */
export const sameCompanyFrom = 0.82;

const weights: Readonly<Record<WordKind, number>> = {
  own: 1,
  number: 0.9,
  trade: 0.5,
  place: 0.35,
  person: 0.35,
  member: 0.5,
  weak: 0,
};
/** What a word that only one of the names has costs, as a share of its weight. */
const missing: Readonly<Record<WordKind, number>> = {
  own: 0.9,
  number: 1,
  trade: 0.35,
  place: 0.3,
  person: 0.25,
  member: 1.1,
  weak: 0,
};
/** What is left of the score when each name has such a word that the other lacks. */
const conflicts: readonly (readonly [WordKind, number, CompanyReason])[] = [
  ['own', 0.55, 'other_name'],
  ['trade', 0.7, 'other_trade'],
  ['place', 0.6, 'other_place'],
  ['person', 0.6, 'other_person'],
  ['number', 0.4, 'other_number'],
];
const synonyms: readonly (readonly string[])[] = [
  ['schreinerei', 'tischlerei'],
  ['bedachungen', 'dachdeckerei', 'dachdeckermeister'],
  ['maler', 'malerbetrieb', 'malermeister'],
  ['rolladen', 'rollladen', 'rolladenbau'],
  ['mobel', 'mobelhaus'],
  ['fenster', 'fensterbau'],
  ['bauunternehmung', 'bauunternehmen'],
  ['klima', 'klimatechnik'],
  ['elektro', 'elektrotechnik'],
];
const leastAlike = 0.78;

/** Compares two names as people write them; the same both ways. */
export function matchCompanies(one: string, other: string): CompanyMatch {
  const a = companyWords(one).filter((word) => word.kind !== 'weak');
  const b = companyWords(other).filter((word) => word.kind !== 'weak');
  if (a.length === 0 || b.length === 0) return { score: one === other && one !== '' ? 1 : 0, reasons: [] };
  if (joined(a) === joined(b)) return { score: 1, reasons: ['same_name'] };
  return weigh(pairUp(a, b));
}

interface Pairs {
  readonly pairs: readonly { readonly weight: number; readonly alike: number }[];
  readonly onlyA: readonly NameWord[];
  readonly onlyB: readonly NameWord[];
}

function weigh({ pairs, onlyA, onlyB }: Pairs): CompanyMatch {
  const shared = pairs.reduce((sum, pair) => sum + pair.weight * pair.alike ** 2, 0);
  const all = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  const lost = [...onlyA, ...onlyB].reduce((sum, { kind }) => sum + weights[kind] * missing[kind], 0);
  const against = conflicts.filter(([kind]) => has(onlyA, kind) && has(onlyB, kind));
  const factor = against.reduce((product, [, left]) => product * left, 1);
  const isOtherMember = has(onlyA, 'member') !== has(onlyB, 'member');
  const score = all + lost === 0 ? 0 : (shared / (all + lost)) * factor * (isOtherMember ? 0.8 : 1);
  const reasons: CompanyReason[] = against.map(([, , reason]) => reason);
  if (isOtherMember) reasons.push('other_member');
  if (pairs.some((pair) => pair.alike < 1)) reasons.push('spelling');
  if (reasons.length === 0) reasons.push(lost > 0 ? 'missing_word' : 'same_words');
  return { score: Math.max(0, Math.min(1, score)), reasons };
}

/** The most alike words first, each used once; words written apart in one name and together in the other are joined. */
function pairUp(a: readonly NameWord[], b: readonly NameWord[]): Pairs {
  const [left, right] = [joinAsIn(a, b), joinAsIn(b, a)];
  const all = left
    .flatMap((one) => right.map((other) => ({ one, other, alike: likenessOf(one, other) })))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((x, y) => y.alike - x.alike || y.one.text.length - x.one.text.length);
  const used = new Set<NameWord>();
  const pairs = all.filter(({ one, other }) => {
    if (used.has(one) || used.has(other)) return false;
    used.add(one).add(other);
    return true;
  });
  return {
    pairs: pairs.map(({ one, other, alike }) => ({
      weight: Math.max(weights[one.kind], weights[other.kind]),
      alike,
    })),
    onlyA: left.filter((word) => !used.has(word)),
    onlyB: right.filter((word) => !used.has(word)),
  };
}

/** 'metall', 'bau' → 'metallbau' where the other name has it so. */
function joinAsIn(words: readonly NameWord[], others: readonly NameWord[]): NameWord[] {
  const result: NameWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [one, next] = [words[at], words[at + 1]];
    if (one === undefined) break;
    const whole = others.find((other) => next !== undefined && other.text === one.text + next.text);
    result.push(whole ?? one);
    if (whole !== undefined) at += 1;
  }
  return result;
}

/** 1 for the same word or trade; an initial stands for a first name; otherwise by slips against length. */
function likenessOf(one: NameWord, other: NameWord): number {
  if (one.text === other.text) return 1;
  if (synonyms.some((group) => group.includes(one.text) && group.includes(other.text))) return 1;
  if (isInitialOf(one, other) || isInitialOf(other, one)) return 0.95;
  if (one.kind === 'number' || other.kind === 'number') return 0;
  const length = Math.max(one.text.length, other.text.length);
  const most = length <= 4 ? 0 : length <= 7 ? 1 : 2;
  const slips = distanceBetween(one.text, other.text, most);
  if (slips > most) return 0;
  return 1 - slips / length;
}

function isInitialOf(short: NameWord, long: NameWord): boolean {
  return short.text.length === 1 && long.kind === 'person' && long.text.startsWith(short.text);
}

function has(words: readonly NameWord[], kind: WordKind): boolean {
  return words.some((word) => word.kind === kind);
}

function joined(words: readonly NameWord[]): string {
  return words
    .map((word) => word.text)
    .sort()
    .join(' ');
}
