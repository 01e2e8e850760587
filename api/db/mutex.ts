// First come, first served: one holder at a time.

export interface Mutex {
  /** Waits for the turn; the returned function gives it on (calling it twice is harmless). */
  take(): Promise<() => void>;
}

/** A fair lock for callers in this process. */
export function createMutex(): Mutex {
  let tail: Promise<void> = Promise.resolve();
  return {
    take() {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const turn = tail.then(() => release);
      tail = tail.then(() => held);
      return turn;
    },
  };
}
