// "Änderungen" over HTTP: what is shown of a record's changes, to whom, and taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logActivity, undoActivity, updateActivity } from '#contract/activity.ts';
import { createAttribute, updateAttribute, updateRecordAttributes } from '#contract/attribute.ts';
import { listAudit, undoChange } from '#contract/audit.ts';
import { updateComplaint } from '#contract/complaint.ts';
import { getCustomer, updateContact, updateCustomer } from '#contract/customer.ts';
import { moveCustomer } from '#contract/customer-moves.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const touch = {
  kind: 'call',
  direction: 'inbound',
  subject: 'Rückruf',
  bodyText: 'Vertraulich.',
  occurredAt: '2026-09-02T09:00:00+02:00',
} as const;

describe.each(databases)('changes on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const audit = async (
    user: ShortName,
    recordId: string,
    recordKind: 'customer' | 'contact' | 'complaint' = 'customer',
  ) => (await world.call(user, listAudit, { recordKind, recordId })).body;

  it('a change is shown field by field with names, and taken back once', async () => {
    const { id } = await world.given.customer({ name: 'Alt GmbH', city: 'Leonberg' });
    await world.call(
      'anna',
      updateCustomer,
      { id, name: 'Neu GmbH', ownerId: people.jonas.id },
      { ifMatch: 1 },
    );

    const shown = await audit('anna', id);
    const [entry] = shown.items;
    const undone = await world.call('anna', undoChange, { id: entry?.id ?? '' }, { ifMatch: 2 });
    const now = await world.call('anna', getCustomer, { id });
    const again = await world.call('anna', undoChange, { id: entry?.id ?? '' }, { ifMatch: 3 });

    expect(shown.recordVersion).toBe(2);
    expect(entry).toMatchObject({
      action: 'customer.update',
      by: { name: 'Anna Brandl' },
      source: 'api',
      undo: 'fields',
      changes: [
        { field: 'name', before: 'Alt GmbH', after: 'Neu GmbH' },
        { field: 'ownerId', before: 'Anna Brandl', after: 'Jonas Weidner' },
      ],
    });
    expect(undone.body).toEqual({ recordKind: 'customer', recordId: id, version: 3 });
    expect(now.body).toMatchObject({ name: 'Alt GmbH', owner: { id: people.anna.id } });
    expect([again.status, again.body.error?.code]).toEqual([409, 'transition_not_allowed']);
    expect((await audit('anna', id)).items.map((item) => item.undo)).toEqual(['fields', null]);
  });

  it('nobody’s later change is lost by taking an earlier one back', async () => {
    const { id } = await world.given.customer({ name: 'Eins', city: 'Ulm' });
    await world.call('anna', updateCustomer, { id, name: 'Zwei' }, { ifMatch: 1 });
    await world.call('anna', updateCustomer, { id, name: 'Drei' }, { ifMatch: 2 });
    await world.call('anna', updateCustomer, { id, city: 'Bonn' }, { ifMatch: 3 });
    const [city, third, second] = (await audit('anna', id)).items;

    const lost = await world.call('anna', undoChange, { id: second?.id ?? '' }, { ifMatch: 4 });
    const stale = await world.call('anna', undoChange, { id: third?.id ?? '' }, { ifMatch: 3 });
    const fits = await world.call('anna', undoChange, { id: third?.id ?? '' }, { ifMatch: 4 });
    const now = await world.call('anna', getCustomer, { id });

    expect([city?.undo, third?.undo, second?.undo]).toEqual(['fields', 'fields', null]);
    expect([lost.status, stale.status, fits.status]).toEqual([409, 412, 200]);
    expect(now.body).toMatchObject({ name: 'Zwei', city: 'Bonn' });
  });

  it('contacts and complaints have theirs', async () => {
    const { id: customer_id } = await world.given.customer();
    const contact = await world.given.contact({ customer_id, name: 'Sabine Tietz', emails: ['alt@x.test'] });
    const complaint = await world.given.complaint({ customer_id, title: 'Öl', severity: 'low' });
    await world.call('anna', updateContact, { id: contact.id, emails: ['neu@x.test'] }, { ifMatch: 1 });
    await world.call('anna', updateComplaint, { id: complaint.id, title: 'Ölverlust' }, { ifMatch: 1 });

    const [ofContact] = (await audit('anna', contact.id, 'contact')).items;
    const shown = await audit('anna', complaint.id, 'complaint');
    const [ofComplaint] = shown.items;
    const ifMatch = shown.recordVersion ?? 0;
    const contactBack = await world.call('anna', undoChange, { id: ofContact?.id ?? '' }, { ifMatch: 2 });
    const complaintBack = await world.call('anna', undoChange, { id: ofComplaint?.id ?? '' }, { ifMatch });

    expect(ofContact?.changes).toMatchObject([
      { field: 'emails', before: ['alt@x.test'], after: ['neu@x.test'] },
    ]);
    expect(ofComplaint?.changes).toMatchObject([{ field: 'title', before: 'Öl', after: 'Ölverlust' }]);
    expect([contactBack.status, complaintBack.status]).toEqual([200, 200]);
    expect((await audit('anna', contact.id, 'contact')).items[0]?.changes).toMatchObject([
      { field: 'emails', before: ['neu@x.test'], after: ['alt@x.test'] },
    ]);
  });

  it('moves are shown, but are no change of fields', async () => {
    const { id } = await world.given.customer();
    await world.call('petra', moveCustomer, { id, move: 'block', reason: 'Insolvenz' }, { ifMatch: 1 });

    const [entry] = (await audit('anna', id)).items;

    expect(entry).toMatchObject({ action: 'customer.block', undo: null });
    const back = await world.call('anna', undoChange, { id: entry?.id ?? '' }, { ifMatch: 2 });
    expect(back.status).toBe(409);
  });

  it('a customer’s entries are shown with it; what only the writer could read stays with the writer', async () => {
    const { id: customerId } = await world.given.customer();
    const { body } = await world.call('anna', logActivity, { customerId, touch, visibility: 'me' });
    const hidden = await audit('jonas', customerId);
    const asMe = { id: body.activity.id, bodyText: 'Offen.', visibility: 'team' } as const;
    await world.call('anna', updateActivity, asMe, { ifMatch: 1 });
    const [toOthers] = (await audit('jonas', customerId)).items;
    const [toWriter, logged] = (await audit('anna', customerId)).items;
    await world.call('anna', undoActivity, { id: body.activity.id });
    const after = await audit('anna', customerId);

    expect(hidden.items).toEqual([]);
    const text = (changes: typeof toOthers) => changes?.changes.find((change) => change.field === 'bodyText');
    expect(text(toOthers)).toMatchObject({ isHidden: true, before: null, after: null });
    expect(JSON.stringify(toOthers)).not.toContain('Vertraulich');
    expect(text(toWriter)).toMatchObject({ isHidden: false, before: 'Vertraulich.', after: 'Offen.' });
    expect([logged?.action, logged?.undo]).toEqual(['activity.log', 'entry']);
    expect(after.items.map((item) => [item.action, item.undo])).toEqual([
      ['activity.undo', null],
      ['activity.update', null],
      ['activity.log', null],
    ]);
  });

  it('an attribute is called by its name, and shown only to those who may see it', async () => {
    const { id } = await world.given.customer();
    const made = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Bonität',
      labelEn: 'Credit standing',
      type: 'text',
    });
    const values = { [made.body.id]: 'gut' };
    await world.call('petra', updateRecordAttributes, { recordKind: 'customer', id, values }, { ifMatch: 1 });
    const before = (await audit('anna', id)).items[0]?.changes;
    await world.call(
      'miriam',
      updateAttribute,
      { id: made.body.id, visibleTo: ['manager', 'admin'] },
      { ifMatch: made.body.version },
    );

    expect(before).toMatchObject([
      { field: 'attribute', label: { de: 'Bonität' }, before: null, after: 'gut' },
    ]);
    expect((await audit('anna', id)).items[0]?.changes).toEqual([]);
  });

  it('who does not see the record sees none of its changes, and takes none back', async () => {
    const { id } = await world.given.customer({ sharedWith: [people.dieter.id] });
    await world.call('anna', updateCustomer, { id, name: 'Anders' }, { ifMatch: 1 });
    const [entry] = (await audit('anna', id)).items;
    const about = { recordKind: 'customer', recordId: id } as const;

    const statuses = [
      (await world.call('ben', listAudit, about)).status,
      (await world.call('dieter', listAudit, about)).status,
      (await world.call('fremd', listAudit, about)).status,
      (await world.call('ben', undoChange, { id: entry?.id ?? '' }, { ifMatch: 2 })).status,
      (await world.call('fremd', undoChange, { id: entry?.id ?? '' }, { ifMatch: 2 })).status,
      (await world.call('anna', listAudit, { recordKind: 'user', recordId: people.anna.id })).status,
    ];

    expect(statuses).toEqual([404, 403, 404, 404, 404, 404]);
  });

  it('an administrator’s look is itself noted, once in ten minutes', async () => {
    const { id } = await world.given.customer();

    await audit('miriam', id);
    await audit('miriam', id);
    const shown = await audit('anna', id);

    expect(shown.items.map((item) => [item.action, item.by?.name])).toEqual([['audit.read', 'Miriam Stolz']]);
  });

  it('pages follow each other without gap', async () => {
    const { id } = await world.given.customer({ territory_id: territories.southwest.id });
    for (const version of [1, 2, 3, 4, 5]) {
      await world.call('anna', updateCustomer, { id, name: `Name ${version}` }, { ifMatch: version });
    }
    const about = { recordKind: 'customer', recordId: id, limit: 2 } as const;
    const first = await world.call('anna', listAudit, about);
    const second = await world.call('anna', listAudit, { ...about, cursor: first.body.nextCursor ?? '' });
    const third = await world.call('anna', listAudit, { ...about, cursor: second.body.nextCursor ?? '' });

    const names = [first, second, third].flatMap(({ body }) =>
      body.items.map((item) => item.changes[0]?.after),
    );
    expect(names).toEqual(['Name 5', 'Name 4', 'Name 3', 'Name 2', 'Name 1']);
    expect(third.body.nextCursor).toBeNull();
  });
});
