import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Deps } from '#api/deps.ts';
import type { Database } from '#api/db/database.ts';
import { AppError } from '#api/errors.ts';
import { defineJob, RetryAt } from '#api/jobs/job.ts';
import { createJobQueue } from '#api/jobs/queue.ts';
import { createRunner } from '#api/jobs/runner.ts';
import { createFixedClock } from '#api/outside/clock.ts';
import { databases, openTestDatabase } from '#tests/support/databases.ts';

describe.each(databases)('jobs on %s', (kind) => {
  let db: Database;
  const organizationId = randomUUID();
  const clock = createFixedClock(new Date('2026-09-03T11:58:00Z'));
  const queue = createJobQueue(clock, { afterCommit: (tell) => db.afterCommit(tell) });
  const log = { warn: () => undefined, error: () => undefined };
  let behave: (word: string) => void;
  let givenUp: string[];
  const done: string[] = [];
  const say = defineJob({
    name: 'test.say',
    payload: z.object({ organizationId: z.string(), word: z.string() }),
    run: (_deps, { word }) => {
      behave(word);
      done.push(word);
      return Promise.resolve();
    },
    giveUp: (_deps, { word }) => {
      givenUp.push(word);
      return Promise.resolve();
    },
  });
  const deps = () => ({ db, clock, jobs: queue, log }) as unknown as Deps; // a runner needs no more of the world
  const runner = () => createRunner(deps(), [say], []);
  const enqueue = (word: string, options = {}) =>
    db.transaction({ organizationId }, (trx) => queue.enqueue(trx, say, { organizationId, word }, options));
  const waiting = () =>
    db.read({ organizationId }, (trx) => trx.selectFrom('job').select(['state', 'attempts']).execute());
  const passSeconds = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1_000));

  beforeAll(async () => {
    db = await openTestDatabase(kind);
    await db.system((trx) =>
      trx.insertInto('organization').values({ organization_id: organizationId, name: 'Unsere' }).execute(),
    );
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.system((trx) => trx.deleteFrom('job').execute());
    done.length = 0;
    givenUp = [];
    behave = () => undefined;
  });

  test('a job is done once and then gone', async () => {
    await enqueue('hallo');

    await runner().drain();
    await runner().drain();

    expect(done).toEqual(['hallo']);
    expect(await waiting()).toEqual([]);
  });

  test('a job whose change was rolled back is never done', async () => {
    const change = db.transaction({ organizationId }, async (trx) => {
      await queue.enqueue(trx, say, { organizationId, word: 'nie' });
      throw new Error('Änderung verworfen');
    });

    await expect(change).rejects.toThrow('Änderung verworfen');
    await runner().drain();

    expect(done).toEqual([]);
  });

  test('a runner is told of a job when it can be seen, not before', async () => {
    const seen: Promise<number>[] = [];
    const counting = createJobQueue(clock, db);
    counting.onEnqueued(() => seen.push(waiting().then((rows) => rows.length)));

    const toldEarly = await db.transaction({ organizationId }, async (trx) => {
      await counting.enqueue(trx, say, { organizationId, word: 'eins' });
      await counting.enqueue(trx, say, { organizationId, word: 'zwei' });
      return seen.length;
    });

    expect(toldEarly).toBe(0);
    expect(await Promise.all(seen)).toEqual([2, 2]);
  });

  test('a runner is not told of a job whose change was rolled back', async () => {
    let told = 0;
    const counting = createJobQueue(clock, db);
    counting.onEnqueued(() => (told += 1));

    const change = db.transaction({ organizationId }, async (trx) => {
      await counting.enqueue(trx, say, { organizationId, word: 'nie' });
      throw new Error('Änderung verworfen');
    });

    await expect(change).rejects.toThrow('Änderung verworfen');
    expect(told).toBe(0);
  });

  test('a waiting runner does a new job at once', async () => {
    const awake = runner();
    awake.start();
    const begun = Date.now();

    for (let index = 0; index < 6; index += 1) {
      await enqueue(`Wort ${index}`);
      await expect.poll(() => done.length, { interval: 5, timeout: 5_000 }).toBe(index + 1);
    }
    const tookMs = Date.now() - begun;
    await awake.stop();

    expect(tookMs, 'without being woken each job waits for the look of the next second').toBeLessThan(3_000);
  });

  test('two runners at once never do the same job twice', async () => {
    for (let index = 0; index < 30; index += 1) await enqueue(`Wort ${index}`);

    await Promise.all([runner().drain(), runner().drain()]);

    expect(new Set(done).size).toBe(30);
    expect(done).toHaveLength(30);
  });

  test('a job that waits under the same key is not added again', async () => {
    await enqueue('erstes', { singletonKey: 'k' });
    await enqueue('zweites', { singletonKey: 'k' });

    await runner().drain();

    expect(done).toEqual(['erstes']);
  });

  test('a job for later is not done before its time', async () => {
    await enqueue('später', { startAfter: new Date(clock.now().getTime() + 60_000) });

    await runner().drain();
    const early = [...done];
    passSeconds(61);
    await runner().drain();

    expect(early).toEqual([]);
    expect(done).toEqual(['später']);
  });

  test('a job that fails is tried again later, and a passing fault leaves one result', async () => {
    let faults = 2;
    behave = () => {
      if (faults-- > 0) throw new AppError('outside_unavailable', { retry: true });
    };
    await enqueue('endlich');

    await runner().drain();
    const afterFirst = await waiting();
    passSeconds(10);
    await runner().drain();
    passSeconds(10);
    await runner().drain();

    expect(afterFirst).toEqual([{ state: 'waiting', attempts: 1 }]);
    expect(done).toEqual(['endlich']);
  });

  test('a job told when to come back waits exactly that long and spends no attempt', async () => {
    let isAsked = false;
    behave = () => {
      if (isAsked) return;
      isAsked = true;
      throw new RetryAt(new Date(clock.now().getTime() + 30_000));
    };
    await enqueue('geduldig');

    await runner().drain();
    passSeconds(29);
    await runner().drain();
    const before = [...done];
    passSeconds(2);
    await runner().drain();

    expect(before).toEqual([]);
    expect(done).toEqual(['geduldig']);
  });

  test('a fault that will not pass is given up at once and told to the record', async () => {
    behave = () => {
      throw new AppError('consent_required', { retry: false });
    };
    await enqueue('verboten');

    await runner().drain();

    expect(givenUp).toEqual(['verboten']);
    expect(await waiting()).toEqual([{ state: 'dead', attempts: 1 }]);
  });

  test('a job whose process died is taken again once its lock has run out', async () => {
    await enqueue('verwaist');
    await db.system((trx) =>
      trx
        .updateTable('job')
        .set({ state: 'running', locked_until: new Date(clock.now().getTime() + 120_000) })
        .execute(),
    );

    await runner().drain();
    const early = [...done];
    passSeconds(121);
    await runner().drain();

    expect(early).toEqual([]);
    expect(done).toEqual(['verwaist']);
  });
});
