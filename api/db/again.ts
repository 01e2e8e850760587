// A transaction that another one got in the way of is done again.

/** Deadlock, serialization, and a row that somebody wrote between two of its statements (class 23: a reference). */
const crossed = new Set(['40P01', '40001', '23503']);

/** Does the whole transaction again when another one crossed it, three times at most; every other error is passed on. */
export async function againIfCrossed<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left -= 1) {
    try {
      return await transaction();
    } catch (error) {
      if (left === 0 || !crossed.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}
