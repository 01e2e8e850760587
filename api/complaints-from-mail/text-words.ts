// A text as words that can be compared: small letters, ä as ae, doubled consonants once, so that slips and spellings meet. Pure.

export interface TextWord {
  /** As compared; "." ends a sentence, "," a part of one. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const longestWord = 40;
const shortestSlip = 5;
const marks: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const pieces = /\p{L}{1,4}-\d+(?:-\d+)*|[\p{L}\d]+(?:['’]\p{L}+)?|[.!?;:…]|\n\s*\n|[,()–—]| - /gu;

/** A word as it is compared: "Rabatt", "rabat" and "RABATT" are one. */
export function foldWord(word: string): string {
  const plain = word
    .slice(0, longestWord)
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => marks[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');
  // "nett" must not become the dialect's "net", nor "need" its "ned".
  return plain.length < shortestSlip ? plain : plain.replace(/([^aeiou\P{L}])\1+/gu, '$1');
}

/** The words of a text in order with where they stand; ends of sentences are "." and breaks inside them ",". */
export function listWords(text: string): TextWord[] {
  return Array.from(text.matchAll(pieces), (match) => ({
    folded: foldPiece(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function foldPiece(piece: string): string {
  if (/^[\p{L}\d]/u.test(piece)) return foldWord(piece);
  return /^(?:[,()–—]| - )$/u.test(piece) ? ',' : '.';
}
