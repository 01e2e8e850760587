// Chance that repeats itself: the same seed gives the same sample company on every machine.
import { createHash } from 'node:crypto';

export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `percent` of 100 cases. */
  happens(percent: number): boolean;
}

/** A chance of its own for each word, so that a change in one part of the seed leaves the others as they were. */
export function createChance(word: string): Chance {
  let state = createHash('sha256').update(word).digest().readUInt32LE(0);
  const next = () => {
    // mulberry32, a public-domain generator by Tommy Ettinger
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    happens: (percent) => next() * 100 < percent,
    pick: <T>(list: readonly T[]): T => {
      const found = list[int(0, list.length - 1)];
      if (found === undefined) throw new Error('an empty list has nothing to pick');
      return found;
    },
  };
}

/** A stable UUID for a kind of record and its key. */
export function idOf(kind: string, key: string | number): string {
  const hex = createHash('sha256').update(`kundencockpit ${kind} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
