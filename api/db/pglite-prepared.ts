// Marked statements on PGlite: parsed and planned once per session, by the wire protocol, which its query() does not offer.
import type { messages as protocolMessages, PGlite, Results } from '@electric-sql/pglite';
import { parse, protocol } from '@electric-sql/pglite';

const { serialize } = protocol;
const quiet = { syncToFs: false } as const;

export interface PreparedStatements {
  /** Runs a statement under its name; the caller has the session for himself. */
  run<R>(name: string, text: string, values: readonly unknown[]): Promise<Results<R>>;
}

/** Remembers which statements this session knows. */
export function createPreparedStatements(pglite: PGlite): PreparedStatements {
  const known = new Set<string>();
  return {
    run: async <R>(name: string, text: string, values: readonly unknown[]) => {
      const messages: protocolMessages.BackendMessage[] = [];
      const send = async (message: Uint8Array) =>
        messages.push(...(await pglite.execProtocol(message, quiet)).messages);
      try {
        if (!known.has(name)) await send(serialize.parse({ name, text }));
        known.add(name);
        await send(serialize.bind({ statement: name, values: values.map(toText) }));
        await send(serialize.describe({ type: 'P' }));
        await send(serialize.execute({}));
      } finally {
        await send(serialize.sync());
      }
      const [result] = parse.parseResults(messages, pglite.parsers);
      if (result === undefined) throw new Error('A prepared statement answered nothing.');
      return result as Results<R>; // the caller says what the columns are
    },
  };
}

/** Values in the text form of the protocol; lists as array literals. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return String(value);
}

function toElement(value: unknown): string {
  const text = toText(value);
  return text === null ? 'null' : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
