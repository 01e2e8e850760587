// Cues: small patterns of words, compiled once, found in a text in one pass. The work grows with the number of words only.
import { foldWord } from './text-words.ts';

/** `weight` 2 speaks by itself, 1 only together with others, 0.5 names the subject and tells of nothing wrong. */
export interface CueList<T> {
  readonly means: T;
  readonly weight: 0.5 | 1 | 2;
  /** One pattern per line: words, `~` for any letters at that end, `a|b` for either, `#` a number, `..2` up to two words. */
  readonly patterns: string;
}

interface Found<T> {
  readonly means: T;
  readonly weight: number;
  /** Index of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

type Alternative = { readonly kind: 'word' | 'start' | 'end' | 'number'; readonly text: string };
type Step = { readonly gap: number } | { readonly anyOf: readonly Alternative[] };
interface Cue<T> {
  readonly means: T;
  readonly weight: number;
  readonly rest: readonly Step[];
}
export interface CueIndex<T> {
  readonly byWord: ReadonlyMap<string, readonly Cue<T>[]>;
  readonly byStart: ReadonlyMap<string, readonly Cue<T>[]>;
  readonly byEnd: ReadonlyMap<string, readonly Cue<T>[]>;
  readonly byNumber: readonly Cue<T>[];
}

const shortestPart = 3;
const longestPart = 20;
/** "zwei" to "zwölf" and "two" to "twelve", folded, with what they mean. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  [
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'two three four five six seven eight nine ten eleven twelve',
  ].flatMap((list) => list.split(' ').map((word, at): [string, number] => [foldWord(word), at + 2])),
);

/** Whether a folded word is a number, in digits or written out. */
export function isNumber(word: string): boolean {
  return /^\d{1,6}$/.test(word) || numberWords.has(word);
}

/** Compiles lists of cues; an unreadable pattern throws. */
export function compileCues<T>(lists: readonly CueList<T>[]): CueIndex<T> {
  const index = {
    byWord: new Map<string, Cue<T>[]>(),
    byStart: new Map<string, Cue<T>[]>(),
    byEnd: new Map<string, Cue<T>[]>(),
    byNumber: [] as Cue<T>[], // filled below
  };
  for (const { first, cue } of lists.flatMap(readCues)) {
    const { text } = first;
    if (first.kind === 'number') {
      index.byNumber.push(cue);
      continue;
    }
    const map = { word: index.byWord, start: index.byStart, end: index.byEnd }[first.kind];
    map.set(text, [...(map.get(text) ?? []), cue]);
  }
  return index;
}

/** Each pattern once for every word it can begin with. */
function readCues<T>({ means, weight, patterns }: CueList<T>): { first: Alternative; cue: Cue<T> }[] {
  const written = patterns.split('\n').map((line) => line.trim());
  return written
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => {
      const [first, ...rest] = pattern.split(/\s+/).map(readStep);
      if (first === undefined || 'gap' in first) throw new Error(`A cue begins with a word: ${pattern}`);
      return first.anyOf.map((one) => ({ first: one, cue: { means, weight, rest } }));
    });
}

function readStep(written: string): Step {
  const gap = /^\.\.(\d)$/.exec(written);
  if (gap) return { gap: Number(gap[1]) };
  return { anyOf: written.split('|').map(readAlternative) };
}

function readAlternative(written: string): Alternative {
  if (written === '#') return { kind: 'number', text: '' };
  const text = foldWord(written.replaceAll('~', ''));
  if (!written.includes('~')) return { kind: 'word', text };
  if (text.length < shortestPart || text.length > longestPart)
    throw new Error(`Too short or long: ${written}`);
  return { kind: written.startsWith('~') ? 'end' : 'start', text };
}

/** Every cue in these folded words, in the order of their first word. */
export function findCues<T>(words: readonly string[], index: CueIndex<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    for (const cue of startingWith(word, index)) {
      const to = endOf(words, at + 1, cue.rest);
      if (to !== null) found.push({ means: cue.means, weight: cue.weight, from: at, to });
    }
  }
  return found;
}

function startingWith<T>(word: string, { byWord, byStart, byEnd, byNumber }: CueIndex<T>): Cue<T>[] {
  const cues = [...(byWord.get(word) ?? []), ...(isNumber(word) ? byNumber : [])];
  for (let length = shortestPart; length <= Math.min(word.length, longestPart); length += 1) {
    cues.push(...(byStart.get(word.slice(0, length)) ?? []), ...(byEnd.get(word.slice(-length)) ?? []));
  }
  return cues;
}

/** Where the rest of a cue ends when it stands from `at` on; it never goes beyond its sentence. */
function endOf(words: readonly string[], at: number, rest: readonly Step[]): number | null {
  const [step, ...later] = rest;
  if (step === undefined) return at;
  if ('gap' in step) {
    for (let skipped = 0; skipped <= step.gap; skipped += 1) {
      const to = endOf(words, at + skipped, later);
      if (to !== null) return to;
      if (words[at + skipped] === '.') return null;
    }
    return null;
  }
  const word = words[at];
  if (word === undefined || word === '.') return null;
  return step.anyOf.some((one) => fits(word, one)) ? endOf(words, at + 1, later) : null;
}

function fits(word: string, { kind, text }: Alternative): boolean {
  if (kind === 'word') return word === text;
  if (kind === 'start') return word.startsWith(text);
  return kind === 'end' ? word.endsWith(text) : isNumber(word);
}
