// Versions as HTTP speaks them: ETag on the way out, If-Match on the way in.
import { AppError } from '#api/errors.ts';

/** Reads `If-Match: "7"` as 7; null when absent. Throws invalid_input on anything else. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined) return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new AppError('invalid_input', { fields: [{ path: 'If-Match', problem: 'wrong_format' }] });
  }
  return Number(version);
}

/** The ETag of a reply: its own version, or that of the first record in it that has one; null for lists. */
export function etagOf(reply: unknown): string | null {
  const version =
    versionOf(reply) ??
    Object.values(Object(reply))
      .map(versionOf)
      .find((found) => found !== null);
  return typeof version === 'number' ? `"${version}"` : null;
}

function versionOf(record: unknown): number | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
  return 'version' in record && typeof record.version === 'number' ? record.version : null;
}
