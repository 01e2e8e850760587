// Which category and how severe, from the signs in a mail; each names the words it was read from. Pure.
import type { Category } from './goods-cues.ts';
import type { Sign, Signs } from './recognise.ts';
import type { Severity } from './severity-cues.ts';

export interface Guess<T> {
  readonly value: T;
  readonly because: string[];
}

const wordsNamed = 3;

/** The category with the most to say for it; "other" when nothing known is complained of. */
export function rankCategories({ categories }: Signs): Guess<Category> {
  const meanings = [...new Set(categories.map((sign) => sign.means))];
  const ranked = meanings
    .map((value) => ({ value, found: categories.filter((sign) => sign.means === value) }))
    .toSorted((a, b) => sumOf(b.found) - sumOf(a.found));
  const first = ranked[0];
  if (first === undefined) return { value: 'other', because: [] };
  return { value: first.value, because: nameWords(first.found) };
}

/** High when a strong sign or two urgent ones stand there; low only when more speaks for low. */
export function judgeSeverity({ severities }: Signs): Guess<Severity> {
  const high = severities.filter((sign) => sign.means === 'high');
  const low = severities.filter((sign) => sign.means === 'low');
  const difference = sumOf(high) - sumOf(low);
  if (sumOf(high) >= 2 && difference > 0) return { value: 'high', because: nameWords(high) };
  if (sumOf(low) >= 2 && difference < 0) return { value: 'low', because: nameWords(low) };
  return { value: 'medium', because: nameWords(high) };
}

/** Words said twice count once. */
function sumOf(signs: readonly Sign<unknown>[]): number {
  const byWords = new Map(signs.map((sign) => [sign.words.toLowerCase(), sign.weight]));
  return [...byWords.values()].reduce((sum, weight) => sum + weight, 0);
}

/** The heavier first, then as they stand in the mail; of two that begin together the longer. */
function mostTelling(a: Sign<unknown>, b: Sign<unknown>): number {
  return b.weight - a.weight || a.start - b.start || b.words.length - a.words.length;
}

/** The words as they stand in the mail, the telling ones first; none that is part of another. */
export function nameWords(signs: readonly Sign<unknown>[]): string[] {
  const seen = new Map<string, string>();
  for (const { words } of signs.toSorted(mostTelling)) {
    const key = words.toLowerCase();
    const isPart = [...seen.keys()].some((known) => known.includes(key) || key.includes(known));
    if (!isPart) seen.set(key, words);
    if (seen.size === wordsNamed) break;
  }
  return [...seen.values()];
}
