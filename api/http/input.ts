// Puts the input of an endpoint together (path, query, body) and parses it; what does not fit is named field by field.
import type { Request } from 'express';
import type { z } from 'zod';
import type { Endpoint, Parsed } from '#contract/endpoint.ts';
import { AppError } from '#api/errors.ts';
import type { FieldProblem } from '#api/errors.ts';

const mostFields = 50;
/** No input of ours nests that far; 2 MB of brackets would otherwise end in an overflowing stack. */
const deepest = 50;

/** Reads and parses the input; throws invalid_input with the refused fields. */
export function readInput<E extends Endpoint>(endpoint: E, request: Request): Parsed<E> {
  const raw = mergeInput(endpoint, request);
  const parsed = endpoint.input.safeParse(raw);
  if (parsed.success) return parsed.data as Parsed<E>; // just parsed by this endpoint's own schema
  const fields = parsed.error.issues.flatMap((issue) => describeIssue(issue, raw));
  throw new AppError('invalid_input', { fields: fields.slice(0, mostFields) });
}

function mergeInput(endpoint: Endpoint, request: Request): Record<string, unknown> {
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
  const given: unknown = (hasBody ? request.body : request.query) ?? {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new AppError('invalid_input', { fields: [{ path: '', problem: 'wrong_type' }] });
  }
  if (hasBody) refuseQuery(request);
  const twice = Object.keys(request.params).filter((name) => Object.hasOwn(given, name));
  if (twice.length > 0) {
    throw new AppError('invalid_input', {
      fields: twice.map((path) => ({ path, problem: 'belongs_in_path' })),
    });
  }
  const clean = cleanText(given, 0) as Record<string, unknown>; // cleaning keeps the shape
  return { ...clean, ...request.params };
}

function refuseQuery(request: Request): void {
  const names = Object.keys(request.query);
  if (names.length === 0) return;
  throw new AppError('invalid_input', { fields: names.map((path) => ({ path, problem: 'unknown' })) });
}

/** PostgreSQL keeps neither NUL nor halves of surrogate pairs; mails hold both now and then, so they are mended, not refused. */
function cleanText(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanString(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) {
    throw new AppError('invalid_input', { fields: [{ path: '', problem: 'too_deep' }] });
  }
  if (Array.isArray(value)) return value.map((one) => cleanText(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, cleanText(field, depth + 1)]));
}

function cleanString(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

type Issue = z.core.$ZodIssue;

const words: Partial<Record<Issue['code'], string>> = {
  invalid_type: 'wrong_type',
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_format: 'wrong_format',
  invalid_value: 'not_allowed',
  invalid_union: 'not_allowed',
  not_multiple_of: 'not_allowed',
};

function describeIssue(issue: Issue, raw: unknown): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), problem: 'unknown' }));
  }
  if (issue.code === 'custom') return [{ path: path.join('.'), problem: issue.message }];
  const isMissing = valueAt(raw, issue.path) === undefined;
  return [{ path: path.join('.'), problem: isMissing ? 'missing' : (words[issue.code] ?? 'invalid') }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
