// The real server, killed without warning while eight people work: nothing acknowledged is lost, nothing happens twice.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActivities, logActivity } from '#contract/activity.ts';
import { listComplaints, reportComplaint } from '#contract/complaint.ts';
import type { Endpoint, Input } from '#contract/endpoint.ts';
import { ErrorBody } from '#contract/errors.ts';
import { buildMail, buildNewComplaint } from '#contract/examples.ts';
import { listFollowUps } from '#contract/follow-up.ts';
import { search } from '#contract/search.ts';
import { getMe, listColleagues } from '#contract/user.ts';
import type { CallOptions } from '#tests/support/call.ts';
import { createTestDatabase, databases, freePort } from '#tests/support/databases.ts';
import { createServerProcess, minutesLater, runStart } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { send as sendRaw, sendBytes } from './raw-request.ts';
import { countCards, listTasksOf } from './outside.ts';

const loggers = ['anna', 'jonas', 'petra'] as const;
const clients = 8;
const rounds = 3;
const sentPerRound = 40;
const acceptable = new Set([200, 503, 409]);

interface Wish {
  readonly name: string;
  readonly user: string;
  send(): Promise<{ status: number; id: string | null; code: string | undefined }>;
}

describe.each(databases)('killed under load on %s', (database) => {
  let server: ServerProcess;
  let customerId: string;
  let ownerId: string;
  const acknowledged = new Map<string, string>();
  const strange: string[] = [];
  let count = 0;

  beforeAll(async () => {
    const settings = database === 'postgres' ? { DATABASE_URL: await createTestDatabase() } : {};
    server = await createServerProcess(settings);
    await server.start();
    const found = await server.call('anna', search, { q: '20417' });
    customerId = found.body.items[0]?.customer.id ?? '';
    const people = await server.call('anna', listColleagues, {});
    ownerId = people.body.items.find((person) => person.name === 'Jonas Weidner')?.id ?? '';
  }, 120_000);
  afterAll(() => server.close());

  /** What one client wants next: mostly a mail with a follow-up, now and then a complaint that goes to the manager. */
  function nextWish(client: number): Wish {
    count += 1;
    const number = String(count).padStart(4, '0');
    const user = loggers[client % loggers.length] ?? 'anna';
    if (count % 8 === 0) {
      const name = `Beschwerde ${number}`;
      const input = buildNewComplaint({ customerId, ownerId, title: name });
      return {
        name,
        user,
        send: () => send(user, reportComplaint, input, { idempotencyKey: name.replace(' ', '-') }),
      };
    }
    const name = `Absturz ${number}`;
    const mail = buildMail({ messageId: `<${number}@absturz.test>`, subject: name, itemId: null });
    const input = { customerId, mail, followUp: { title: name, dueOn: '2026-09-10' } };
    // half of them trust in the Message-ID alone
    const more = count % 2 === 0 ? { idempotencyKey: `key-${number}` } : {};
    return { name, user, send: () => send(user, logActivity, input, more) };
  }

  async function send<E extends Endpoint>(user: string, endpoint: E, input: Input<E>, more: CallOptions) {
    const { status, body } = await server.call(user, endpoint, input, more);
    const reply = body as { activity?: { id: string }; complaint?: { id: string }; error?: { code: string } };
    return { status, id: reply.activity?.id ?? reply.complaint?.id ?? null, code: reply.error?.code };
  }

  /** Sends until it is acknowledged; `isOver` ends the trying, then the wish stays open. */
  async function insist(wish: Wish, isOver: () => boolean): Promise<boolean> {
    while (!isOver()) {
      const answer = await wish.send().catch(() => null);
      if (answer === null) return false; // the server is gone
      if (answer.status === 200 && answer.id !== null) {
        acknowledged.set(wish.name, answer.id);
        return true;
      }
      if (!acceptable.has(answer.status)) strange.push(`${wish.name}: ${answer.status} ${answer.code}`);
      await wait(50);
    }
    return false;
  }

  async function work(open: Wish[], until: () => boolean): Promise<Wish[]> {
    const left: Wish[] = [];
    const oneClient = async (client: number) => {
      while (!until()) {
        const wish = open.shift() ?? nextWish(client);
        if (await insist(wish, until)) continue;
        left.push(wish);
        return;
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, client) => oneClient(client)));
    return [...left, ...open];
  }

  async function listAll<T>(
    page: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
  ) {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const answer = await page(cursor);
      items.push(...answer.items);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  test('every acknowledged mail, follow-up, task, complaint and card is there exactly once', async () => {
    let open: Wish[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const target = acknowledged.size + sentPerRound;
      let isKilled = false;
      const working = work(open, () => isKilled);
      while (acknowledged.size < target) await wait(20);
      const killing = server.kill();
      await killing;
      isKilled = true;
      open = await working;
      await server.start(round === rounds - 1 ? minutesLater : undefined);
    }
    // what was under way is sent again, as the pane does
    for (const wish of open) await insist(wish, () => false);

    expect(strange).toEqual([]);
    await checkActivities();
    await checkTasks();
    await checkComplaints();
    expect(
      server
        .said()
        .split('\n')
        .filter((line) => line.includes('"code":"internal"')),
    ).toEqual([]);
  }, 240_000);

  test('a second server on the same folder ends with one sentence, and the first goes on', async () => {
    const second = await runStart({ ...server.settings, PORT: String(await freePort()) });
    const me = await server.call('anna', getMe, {});

    expect(second.code).toBe(1);
    expect(second.said.trim()).toMatch(
      /^Auf dem Ordner [^\n]* läuft schon[^\n]*\nAnother Kundencockpit is already running on the folder [^\n]*$/,
    );
    expect(me.status).toBe(200);
  });

  test('a foreign page changes nothing and reads nothing through a name of its own', async () => {
    const json = { 'content-type': 'application/json' };
    const press = JSON.stringify({
      user: 'petra',
      verb: 'decide',
      data: {},
      trigger: 'manual',
      activityId: 'x',
    });
    const changes = [
      { path: '/demo/reset', body: '' },
      { path: '/demo/sign-in', body: JSON.stringify({ user: 'petra' }) },
      { path: '/demo/connector/invoke', body: press },
      { path: '/demo/connector/message', body: JSON.stringify({ user: 'petra', text: 'hallo' }) },
    ];
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://localhost:9' },
      { origin: 'https://boese.test' },
      { origin: 'null' },
      { host: `boese.test:${new URL(server.url).port}` },
    ];
    const statuses: unknown[] = [];
    for (const { path, body } of changes) {
      for (const headers of foreign) {
        const { status } = await sendRaw(`${server.url}${path}`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body,
        });
        statuses.push([path, headers, status]);
      }
    }
    const read = await sendRaw(`${server.url}/demo/users`, { headers: { host: 'boese.test' } });
    const own = await sendRaw(`${server.url}/demo/sign-in`, {
      method: 'POST',
      headers: { ...json, origin: server.url, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ user: 'petra' }),
    });

    expect(statuses).toEqual(changes.flatMap(({ path }) => foreign.map((headers) => [path, headers, 403])));
    expect(read.status).toBe(403);
    expect(own.status).toBe(200);
  });

  test.each([
    [
      'too many headers',
      `GET /api/me HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'too_large',
    ],
    ['no HTTP', 'hallo\r\n\r\n', 400, 'invalid_input'],
  ])('%s get the error body too', async (_title, bytes, status, code) => {
    const answer = await sendBytes(server.url, bytes);
    const body = ErrorBody.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))));

    expect([Number(answer.split(' ')[1]), body.error.code]).toEqual([status, code]);
  });

  async function checkActivities(): Promise<void> {
    const items = await listAll(async (cursor) => {
      const answer = await server.call('anna', listActivities, {
        customerId,
        text: 'Absturz',
        limit: 100,
        ...(cursor && { cursor }),
      });
      return answer.body;
    });
    const stored = items.map(({ subject, id }) => [subject, id]).sort();
    const expected = [...acknowledged].filter(([name]) => name.startsWith('Absturz')).sort();
    expect(stored).toEqual(expected);
  }

  async function checkTasks(): Promise<void> {
    const followUps = async () =>
      (
        await listAll(async (cursor) => {
          const answer = await server.call('petra', listFollowUps, {
            customerId,
            limit: 100,
            ...(cursor && { cursor }),
          });
          return answer.body;
        })
      ).filter(({ title }) => title.startsWith('Absturz'));
    for (const user of loggers) await server.call(user, listFollowUps, { mine: 'true' });
    await expect
      .poll(
        async () =>
          (await followUps()).filter(({ toDo }) => toDo.state !== 'in_to_do').map(({ toDo }) => toDo),
        { timeout: 40_000, interval: 500 },
      )
      .toEqual([]);
    const ids = (await followUps()).map(({ id }) => id).sort();
    expect(ids).toHaveLength([...acknowledged.keys()].filter((name) => name.startsWith('Absturz')).length);

    const tasks = (await Promise.all(loggers.map((user) => listTasksOf(server, user)))).flat();
    const ours = tasks.filter(({ title }) => title.startsWith('Absturz'));
    expect(ours.map(({ followUpId }) => followUpId).sort()).toEqual(ids);
  }

  async function checkComplaints(): Promise<void> {
    const list = () =>
      listAll(async (cursor) => {
        const answer = await server.call('petra', listComplaints, {
          customerId,
          limit: 100,
          ...(cursor && { cursor }),
        });
        return answer.body;
      });
    const ours = async () => (await list()).filter(({ title }) => title.startsWith('Beschwerde'));
    await expect
      .poll(
        async () =>
          (await ours()).filter(({ escalation }) => escalation?.card !== 'sent').map(({ number }) => number),
        { timeout: 40_000, interval: 500 },
      )
      .toEqual([]);
    const complaints = await ours();
    const expected = [...acknowledged].filter(([name]) => name.startsWith('Beschwerde')).sort();
    expect(complaints.map(({ title, id }) => [title, id]).sort()).toEqual(expected);
    const cards = await Promise.all(complaints.map(({ number }) => countCards(server, 'petra', number)));
    expect(cards).toEqual(complaints.map(() => 1));
  }
});
