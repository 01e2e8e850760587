// Correcting the history together, over HTTP: what a colleague may put right, whose change it was, files that go again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activityFields,
  getActivity,
  listActivities,
  logActivity,
  removeAttachment,
  updateActivity,
} from '#contract/activity.ts';
import { listAudit } from '#contract/audit.ts';
import { search } from '#contract/search.ts';
import { databases } from '#tests/support/databases.ts';
import { downloadFile, uploadFile } from '#tests/support/file-calls.ts';
import { people } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const touch = {
  kind: 'call',
  direction: 'inbound',
  subject: 'Rückruf',
  bodyText: 'Bittet um Rückruf.',
  occurredAt: '2026-09-02T09:00:00+02:00',
} as const;
const noteOf = (text: string) => Buffer.from(`${text}\n`);

describe.each(databases)('correcting the history on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function given(by: ShortName = 'anna') {
    const customer = await world.given.customer();
    const contact = await world.given.contact({ customer_id: customer.id });
    const { body } = await world.call(by, logActivity, { customerId: customer.id, touch });
    return { customerId: customer.id, contactId: contact.id, id: body.activity.id };
  }
  const asSeenBy = async (user: ShortName, customerId: string) =>
    (await world.call(user, listActivities, { customerId })).body.items[0];
  const upload = (user: ShortName, id: string, name: string, text: string) =>
    uploadFile(world, user, { id, name, bytes: noteOf(text) });
  const remove = (user: ShortName, id: string) => world.call(user, removeAttachment, { id });
  const countBytes = async (text: string) => {
    const rows = await world.deps.db.system((trx) =>
      trx.selectFrom('attachment_content').select('sha256').where('bytes', '=', noteOf(text)).execute(),
    );
    return rows.length;
  };

  it('says to everybody what they may correct', async () => {
    const { customerId } = await given();

    const [writer, manager, colleague] = [
      await asSeenBy('anna', customerId),
      await asSeenBy('petra', customerId),
      await asSeenBy('jonas', customerId),
    ];

    expect(writer).toMatchObject({ canEdit: true, editable: [...activityFields], origin: 'hand' });
    expect(manager).toMatchObject({ canEdit: true, editable: ['contactId', 'links'] });
    expect(colleague).toMatchObject({ canEdit: false, editable: [] });
  });

  it('a manager puts it with another person; the writer’s older version meets that change with its name', async () => {
    const { customerId, contactId, id } = await given();

    const { body } = await world.call('petra', updateActivity, { id, contactId }, { ifMatch: 1 });
    const stale = await world.call('anna', updateActivity, { id, subject: 'Anders' }, { ifMatch: 1 });
    const fits = await world.call('anna', updateActivity, { id, subject: 'Anders' }, { ifMatch: 2 });
    const { body: changes } = await world.call('jonas', listAudit, { recordKind: 'activity', recordId: id });

    expect(body).toMatchObject({
      version: 2,
      contact: { id: contactId },
      updatedBy: { name: 'Petra Lohmann' },
    });
    expect([stale.status, stale.body.error?.current]).toMatchObject([
      412,
      { version: 2, subject: touch.subject, updatedBy: { name: 'Petra Lohmann' } },
    ]);
    expect(fits.body).toMatchObject({ subject: 'Anders', contact: { id: contactId } });
    expect(changes.items.map(({ action, by }) => [action, by?.name])).toEqual([
      ['activity.update', 'Anna Brandl'],
      ['activity.update', 'Petra Lohmann'],
      ['activity.log', 'Anna Brandl'],
    ]);
    expect(await asSeenBy('jonas', customerId)).toMatchObject({ subject: 'Anders' });
    const whole = await world.call('jonas', getActivity, { id });
    const unseen = await world.call('ben', getActivity, { id });
    expect([whole.status, whole.headers.get('etag'), unseen.status]).toEqual([200, '"3"', 404]);
    expect(whole.body).toEqual(await asSeenBy('jonas', customerId));
  });

  it('others’ words are nobody’s to change, and colleagues correct nothing', async () => {
    const { contactId, id } = await given();

    const words = await world.call('petra', updateActivity, { id, contactId, bodyText: 'X' }, { ifMatch: 1 });
    const colleague = await world.call('jonas', updateActivity, { id, contactId }, { ifMatch: 1 });
    const stranger = await world.call('ben', updateActivity, { id, contactId }, { ifMatch: 1 });

    expect([words.status, colleague.status, stranger.status]).toEqual([403, 403, 404]);
  });

  it('a mail’s text stays as it was sent', async () => {
    const stored = await world.given.activity({
      message_id: '<edit@x.test>',
      kind: 'email',
      logged_by: people.anna.id,
    });

    const { body } = await world.call(
      'anna',
      updateActivity,
      { id: stored.id, bodyText: 'Anders', visibility: 'all' },
      { ifMatch: 1 },
    );

    expect(body.error?.fields).toEqual([{ path: 'bodyText', problem: 'of_mail' }]);
  });

  it('a file is removed for good by those who may, and the change says which', async () => {
    const { customerId, id } = await given();
    const text = `Schließzylinder ${database}`;
    const { body: file } = await upload('anna', id, 'notiz.txt', text);
    const fileId = String(file['id']);
    await world.runJobs();
    const found = await world.call('anna', search, { q: 'Schließzylinder' });

    const refused = [(await remove('jonas', fileId)).status, (await remove('ben', fileId)).status];
    const removed = await remove('petra', fileId);
    const again = await remove('anna', fileId);
    const lost = await world.call('anna', search, { q: 'Schließzylinder' });
    const { body: changes } = await world.call('anna', listAudit, { recordKind: 'activity', recordId: id });

    expect(found.body.items.map((hit) => hit.title)).toContain('notiz.txt');
    expect(refused).toEqual([403, 404]);
    expect([removed.status, removed.body, again.status]).toEqual([200, { removed: true }, 404]);
    expect((await downloadFile(world, 'anna', fileId)).status).toBe(404);
    expect(await asSeenBy('anna', customerId)).toMatchObject({ attachments: [] });
    expect(lost.body.items.map((hit) => hit.title)).not.toContain('notiz.txt');
    expect(await countBytes(text)).toBe(0);
    expect(changes.items[0]).toMatchObject({
      action: 'attachment.remove',
      by: { name: 'Petra Lohmann' },
      changes: [{ field: 'attachment', before: 'notiz.txt', after: null }],
    });
  });

  it('bytes that another entry has as well stay', async () => {
    const [one, two] = [await given(), await given()];
    const text = `zweimal ${database}`;
    const first = await upload('anna', one.id, 'a.txt', text);
    const second = await upload('anna', two.id, 'b.txt', text);

    await remove('anna', String(first.body['id']));
    const left = await downloadFile(world, 'anna', String(second.body['id']));

    expect(left.status).toBe(200);
    expect(await countBytes(text)).toBe(1);
  });

  it('the twenty-first file is one too many', async () => {
    const { id } = await given();
    for (let count = 1; count <= 20; count += 1) await upload('anna', id, `${count}.txt`, `${count}`);

    const { status, body } = await upload('anna', id, '21.txt', '21');

    expect([status, body]).toMatchObject([400, { error: { fields: [{ problem: 'too_many' }] } }]);
  });
});
