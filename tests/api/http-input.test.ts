// Whatever stands in a field of a request: an answer, and never our fault.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ErrorBody } from '#contract/errors.ts';
import { databases } from '#tests/support/databases.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('arbitrary input, on %s', (database) => {
  let world: World;
  let ids: Ids;
  beforeAll(async () => {
    world = await createWorld({ database });
    const escalation = await world.given.escalation();
    const { organization_id, customer_id } = await world.given.complaint();
    const about = { organization_id, customer_id };
    const activity = await world.given.activity(about);
    ids = {
      customer: customer_id,
      contact: (await world.given.contact(about)).id,
      activity: activity.id,
      attachment: (await world.given.attachment({ activity_id: activity.id })).id,
      followUp: (await world.given.followUp(about)).id,
      complaint: escalation.complaint_id,
      visit: (await world.given.visit(about)).id,
    };
  });
  afterAll(() => world.close());

  const odd = fc.oneof(
    fc.constantFrom<unknown>(...[null, undefined, true, [], {}, -1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308]),
    fc.constantFrom<unknown>(...['', ' ', '\0', 'a\0b', '\ud800', '%', "'", '0'.repeat(400), 'İ', '\u202e']),
    fc.constantFrom<unknown>(...['0000-01-01', '9999-12-31', '2026-02-30', '0000-01-01T00:00:00Z']),
    fc.constantFrom<unknown>(...['9999-12-31T23:59:59.999+00:00', '2026-09-03T24:00:00Z', randomUUID()]),
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
  );

  test('is never our fault, whichever field of a good call it stands in', { timeout: 180_000 }, async () => {
    const authorization = await world.authorizationOf('miriam');
    for (const { endpoint, input } of [...callsAbout(ids), ...callsAboutNothing()]) {
      const others = [...fieldsOf(endpoint), 'unknown', '__proto__'].map((name) => [name]);
      const paths = [...pathsOf(input).slice(1), ...others];
      const change = fc.tuple(fc.constantFrom(...paths), odd);
      await fc.assert(
        fc.asyncProperty(change, async ([path, value]) => {
          const changed = putAt(input, path, value) as Record<string, unknown>; // not at its root
          const response = await sendFields(world.url, endpoint, changed, authorization);
          const said = `${endpoint.name} ${path.join('.')} ${JSON.stringify(value)} ${await response.clone().text()}`;
          expect(response.status, said).toBeLessThan(500);
          if (response.status >= 400) ErrorBody.parse(await response.json());
        }),
        { seed: 20260903, numRuns: 40 },
      );
    }
  });
});

/** Every place in the input: its fields, their fields, and so on. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function putAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (String(index) === key ? putAt(inner, rest, put) : inner));
  const fields = Object(value) as Record<string, unknown>; // a path leads through objects
  return { ...fields, [key]: putAt(fields[key], rest, put) };
}

function fieldsOf(endpoint: Endpoint): string[] {
  return 'shape' in endpoint.input ? Object.keys(endpoint.input.shape as object) : [];
}

/** As text that a URL can hold. */
function wellFormed(value: unknown): string {
  return Buffer.from(String(value)).toString();
}

function sendFields(
  url: string,
  endpoint: Endpoint,
  fields: Record<string, unknown>,
  authorization: string,
): Promise<Response> {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(wellFormed(fields[name]) || '0'),
  );
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name)));
  const headers = { authorization, 'content-type': 'application/json', 'if-match': '"1"' };
  if (endpoint.method === 'POST' || endpoint.method === 'PATCH') {
    return fetch(`${url}${path}`, { method: endpoint.method, headers, body: JSON.stringify(rest) });
  }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, wellFormed(value)]));
  return fetch(`${url}${path}?${query.toString()}`, { method: endpoint.method, headers });
}
