// A person comes back while a job still finds no sign-in of theirs: nothing goes on waiting for somebody who is there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getActivity, logActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import { createFollowUp, getFollowUp } from '#contract/follow-up.ts';
import { getMe } from '#contract/user.ts';
import { getVisit, planVisit } from '#contract/visit.ts';
import type { Graph } from '#api/outside/graph.ts';
import { databases } from '#tests/support/databases.ts';
import { buildMessage, createMailbox } from '#tests/support/graph-server.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const photo = {
  id: 'photo',
  name: 'Türschließer.jpg',
  contentType: 'image/jpeg',
  sizeBytes: 2_000,
  isInline: false,
};

describe.each(databases)('coming back in between on %s', (database) => {
  let world: World;
  let customerId: string;
  let comeBack = async () => undefined as unknown;

  /** The person comes back between the refusal and what the job makes of it. */
  const interrupted =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await call(...args);
      } catch (error) {
        await comeBack();
        throw error;
      }
    };
  const wrap = (graph: Graph): Graph => ({
    ...graph,
    saveToDoTask: interrupted(graph.saveToDoTask),
    saveEvent: interrupted(graph.saveEvent),
    readAttachment: interrupted(graph.readAttachment),
  });

  beforeAll(async () => {
    const mailbox = createMailbox([
      buildMessage({ id: 'item-1', attachments: [{ ...photo, contentId: null }] }),
    ]);
    world = await createWorld({ database, mailbox, deps: ({ graph }) => ({ graph: wrap(graph) }) });
    customerId = (await world.given.customer({ name: 'Hollerbach Metallbau GmbH' })).id;
  });
  afterAll(() => world.close());

  async function runAwayAndBack(): Promise<void> {
    world.clock.set(new Date(world.clock.now().getTime() + 24 * 3_600_000));
    let times = 0;
    comeBack = async () => {
      times += 1;
      await world.call('anna', getMe, {});
      await world.settle();
    };
    await world.runJobs();
    comeBack = async () => undefined;
    expect(times).toBe(1);
  }

  test('a follow-up goes to To Do', async () => {
    const { body } = await world.call('anna', createFollowUp, {
      customerId,
      title: 'Muster schicken',
      dueOn: '2026-09-20',
    });
    await runAwayAndBack();
    expect((await world.call('petra', getFollowUp, { id: body.id })).body.toDo.state).toBe('in_to_do');
  });

  test('a visit goes to the calendar', async () => {
    const { body } = await world.call('anna', planVisit, {
      customerId,
      startsAt: '2026-10-20T09:00:00+02:00',
    });
    await runAwayAndBack();
    const read = await world.call('petra', getVisit, { id: body.id });
    expect(read.body.calendar.state).toBe('in_calendar');
  });

  test('the attachments of a logged mail are fetched', async () => {
    const mail = buildMail({ messageId: '<back@x.test>', itemId: 'item-1', attachments: [photo] });
    const { body } = await world.call('anna', logActivity, { customerId, mail, attachmentIds: ['photo'] });
    await runAwayAndBack();
    const read = await world.call('petra', getActivity, { id: body.activity.id });
    expect(read.body.attachments).toMatchObject([{ state: 'stored' }]);
  });
});
