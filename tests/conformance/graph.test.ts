// Every request we send to Graph and every answer of the local Graph, judged by Microsoft's description of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anna, buildMessage, createMailbox, startGraphServer } from '#tests/support/graph-server.ts';
import type { GraphServer } from '#tests/support/graph-server.ts';
import { createJudge, hasGraphDescription } from '#tests/support/graph-description.ts';
import type { Judge } from '#tests/support/graph-description.ts';

const why = hasGraphDescription ? '' : ' (skipped: ../shared/reference/graph is not there)';
const task = {
  followUpId: '0198f0a0-0000-7000-8000-000000000001',
  title: 'Hollerbach: Türschließer',
  dueOn: '2026-09-04',
  link: 'https://outlook.office.com/mail/deeplink/read/AAMk',
  linkLabel: 'E-Mail von Sabine Tietz',
  note: 'Kunde: Hollerbach Metallbau GmbH',
  since: new Date('2026-09-02T11:00:00Z'),
};

describe.skipIf(!hasGraphDescription)(`Microsoft's description of Graph${why}`, () => {
  let server: GraphServer;
  let judge: Judge;
  beforeAll(async () => {
    judge = createJudge();
    server = await startGraphServer({ mailbox: createMailbox([buildMessage()]) });
  });
  afterAll(() => server.close());

  const problems = () => server.standIn.calls.flatMap((call) => judge.judge(call));
  const read = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/v1.0${path}`, {
      ...init,
      headers: { Authorization: `Bearer good-${anna.userId}`, 'Content-Type': 'application/json' },
    });

  test('fits everything the product sends and gets', async () => {
    const { graph, standIn } = server;
    const at = await graph.saveToDoTask(anna, task);
    await graph.saveToDoTask(anna, { ...task, dueOn: '2026-09-07' });
    await graph.updateToDoTask(anna, at, { title: 'Neu', dueOn: '2026-09-08', completed: true });
    const { deltaLink } = await graph.listToDoChanges(anna, null);
    for (let n = 0; n < 60; n += 1) await graph.saveToDoTask(anna, { ...task, followUpId: `f-${n}` });
    await graph.deleteToDoTask(anna, at);
    await graph.listToDoChanges(anna, deltaLink);
    await graph.readAttachment(anna, {
      mailbox: null,
      messageId: 'AAMkmessage1=',
      attachmentId: 'AAMkattachment1=',
    });
    await graph.sendMail(anna, {
      to: 'petra.lohmann@brenner-lohse.test',
      subject: 'Eskalation',
      text: 'Bitte entscheiden.',
    });

    expect(new Set(standIn.calls.map((call) => call.status))).toEqual(new Set([200, 201, 202, 204]));
    expect(problems()).toEqual([]);
  });

  test('fits the calendar of visits', async () => {
    const { graph, standIn } = server;
    const visit = {
      transactionId: '0198f0a0-0000-7000-8000-0000000000b1',
      subject: 'Besuch Hollerbach Metallbau GmbH',
      place: 'Römerstraße 12, 71229 Leonberg',
      note: 'Kunde: Hollerbach Metallbau GmbH',
      startsAt: new Date('2026-09-04T07:00:00Z'),
      endsAt: new Date('2026-09-04T08:00:00Z'),
    };
    const made = await graph.saveEvent(anna, visit);
    const again = await graph.saveEvent(anna, { ...visit, endsAt: new Date('2026-09-04T08:30:00Z') });
    const between = { from: new Date('2026-09-03T00:00:00Z'), to: new Date('2026-09-06T00:00:00Z') };
    const [event] = await graph.listEvents(anna, between);
    const found = await graph.findEvent(anna, made.id);
    await graph.deleteEvent(anna, made.id);
    await graph.deleteEvent(anna, made.id);

    expect(again.id).toBe(made.id);
    expect([event?.id, found?.endsAt.toISOString()]).toEqual([made.id, '2026-09-04T08:30:00.000Z']);
    expect(await graph.findEvent(anna, made.id)).toBeNull();
    expect(standIn.calls.map((call) => call.status)).toContain(201);
    expect(problems()).toEqual([]);
  });

  test('fits what the demo mailbox reads', async () => {
    const reads = [
      '/me',
      '/me/messages',
      '/me/mailFolders/inbox/messages?$top=5',
      '/me/messages/AAMkmessage1=',
    ];
    const more = [
      '/me/messages/AAMkmessage1=/attachments',
      '/me/messages/AAMkmessage1=/attachments/AAMkattachment1=',
    ];
    for (const path of [...reads, ...more]) expect((await read(path)).status).toBe(200);

    expect(problems()).toEqual([]);
  });

  test('fits the mailbox that is read for logging', async () => {
    const { graph, standIn } = server;
    const before = standIn.calls.length;
    await graph.sendMail(anna, {
      to: 's.tietz@hollerbach-metallbau.test',
      subject: 'Angebot',
      text: 'Anbei.',
    });
    const since = new Date('2026-09-03T00:00:00Z');
    const sent = (await graph.listSentMails(anna, since)).find((mail) => mail.subject === 'Angebot');
    const started = await graph.listMailChanges(anna, 'sentitems', { since });
    await graph.listMailChanges(anna, 'inbox', { since });
    await graph.listMailChanges(anna, 'sentitems', { deltaLink: started?.deltaLink ?? '' });
    await graph.isMailPrivate(anna, sent?.id ?? '');
    const content = await graph.readMailContent(anna, 'AAMkmessage1=');

    expect(started?.mails.map((mail) => mail.messageId)).toContain(sent?.messageId);
    expect(content.attachments).toHaveLength(1);
    expect(standIn.calls.slice(before).filter((call) => call.status >= 400)).toEqual([]);
    expect(problems()).toEqual([]);
  });

  test('fits how it refuses', async () => {
    server.standIn.faults.add({ does: { kind: 'refuse', status: 429, retryAfterSeconds: 30 } });
    expect((await read('/me')).status).toBe(429);
    expect((await read('/me/messages/nothing')).status).toBe(404);
    expect((await read('/me/todo/lists', { method: 'POST', body: '{"displayName":"x"}' })).status).toBe(201);
    expect((await fetch(`${server.url}/v1.0/me`)).status).toBe(401);

    expect(problems()).toEqual([]);
  });

  test('objects to a made-up field, so that it would notice one of ours', async () => {
    await read('/me/todo/lists', { method: 'POST', body: '{"displayName":"x","colour":"red"}' });

    const last = server.standIn.calls.at(-1);
    expect(last?.status).toBe(400);
    expect(last === undefined ? [] : judge.judge(last)).toHaveLength(1);
  });
});
