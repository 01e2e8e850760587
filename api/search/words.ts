// Words as the search compares them: folded, split, with letters left out, and how far two lie apart. Pure.

/** Letters of the beginning that the index of left-out letters covers; longer words are re-checked whole. */
const indexedLetters = 8;
const longestWord = 40;
const shortWord = 4;

const specialLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

const weakWords = new Set(
  (
    'gmbh mbh ggmbh ag kg kgaa ohg ek ekfr ug gbr eg ev se co cokg inh haftungsbeschrankt partg partgmbb ltd limited ' +
    'inc llc llp plc corp sa sarl sas bv nv srl spa sro oy ab as und and the of der die das fur for von'
  ).split(' '),
);

const onlyAscii = /^[\p{ASCII}]*$/u;

/** 'Müller', 'Mueller' and 'Muller' → 'muller'; 'Groß' → 'gross'. Lower case, no marks, ae/oe/ue as a/o/u. */
export function foldText(text: string): string {
  const lower = text
    .toLowerCase()
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('ß', 'ss');
  const plain = onlyAscii.test(lower) ? lower : withoutMarks(lower);
  return plain.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('ue', 'u');
}

function withoutMarks(lower: string): string {
  return lower
    .replace(/[ıłøđæœþð]/g, (letter) => specialLetters[letter] ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '');
}

/** The distinct folded words of a text: 'Bauer e.K., Köln' → bauer → 'baur', 'ek', 'koln'. */
export function wordsOf(text: string): string[] {
  const folded = foldText(text);
  const isPlain = onlyAscii.test(folded);
  const whole = isPlain
    ? folded.replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    : folded.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1');
  const words = whole.split(isPlain ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '').map((word) => beginning(word, longestWord)))];
}

/** A word of a text without its endings: 'türen' and 'tür', 'lieferungen' and 'lieferung' are found as one. */
export function stemOf(word: string): string {
  return beginning(word, 3) + word.slice(beginning(word, 3).length).replace(/[enrs]+$/, '');
}

/** Legal forms and small words say little about who is meant. */
export function isWeakWord(word: string): boolean {
  return word.length === 1 || weakWords.has(word);
}

/** Whether a word is looked up with typing errors; numbers are taken as they stand. */
function isForgiving(word: string): boolean {
  return word.length > 2 && /\p{L}/u.test(word);
}

/** In no word more slips than these are forgiven. */
export const mostSlips = 2;

/** How many slips are forgiven: one in words up to four letters, else two. */
export function forgivenSlips(word: string): number {
  if (!isForgiving(word)) return 0;
  return word.length <= shortWord ? 1 : mostSlips;
}

/** Which letters stand in a word, as bits; some rare ones share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters of one word are not in the other: so many slips it takes at least, and it is quickly told. */
export function missingLetters(one: number, other: number): number {
  let count = 0;
  for (let left = one & ~other; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The first letters of a word with up to the forgiven number of letters left out (the SymSpell idea), itself included. */
export function variantsOf(word: string): string[] {
  const found = new Set([beginning(word, indexedLetters)]);
  let last = [...found];
  for (let left = forgivenSlips(word); left > 0; left -= 1) {
    last = last.flatMap(leaveOneOut).filter((variant) => variant !== '');
    for (const variant of last) found.add(variant);
  }
  return [...found];
}

function leaveOneOut(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
}

/** The first letters, never half of one that takes two code units. */
export function beginning(word: string, letters: number): string {
  return word.length <= letters ? word : Array.from(word).slice(0, letters).join('');
}

/** Damerau-Levenshtein distance (a swap of neighbours is one slip), or `most + 1` when it is more than `most`. */
export function distanceBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast = new Uint8Array(b.length + 1);
  let last = Uint8Array.from({ length: b.length + 1 }, (_, at) => at);
  let current = new Uint8Array(b.length + 1);
  for (let row = 1; row <= a.length; row += 1) {
    const least = fillRow({ a, b, row, last, beforeLast, current });
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

interface RowStep {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly last: Uint8Array;
  readonly beforeLast: Uint8Array;
  readonly current: Uint8Array;
}

/** Fills `current` and answers its least entry. */
function fillRow({ a, b, row, last, beforeLast, current }: RowStep): number {
  const letter = a.charCodeAt(row - 1);
  const before = a.charCodeAt(row - 2);
  let [left, diagonal, least] = [row, row - 1, row];
  current[0] = row;
  for (let column = 1; column <= b.length; column += 1) {
    const other = b.charCodeAt(column - 1);
    const above = last[column] ?? 0;
    let cost = Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1));
    const isSwap = row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && before === other;
    if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
    current[column] = cost;
    diagonal = above;
    left = cost;
    least = Math.min(least, cost);
  }
  return least;
}
