// Where a text shows what was asked for, also when it was found in spite of a typing error; and the passage around it. Pure.
import type { Mark, MarkedText } from '#contract/search.ts';
import { foldText, stemOf } from './words.ts';

/** Decides whether a folded word of a shown text is one that was asked for. */
export type IsAsked = (word: string) => boolean;

const passageLength = 160;
const before = 50;
const mostMarks = 20;

/** True for the words of the index that matched, the stems of texts, and beginnings of the unfinished word. */
export function askedWords(
  words: Iterable<string>,
  stems: Iterable<string>,
  unfinished: string | null,
): IsAsked {
  const known = new Set(words);
  const stemmed = new Set(stems);
  return (word) =>
    known.has(word) || stemmed.has(stemOf(word)) || (unfinished !== null && word.startsWith(unfinished));
}

/** The places of asked words in a text, in order. */
export function markWords(text: string, isAsked: IsAsked): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!isAsked(foldText(found[0]))) continue;
    marks.push([found.index, found.index + found[0].length]);
    if (marks.length === mostMarks) break;
  }
  return marks;
}

/** The place of a number in a text, however it is spelled there: 'AU260' in 'AU-26-0907' → 'AU-26-0'. */
export function markNumber(text: string, number: string): Mark[] {
  const places = [...text.matchAll(/[\dA-Za-z]/g)];
  const at = places
    .map(([letter]) => letter.toUpperCase())
    .join('')
    .indexOf(number);
  const first = places[at];
  const last = places[at + number.length - 1];
  return at < 0 || first === undefined || last === undefined ? [] : [[first.index, last.index + 1]];
}

/** The passage with the first asked word, on one line, with "…" where it was cut; null when nothing asked stands in it. */
export function passageOf(text: string, isAsked: IsAsked): MarkedText | null {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const [first] = markWords(line, isAsked);
  if (first === undefined) return null;
  const from = first[0] <= before ? 0 : wordStart(line, first[0] - before);
  const until = from + passageLength >= line.length ? line.length : wordEnd(line, from + passageLength);
  const passage = `${from > 0 ? '… ' : ''}${line.slice(from, until)}${until < line.length ? ' …' : ''}`;
  return { text: passage, marks: markWords(passage, isAsked) };
}

function wordStart(line: string, at: number): number {
  const blank = line.indexOf(' ', at);
  return blank < 0 || blank > at + 25 ? wholeCharacter(line, at) : blank + 1;
}

function wordEnd(line: string, at: number): number {
  const blank = line.lastIndexOf(' ', at);
  return blank < at - 25 ? wholeCharacter(line, at) : blank;
}

/** Never between the two halves of a character outside the basic plane. */
function wholeCharacter(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
