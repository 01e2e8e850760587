// The signing keys of the bot channel with their endorsements, which key libraries drop; kept for a day.
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';

interface ChannelKey extends JWK {
  /** The channels for which this key may sign. */
  readonly endorsements?: string[];
}

export interface KeyStore {
  /** Throws when no such key is published. */
  getKey(kid: string | undefined): Promise<CryptoKey | Uint8Array>;
  listEndorsements(kid: string | undefined): Promise<readonly string[]>;
}

const keepMs = 24 * 60 * 60_000;
const shortestPauseMs = 60_000;
const pauseAfterFailureMs = 5_000;
const timeoutMs = 5_000;

/** Reads the keys when they are first needed, daily, and (at most once a minute) when an unknown one is named. */
export function createKeyStore(
  url: string,
  fetchKeys: (url: string) => Promise<readonly ChannelKey[]> = fetchFrom,
): KeyStore {
  let keys: readonly ChannelKey[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    readAt = Date.now() - shortestPauseMs + pauseAfterFailureMs;
    keys = await fetchKeys(url);
    readAt = Date.now();
  }

  async function find(kid: string | undefined): Promise<ChannelKey | undefined> {
    const age = Date.now() - readAt;
    const isKnown = keys.some((key) => key.kid === kid);
    if (age > keepMs || (!isKnown && age > shortestPauseMs)) {
      reading ??= read().finally(() => {
        reading = null;
      });
    }
    if (reading) await reading;
    return kid === undefined ? undefined : keys.find((key) => key.kid === kid);
  }

  return {
    getKey: async (kid) => {
      const key = await find(kid);
      if (key === undefined) throw new Error('unknown signing key');
      return importJWK(key, 'RS256');
    },
    listEndorsements: async (kid) => (await find(kid))?.endorsements ?? [],
  };
}

async function fetchFrom(url: string): Promise<readonly ChannelKey[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`The signing keys could not be read: ${response.status}.`);
  const body: unknown = await response.json();
  const keys: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'keys') : null;
  if (!Array.isArray(keys)) throw new Error('The signing keys have no list of keys.');
  return keys as ChannelKey[]; // importJWK checks each key that is used
}
