// Thousands of strange requests to every endpoint as every role: never a fault of ours, always the one error body.
import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { callsAbout, callsAboutNothing } from '#tests/support/valid-inputs.ts';
import type { Ids } from '#tests/support/valid-inputs.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { changed, createDice, fitting } from './hostile.ts';
import type { Dice } from './hostile.ts';
import { fire, headersFor, mostMs, place, readOperations, toBody, toQuery } from './requests.ts';
import type { Json, Operation, Shot } from './requests.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_903);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_500);
const parallel = 6;

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
