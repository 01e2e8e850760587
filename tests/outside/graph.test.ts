// The Graph client against the local Graph over real HTTP: tasks made once, faults survived, limits kept.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#api/errors.ts';
import { anna, buildMessage, createMailbox, startGraphServer } from '#tests/support/graph-server.ts';
import type { GraphServer } from '#tests/support/graph-server.ts';

const task = {
  followUpId: '0198f0a0-0000-7000-8000-000000000001',
  title: 'Hollerbach: Türschließer',
  dueOn: '2026-09-04',
  link: 'https://outlook.office.com/mail/deeplink/read/AAMk',
  linkLabel: 'E-Mail von Sabine Tietz',
  note: 'Kunde: Hollerbach Metallbau GmbH',
  since: new Date('2026-09-02T11:00:00Z'),
};

let server: GraphServer;
beforeEach(async () => {
  server = await startGraphServer({
    timeoutMs: 300,
    mailbox: createMailbox([
      buildMessage(),
      buildMessage({
        id: 'large',
        attachments: [
          {
            id: 'big',
            name: 'plan.zip',
            contentType: 'application/zip',
            sizeBytes: 26_500_000,
            isInline: false,
            contentId: null,
          },
        ],
      }),
    ]),
  });
});
afterEach(() => server.close());

const tasks = () => server.standIn.listTasks(anna.userId);

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError; // proven in the line above
}

describe('a task in To Do', () => {
  test('is made in a list of its own, with day, note and the link back', async () => {
    const at = await server.graph.saveToDoTask(anna, task);

    expect(tasks()).toHaveLength(1);
    expect(tasks()[0]).toMatchObject({
      id: at.taskId,
      listId: at.listId,
      title: task.title,
      dueDateTime: { dateTime: '2026-09-04T00:00:00.0000000', timeZone: 'UTC' },
      body: { content: task.note },
      linkedResources: [{ externalId: task.followUpId, webUrl: task.link, applicationName: 'Kundencockpit' }],
    });
    expect(server.standIn.store.person(anna.userId).lists.map((list) => list.displayName)).toEqual([
      'Aufgaben',
      'Kundencockpit',
    ]);
  });

  test('is made once however often it is saved, and follows the newest title and day', async () => {
    const first = await server.graph.saveToDoTask(anna, task);
    const again = await server.graph.saveToDoTask(anna, {
      ...task,
      title: 'Neuer Titel',
      dueOn: '2026-09-07',
    });

    expect(again).toEqual(first);
    expect(tasks()).toHaveLength(1);
    expect(tasks()[0]).toMatchObject({
      title: 'Neuer Titel',
      dueDateTime: { dateTime: '2026-09-07T00:00:00.0000000' },
    });
  });

  test('is found again on a later page of a long list', async () => {
    for (let n = 0; n < 105; n += 1) {
      await server.graph.saveToDoTask(anna, { ...task, followUpId: `other-${n}`, since: server.clock.now() });
      server.clock.set(new Date(server.clock.now().getTime() + 1_000));
    }
    const first = await server.graph.saveToDoTask(anna, task);

    expect(first).toMatchObject((await server.graph.findToDoTask(anna, task)) ?? { taskId: 'none' });
  });

  test('twenty first saves at once make one list', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        server.graph.saveToDoTask(anna, { ...task, followUpId: `f-${n}` }),
      ),
    );

    expect(server.standIn.store.person(anna.userId).lists).toHaveLength(2);
    expect(tasks()).toHaveLength(20);
  });

  test('another process that made the list in the same moment leaves one list', async () => {
    const { store } = server.standIn;
    store.addList(anna.userId, 'Kundencockpit');
    store.addList(anna.userId, 'Kundencockpit');

    const { listId } = await server.graph.saveToDoTask(anna, task);

    const ids = store
      .person(anna.userId)
      .lists.filter((list) => list.displayName === 'Kundencockpit')
      .map(({ id }) => id);
    expect(listId).toBe(ids.sort()[0]);
  });

  test('goes into a new list when the person deleted the old one', async () => {
    const first = await server.graph.saveToDoTask(anna, task);
    server.standIn.store.removeList(anna.userId, first.listId);

    const second = await server.graph.saveToDoTask(anna, task);

    expect(second.listId).not.toBe(first.listId);
    expect(tasks()).toHaveLength(1);
  });

  test('deleting one that is gone already is no failure', async () => {
    const at = await server.graph.saveToDoTask(anna, task);
    await server.graph.deleteToDoTask(anna, at);
    await server.graph.deleteToDoTask(anna, at);

    expect(tasks()).toHaveLength(0);
  });
});

describe('changes in To Do', () => {
  test('arrive by delta: completed, moved, deleted', async () => {
    const one = await server.graph.saveToDoTask(anna, task);
    const two = await server.graph.saveToDoTask(anna, { ...task, followUpId: 'two' });
    const first = await server.graph.listToDoChanges(anna, null);
    const [a, b] = tasks();
    server.standIn.store.changeTask(anna.userId, a as never, {
      status: 'completed',
      dueDateTime: { dateTime: '2026-09-06T22:00:00', timeZone: 'UTC' },
    });
    server.standIn.store.removeTask(anna.userId, b as never);

    const second = await server.graph.listToDoChanges(anna, first.deltaLink);
    const third = await server.graph.listToDoChanges(anna, second.deltaLink);

    expect(first).toMatchObject({ isFull: true });
    expect(first.tasks).toHaveLength(2);
    expect(second).toMatchObject({ isFull: false });
    expect(second.tasks).toMatchObject([
      { id: one.taskId, completed: true, dueOn: '2026-09-07', deleted: false },
      { id: two.taskId, deleted: true },
    ]);
    expect(third.tasks).toEqual([]);
  });

  test('are read over several pages', async () => {
    for (let n = 0; n < 60; n += 1) await server.graph.saveToDoTask(anna, { ...task, followUpId: `f-${n}` });

    expect((await server.graph.listToDoChanges(anna, null)).tasks).toHaveLength(60);
  });

  test('start over when Graph has forgotten the state', async () => {
    await server.graph.saveToDoTask(anna, task);
    const { deltaLink } = await server.graph.listToDoChanges(anna, null);
    server.standIn.faults.add({ path: /delta/, does: { kind: 'refuse', status: 410 } });

    const again = await server.graph.listToDoChanges(anna, deltaLink);

    expect(again).toMatchObject({ isFull: true });
    expect(again.tasks).toHaveLength(1);
  });
});

describe('when Graph misbehaves', () => {
  test('a lost answer leaves exactly one task after the next try', async () => {
    await server.graph.saveToDoTask(anna, { ...task, followUpId: 'warm' });
    server.standIn.faults.add({ method: 'POST', path: /tasks$/, does: { kind: 'lose_answer' } });

    const error = await failure(server.graph.saveToDoTask(anna, task));
    expect(error).toMatchObject({ code: 'outside_unavailable', retry: true });
    expect(tasks()).toHaveLength(2);

    await server.graph.saveToDoTask(anna, task);
    expect(tasks()).toHaveLength(2);
  });

  test('a short Retry-After is waited for inside the call', async () => {
    server.standIn.faults.add({ path: /lists/, does: { kind: 'refuse', status: 429, retryAfterSeconds: 1 } });
    const start = Date.now();

    await server.graph.saveToDoTask(anna, task);

    expect(Date.now() - start).toBeGreaterThanOrEqual(950);
    expect(tasks()).toHaveLength(1);
  });

  test('a long Retry-After comes back as the time to try again', async () => {
    server.standIn.faults.add({
      path: /lists/,
      does: { kind: 'refuse', status: 429, retryAfterSeconds: 90 },
    });

    const error = await failure(server.graph.saveToDoTask(anna, task));

    expect(error).toMatchObject({
      code: 'outside_unavailable',
      retry: true,
      retryAt: new Date('2026-09-03T11:59:30Z'),
    });
  });

  test.each([
    { status: 503, code: 'outside_unavailable', retry: true },
    { status: 403, code: 'consent_required', retry: false },
    { status: 401, code: 'token_expired', retry: false },
    { status: 400, code: 'outside_unavailable', retry: false },
  ])('$status is $code', async ({ status, code, retry }) => {
    server.standIn.faults.add({ path: /lists/, does: { kind: 'refuse', status } });

    expect(await failure(server.graph.saveToDoTask(anna, task))).toMatchObject({ code, retry });
  });

  test('no answer ends at the time limit', async () => {
    server.standIn.faults.add({ path: /lists/, does: { kind: 'never_answer' } });

    expect(await failure(server.graph.saveToDoTask(anna, task))).toMatchObject({
      code: 'outside_unavailable',
      retry: true,
    });
  });

  test('never more than four calls of one person are under way', async () => {
    server.standIn.faults.add({ times: 1_000, does: { kind: 'be_slow', ms: 10 } });
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        server.graph.saveToDoTask(anna, { ...task, followUpId: `f-${n}` }),
      ),
    );

    expect(server.standIn.peakConcurrency).toBe(4);
  });

  test('every call carries its own client-request-id', async () => {
    await server.graph.saveToDoTask(anna, task);

    const ids = server.standIn.calls.map((call) => call.headers['client-request-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });
});

describe('an attachment', () => {
  test('arrives byte for byte', async () => {
    const at = { mailbox: null, messageId: 'AAMkmessage1=', attachmentId: 'AAMkattachment1=' };

    expect(Buffer.from(await server.graph.readAttachment(anna, at))).toEqual(Buffer.alloc(2_000, 'x'));
  });

  test('of more than 25 MB is refused while it arrives', async () => {
    const at = { mailbox: 'vertrieb-suedwest@brenner-lohse.test', messageId: 'large', attachmentId: 'big' };

    expect(await failure(server.graph.readAttachment(anna, at))).toMatchObject({ code: 'too_large' });
  });

  test('that is gone is not found', async () => {
    const at = { mailbox: null, messageId: 'AAMkmessage1=', attachmentId: 'nothing' };

    expect(await failure(server.graph.readAttachment(anna, at))).toMatchObject({ code: 'not_found' });
  });
});

test('tasks are still there after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'graph-'));
  const before = await startGraphServer({ folder });
  await before.graph.saveToDoTask(anna, task);
  await before.close();

  const after = await startGraphServer({ folder });
  await after.graph.saveToDoTask(anna, task);

  expect(after.standIn.listTasks(anna.userId)).toHaveLength(1);
  await after.close();
  await rm(folder, { recursive: true });
});
