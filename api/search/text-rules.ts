// How a search over texts is asked: every word that tells something must stand in the text or in its customer's name. Pure.
import { distanceBetween, forgivenSlips, isWeakWord, stemOf } from './words.ts';
import type { SearchPlan, WordMatch } from './rules.ts';

/** A word of texts, or with '@' before it of customers' names, and in how many texts it stands. */
export interface TextWord {
  readonly word: string;
  readonly texts: number;
}

/** Two equally common lexemes of a text for one word of the query. */
interface Meaning {
  readonly own: readonly string[];
  readonly names: readonly string[];
  /** In how many texts one of them stands, about. */
  readonly texts: number;
  readonly ownTexts: number;
}

export interface TextQuery {
  /** For `::tsquery`; made of quoted lexemes only. */
  readonly wanted: string;
  readonly texts: number;
  /** Stems to mark, and beginnings of words. */
  readonly stems: readonly string[];
}

const silent = new Set(
  'aber als am an auch auf aus bei bis da dann das dass dem den der des die du ein eine einem einen einer eines er es hat ich ihr im in ist ja kann mein mit nach nicht noch nur ob oder sich sie sind so um uns vom von vor war was wenn wer wie wir wird zu zum zur the and for with from you your are this that of to in on is it'.split(
    ' ',
  ),
);
const shortestOpen = 3;
const mostCorrections = 6;
const mostByBeginning = 2_000;

/** The words of the plan that texts are asked for; none when all are small words. */
export function tellingWords(plan: SearchPlan): string[] {
  return plan.words.filter((word) => !isWeakWord(word) && !silent.has(word) && word.length > 1);
}

/** The look-up keys of those words in the vocabulary of texts: stems, and what they begin with. */
export function stemsOf(words: readonly string[]): string[] {
  return words.map(stemOf);
}

/** The query; null when a word stands nowhere, or when there is nothing to ask. */
export function planTexts(
  plan: SearchPlan,
  known: readonly TextWord[],
  names: readonly WordMatch[],
): TextQuery | null {
  const words = tellingWords(plan);
  if (words.length === 0) return null;
  const meanings = words.map((word) => meaningOf(word, plan, known, names));
  if (meanings.some((meaning) => meaning.own.length + meaning.names.length === 0)) return null;
  if (meanings.every((meaning) => meaning.own.length === 0)) return null;
  const every = meanings.map((meaning) => anyOf([...meaning.own, ...meaning.names]));
  const oneOwn = words.length === 1 ? [] : [anyOf(meanings.flatMap((meaning) => meaning.own))];
  const [only] = meanings;
  return {
    wanted: words.length === 1 && only !== undefined ? anyOf(only.own) : [...every, ...oneOwn].join(' & '),
    texts: Math.min(
      ...meanings.map((meaning) => meaning.texts),
      meanings.reduce((sum, meaning) => sum + meaning.ownTexts, 0),
    ),
    stems: meanings.flatMap((meaning) => [...meaning.own, ...meaning.names].map(plainOf)),
  };
}

/** The word itself and, unfinished, what begins like it; only when neither stands anywhere, words one or two slips away. */
function meaningOf(
  word: string,
  plan: SearchPlan,
  known: readonly TextWord[],
  names: readonly WordMatch[],
): Meaning {
  const stem = stemOf(word);
  const isOpen = word === plan.unfinished && word.length >= shortestOpen;
  const isIt = (one: string) => one === stem || (isOpen && one.startsWith(word));
  const exact = known.filter((one) => isIt(one.word.replace('@', '')));
  const place = plan.words.indexOf(word);
  const companies = names
    .filter((match) => match.place === place)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostCorrections)
    .map((match) => `@${stemOf(match.word)}`);
  const owns = exact.filter((one) => !one.word.startsWith('@'));
  if (owns.length === 0 && exact.length === 0) return corrected(word, known, companies);
  const ownTexts = sumOf(owns);
  // A beginning of very many texts would be collected as a whole before anything else is asked: its words do instead.
  const begun = ownTexts > mostByBeginning ? owns.map((one) => quote(one.word)) : [`${quote(word)}:*`];
  return {
    own: [quote(stem), ...(isOpen ? begun : [])],
    names: [quote(`@${stem}`), ...companies.map(quote)],
    texts: sumOf(exact),
    ownTexts,
  };
}

function corrected(word: string, known: readonly TextWord[], companies: readonly string[]): Meaning {
  const stem = stemOf(word);
  const most = forgivenSlips(stem);
  const near = known
    .filter((one) => !one.word.startsWith('@'))
    .map((one) => ({ ...one, slips: distanceBetween(stem, one.word, most) }))
    .filter((one) => one.slips <= most && forgivenSlips(one.word) >= one.slips)
    .sort((a, b) => a.slips - b.slips || b.texts - a.texts);
  const fewest = near[0]?.slips;
  const best = near.filter((one) => one.slips === fewest).slice(0, mostCorrections);
  // A word that nobody has counted yet may still stand in a text of this minute.
  const own = best.length > 0 ? best.map((one) => quote(one.word)) : [quote(stem)];
  return {
    own,
    names: companies.map(quote),
    texts: sumOf(best),
    ownTexts: sumOf(best),
  };
}

function sumOf(words: readonly TextWord[]): number {
  return words.reduce((sum, one) => sum + one.texts, 0);
}

function anyOf(lexemes: readonly string[]): string {
  return `(${[...new Set(lexemes)].join(' | ')})`;
}

/** A lexeme as `::tsquery` reads it back: only letters, figures and '@' come here, quotes are doubled all the same. */
function quote(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`;
}

function plainOf(lexeme: string): string {
  return lexeme.replace(/^'@?/, '').replace(/'(:\*)?$/, '');
}
