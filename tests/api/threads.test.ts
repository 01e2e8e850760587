// Followed conversations over HTTP: each for one person, replies logged with what would be proposed, never what is listed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity, undoActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { addNeverLog } from '#contract/never-log.ts';
import { followThread, leaveThread, listThreads, logReply } from '#contract/thread.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { activityCase, storeSender } from '#tests/support/activity-case.ts';

describe.each(databases)('conversations on %s', (database) => {
  let world: World;
  let customerId: string;
  let count = 0;
  beforeAll(async () => {
    world = await createWorld({ database });
    customerId = await storeSender(world);
  });
  afterAll(() => world.close());

  const { auditOf, newMail } = activityCase(() => ({ world, customerId }));

  /** A logged mail of a new conversation that Anna follows. */
  async function follow(mode: 'offer' | 'automatic' = 'automatic') {
    count += 1;
    const conversationId = `conversation-${count}`;
    const mail = newMail({ conversationId });
    const { activity } = (await world.call('anna', logActivity, { customerId, mail })).body;
    const thread = (await world.call('anna', followThread, { activityId: activity.id, mode })).body;
    return { thread, conversationId, activity };
  }
  const seenBy = async (user: 'anna' | 'jonas', conversationId: string) =>
    (await world.call(user, findCockpit, { mail: newMail({ conversationId }), customerId })).body.thread;

  test('are followed from a logged mail, as the person chose, and shown beside its replies', async () => {
    const { thread, conversationId } = await follow('offer');

    expect(thread).toMatchObject({
      mode: 'offer',
      customer: { id: customerId, name: 'Hollerbach Metallbau GmbH' },
      startedAt: '2026-09-03T11:58:00.000Z',
    });
    expect(await seenBy('anna', conversationId)).toEqual({ ...thread, isExcepted: false });
    expect((await world.call('anna', listThreads, {})).body.items).toContainEqual(thread);
    expect(await auditOf(thread.id)).toEqual([{ action: 'thread.follow' }]);
  });

  test('are one person’s: a colleague neither sees nor ends it', async () => {
    const { thread, conversationId } = await follow();

    expect(await seenBy('jonas', conversationId)).toBeNull();
    expect((await world.call('jonas', leaveThread, { id: thread.id })).status).toBe(404);
    const mail = newMail({ conversationId });
    expect((await world.call('jonas', logReply, { id: thread.id, mail })).status).toBe(404);
  });

  test('followed again change how, and stay one', async () => {
    const { thread, activity } = await follow('offer');

    const again = await world.call('anna', followThread, { activityId: activity.id, mode: 'automatic' });

    expect(again.body).toEqual({ ...thread, mode: 'automatic' });
  });

  test('need a mail: a call by hand has none', async () => {
    const touch = {
      kind: 'call',
      direction: 'inbound',
      subject: 'Anruf',
      occurredAt: '2026-09-03T10:00:00Z',
    } as const;
    const { activity } = (await world.call('anna', logActivity, { customerId, touch })).body;

    const { status, body } = await world.call('anna', followThread, {
      activityId: activity.id,
      mode: 'offer',
    });

    expect([status, body.error?.fields]).toEqual([400, [{ path: 'activityId', problem: 'no_conversation' }]]);
  });

  test('log a reply at their customer, with its attachments, visibly by rule', async () => {
    const { thread, conversationId } = await follow();
    const attachment = {
      id: 'att-1',
      name: 'Foto.jpg',
      contentType: 'image/jpeg',
      sizeBytes: 20_000,
      isInline: false,
    };
    const mail = newMail({ conversationId, attachments: [attachment] });

    const { body } = await world.call('anna', logReply, { id: thread.id, mail });

    expect(body).toMatchObject({ created: true, activity: { customerId, visibility: 'team' } });
    expect(body.activity.attachments.map((each) => each.name)).toEqual(['Foto.jpg']);
    const seen = (await world.call('anna', findCockpit, { mail, customerId })).body;
    expect(seen.logged).toMatchObject({ activityId: body.activity.id, rule: 'reply', canUndo: true });
  });

  test('twenty times at once log a reply once', async () => {
    const { thread, conversationId } = await follow();
    const mail = newMail({ conversationId });

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.call('anna', logReply, { id: thread.id, mail })),
    );

    expect(answers.filter((answer) => answer.body.created)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body.activity.id)).size).toBe(1);
  });

  test('let one reply be taken back, which is then not logged by itself again', async () => {
    const { thread, conversationId } = await follow();
    const mail = newMail({ conversationId });
    const { activity } = (await world.call('anna', logReply, { id: thread.id, mail })).body;

    await world.call('anna', undoActivity, { id: activity.id });

    const seen = (await world.call('anna', findCockpit, { mail, customerId })).body;
    expect([seen.logged, seen.thread?.isExcepted]).toEqual([null, true]);
    expect((await seenBy('anna', conversationId))?.isExcepted).toBe(false);
  });

  test.each([
    ['internal', { from: { name: '', address: 'jonas.weidner@brenner-lohse.test' }, cc: [] }],
    ['private', { isPrivate: true }],
    ['address', { cc: [{ name: '', address: 'kern@kanzlei-kern.test' }] }],
  ])('never log a reply that is listed: %s', async (reason, changes) => {
    await world.call('anna', addNeverLog, { kind: 'address', value: 'kern@kanzlei-kern.test' });
    const { thread, conversationId } = await follow();
    const mail = newMail({ conversationId, ...changes });

    const { status, body } = await world.call('anna', logReply, { id: thread.id, mail });

    expect([status, body.error?.code, body.error?.current]).toMatchObject([409, 'never_log', { reason }]);
  });

  test('refuse a mail of another conversation', async () => {
    const { thread } = await follow();
    const mail = newMail({ conversationId: 'elsewhere' });

    const { body } = await world.call('anna', logReply, { id: thread.id, mail });

    expect(body.error?.fields).toEqual([{ path: 'mail.conversationId', problem: 'other_conversation' }]);
  });

  test('end when they are left; what is logged stays', async () => {
    const { thread, conversationId } = await follow();
    const mail = newMail({ conversationId });
    await world.call('anna', logReply, { id: thread.id, mail });

    expect((await world.call('anna', leaveThread, { id: thread.id })).body).toEqual({ left: true });

    expect(await seenBy('anna', conversationId)).toBeNull();
    expect((await world.call('anna', logReply, { id: thread.id, mail })).status).toBe(404);
    expect((await world.call('anna', findCockpit, { mail, customerId })).body.logged).not.toBeNull();
  });

  test('follow a customer into the one it was merged with', async () => {
    const { thread, conversationId } = await follow();
    const { id: winner } = await world.given.customer({ name: 'Hollerbach Gruppe GmbH' });
    await world.deps.db.system((trx) =>
      trx
        .updateTable('customer')
        .set({ merged_into_id: winner, archived_at: world.clock.now() })
        .where('id', '=', customerId)
        .execute(),
    );

    const mail = newMail({ conversationId });
    const { body } = await world.call('anna', logReply, { id: thread.id, mail });

    expect(body.activity.customerId).toBe(winner);
  });
});
