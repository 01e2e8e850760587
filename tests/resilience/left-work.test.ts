// What a killed server left half done: jobs it held and the right to post a card that it never used.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getComplaint, reportComplaint } from '#contract/complaint.ts';
import { buildNewComplaint } from '#contract/examples.ts';
import { z } from 'zod';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { defineJob } from '#api/jobs/job.ts';
import { createRunner } from '#api/jobs/runner.ts';
import type { Runner } from '#api/jobs/runner.ts';
import { claimDueJobs } from '#api/jobs/store.ts';
import { databases } from '#tests/support/databases.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const organizationId = demoTenantId;

async function runFor(ms: number, runner: Runner): Promise<void> {
  runner.start();
  await wait(ms);
  await runner.stop();
}

describe.each(databases)('left behind on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const passSeconds = (seconds: number) =>
    world.clock.set(new Date(world.clock.now().getTime() + seconds * 1_000));

  test.each([
    ['of a server that is alone are done at once', true, ['liegen geblieben']],
    ['of a server among others are done when their hold has run out', false, []],
  ])('jobs %s', async (_title, isAlone, atOnce) => {
    const done: string[] = [];
    const say = defineJob({
      name: `test.left-${isAlone}`,
      payload: z.object({ organizationId: z.string(), word: z.string() }),
      run: (_deps, { word }) => {
        done.push(word);
        return Promise.resolve();
      },
    });
    await world.deps.db.transaction({ organizationId }, (trx) =>
      world.deps.jobs.enqueue(trx, say, { organizationId, word: 'liegen geblieben' }),
    );
    await claimDueJobs(world.deps.db, world.clock.now(), [say.name], 1);
    passSeconds(1);

    await runFor(300, createRunner(world.deps, [say], [], { isAlone }));
    expect(done).toEqual(atOnce);

    passSeconds(130);
    await createRunner(world.deps, [say], []).drain();
    expect(done).toEqual(['liegen geblieben']);
  });

  test('a job for later that a clock set back has put far off is done at once', async () => {
    const done: string[] = [];
    const say = defineJob({
      name: 'test.ahead',
      payload: z.object({ organizationId: z.string() }),
      run: () => {
        done.push('getan');
        return Promise.resolve();
      },
    });
    const today = world.clock.now();
    passSeconds(3_600);
    await world.deps.db.transaction({ organizationId }, (trx) =>
      world.deps.jobs.enqueue(trx, say, { organizationId }),
    );
    world.clock.set(today);

    await runFor(300, createRunner(world.deps, [say], [], { isAlone: true }));

    expect(done).toEqual(['getan']);
  });

  test('a card that was about to be posted is posted later, once, and not called sent before', async () => {
    const customer = await world.given.customer({
      revenue_12_months_cents: 12_000_000,
      share_of_wallet_percent: 45,
    });
    const input = buildNewComplaint({ customerId: customer.id, ownerId: people.jonas.id });
    const reported = await world.call('jonas', reportComplaint, input);
    const { id } = reported.body.complaint;
    await world.deps.db.system((trx) =>
      trx
        .updateTable('escalation_card')
        .set({ claimed_until: new Date(world.clock.now().getTime() + 60_000) })
        .execute(),
    );
    const state = async () =>
      (await world.call('jonas', getComplaint, { id })).body.complaint.escalation?.card;

    await world.runJobs();
    const before = [await state(), world.cards.posts.length];
    passSeconds(70);
    await world.runJobs();
    await world.runJobs();

    expect(before).toEqual(['pending', 0]);
    expect([await state(), world.cards.posts.length]).toEqual(['sent', 1]);
  });
});
