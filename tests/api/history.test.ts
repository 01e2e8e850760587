// The history of every channel, over HTTP: written by hand, corrected, and with files that are what they say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activityKinds,
  listActivities,
  logActivity,
  undoActivity,
  updateActivity,
} from '#contract/activity.ts';
import { databases } from '#tests/support/databases.ts';
import { downloadFile, uploadFile } from '#tests/support/file-calls.ts';
import { people } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const touch = {
  kind: 'letter',
  direction: 'inbound',
  subject: 'Kündigung des Rahmenvertrags',
  bodyText: 'Per Post gekommen.',
  occurredAt: '2026-09-02T09:00:00+02:00',
} as const;
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');

describe.each(databases)('the history on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function given(sharedWith: string[] = []) {
    const customer = await world.given.customer({ sharedWith });
    const { body } = await world.call('anna', logActivity, { customerId: customer.id, touch });
    return { customerId: customer.id, activity: body.activity };
  }

  const upload = (user: ShortName, id: string, name: string, bytes: Buffer) =>
    uploadFile(world, user, { id, name, bytes });
  const download = (user: ShortName, id: string) => downloadFile(world, user, id);

  it.each(activityKinds)('a %s is written down in both directions and found by its kind', async (kind) => {
    const { id: customerId } = await world.given.customer();

    for (const direction of ['inbound', 'outbound'] as const) {
      await world.call('anna', logActivity, { customerId, touch: { ...touch, kind, direction } });
    }
    const { body } = await world.call('anna', listActivities, { customerId, kind });

    expect(body.items.map((item) => item.direction).sort()).toEqual(['inbound', 'outbound']);
  });

  it('an entry is corrected by who wrote it, with its version, and taken back', async () => {
    const { customerId, activity } = await given();
    const contact = await world.given.contact({ customer_id: customerId });
    const order = await world.given.order({ customer_id: customerId });

    const { status, body, headers } = await world.call(
      'anna',
      updateActivity,
      {
        id: activity.id,
        contactId: contact.id,
        durationMinutes: 5,
        visibility: 'all',
        links: [{ kind: 'order', id: order.id }],
      },
      { ifMatch: activity.version },
    );
    const stale = await world.call('anna', updateActivity, { id: activity.id, subject: 'X' }, { ifMatch: 1 });
    const foreign = await world.call(
      'petra',
      updateActivity,
      { id: activity.id, subject: 'X' },
      { ifMatch: 2 },
    );
    await world.call('anna', undoActivity, { id: activity.id });
    const gone = await world.call('anna', updateActivity, { id: activity.id, subject: 'X' }, { ifMatch: 2 });

    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      version: 2,
      subject: touch.subject,
      contact: { id: contact.id },
      durationMinutes: 5,
      visibility: 'all',
      links: [{ kind: 'order', id: order.id }],
    });
    expect([stale.status, stale.body.error?.current]).toEqual([412, body]);
    expect([foreign.status, gone.status]).toEqual([403, 404]);
  });

  it('people and documents of another customer are unknown here', async () => {
    const { activity } = await given();
    const contact = await world.given.contact({});
    const order = await world.given.order({});
    const problemsOf = async (change: object) => {
      const answer = await world.call('anna', updateActivity, { id: activity.id, ...change }, { ifMatch: 1 });
      return answer.body.error?.fields;
    };

    expect(await problemsOf({ contactId: contact.id })).toEqual([{ path: 'contactId', problem: 'unknown' }]);
    expect(await problemsOf({ links: [{ kind: 'order', id: order.id }] })).toEqual([
      { path: 'links', problem: 'unknown' },
    ]);
  });

  it('what a mail says itself is not corrected, to whom it belongs and who may read it is', async () => {
    const stored = await world.given.activity({
      message_id: '<m1@x.test>',
      kind: 'email',
      logged_by: people.anna.id,
    });

    const said = await world.call(
      'anna',
      updateActivity,
      { id: stored.id, subject: 'Anders', links: [] },
      { ifMatch: 1 },
    );
    const read = await world.call(
      'anna',
      updateActivity,
      { id: stored.id, visibility: 'me' },
      { ifMatch: 1 },
    );

    expect(said.body.error?.fields).toEqual([{ path: 'subject', problem: 'of_mail' }]);
    expect(read.body).toMatchObject({
      visibility: 'me',
      origin: 'mail',
      editable: ['contactId', 'visibility', 'links'],
      updatedBy: { name: 'Anna Brandl' },
    });
  });

  it('a file hangs on its entry once, and comes back as a download only', async () => {
    const { activity } = await given();

    const first = await upload('anna', activity.id, 'Kündigung.pdf', pdf);
    const again = await upload('anna', activity.id, 'Kündigung.pdf', pdf);
    const got = await download('jonas', String(first.body['id']));

    expect(first).toMatchObject({
      status: 200,
      body: { name: 'Kündigung.pdf', contentType: 'application/pdf', sizeBytes: pdf.length, state: 'stored' },
    });
    expect(again.body).toEqual(first.body);
    expect(Buffer.from(got.bytes)).toEqual(pdf);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('the same bytes on two entries are stored once', async () => {
    const [one, two] = [await given(), await given()];
    const bytes = Buffer.from(`%PDF-1.7\n${database}\n%%EOF`);

    await upload('anna', one.activity.id, 'a.pdf', bytes);
    await upload('anna', two.activity.id, 'b.pdf', bytes);
    const stored = await world.deps.db.system((trx) =>
      trx.selectFrom('attachment_content').select('sha256').where('bytes', '=', bytes).execute(),
    );

    expect(stored).toHaveLength(1);
  });

  it.each([
    ['rechnung.pdf', Buffer.from('MZ\u0090\0\u0003\0'), 'executable'],
    ['rechnung.exe', pdf, 'refused_type'],
    ['foto.png', pdf, 'content_mismatch'],
    ['plan.pdf', Buffer.concat([pdf, Buffer.from('PK\u0005\u0006')]), 'mixed_content'],
    ['leer.pdf', Buffer.alloc(0), 'empty'],
  ])('%s is refused with its reason', async (name, bytes, problem) => {
    const { activity } = await given();

    const { status, body } = await upload('anna', activity.id, name, bytes);

    expect([status, body]).toMatchObject([
      415,
      { error: { code: 'unsupported_media_type', fields: [{ path: 'name', problem }] } },
    ]);
  });

  it('a hostile name becomes a plain one', async () => {
    const { activity } = await given();

    const { body } = await upload('anna', activity.id, '../..\\etc/Kün\r\ndigung\u202e.pdf', pdf);

    expect(body['name']).toBe('Kündigung.pdf');
  });

  it('a file of more than 25 MB is broken off', async () => {
    const { activity } = await given();
    const big = Buffer.concat([pdf, Buffer.alloc(25 * 1024 * 1024)]);

    const answer = await upload('anna', activity.id, 'groß.pdf', big).catch(() => ({ status: 413 }));

    expect(answer.status).toBe(413);
  });

  it('others add nothing to it, and a partner gets only what is for all', async () => {
    const { activity } = await given([people.dieter.id]);
    const { body } = await upload('anna', activity.id, 'a.pdf', pdf);
    const file = String(body['id']);

    const byColleague = await upload('jonas', activity.id, 'b.pdf', pdf);
    const byStranger = await upload('ben', activity.id, 'b.pdf', pdf);
    const before = await download('dieter', file);
    await world.call('anna', updateActivity, { id: activity.id, visibility: 'all' }, { ifMatch: 1 });
    const after = await download('dieter', file);
    await world.call('anna', updateActivity, { id: activity.id, visibility: 'me' }, { ifMatch: 2 });
    const mine = [(await download('jonas', file)).status, (await download('petra', file)).status];

    expect([byColleague.status, byStranger.status]).toEqual([403, 404]);
    expect([before.status, after.status, ...mine]).toEqual([404, 200, 404, 404]);
  });
});
