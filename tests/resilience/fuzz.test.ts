// Thousands of strange requests to every endpoint as every role: never a fault of ours, always the one error body.
import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorBody } from '#contract/errors.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { changed, createDice, fitting, nastyTexts, nastyValue } from './hostile.ts';
import type { Dice } from './hostile.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_903);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_500);
const parallel = 6;
const mostMs = 30_000;

type Json = Record<string, unknown>;

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string; schema: Json }[];
  readonly body: Json | null;
}

interface Shot {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

const callers: readonly (ShortName | null)[] = [
  'anna',
  'anna',
  'petra',
  'petra',
  'miriam',
  'miriam',
  'dieter',
  'fremd',
  'ben',
  null,
];

describe.each(databases)('fuzzing on %s', (database) => {
  let world: World;
  let operations: readonly Operation[];
  let good: ReadonlyMap<string, Json>;
  let ids: readonly string[];
  const logged: string[] = [];

  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
    world = await createWorld({ database, deps: () => ({ log }) });
    const own = await makeRecords();
    ids = [...Object.values(own), people.anna.id, people.petra.id, territories.north.id, crypto.randomUUID()];
    good = new Map(
      [...callsAbout(own), ...callsAboutNothing()].map((call) => [call.endpoint.name, call.input]),
    );
    operations = readOperations((await (await fetch(`${world.url}/api/openapi.json`)).json()) as Json);
  });
  afterAll(() => world.close());

  async function makeRecords(): Promise<Ids> {
    const customer = await world.given.customer({
      name: 'Hollerbach Metallbau GmbH',
      revenue_12_months_cents: 12_840_000,
      share_of_wallet_percent: 45,
      domains: ['hollerbach-metallbau.test'],
      sharedWith: [people.dieter.id],
    });
    const of = { customer_id: customer.id };
    const contact = await world.given.contact({ ...of, emails: ['s.tietz@hollerbach-metallbau.test'] });
    const activity = await world.given.activity(of);
    const attachment = await world.given.attachment({ activity_id: activity.id });
    const followUp = await world.given.followUp(of);
    const complaint = await world.given.complaint({ ...of, severity: 'high' });
    await world.given.escalation({ complaint_id: complaint.id });
    await world.given.order(of);
    await world.given.quote(of);
    return {
      customer: customer.id,
      contact: contact.id,
      activity: activity.id,
      attachment: attachment.id,
      followUp: followUp.id,
      complaint: complaint.id,
      visit: (await world.given.visit(of)).id,
    };
  }

  test(`${requests} requests from the description and beside it`, async () => {
    const dice = createDice(seed);
    const tokens = new Map<ShortName | null, string | null>([[null, null]]);
    for (const user of callers) if (user !== null) tokens.set(user, await world.authorizationOf(user));
    const shots = Array.from({ length: requests }, () => {
      const operation = dice.pick(operations);
      const user = dice.pick(callers);
      return { operation, user, shot: aim(operation, dice, tokens.get(user) ?? null) };
    });
    const faults: unknown[] = [];
    const statuses: Record<string, number> = {};
    const times: { name: string; ms: number; body: string }[] = [];
    const one = async () => {
      for (let next = shots.pop(); next !== undefined; next = shots.pop()) {
        const { operation, user, shot } = next;
        const startedAt = performance.now();
        const { status, problem } = await fire(world.url, shot);
        const ms = Math.round(performance.now() - startedAt);
        times.push({ name: operation.name, ms, body: (shot.body ?? shot.url).slice(0, 100) });
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (problem !== null || ms > mostMs)
          faults.push({ name: operation.name, user, status, problem, ms, shot });
      }
    };
    await Promise.all(Array.from({ length: parallel }, one));
    if (process.env['FUZZ_REPORT'] !== undefined) {
      const slowest = times.sort((a, b) => b.ms - a.ms).slice(0, 10);
      writeFileSync(
        `${process.env['FUZZ_REPORT']}-${database}.json`,
        JSON.stringify({ statuses, slowest, faults, logged }, null, 1),
      );
    }

    expect(faults.slice(0, 5).map((fault) => JSON.stringify(fault).slice(0, 1_500))).toEqual([]);
    expect(statuses['200'] ?? 0, 'some of it should have been good').toBeGreaterThan(requests / 20);
    expect(logged).toEqual([]);
  }, 150_000);

  test('and what it left to do later can be done', async () => {
    await world.runJobs();
    await world.runSweeps();

    expect(logged).toEqual([]);
  }, 60_000);

  function aim(operation: Operation, dice: Dice, authorization: string | null): Shot {
    const input = chooseInput(operation, dice);
    const { path, rest } = place(operation, input, dice);
    const hasBody = operation.body !== null;
    const query = hasBody ? '' : toQuery(rest, dice);
    return {
      method: operation.method,
      url: `${path}${query}`,
      headers: headersFor(dice, authorization, hasBody),
      body: hasBody ? toBody(rest, dice) : null,
    };
  }

  function chooseInput(operation: Operation, dice: Dice): Json {
    const known = good.get(operation.name);
    const base = known !== undefined && dice.chance(0.6) ? known : fromDescription(operation, dice);
    if (dice.chance(0.4)) return base;
    return changed(base, dice);
  }

  function fromDescription(operation: Operation, dice: Dice): Json {
    const parameters = operation.parameters
      .filter((parameter) => parameter.in === 'path' || (parameter.in === 'query' && dice.chance(0.7)))
      .map(({ name, schema }) => [name, fitting(schema, dice, ids)]);
    const body = operation.body === null ? {} : (fitting(operation.body, dice, ids) as Json);
    return { ...body, ...(Object.fromEntries(parameters) as Json) };
  }
});

function readOperations(document: Json): Operation[] {
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

function place(operation: Operation, input: Json, dice: Dice): { path: string; rest: Json } {
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

function toQuery(fields: Json, dice: Dice): string {
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

function toBody(fields: Json, dice: Dice): string {
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
function headersFor(dice: Dice, authorization: string | null, hasBody: boolean): Record<string, string> {
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

async function fire(base: string, shot: Shot): Promise<{ status: number; problem: string | null }> {
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
