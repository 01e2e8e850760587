// Logging on send over HTTP: off until chosen, logged once it lies in Sent Items, once however often it is told or seen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity, undoActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import { addNeverLog, removeNeverLog } from '#contract/never-log.ts';
import { getSendFacts } from '#contract/send-guard.ts';
import { getMailSettings, listSentMails, setMailSettings, tellSentMail } from '#contract/sent-mail.ts';
import { activityCase, storeSender } from '#tests/support/activity-case.ts';
import { databases } from '#tests/support/databases.ts';
import { growingMailbox, sentMailCase, sentMessage, tietz } from '#tests/support/sent-mail-case.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('mails logged on send on %s', (database) => {
  const mailbox = growingMailbox();
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    world = await createWorld({ database, mailbox });
    customerId = await storeSender(world);
  });
  afterAll(() => world.close());

  const { auditOf, history } = activityCase(() => ({ world, customerId }));
  const { advance, logOnSend, newId, tell } = sentMailCase(() => ({ world }));
  const send = (changes: Parameters<typeof sentMessage>[1] = {}) => {
    const mail = sentMessage(world.clock.now(), changes);
    mailbox.mails.push(mail);
    return mail;
  };
  const entriesOf = async (subject: string) => (await history()).filter((one) => one.subject === subject);
  const stateOf = async (id: string) =>
    (await world.call('anna', listSentMails, {})).body.items.find((one) => one.id === id);

  test('is each person’s choice, off at first, told to the guard', async () => {
    const facts = async (recipients = [tietz]) => {
      const { logOnSend: isOn, logsAt } = (await world.call('anna', getSendFacts, { recipients })).body;
      return [isOn, logsAt?.name ?? null];
    };
    expect((await world.call('anna', getMailSettings, {})).body).toEqual({
      logOnSend: false,
      readsMailboxes: false,
    });
    expect(await facts()).toEqual([false, null]);

    expect((await logOnSend(true)).body.logOnSend).toBe(true);

    expect(await facts()).toEqual([true, 'Hollerbach Metallbau GmbH']);
    expect(await facts(['jonas.weidner@brenner-lohse.test'])).toEqual([true, null]);
    expect((await world.call('jonas', getMailSettings, {})).body.logOnSend).toBe(false);
    expect(await auditOf(world.people.anna.id)).toContainEqual({ action: 'mail_settings.change' });
  });

  test('is logged at its customer as soon as it lies in Sent Items, with its own text and by rule', async () => {
    const mail = sentMessage(world.clock.now());
    const told = await tell(mail);
    await world.runJobs();
    expect((await stateOf(told.id))?.state).toBe('waiting');
    mailbox.mails.push(mail);

    advance(6_000);
    await world.runJobs();

    const [entry] = await entriesOf(mail.subject);
    expect(await stateOf(told.id)).toMatchObject({ state: 'logged', activityId: entry?.id });
    expect(entry).toMatchObject({
      direction: 'outbound',
      bodyText: 'Guten Tag Frau Tietz, anbei das Angebot.',
      loggedBy: { name: 'Anna Brandl' },
    });
  });

  test('is logged once when it was told twice and by hand as well', async () => {
    const mail = send();
    const id = newId();
    await Promise.all([tell(mail, { id }), tell(mail, { id })]);
    await tell(mail);
    const byHand = buildMail({ messageId: mail.internetMessageId, subject: mail.subject });
    await world.call('anna', logActivity, { customerId, mail: byHand });

    await world.runJobs();

    expect(await entriesOf(mail.subject)).toHaveLength(1);
  });

  test('two mails alike are two entries', async () => {
    const first = send();
    const second = send({ subject: first.subject });
    await tell(first);
    await tell(second);

    await world.runJobs();

    expect(await entriesOf(first.subject)).toHaveLength(2);
  });

  test('the last word about a draft counts: excepted this time is not logged', async () => {
    const mail = sentMessage(world.clock.now());
    const { id } = await tell(mail);
    const excepted = await tell(mail, { id, isLogged: false });
    mailbox.mails.push(mail);
    advance(6_000);
    await world.runJobs();

    expect(excepted).toMatchObject({ state: 'not_logged', reason: 'excepted' });
    expect(await entriesOf(mail.subject)).toEqual([]);
  });

  test.each([
    ['internal', { to: [{ name: 'Jonas', address: 'jonas.weidner@brenner-lohse.test' }] }],
    ['no_customer', { to: [{ name: '', address: 'wer@unbekannt.test' }] }],
    ['private', { isPrivate: true }],
  ] as const)('%s ones are not logged, and say so', async (reason, changes) => {
    const mail = send(changes);
    const { body } = await world.call('anna', tellSentMail, {
      id: newId(),
      isLogged: true,
      subject: mail.subject,
      recipients: mail.to.map(({ address }) => address),
      secondsAgo: 0,
    });
    const before = world.graph.calls.length;

    await world.runJobs();

    expect(await stateOf(body.id)).toMatchObject({ state: 'not_logged', reason });
    expect(await entriesOf(mail.subject)).toEqual([]);
    const asked = world.graph.calls.slice(before).map((call) => decodeURIComponent(call.url));
    expect(asked.filter((url) => url.includes('body'))).toEqual([]);
  });

  test('what stands on the never-log list is not logged', async () => {
    const entry = (await world.call('anna', addNeverLog, { kind: 'address', value: tietz })).body;
    const { id } = await tell(send());

    await world.runJobs();

    expect(await stateOf(id)).toMatchObject({ state: 'not_logged', reason: 'address' });
    await world.call('anna', removeNeverLog, { id: entry.id });
  });

  test('an entry that was taken back stays so', async () => {
    const mail = send();
    const first = await tell(mail);
    await world.runJobs();
    const activityId = (await stateOf(first.id))?.activityId ?? '';
    await world.call('anna', undoActivity, { id: activityId });
    await world.deps.db.system((trx) => trx.deleteFrom('sent_mail').where('id', '=', first.id).execute());

    const again = await tell(mail);
    await world.runJobs();

    expect(await stateOf(again.id)).toMatchObject({ state: 'not_logged', reason: 'taken_back' });
  });

  test('a mail that never comes is given up after a day', async () => {
    const { id } = await tell({ subject: 'Nie gesendet' });
    for (let hours = 0; hours < 28; hours += 1) {
      await world.runJobs();
      advance(3_600_000);
      await world.call('anna', getMailSettings, {}); // somebody who works here signs in every hour
    }
    await world.runJobs();

    expect(await stateOf(id)).toMatchObject({ state: 'not_logged', reason: 'not_found' });
  });

  test('waits for a sender who is signed out, and goes on at the next request', async () => {
    const mail = send();
    const { id } = await tell(mail);
    advance(24 * 3_600_000);
    await world.runJobs();
    await world.settle();
    const [row] = await world.deps.db.system((trx) =>
      trx.selectFrom('sent_mail').select('state').where('id', '=', id).execute(),
    );
    expect(row?.state).toBe('waiting_for_sign_in');

    await world.call('anna', getMailSettings, {});
    await world.runJobs();

    expect((await stateOf(id))?.state).toBe('logged');
  });

  test('is nobody else’s business: a colleague sees none of it, and an id of mine is not his', async () => {
    const { id } = await tell(send());

    expect((await world.call('jonas', listSentMails, {})).body.items).toEqual([]);
    expect((await world.call('dieter', setMailSettings, { logOnSend: true })).status).toBe(403);
    const other = { id, isLogged: false, subject: 'x', recipients: [], secondsAgo: 0 };
    expect((await world.call('jonas', tellSentMail, other)).body.state).toBe('not_logged');
    expect((await stateOf(id))?.state).toBe('waiting');
  });
});
