// The database goes away under load and comes back: the server lives, says so, and nothing acknowledged is lost.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities, logActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { roomJobs, roomSweeps } from '#api/compose-rooms.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { createRunner } from '#api/jobs/runner.ts';
import type { Runner } from '#api/jobs/runner.ts';

import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { startOwnPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';

const silent = { warn: () => undefined };
const clients = 8;

describe.skipIf(process.env['TEST_DATABASES'] === 'pglite')('a PostgreSQL that goes away', () => {
  let postgres: PostgresServer;
  let world: World;
  let runner: Runner;
  let customerId: string;
  let count = 0;
  const acknowledged = new Map<string, string>();
  const answers: {
    status: number;
    code: string | undefined;
    retry: boolean | undefined;
    after: string | null;
  }[] = [];

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    const db = openPostgres(postgres.url, silent);
    await migrate(db);
    world = await createWorld({ database: 'postgres', db });
    customerId = (await world.given.customer()).id;

    runner = createRunner(world.deps, roomJobs, roomSweeps);
    runner.start();
  }, 120_000);
  afterAll(async () => {
    await runner.stop();
    await world.close();
    await postgres.close();
  });

  async function log(number: number): Promise<boolean> {
    const subject = `Ausfall ${String(number).padStart(4, '0')}`;
    const mail = buildMail({ messageId: `<${number}@ausfall.test>`, subject, itemId: null });
    const input = { customerId, mail, followUp: { title: subject, dueOn: '2026-09-10' } };
    const key = number % 2 === 0 ? { idempotencyKey: `key-${number}` } : {};
    const answer = await world.call('anna', logActivity, input, key);
    const { status, body } = answer;
    answers.push({
      status,
      code: body.error?.code,
      retry: body.error?.retry,
      after: answer.headers.get('retry-after'),
    });
    if (status === 200) acknowledged.set(subject, body.activity.id);
    return status === 200;
  }

  /** Eight people log mails, each trying until it is acknowledged, while `meanwhile` happens. */
  async function underLoad(meanwhile: () => Promise<void>): Promise<void> {
    let isOver = false;
    const client = async () => {
      while (!isOver) {
        count += 1;
        const number = count;
        while (!(await log(number))) await wait(100);
      }
    };
    const working = Promise.all(Array.from({ length: clients }, client));
    await wait(500);
    await meanwhile().finally(() => {
      isOver = true;
    });
    await working;
  }

  const readyz = async () => (await fetch(`${world.url}/readyz`)).status;

  function refusals() {
    return answers.filter(({ status }) => status !== 200);
  }

  test('all its sessions ended, again and again: each failed request says to try again', async () => {
    const admin = openPostgres(postgres.url, silent, 1);
    await underLoad(async () => {
      for (let round = 0; round < 5; round += 1) {
        await admin.execute(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
        );
        await wait(200);
      }
    });
    await admin.close();

    const refused = refusals();
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(
      refused.map(() => ({ status: 503, code: 'unavailable', retry: true, after: '5' })),
    );
    expect(await readyz()).toBe(200);
  });

  test('stopped and started: 503 in the gap, ready again afterwards', async () => {
    answers.length = 0;
    const states: Record<string, number> = {};
    await underLoad(async () => {
      await postgres.stop();
      const startedAt = performance.now();
      await expect.poll(() => refusals().length, { timeout: 10_000 }).toBeGreaterThan(clients);
      states['ready in the gap'] = await readyz();
      states['alive in the gap'] = (await fetch(`${world.url}/healthz`)).status;
      expect(performance.now() - startedAt).toBeLessThan(10_000);
      await postgres.start();
      await expect.poll(readyz, { timeout: 10_000 }).toBe(200);
      await wait(300);
    });

    const refused = refusals();
    expect(refused).toEqual(
      refused.map(() => ({ status: 503, code: 'unavailable', retry: true, after: '5' })),
    );
    expect(states).toEqual({ 'ready in the gap': 503, 'alive in the gap': 200 });
  }, 60_000);

  test('and everything acknowledged is there once, its task too', async () => {
    const stored: [string, string][] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await world.call('anna', listActivities, {
        customerId,
        limit: 100,
        ...(cursor && { cursor }),
      });
      stored.push(...page.body.items.map(({ subject, id }): [string, string] => [subject, id]));
      cursor = page.body.nextCursor;
    }
    expect(stored.sort()).toEqual([...acknowledged].sort());

    await expect
      .poll(
        async () => {
          world.clock.set(new Date(world.clock.now().getTime() + 30_000)); // back-off passes
          const open = await world.call('anna', listFollowUps, { customerId, limit: 100 });
          return open.body.items.filter(({ toDo }) => toDo.state !== 'in_to_do').length;
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(0);
    const tasks = world.graph.listTasks(world.people.anna.entraOid);
    await expect.poll(() => tasks.length).toBe(acknowledged.size);
    expect(new Set(tasks.map(({ linkedResources }) => linkedResources[0]?.externalId)).size).toBe(
      tasks.length,
    );
  }, 60_000);
});
