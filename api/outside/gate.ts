// Lets at most so many pieces of work of one key run at once; the rest wait in line.
export type Gate = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** A gate with `places` places for each key. */
export function createGate(places: number): Gate {
  const lines = new Map<string, Line>();

  async function enter(key: string): Promise<Line> {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running >= places) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.running += 1;
    return line;
  }

  /** Hands the place to the next in line, or gives it back. */
  function leave(key: string, line: Line): void {
    const next = line.waiting.shift();
    if (next !== undefined) return next();
    line.running -= 1;
    if (line.running === 0) lines.delete(key);
  }

  return async (key, work) => {
    const line = await enter(key);
    try {
      return await work();
    } finally {
      leave(key, line);
    }
  };
}
