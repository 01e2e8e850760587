// The log of the server: one line of JSON per event, and of an error only what helps, never the rows it was about.
import { pino } from 'pino';
import type { Logger } from 'pino';
import { codeOf } from './listen.ts';

/** A database error carries `detail` and `where` with values of the row; those stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = codeOf(error);
  return {
    name,
    message,
    stack,
    ...(code ? { code } : {}),
    ...(cause ? { cause: describeError(cause) } : {}),
  };
}

/** Errors are logged under `err`. */
export function createLog(level: string): Logger {
  return pino({ level, serializers: { err: describeError } });
}
