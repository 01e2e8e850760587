// The last stop of every failure: one error body, the right status, never a stack.
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { ErrorBody } from '#contract/errors.ts';
import { AppError, statusOf } from '#api/errors.ts';
import { requestIdOf } from './request-id.ts';

/** Answers what a route threw; what nobody foresaw is logged and answered as `internal`. */
export function createOnError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known = toAppError(error);
    const requestId = requestIdOf(response);
    const status = statusOf[known.code];
    if (status >= 500)
      log.error({ requestId, code: known.code, err: known.cause ?? error }, 'request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    const waitSeconds = known.retryAfterSeconds ?? (known.retry && status >= 500 ? 5 : null);
    if (waitSeconds !== null) response.setHeader('Retry-After', String(waitSeconds));
    response.removeHeader('ETag');
    response.status(status).json(describe(known, requestId));
  };
}

function describe(error: AppError, requestId: string): ErrorBody {
  return {
    error: {
      code: error.code,
      requestId,
      retry: error.retry,
      ...(error.fields ? { fields: [...error.fields] } : {}),
      ...(error.current === undefined ? {} : { current: error.current }),
    },
  };
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return fromHttp(error) ?? fromDatabase(error) ?? new AppError('internal', { cause: error });
}

/** Errors of Express and its body reader carry a status of 4xx. */
function fromHttp(error: unknown): AppError | null {
  const status = fieldOf(error, 'status');
  const type = fieldOf(error, 'type');
  if (type === 'entity.parse.failed') return new AppError('malformed_json', { cause: error });
  if (status === 404) return new AppError('not_found', { cause: error });
  if (status === 413) return new AppError('too_large', { cause: error });
  if (status === 415) return new AppError('unsupported_media_type', { cause: error });
  const isCallersFault = typeof status === 'number' && status >= 400 && status < 500;
  return isCallersFault ? new AppError('invalid_input', { cause: error }) : null;
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
  '40001',
  '40P01',
  '55P03',
]);

/** SQLSTATE classes: 08 connection, 22 a value the column cannot hold, 23 a rule of the schema. */
function fromDatabase(error: unknown): AppError | null {
  const code = fieldOf(error, 'code');
  if (isPoolTimeout(error)) return new AppError('unavailable', { cause: error });
  if (typeof code !== 'string') return null;
  if (lostConnection.has(code) || /^08...$/.test(code)) return new AppError('unavailable', { cause: error });
  if (/^22...$/.test(code)) return new AppError('invalid_input', { cause: error });
  if (code === '23505') return new AppError('duplicate', { cause: error });
  return null;
}

/** pg names these three by their sentence only. */
function isPoolTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
