// Measures and goodwill over HTTP: what they cost, who may grant what alone, and the second person above it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addComplaintNote,
  addMeasure,
  decideMeasure,
  getGoodwillLimits,
  listMeasures,
  updateGoodwillLimits,
} from '#contract/complaint-measure.ts';
import { getComplaint, moveComplaint, reportComplaint } from '#contract/complaint.ts';
import { buildReport, storeHollerbach } from '#tests/support/complaint-case.ts';
import { databases } from '#tests/support/databases.ts';
import type { ShortName } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

const unknownId = '00000000-0000-4000-8000-0000000000ff';

describe.each(databases)('measures on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function report() {
    const { customer } = await storeHollerbach(world);
    const input = buildReport(customer.id, { severity: 'low' });
    return (await world.call('jonas', reportComplaint, input)).body.complaint;
  }
  const add = (user: ShortName, id: string, kind: 'goodwill' | 'credit', costCents: number) =>
    world.call(user, addMeasure, { id, kind, costCents, text: 'Entgegenkommen' });
  const decide = (user: ShortName, at: { id: string; of: string }, move: 'approve' | 'refuse', text = '') =>
    world.call(user, decideMeasure, { id: at.of, measureId: at.id, move, text });

  test('what was agreed is added up, and told in the story', async () => {
    const { id } = await report();

    const goodwill = await add('jonas', id, 'goodwill', 10_000);
    await add('anna', id, 'credit', 90_000);
    const { body } = await world.call('jonas', listMeasures, { id });
    const { events } = (await world.call('jonas', getComplaint, { id })).body;

    expect(goodwill).toMatchObject({
      status: 200,
      body: {
        kind: 'goodwill',
        state: 'agreed',
        askedBy: { name: 'Jonas Weidner' },
        decision: null,
        moves: [],
      },
    });
    expect(body).toMatchObject({ costCents: 100_000, goodwillLeftCents: 15_000, canAdd: true });
    expect(events.map(({ kind }) => kind)).toEqual(['reported', 'measure_agreed', 'measure_agreed']);
  });

  test('above the limit a manager decides, once, and not the one who asked', async () => {
    const { id } = await report();

    const asked = await add('jonas', id, 'goodwill', 30_000);
    const before = await world.call('petra', listMeasures, { id });
    const self = await decide('jonas', { id: asked.body.id, of: id }, 'approve');
    const colleague = await decide('anna', { id: asked.body.id, of: id }, 'approve');
    const approved = await decide('petra', { id: asked.body.id, of: id }, 'approve');
    const again = await decide('holger', { id: asked.body.id, of: id }, 'refuse', 'Zu viel');

    expect(asked.body).toMatchObject({ state: 'requested', decider: { name: 'Petra Lohmann' }, moves: [] });
    expect(before.body).toMatchObject({ costCents: 0, items: [{ moves: ['approve', 'refuse'] }] });
    expect([self.status, colleague.status]).toEqual([403, 403]);
    expect(approved.body).toMatchObject({
      state: 'agreed',
      decider: null,
      decision: { by: { name: 'Petra Lohmann' }, text: '' },
    });
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'already_decided' } } });
    expect((await world.call('anna', listMeasures, { id })).body.costCents).toBe(30_000);
  });

  test('splitting does not help, and the limit is that of the role', async () => {
    const { id } = await report();

    const states = [];
    for (const [user, cents] of [
      ['jonas', 20_000],
      ['jonas', 5_000],
      ['anna', 1],
      ['petra', 100_000],
      ['petra', 100_000],
    ] as const) {
      states.push((await add(user, id, 'goodwill', cents)).body.state);
    }

    expect(states).toEqual(['agreed', 'agreed', 'requested', 'agreed', 'requested']);
  });

  test('a manager does not agree to her own request; another does', async () => {
    const { id } = await report();

    const asked = await add('petra', id, 'goodwill', 300_000);
    const self = await decide('petra', { id: asked.body.id, of: id }, 'approve');
    const other = await decide('holger', { id: asked.body.id, of: id }, 'approve', 'Guter Kunde');

    expect(asked.body.decider?.name).not.toBe('Petra Lohmann');
    expect(self.status).toBe(403);
    expect(other.body).toMatchObject({ state: 'agreed', decision: { text: 'Guter Kunde' } });
  });

  test('a refusal has its reason', async () => {
    const { id } = await report();
    const asked = await add('jonas', id, 'goodwill', 30_000);

    const silent = await decide('petra', { id: asked.body.id, of: id }, 'refuse');
    const told = await decide('petra', { id: asked.body.id, of: id }, 'refuse', 'Der Einbau war falsch');

    expect(silent).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'text' }] } } });
    expect(told.body).toMatchObject({ state: 'refused', decision: { text: 'Der Einbau war falsch' } });
  });

  test('two who decide at the same time: one does', async () => {
    const { id } = await report();
    const asked = await add('jonas', id, 'goodwill', 30_000);

    const answers = await Promise.all([
      decide('petra', { id: asked.body.id, of: id }, 'approve'),
      decide('holger', { id: asked.body.id, of: id }, 'refuse', 'Nein'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a closed complaint takes no more measures', async () => {
    const made = await report();
    await world.call(
      'jonas',
      moveComplaint,
      { id: made.id, move: 'close', text: 'Ersetzt' },
      { ifMatch: made.version },
    );

    const refused = await add('jonas', made.id, 'credit', 100);

    expect(refused.status).toBe(409);
    expect((await world.call('jonas', listMeasures, { id: made.id })).body.canAdd).toBe(false);
  });

  test('notes are seen inside only', async () => {
    const { id } = await report();

    await world.call('anna', addComplaintNote, { id, text: 'Kunde droht mit Wechsel' });
    const inside = (await world.call('jonas', getComplaint, { id })).body.events;
    const partner = (await world.call('dieter', getComplaint, { id })).body.events;

    expect(inside.at(-1)).toMatchObject({ kind: 'noted', text: 'Kunde droht mit Wechsel' });
    expect(partner.map(({ kind }) => kind)).toEqual(['reported']);
  });

  test('who does not see the customer finds nothing', async () => {
    const { id } = await report();
    const asked = await add('jonas', id, 'goodwill', 30_000);

    const answers = await Promise.all([
      world.call('ben', listMeasures, { id }),
      add('ben', id, 'credit', 1),
      world.call('ben', addComplaintNote, { id, text: 'Hallo' }),
      decide('fremd', { id: asked.body.id, of: id }, 'approve'),
      decide('petra', { id: unknownId, of: id }, 'approve'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test('the administration sets the limits over the version it has seen', async () => {
    const { body: before } = await world.call('anna', getGoodwillLimits, {});

    const changed = await world.call(
      'miriam',
      updateGoodwillLimits,
      { salesCents: null },
      { ifMatch: before.version },
    );
    const stale = await world.call(
      'miriam',
      updateGoodwillLimits,
      { salesCents: 1 },
      { ifMatch: before.version },
    );
    const petra = await world.call('petra', updateGoodwillLimits, { salesCents: 1 }, { ifMatch: 2 });
    const { id } = await report();
    const much = await add('jonas', id, 'goodwill', 5_000_000);

    expect(before).toMatchObject({ salesCents: 25_000, managerCents: 200_000 });
    expect(changed.body).toMatchObject({
      salesCents: null,
      managerCents: 200_000,
      version: before.version + 1,
    });
    expect([stale.status, petra.status]).toEqual([412, 403]);
    expect(much.body.state).toBe('agreed');
    await world.call(
      'miriam',
      updateGoodwillLimits,
      { salesCents: 25_000 },
      { ifMatch: changed.body.version },
    );
  });
});
