// Causes of complaints over HTTP: the tree, the cause of one complaint, and repeats.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createComplaintCause,
  getCauseOfComplaint,
  listComplaintCauses,
  removeComplaintCause,
  setCauseOfComplaint,
  updateComplaintCause,
} from '#contract/complaint-cause.ts';
import { getComplaint } from '#contract/complaint.ts';
import { listAudit } from '#contract/audit.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const unknownId = '00000000-0000-4000-8000-0000000000ff';

describe.each(databases)('causes of complaints on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  let count = 0;
  const add = async (name: string, parentId: string | null = null) => {
    count += 1;
    const input = { name: `${name} ${count}`, parentId };
    return (await world.call('miriam', createComplaintCause, input)).body;
  };
  const change = (
    cause: { id: string; version: number },
    input: { name?: string; parentId?: string | null; position?: number; isRetired?: boolean },
  ) => world.call('miriam', updateComplaintCause, { id: cause.id, ...input }, { ifMatch: cause.version });
  const give = (user: ShortName, complaint: { id: string; version: number }, causeId: string | null) =>
    world.call(user, setCauseOfComplaint, { id: complaint.id, causeId }, { ifMatch: complaint.version });
  const list = async () => (await world.call('anna', listComplaintCauses, {})).body.items;

  test('a tree of three levels is built, moved and put in order', async () => {
    const ware = await add('Ware');
    const transport = await add('Transport');
    const funktion = await add('Funktion', ware.id);
    const undicht = await add('Undicht', funktion.id);
    const fourth = await world.call('miriam', createComplaintCause, { name: 'Tief', parentId: undicht.id });
    const circle = await change(ware, { parentId: undicht.id });

    const moved = await change(undicht, { parentId: transport.id });
    const first = await change(transport, { position: 0 });
    const names = (await list()).map(({ name, level }) => `${level} ${name}`);

    expect([ware.level, funktion.level, undicht.level]).toEqual([1, 2, 3]);
    expect(fourth.body).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'parentId', problem: 'too_deep' }] },
    });
    expect(circle.body).toMatchObject({ error: { fields: [{ path: 'parentId', problem: 'circle' }] } });
    expect(moved.body).toMatchObject({ level: 2, parentId: transport.id });
    expect(first.body.position).toBe(0);
    expect(names.slice(0, 4)).toEqual([
      `1 ${transport.name}`,
      `2 ${undicht.name}`,
      `1 ${ware.name}`,
      `2 ${funktion.name}`,
    ]);
  });

  test('a name stands once among its siblings, and a stale change is refused', async () => {
    const lager = await add('Lager');
    const same = await world.call('miriam', createComplaintCause, { name: lager.name.toUpperCase() });
    const below = await world.call('miriam', createComplaintCause, { name: lager.name, parentId: lager.id });
    await change(lager, { name: `${lager.name} und Versand` });
    const stale = await change(lager, { name: 'Anders' });

    expect(same).toMatchObject({ status: 409, body: { error: { code: 'duplicate' } } });
    expect(below.status).toBe(200);
    expect(stale).toMatchObject({ status: 412, body: { error: { current: { version: 2 } } } });
  });

  test('a complaint is given its cause, which stands in its story and among its changes', async () => {
    const ware = await add('Ware');
    const undicht = await add('Undicht', ware.id);
    const complaint = await world.given.complaint();

    const given = await give('jonas', complaint, undicht.id);
    const stale = await give('anna', complaint, null);
    const { events } = (await world.call('anna', getComplaint, { id: complaint.id })).body;
    const changes = await world.call('anna', listAudit, {
      recordKind: 'complaint',
      recordId: complaint.id,
    });

    expect(given).toMatchObject({
      status: 200,
      body: { version: 2, cause: { id: undicht.id, path: [ware.name, undicht.name], isRetired: false } },
    });
    expect(stale.status).toBe(412);
    expect(events.at(-1)).toMatchObject({
      kind: 'cause_changed',
      text: `${ware.name} › ${undicht.name}`,
      by: { name: 'Jonas Weidner' },
    });
    expect(changes.body.items[0]).toMatchObject({
      action: 'complaint.cause',
      changes: [{ field: 'cause', before: null, after: `${ware.name} › ${undicht.name}` }],
    });
    expect(
      (await give('anna', given.body.version === 2 ? { ...complaint, version: 2 } : complaint, null)).body
        .cause,
    ).toBeNull();
  });

  test('what is used is retired, not deleted; a retired cause stays where it is and is given no more', async () => {
    const ware = await add('Ware');
    const kratzer = await add('Kratzer', ware.id);
    const [one, other] = [await world.given.complaint(), await world.given.complaint()];
    await give('anna', one, kratzer.id);
    const removal = (cause: { id: string; version: number }) =>
      world.call('miriam', removeComplaintCause, { id: cause.id }, { ifMatch: cause.version });

    const used = await removal(kratzer);
    const parent = await removal(ware);
    await change(ware, { isRetired: true });
    const later = await give('anna', other, kratzer.id);
    const kept = await world.call('anna', getCauseOfComplaint, { id: one.id });
    const unused = await add('Irrtum');
    const gone = await removal(unused);

    expect(used).toMatchObject({ status: 409, body: { error: { code: 'in_use', current: { count: 1 } } } });
    expect(parent.body).toMatchObject({ error: { code: 'in_use', current: { count: 1 } } });
    expect(later.body).toMatchObject({ error: { fields: [{ path: 'causeId', problem: 'retired' }] } });
    expect(kept.body.cause).toMatchObject({ id: kratzer.id, isRetired: true });
    expect(gone.body).toEqual({ removed: true });
    expect((await list()).map(({ id }) => id)).not.toContain(unused.id);
  });

  test('a repeat is named with the former complaints and the reason for each', async () => {
    const cause = await add('Charge');
    const customer = await world.given.customer();
    const order = await world.given.order({ customer_id: customer.id });
    const at = (received: string, values: object) =>
      world.given.complaint({ customer_id: customer.id, received_at: new Date(received), ...values });
    const old = await at('2025-08-01T10:00:00Z', { cause_id: cause.id });
    const sameOrder = await at('2026-02-01T10:00:00Z', { order_id: order.id });
    const sameCause = await at('2026-05-01T10:00:00Z', { cause_id: cause.id });
    const one = await at('2026-09-01T10:00:00Z', { order_id: order.id, cause_id: cause.id });
    await world.given.complaint({ cause_id: cause.id, received_at: new Date('2026-08-01T10:00:00Z') });

    const { former } = (await world.call('anna', getCauseOfComplaint, { id: one.id })).body;
    const first = (await world.call('anna', getCauseOfComplaint, { id: old.id })).body;

    expect(former).toMatchObject([
      { id: sameCause.id, number: sameCause.number, because: ['cause'] },
      { id: sameOrder.id, because: ['order'] },
    ]);
    expect(former).toHaveLength(2);
    expect(first.former).toEqual([]);
  });

  test('only the administration changes the tree, partners see nothing of it', async () => {
    const answers = await Promise.all([
      world.call('petra', createComplaintCause, { name: 'Von Petra' }),
      world.call('dieter', listComplaintCauses, {}),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('what is not seen is not found, and foreign causes are unknown', async () => {
    const customer = await world.given.customer({
      owner_id: people.ben.id,
      territory_id: territories.north.id,
    });
    const norths = await world.given.complaint({ customer_id: customer.id });
    const ours = await world.given.complaint();

    const answers = await Promise.all([
      world.call('anna', getCauseOfComplaint, { id: norths.id }),
      give('anna', norths, null),
      world.call('fremd', getCauseOfComplaint, { id: ours.id }),
      world.call('miriam', updateComplaintCause, { id: unknownId, name: 'X' }, { ifMatch: 1 }),
    ]);
    const foreign = await give('anna', ours, unknownId);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(foreign.body).toMatchObject({ error: { fields: [{ path: 'causeId', problem: 'unknown' }] } });
  });
});
