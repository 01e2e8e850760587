// The server's time in the browser: "heute" and deadlines never depend on the clock of the reader's device alone.

export interface ServerClock {
  /** Takes note of the time a reply was made. */
  observe(serverTime: string): void;
  /** The server's time now, ISO 8601 in UTC. */
  now(): string;
}

/** Makes a clock that runs on the device's time until a server time was seen, and by the difference afterwards. */
export function createServerClock(deviceNowMs: () => number = Date.now): ServerClock {
  let aheadMs = 0;
  return {
    observe(serverTime) {
      const serverMs = Date.parse(serverTime);
      if (!Number.isNaN(serverMs)) aheadMs = serverMs - deviceNowMs();
    },
    now: () => new Date(deviceNowMs() + aheadMs).toISOString(),
  };
}

/** The time a reply says it was made at (`now`, `asOf`, also one level down), or null. */
export function serverTimeIn(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null) return null;
  if ('now' in reply && typeof reply.now === 'string') return reply.now;
  if ('asOf' in reply && typeof reply.asOf === 'string') return reply.asOf;
  if ('cockpit' in reply) return serverTimeIn(reply.cockpit);
  return null;
}
