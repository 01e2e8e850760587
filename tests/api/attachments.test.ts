// Attachments of logged mails: fetched once through Graph, handed out as harmless downloads, their failures visible.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listActivities, logActivity, retryAttachment, undoActivity } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import type { Mail } from '#contract/mail.ts';
import type { MailboxAttachment } from '#demo/graph/mailbox-source.ts';
import { databases } from '#tests/support/databases.ts';
import { buildMessage, createMailbox } from '#tests/support/graph-server.ts';
import { people } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const file = (id: string, name: string, contentType: string, sizeBytes: number): MailboxAttachment => ({
  id,
  name,
  contentType,
  sizeBytes,
  isInline: false,
  contentId: null,
});
const files = [
  file('photo', 'Türschließer.jpg', 'image/jpeg', 2_000),
  file('copy', 'Kopie.jpg', 'image/jpeg', 2_000),
  file('page', 'seite.html', 'text/html', 500),
  file('liar', 'klein.pdf', 'application/pdf', 26_500_000),
];
let count = 0;

describe.each(databases)('attachments on %s', (database) => {
  let world: World;
  let customerId: string;
  beforeAll(async () => {
    const mailbox = createMailbox([buildMessage({ id: 'item-1', attachments: files })]);
    world = await createWorld({ database, mailbox });
    customerId = (await world.given.customer({ sharedWith: [people.dieter.id] })).id;
  });
  afterAll(() => world.close());
  beforeEach(() => world.graph.faults.clear());

  async function log(ids: string[], changes: Partial<Mail> & { visibility?: 'me' | 'team' | 'all' } = {}) {
    count += 1;
    const { visibility = 'team', ...rest } = changes;
    const attachments = files.map(({ contentId: _contentId, ...one }) => ({
      ...one,
      sizeBytes: Math.min(one.sizeBytes, 5_000),
    }));
    const mail = buildMail({ messageId: `<a-${count}@x.test>`, itemId: 'item-1', attachments, ...rest });
    const { status, body } = await world.call('anna', logActivity, {
      customerId,
      mail,
      attachmentIds: ids,
      visibility,
    });
    expect(status).toBe(200);
    return body.activity;
  }
  const stored = async (activityId: string) =>
    (await world.call('anna', listActivities, { customerId, limit: 100 })).body.items.find(
      (item) => item.id === activityId,
    )?.attachments ?? [];
  const download = async (user: ShortName, id: string) =>
    fetch(`${world.url}/api/attachments/${id}`, {
      headers: { authorization: await world.authorizationOf(user) },
    });
  const reads = () => world.graph.calls.filter((call) => call.url.includes('/attachments/')).length;

  test('are noted with the mail and fetched afterwards, byte for byte', async () => {
    const { id, attachments } = await log(['photo']);
    expect(attachments).toMatchObject([
      { name: 'Türschließer.jpg', contentType: 'image/jpeg', state: 'pending' },
    ]);

    await world.runJobs();

    const [attachment] = await stored(id);
    expect(attachment).toMatchObject({ state: 'stored', sizeBytes: 2_000 });
    const response = await download('jonas', attachment?.id ?? '');
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.alloc(2_000, 'x'));
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename=".*"; filename\*=UTF-8''T%C3%BCrschlie/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('with equal bytes are kept once', async () => {
    const { id } = await log(['photo', 'copy']);
    await world.runJobs();

    expect((await stored(id)).map((one) => one.state)).toEqual(['stored', 'stored']);
    const rows = await world.deps.db.system((trx) =>
      trx.selectFrom('attachment_content').select('sha256').execute(),
    );
    expect(rows).toHaveLength(1);
  });

  test('that a browser would run leave as plain bytes', async () => {
    const { id } = await log(['page']);
    await world.runJobs();

    const response = await download('anna', (await stored(id))[0]?.id ?? '');

    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('are as private as their activity', async () => {
    const mine = await log(['photo'], { visibility: 'me' });
    const open = await log(['photo'], { visibility: 'all' });
    await world.runJobs();
    const [own] = mine.attachments;
    const [shared] = open.attachments;

    const statusFor = async (user: ShortName, id = '') => (await download(user, id)).status;
    expect(await statusFor('anna', own?.id)).toBe(200);
    expect(await statusFor('petra', own?.id)).toBe(404);
    expect(await statusFor('dieter', own?.id)).toBe(404);
    expect(await statusFor('dieter', shared?.id)).toBe(200);
    expect(await statusFor('ben', shared?.id)).toBe(404);
    expect(await statusFor('fremd', shared?.id)).toBe(404);

    await world.call('anna', undoActivity, { id: open.id });
    expect(await statusFor('anna', shared?.id)).toBe(404);
  });

  test('of a refused type or beyond 25 MB are noted but never stored', async () => {
    const attachments = [
      {
        id: 'run',
        name: 'setup.exe',
        contentType: 'application/x-msdownload',
        sizeBytes: 10,
        isInline: false,
      },
      { id: 'big', name: 'plan.zip', contentType: 'application/zip', sizeBytes: 40_000_000, isInline: false },
    ];
    const before = reads();
    const { attachments: noted } = await log(['run', 'big'], { attachments });
    await world.runJobs();

    expect(noted.map((one) => one.state)).toEqual(['refused', 'refused']);
    expect(reads()).toBe(before);
    expect((await download('anna', noted[0]?.id ?? '')).status).toBe(404);
  });

  test('that turn out larger than said are refused when they arrive', async () => {
    const { id } = await log(['liar']);
    await world.runJobs();

    expect(await stored(id)).toMatchObject([{ state: 'refused' }]);
  });

  test('that are gone from the mailbox are shown as failed and can be tried again', async () => {
    const { id } = await log(['photo'], { itemId: 'moved' });
    await world.runJobs();
    const [failed] = await stored(id);
    expect(failed).toMatchObject({ state: 'failed' });

    const again = await world.call('anna', retryAttachment, { id: failed?.id ?? '' });
    expect(again.body).toMatchObject({ state: 'pending' });
    await world.runJobs();
    expect(await stored(id)).toMatchObject([{ state: 'failed' }]);
    expect((await world.call('ben', retryAttachment, { id: failed?.id ?? '' })).status).toBe(404);
  });

  test('come later when Graph is down or asks to wait', async () => {
    world.graph.faults.add({ path: /value$/, does: { kind: 'refuse', status: 503 } });
    const { id } = await log(['photo']);
    await world.runJobs();
    expect(await stored(id)).toMatchObject([{ state: 'pending' }]);

    world.graph.faults.add({ path: /value$/, does: { kind: 'refuse', status: 429, retryAfterSeconds: 120 } });
    world.clock.set(new Date(world.clock.now().getTime() + 10_000));
    await world.runJobs();
    world.clock.set(new Date(world.clock.now().getTime() + 100_000));
    await world.runJobs();
    expect(await stored(id)).toMatchObject([{ state: 'pending' }]);

    world.clock.set(new Date(world.clock.now().getTime() + 30_000));
    await world.runJobs();
    expect(await stored(id)).toMatchObject([{ state: 'stored' }]);
  });

  test('wait while the sign-in has run out, and come at the next request', async () => {
    const { id } = await log(['photo', 'copy']);
    world.clock.set(new Date(world.clock.now().getTime() + 24 * 3_600_000));
    await world.runJobs();
    const states = await world.deps.db.system((trx) =>
      trx.selectFrom('attachment').select('state').where('activity_id', '=', id).execute(),
    );
    expect(states).toEqual([{ state: 'waiting_for_sign_in' }, { state: 'waiting_for_sign_in' }]);

    await stored(id);
    await world.runJobs();

    expect((await stored(id)).map((one) => one.state)).toEqual(['stored', 'stored']);
  });
});
