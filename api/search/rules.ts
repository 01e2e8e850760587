// What a search text means and how much each word found weighs. Pure.
import { phoneBeginning } from '#api/customers/phone.ts';
import {
  beginning,
  distanceBetween,
  forgivenSlips,
  isWeakWord,
  lettersOf,
  missingLetters,
  mostSlips,
  variantsOf,
  wordsOf,
} from './words.ts';

export interface SearchPlan {
  /** Folded words; the last one may still be unfinished. */
  readonly words: readonly string[];
  /** Left-out-letter variants of all words, for one look-up. */
  readonly variants: readonly string[];
  /** The last word as a beginning, or null when a blank after it says that it is complete. */
  readonly unfinished: string | null;
  /** The beginning of a customer or document number in its one spelling; null when the text cannot be one. */
  readonly number: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface KnownWord {
  readonly word: string;
  readonly records: number;
}

/** A word of the index that stands for the query word at `place`. */
export interface WordMatch {
  readonly place: number;
  readonly word: string;
  readonly weight: number;
  readonly records: number;
}

/** Nobody types more to find something; whoever pastes more is answered by its beginning. */
const mostCharacters = 200;
const mostWords = 8;
const shortestBeginning = 2;
const lettersForForgivingBeginning = 4;
const longestNumber = 30;
const shortestNumber = 3;

/** Reads the text as words, number, address or telephone number: whatever it may be. */
export function planSearch(text: string): SearchPlan {
  const q = beginning(text, mostCharacters);
  const words = wordsOf(q).slice(0, mostWords);
  const last = words.at(-1) ?? '';
  return {
    words,
    variants: [...new Set(words.flatMap(variantsOf))],
    unfinished: /\s$/.test(q) || last.length < shortestBeginning ? null : last,
    number: numberOf(q.trim()),
    address: addressOf(q.trim()),
    phone: phoneBeginning(q),
  };
}

const label =
  /^(?:kd|kunden?|auftrag|auftrags|angebot|angebots|rechnung|rechnungs|re|reklamation|reklamations|order|quote|invoice|customer)[\s.-]*(?:nr|no|nummer|number)?[\s.:#-]+(?=\S*\d)/i;

/** 'au 26 0907', 'Auftrag AU-26/0907' → 'AU260907'; nothing without a figure but one word that may be a customer's code. */
function numberOf(text: string): string | null {
  const isOneWord = !/\s/.test(text);
  if (text.length > longestNumber || (!/\d/.test(text) && !isOneWord)) return null;
  const plain = text
    .replace(label, '')
    .replaceAll(/[^\dA-Za-z]/g, '')
    .toUpperCase();
  const isSpelled = isOneWord || /^[A-Z]{0,4}\d+[A-Z]{0,2}$/.test(plain);
  return plain.length >= shortestNumber && isSpelled ? plain : null;
}

function addressOf(text: string): string | null {
  const isAddress = text.includes('@') && !/\s/.test(text) && text.length >= 3;
  return isAddress ? text.toLowerCase() : null;
}

/** Which of the known words each query word means, with quality × rarity of what was most likely meant as weight. */
export function weighWords(plan: SearchPlan, known: readonly KnownWord[]): WordMatch[] {
  const letters = known.map((one) => lettersOf(one.word));
  return plan.words.flatMap((asked, place) => {
    const askedLetters = lettersOf(asked);
    const isOpen = asked === plan.unfinished && place === plan.words.length - 1;
    const near = known
      .filter((_one, at) => missingLetters(askedLetters, letters[at] ?? 0) <= mostSlips)
      .map((one) => ({ ...one, place, quality: qualityOf(asked, one.word, isOpen) }))
      .filter(({ quality }) => quality > 0)
      .sort((a, b) => b.quality - a.quality || b.records - a.records);
    const rarity = near[0] === undefined ? 0 : rarityOf(near[0]);
    return near.map(({ quality, ...match }) => ({ ...match, weight: quality * rarity }));
  });
}

/** 1 for the word itself, less for its beginning, less for every slip, 0 for another word. */
function qualityOf(asked: string, word: string, isOpen: boolean): number {
  if (asked === word) return 1;
  if (isOpen && word.startsWith(asked)) return 0.9;
  const most = Math.min(forgivenSlips(asked), forgivenSlips(word));
  if (most === 0) return 0;
  const slips = distanceBetween(asked, word, most);
  if (slips <= most) return slips === 1 ? 0.75 : 0.5;
  return isOpen && isNearBeginning(asked, word) ? 0.55 : 0;
}

/** 'holelrb' is one slip from 'hollerb', the beginning of 'hollerbach'. */
function isNearBeginning(asked: string, word: string): boolean {
  if (asked.length < lettersForForgivingBeginning || word.length <= asked.length) return false;
  return distanceBetween(asked, beginning(word, asked.length), 1) <= 1;
}

/** Rare words say who is meant, common ones hardly, legal forms nearly nothing. */
function rarityOf({ word, records }: KnownWord): number {
  const rarity = Math.log(1 + 200_000 / (Math.max(records, 1) + 10));
  return isWeakWord(word) ? rarity / 20 : rarity;
}

/** So many postings are read for a search, and more only for the two words that tell most. */
const mostPostings = 4_000;
const mostForTwo = 40_000;

/** The heaviest words as long as they cost little; common ones only weigh what was found, so "Metallbau GmbH" is cheap. */
export function wordsToFindBy(matches: readonly WordMatch[]): WordMatch[] {
  const strong = matches.filter((match) => !isWeakWord(match.word));
  const sorted = (strong.length > 0 ? strong : matches).toSorted((a, b) => b.weight - a.weight);
  const chosen = new Set(bestOfTwo(sorted));
  let postings = sumOf(chosen);
  for (const match of sorted) {
    if (chosen.has(match) || postings + match.records > mostPostings) continue;
    chosen.add(match);
    postings += match.records;
  }
  return matches.filter((match) => chosen.has(match));
}

/** Reading fewer postings than these is quick whatever they say. */
const quicklyRead = 1_000;
const mostTelling = 300;

/** The words of the place that tells most, where reading all those to find by takes long and reading these does not; else none. */
export function tellingWordsOf(matches: readonly WordMatch[], all: readonly WordMatch[]): WordMatch[] {
  if (sumOf(all) <= quicklyRead) return [];
  const heaviest = matches.reduce<WordMatch | null>(
    (best, match) => (best === null || match.weight > best.weight ? match : best),
    null,
  );
  const telling = matches.filter((match) => match.place === heaviest?.place);
  return sumOf(telling) <= mostTelling ? telling : [];
}

/** The heaviest word of each of the two places that tell most; of one only where both would be read for too long. */
function bestOfTwo(sorted: readonly WordMatch[]): WordMatch[] {
  const places = [...new Set(sorted.map((match) => match.place))].slice(0, 2);
  const best = places.flatMap((place) => sorted.find((match) => match.place === place) ?? []);
  return sumOf(best) <= mostForTwo ? best : best.slice(0, 1);
}

function sumOf(matches: Iterable<WordMatch>): number {
  return [...matches].reduce((sum, match) => sum + match.records, 0);
}
