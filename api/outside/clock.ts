// The only source of "now" for rules and stores.
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests, journeys and pictures. */
export function createFixedClock(start: Date): Clock & { set(at: Date): void } {
  let current = start;
  return {
    now: () => new Date(current),
    set: (at) => {
      current = at;
    },
  };
}

/** A clock that starts at `start` and ticks as the machine's does; for a demo that plays on a given day. */
export function createShiftedClock(start: Date): Clock {
  const ahead = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}
