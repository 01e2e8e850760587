// Mailboxes read by the server where the administrator allows it: each mail once, the rest never leaves Microsoft.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { listSentMails } from '#contract/sent-mail.ts';
import { followThread } from '#contract/thread.ts';
import { getMe } from '#contract/user.ts';
import { activityCase, storeSender } from '#tests/support/activity-case.ts';
import { databases } from '#tests/support/databases.ts';
import { buildMessage } from '#tests/support/graph-server.ts';
import { growingMailbox, sentMailCase, sentMessage } from '#tests/support/sent-mail-case.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const sentItems = /sentitems\/messages\/delta/;

describe.each(databases)('mailboxes on %s', (database) => {
  const mailbox = growingMailbox();
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database, mailbox, config: { readsMailboxes: true } });
    customerId = await storeSender(world);
    await logOnSend(true);
  });
  afterAll(() => world.close());

  const { history, newMail } = activityCase(() => ({ world, customerId }));
  const { advance, logOnSend, tell } = sentMailCase(() => ({ world }));
  const entriesOf = async (subject: string) => (await history()).filter((one) => one.subject === subject);
  const send = (changes: Parameters<typeof sentMessage>[1] = {}) => {
    const mail = sentMessage(world.clock.now(), changes);
    mailbox.mails.push(mail);
    return mail;
  };
  /** A minute later, with Anna signed in, everything that is due is read; answers what Graph was asked. */
  const read = async () => {
    advance(61_000);
    await world.call('anna', getMe, {});
    const before = world.graph.calls.length;
    await world.runSweeps();
    return world.graph.calls
      .slice(before)
      .map(({ url, status }) => ({ url: decodeURIComponent(url), status }));
  };

  test('log what was sent, once, although it is read again and again', async () => {
    const mail = send();
    await read();
    await read();

    expect(await entriesOf(mail.subject)).toMatchObject([
      { direction: 'outbound', bodyText: 'Guten Tag Frau Tietz, anbei das Angebot.' },
    ]);
  });

  test('are asked for what is new only, in few fields, and a text only of what is logged', async () => {
    const logged = send();
    const other = send({ to: [{ name: '', address: 'wer@unbekannt.test' }] });

    const asked = await read();

    const [delta, ...more] = asked.map(({ url }) => url);
    expect(delta).toContain('$deltatoken=');
    expect(more.filter((url) => url.includes(logged.id) && url.includes('$select=body'))).toHaveLength(1);
    expect(more.filter((url) => url.includes(other.id))).toEqual([]);
    const first = world.graph.calls
      .map(({ url }) => decodeURIComponent(url))
      .find((url) => sentItems.test(url));
    expect(first).toMatch(/\$select=id,internetMessageId,[^&]*&\$filter=receivedDateTime ge /);
    expect(first).not.toContain('body');
  });

  test('are read over pages, none lost', async () => {
    const mails = Array.from({ length: 23 }, () => send());

    await read();

    const subjects = new Set((await history()).map((one) => one.subject));
    expect(mails.filter((mail) => !subjects.has(mail.subject))).toEqual([]);
  });

  test('answer for what Outlook told, and keep out what was excepted', async () => {
    const first = send();
    const told = await tell(first);
    const excepted = send();
    await tell(excepted, { isLogged: false });

    await read();
    await world.runJobs();

    expect(await entriesOf(first.subject)).toHaveLength(1);
    expect(await entriesOf(excepted.subject)).toEqual([]);
    const { items } = (await world.call('anna', listSentMails, {})).body;
    expect(items.find((one) => one.id === told.id)?.state).toBe('logged');
  });

  test('start anew after 410 Gone, without a second entry and without what was excepted', async () => {
    const before = send();
    const excepted = send();
    await tell(excepted, { isLogged: false });
    await read();
    const after = send();
    world.graph.faults.add({ path: sentItems, does: { kind: 'refuse', status: 410 } });

    const asked = await read();

    expect(
      asked
        .filter(({ url }) => sentItems.test(url))
        .map(({ status }) => status)
        .slice(0, 2),
    ).toEqual([410, 200]);
    expect(await entriesOf(before.subject)).toHaveLength(1);
    expect(await entriesOf(after.subject)).toHaveLength(1);
    expect(await entriesOf(excepted.subject)).toEqual([]);
  });

  test('are left alone as long as Graph asks for it', async () => {
    const mail = send();
    world.graph.faults.add({
      path: sentItems,
      does: { kind: 'refuse', status: 429, retryAfterSeconds: 600 },
    });
    await read();

    expect(await read()).toEqual([]);
    advance(600_000);
    await read();

    expect(await entriesOf(mail.subject)).toHaveLength(1);
  });

  test('wait for a person who is signed out, and go on after the sign-in', async () => {
    const mail = send();
    advance(24 * 3_600_000);
    const before = world.graph.calls.length;
    await world.runSweeps();
    expect(world.graph.calls.slice(before).filter(({ status }) => status === 200)).toEqual([]);

    await read();

    expect(await entriesOf(mail.subject)).toHaveLength(1);
  });

  test('log replies of a followed conversation, at its customer, and no other mail', async () => {
    const { activity } = (
      await world.call('anna', logActivity, {
        customerId,
        mail: newMail({ conversationId: 'AAQkFollowed=' }),
      })
    ).body;
    await world.call('anna', followThread, { activityId: activity.id, mode: 'automatic' });
    const at = new Date(world.clock.now().getTime() + 1_000);
    const incoming = (id: string, conversationId: string) =>
      buildMessage({
        id,
        conversationId,
        internetMessageId: `<${id}@hollerbach-metallbau.test>`,
        subject: `Antwort ${id}`,
        sentAt: at,
        receivedAt: at,
      });
    mailbox.mails.push(incoming('reply', 'AAQkFollowed='), incoming('other', 'AAQkOther='));

    await read();
    await read();

    expect(await entriesOf('Antwort reply')).toMatchObject([{ direction: 'inbound', customerId }]);
    expect(await entriesOf('Antwort other')).toEqual([]);
  });

  test('are not read of somebody who turned it off, and what was sent meanwhile stays out', async () => {
    await logOnSend(false);
    const meanwhile = send();
    expect((await read()).filter(({ url }) => sentItems.test(url))).toEqual([]);
    advance(1_000);
    await logOnSend(true);

    await read();

    expect(await entriesOf(meanwhile.subject)).toEqual([]);
  });
});

test('mailboxes are not read unless the administrator allows it', async () => {
  const mailbox = growingMailbox();
  const world = await createWorld({ database: 'pglite', mailbox });
  await sentMailCase(() => ({ world })).logOnSend(true);
  mailbox.mails.push(sentMessage(world.clock.now()));

  await world.runSweeps();

  expect(world.graph.calls).toEqual([]);
  await world.close();
});
