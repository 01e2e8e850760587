// Cursors of pages: opaque to callers, the sort values of the last row to us.
import { AppError } from '#api/errors.ts';

/** Packs the sort values of a page's last row into an opaque text. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Unpacks a cursor of `length` values; anything else is the caller's mistake: invalid_input on `cursor`. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  const values = parse(cursor);
  const isFit = Array.isArray(values) && values.length === length && values.every(isSortValue);
  if (!isFit) throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  return values;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isSortValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
