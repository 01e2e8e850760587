// Requests as the description has them, and beside it: how the fuzzing writes and sends one.
import { ErrorBody } from '#contract/errors.ts';
import { nastyTexts, nastyValue } from './hostile.ts';
import type { Dice } from './hostile.ts';

/** An answer that takes longer is a fault. */
export const mostMs = 30_000;

export type Json = Record<string, unknown>;

export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string; schema: Json }[];
  readonly body: Json | null;
}

export interface Shot {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

/** Every operation of the OpenAPI document. */
export function readOperations(document: Json): Operation[] {
  const paths = document['paths'] as Record<string, Record<string, Json>>; // checked by tests/api/openapi.test.ts
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = operation['requestBody'] as
        { content: { 'application/json': { schema: Json } } } | undefined;
      return {
        name: String(operation['operationId']),
        method: method.toUpperCase(),
        path,
        parameters: operation['parameters'] as Operation['parameters'],
        body: body?.content['application/json'].schema ?? null,
      };
    }),
  );
}

/** Puts the path’s parameters into it, now and then strange ones; answers what is left of the input. */
export function place(operation: Operation, input: Json, dice: Dice): { path: string; rest: Json } {
  const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = dice.chance(0.1) ? dice.pick(nastyTexts) : input[name];
    return encodeURIComponent(wellFormed(toText(value).slice(0, 500))) || '%00';
  });
  const isTwice = dice.chance(0.02);
  const rest = Object.entries(input).filter(([name]) => isTwice || !inPath.includes(name));
  return { path, rest: Object.fromEntries(rest) };
}

/** Half a surrogate pair cannot be sent at all. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}

export function toQuery(fields: Json, dice: Dice): string {
  const pairs = Object.entries(fields).map(
    ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(toText(value).slice(0, 400)))}`,
  );
  if (dice.chance(0.05))
    pairs.push(dice.pick(['limit=-1', 'limit[]=1', '%', '&&&', 'a[b][c]=1', 'cursor=%']));
  if (dice.chance(0.15)) pairs.push(`cursor=${forgedCursor(dice)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Of the right make, with whatever in it. */
function forgedCursor(dice: Dice): string {
  const part = () =>
    dice.pick<unknown>([
      'infinity',
      'now',
      '2026-09-03',
      '2026-09-03T10:00:00.000Z',
      'Muster',
      crypto.randomUUID(),
      dice.pick(nastyTexts).slice(0, 50),
      1,
      1e308,
      null,
      [],
      true,
    ]);
  return Buffer.from(JSON.stringify(Array.from({ length: 1 + dice.below(4) }, part))).toString('base64url');
}

export function toBody(fields: Json, dice: Dice): string {
  if (dice.chance(0.03)) return JSON.stringify(nastyValue(dice)) ?? '';
  if (dice.chance(0.03))
    return dice.pick([
      '',
      '{',
      '{"a":}',
      '[]',
      '"x"',
      'null',
      '\0',
      '{"__proto__":{"a":1}}',
      '['.repeat(100_000),
    ]);
  return JSON.stringify(fields);
}

const garbage = [
  'Bearer',
  'Bearer x.y.z',
  'Basic YTpi',
  `Bearer ${'a'.repeat(3_000)}`,
  'Bearer eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.',
];
const media = ['text/plain', 'application/xml', 'application/json; charset=utf-7', 'x'];
const versions = ['*', '"x"', '"99999999999"', '"-1"', '1', '"1", "2"'];
const keys = ['x'.repeat(201), 'a b', '"', '%00'];

/** Mostly as they should be. */
export function headersFor(
  dice: Dice,
  authorization: string | null,
  hasBody: boolean,
): Record<string, string> {
  const mostly = (good: string | null, bad: readonly string[]) => (dice.chance(0.96) ? good : dice.pick(bad));
  const headers = {
    authorization: mostly(authorization, garbage),
    'content-type': hasBody ? mostly('application/json', media) : null,
    'content-encoding': mostly(null, ['gzip', 'br', 'x']),
    'if-match': dice.chance(0.7) ? mostly(`"${1 + dice.below(3)}"`, versions) : null,
    'idempotency-key': dice.chance(0.3) ? mostly(`k${dice.below(30)}`, keys) : null,
    'x-request-id': mostly(crypto.randomUUID(), ['a', '<script>', 'x'.repeat(100)]),
  };
  const set = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(set);
}

const traces = /\n\s+at |node_modules|\.ts:\d|\bselect\b .*\bfrom\b|\bpg_|kysely|SQLSTATE/i;

export async function fire(base: string, shot: Shot): Promise<{ status: number; problem: string | null }> {
  const { method, headers, body } = shot;
  const response = await fetch(`${base}${shot.url}`, {
    method,
    headers,
    ...(body === null ? {} : { body }),
    signal: AbortSignal.timeout(mostMs),
  });
  const text = await response.text();
  const { status } = response;
  if (status === 200) return { status, problem: null };
  const parsed = ErrorBody.safeParse(parse(text));
  if (status >= 500) return { status, problem: `fault of ours: ${text.slice(0, 300)}` };
  if (!parsed.success) return { status, problem: `not the error body: ${text.slice(0, 300)}` };
  if (parsed.data.error.requestId !== response.headers.get('x-request-id'))
    return { status, problem: 'another request id' };
  const { current: _row, ...said } = parsed.data.error;
  if (traces.test(JSON.stringify({ ...said, fields: undefined })))
    return { status, problem: `says too much: ${text.slice(0, 300)}` };
  return { status, problem: null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
