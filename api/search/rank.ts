// The order of records found by name: what the index found, plus common words, minus words that nobody asked for. Pure.
import type { SearchPlan, WordMatch } from './rules.ts';
import { isWeakWord, wordsOf } from './words.ts';

export interface NameRow {
  readonly kind: 'customer' | 'contact';
  readonly id: string;
  readonly customerId: string;
  /** Of the words by which it was found. */
  readonly weight: number;
  readonly customerName: string;
  readonly contactName: string | null;
  readonly town: string;
  readonly isArchived: boolean;
}

export interface RankedRow extends NameRow {
  readonly score: number;
}

/** What lies further behind the best than this is noise. */
const leastShareOfBest = 0.4;
const companyShare = 0.8;
/** A word too many says little; it only parts names that are equally good otherwise. */
const extraWord = 0.25;
const extraForm = 0.05;
const inOrder = 0.1;
/** Less than any word that tells something: for the legal form and for words that nobody asked for. */
const allowance = 1;

/** Best first; archived records behind equally good ones. */
export function rankNames(
  plan: SearchPlan,
  rows: readonly NameRow[],
  matches: readonly WordMatch[],
): RankedRow[] {
  const byWord = new Map<string, WordMatch[]>();
  for (const match of matches) byWord.set(match.word, [...(byWord.get(match.word) ?? []), match]);
  const ranked = rows
    .map((row) => ({ ...row, score: scoreOf(plan, row, byWord) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(a.isArchived) - Number(b.isArchived) ||
        Number(a.kind === 'contact') - Number(b.kind === 'contact') ||
        (a.id < b.id ? -1 : 1),
    );
  const best = ranked[0]?.score ?? 0;
  return ranked.filter((row) => row.score >= best * leastShareOfBest);
}

/** Whether this record holds a word for every place as well as the index has it, but for legal forms. */
export function holdsAll(matches: readonly WordMatch[], best: RankedRow | undefined): boolean {
  const places = new Map<number, number>();
  for (const { place, weight } of matches) places.set(place, Math.max(places.get(place) ?? 0, weight));
  const most = [...places.values()].reduce((sum, weight) => sum + weight, 0);
  return best !== undefined && best.score >= most - allowance;
}

function scoreOf(plan: SearchPlan, row: NameRow, byWord: ReadonlyMap<string, readonly WordMatch[]>): number {
  const name = wordsOf(row.contactName ?? row.customerName);
  const spots =
    row.contactName === null
      ? [{ words: [...name, ...wordsOf(row.town)], share: 1 }]
      : [
          { words: name, share: 1 },
          { words: wordsOf(row.customerName), share: companyShare },
        ];
  const places = new Map<number, number>();
  for (const { words, share } of spots) {
    for (const { place, weight } of words.flatMap((word) => byWord.get(word) ?? [])) {
      places.set(place, Math.max(places.get(place) ?? 0, weight * share));
    }
  }
  const shown = [...places.values()].reduce((sum, weight) => sum + weight, 0);
  const extra = name.filter((word) => !byWord.has(word));
  const lost = extra.reduce((sum, word) => sum + (isWeakWord(word) ? extraForm : extraWord), 0);
  // Found by a site or an attribute, which stand in no name: the index knows better.
  const found = Math.max(shown, row.weight);
  return found - lost + (isInOrder(plan, name) ? inOrder : 0) - (row.isArchived ? 0.01 : 0);
}

/** Whether the words that were typed as they stand come in the order of the name. */
function isInOrder(plan: SearchPlan, name: readonly string[]): boolean {
  const places = plan.words.map((word) => name.indexOf(word)).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
}
