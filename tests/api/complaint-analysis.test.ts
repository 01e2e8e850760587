// Figures of complaints over HTTP: each test has a month of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  getComplaintAnalysis,
  getComplaintAnalysisSettings,
  getComplaintBreakdown,
  listAnalysedComplaints,
  updateComplaintAnalysisSettings,
} from '#contract/complaint-analysis.ts';
import { setCauseOfComplaint, createComplaintCause } from '#contract/complaint-cause.ts';
import { addMeasure } from '#contract/complaint-measure.ts';
import { moveComplaint } from '#contract/complaint.ts';
import { analysisMonth, storeAnswered, storeCauses } from '#tests/support/analysis-case.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import type { World } from '#tests/support/world.ts';
import { createWorld } from '#tests/support/world.ts';

describe.each(databases)('the analysis of complaints on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  test('counts, working time, deadlines, costs and the rate of a period', async () => {
    const month = analysisMonth('2025-03');
    const customer = await world.given.customer({ rating_letter: 'A' });
    for (const minutes of [30, 60, 90, 120, 600]) {
      await storeAnswered(world, { customer, on: '2025-03-04', minutes });
    }
    for (const day of ['2025-03-01', '2025-03-31', '2025-02-28']) {
      await world.given.order({ customer_id: customer.id, ordered_on: day });
    }
    const { items } = (await world.call('petra', listAnalysedComplaints, { ...month, limit: '1' })).body;
    await world.call('petra', addMeasure, { id: items[0]?.id ?? '', kind: 'credit', costCents: 5_000 });

    const { body } = await world.call('petra', getComplaintAnalysis, month);

    expect(body.figures).toMatchObject({
      complaints: 5,
      orders: 2,
      per100Orders: 250,
      registration: { count: 5, medianMinutes: 15, p90Minutes: 15 },
      // 30 60 90 120 600: the 90th percentile lies between the last two
      firstAnswer: { count: 5, medianMinutes: 90, p90Minutes: 408 },
      firstAnswerKept: { kept: 4, of: 5 },
      resolution: { count: 0, medianMinutes: null, p90Minutes: null },
      resolutionKept: { kept: 0, of: 5 },
      costCents: 5_000,
      withCost: 1,
    });
    expect(body.pending).toBe(0);
  });

  test('four values have no median', async () => {
    const customer = await world.given.customer();
    for (const minutes of [10, 20, 30, 40])
      await storeAnswered(world, { customer, on: '2025-04-08', minutes });

    const { figures } = (await world.call('petra', getComplaintAnalysis, analysisMonth('2025-04'))).body;

    expect(figures.firstAnswer).toEqual({ count: 4, medianMinutes: null, p90Minutes: null });
    expect(figures.per100Orders).toBeNull();
  });

  test('an empty period is all zeros, and one that ends before it begins is refused', async () => {
    const empty = await world.call('petra', getComplaintAnalysis, analysisMonth('2019-01'));
    const turned = await world.call('petra', getComplaintAnalysis, { from: '2025-02-01', to: '2025-01-31' });

    expect(empty.body).toMatchObject({
      figures: { complaints: 0, costCents: 0 },
      pareto: [],
      withoutCause: 0,
    });
    expect(turned).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'to' }] } } });
  });

  test('causes by frequency, and the complaints behind one of them', async () => {
    const month = analysisMonth('2025-05');
    const { goods, seal, transport } = await storeCauses(world);
    const customers = await Promise.all([1, 2, 3, 4, 5].map(() => world.given.customer()));
    const given = [seal, seal, transport, goods, null];
    for (const [index, customer] of customers.entries()) {
      await storeAnswered(world, {
        customer,
        on: '2025-05-06',
        minutes: 30,
        causeId: given[index]?.id ?? null,
      });
    }

    const top = (await world.call('petra', getComplaintAnalysis, month)).body;
    const exact = (await world.call('petra', getComplaintAnalysis, { ...month, causes: 'exact' })).body;
    const behind = await world.call('petra', listAnalysedComplaints, { ...month, causeId: goods.id });
    const without = await world.call('petra', listAnalysedComplaints, { ...month, causeId: 'none' });

    expect(top.pareto).toMatchObject([
      { causeId: goods.id, path: [goods.name], count: 3, sharePercent: 75, cumulatedPercent: 75 },
      { causeId: transport.id, count: 1, cumulatedPercent: 100 },
    ]);
    expect(top.withoutCause).toBe(1);
    expect(exact.pareto[0]).toMatchObject({ path: [goods.name, seal.name], count: 2, cumulatedPercent: 50 });
    expect(behind.body.items).toHaveLength(3);
    expect(behind.body.items.map(({ cause }) => cause.length).sort()).toEqual([1, 2, 2]);
    expect(without.body.items).toHaveLength(1);
  });

  test('one sees his own change at once: a cause given, a move, a repeat', async () => {
    const month = analysisMonth('2025-06');
    const customer = await world.given.customer();
    const cause = (await world.call('miriam', createComplaintCause, { name: 'Feder gebrochen' })).body;
    const former = await storeAnswered(world, { customer, on: '2025-06-03', minutes: 30 });
    const later = await storeAnswered(world, { customer, on: '2025-06-24', minutes: 30 });
    const before = (await world.call('petra', getComplaintAnalysis, month)).body;

    for (const { id, version } of [former, later]) {
      await world.call('petra', setCauseOfComplaint, { id, causeId: cause.id }, { ifMatch: version });
    }
    const close = { id: later.id, move: 'close', text: 'Ersetzt' } as const;
    await world.call('petra', moveComplaint, close, { ifMatch: later.version + 1 });
    const after = (await world.call('petra', getComplaintAnalysis, month)).body;
    const repeats = (await world.call('petra', listAnalysedComplaints, { ...month, which: 'repeat' })).body;

    expect(before).toMatchObject({ figures: { repeats: 0, resolution: { count: 0 } }, pareto: [] });
    expect(after).toMatchObject({
      figures: { repeats: 1, resolution: { count: 1 }, resolutionKept: { kept: 0, of: 2 } },
      pareto: [{ causeId: cause.id, count: 2 }],
    });
    expect(repeats.items.map(({ id }) => id)).toEqual([later.id]);
  });

  test('by product group, class and location, with the orders of each', async () => {
    const month = analysisMonth('2025-07');
    const group = await world.given.row('product_group', {
      organization_id: people.petra.organizationId,
      id: crypto.randomUUID(),
      name: 'Türtechnik',
    });
    const product = await world.given.row('product', {
      organization_id: group.organization_id,
      id: crypto.randomUUID(),
      number: 'TS-93',
      name: 'Türschließer TS 93',
      group_id: group.id,
    });
    const [a, c] = [
      await world.given.customer({ rating_letter: 'A' }),
      await world.given.customer({ rating_letter: 'C' }),
    ];
    const order = await world.given.order({ customer_id: a.id, ordered_on: '2025-07-01', lines: [] });
    await world.given.row('order_line', {
      organization_id: order.organization_id,
      order_id: order.id,
      position: 1,
      product_id: product.id,
      text: product.name,
      quantity: 1,
      net_cents: 100,
    });
    await world.given.order({ customer_id: c.id, ordered_on: '2025-07-02' });
    await storeAnswered(world, { customer: a, on: '2025-07-08', minutes: 30, orderId: order.id });
    await storeAnswered(world, { customer: c, on: '2025-07-08', minutes: 60 });
    await storeAnswered(world, { customer: c, on: '2025-07-09', minutes: 60 });
    const by = async (dimension: 'product_group' | 'class' | 'location', filter = {}) => {
      const input = { ...month, ...filter, by: dimension };
      return (await world.call('petra', getComplaintBreakdown, input)).body.rows;
    };

    expect(await by('product_group')).toMatchObject([
      { key: 'none', label: '', complaints: 2, orders: null, per100Orders: null },
      { key: group.id, label: 'Türtechnik', complaints: 1, orders: 1, per100Orders: 100 },
    ]);
    expect(await by('class')).toMatchObject([
      { key: 'C', complaints: 2, orders: 1, per100Orders: 200 },
      { key: 'A', complaints: 1, orders: 1 },
    ]);
    expect(await by('location')).toMatchObject([{ key: 'none', complaints: 3, orders: 2 }]);
    expect(await by('class', { productGroupId: group.id })).toMatchObject([{ key: 'A', orders: 1 }]);
    expect(await by('class', { productGroupId: 'none', letter: 'C', locationId: 'none' })).toHaveLength(1);
  });

  test('figures of single persons are off until the administration turns them on, and then for those who decide', async () => {
    const month = analysisMonth('2025-08');
    const customer = await world.given.customer();
    await storeAnswered(world, { customer, on: '2025-08-05', minutes: 30 });
    const byOwner = (user: 'petra' | 'anna') =>
      world.call(user, getComplaintBreakdown, { ...month, by: 'owner' });
    const ofJonas = () => world.call('petra', getComplaintAnalysis, { ...month, ownerId: people.jonas.id });
    const off = (await world.call('petra', getComplaintAnalysisSettings, {})).body;
    const refused = [await byOwner('petra'), await ofJonas()];
    const own = await world.call('anna', getComplaintAnalysis, { ...month, ownerId: people.anna.id });

    const notHers = await world.call(
      'petra',
      updateComplaintAnalysisSettings,
      { ranksOwners: true },
      { ifMatch: off.version },
    );
    const on = await world.call(
      'miriam',
      updateComplaintAnalysisSettings,
      { ranksOwners: true },
      { ifMatch: off.version },
    );
    const stale = await world.call(
      'miriam',
      updateComplaintAnalysisSettings,
      { ranksOwners: false },
      { ifMatch: off.version },
    );
    const shown = await byOwner('petra');
    const sales = await byOwner('anna');
    const owners = (await world.call('petra', getComplaintAnalysisSettings, {})).body.owners;
    await world.call(
      'miriam',
      updateComplaintAnalysisSettings,
      { ranksOwners: false },
      { ifMatch: on.body.version },
    );

    expect(off).toMatchObject({ ranksOwners: false, owners: [{ name: 'Petra Lohmann' }] });
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect(own.body.figures).toMatchObject({ complaints: 1, orders: null, per100Orders: null });
    expect([notHers.status, on.status, stale.status, sales.status]).toEqual([403, 200, 412, 403]);
    expect(shown.body.rows).toMatchObject([{ label: 'Anna Brandl', complaints: 1, orders: null }]);
    expect(owners.map(({ name }) => name)).toContain('Jonas Weidner');
  });

  test('sales see the figures of their customers only, partners none', async () => {
    const month = analysisMonth('2025-09');
    const north = await world.given.customer({ owner_id: people.ben.id, territory_id: territories.north.id });
    const south = await world.given.customer();
    await storeAnswered(world, { customer: north, on: '2025-09-02', minutes: 30 });
    await storeAnswered(world, { customer: south, on: '2025-09-02', minutes: 30 });
    await world.given.order({ customer_id: north.id, ordered_on: '2025-09-01' });
    const count = async (user: 'anna' | 'ben' | 'petra') =>
      (await world.call(user, getComplaintAnalysis, month)).body.figures;

    expect((await count('petra')).complaints).toBe(2);
    expect(await count('anna')).toMatchObject({ complaints: 1, orders: 0, per100Orders: null });
    expect(await count('ben')).toMatchObject({ complaints: 1, orders: 1, per100Orders: 100 });
    expect((await world.call('anna', listAnalysedComplaints, month)).body.items).toHaveLength(1);
    expect(
      (await world.call('anna', getComplaintBreakdown, { ...month, by: 'class' })).body.rows,
    ).toMatchObject([{ complaints: 1 }]);
    expect((await world.call('dieter', getComplaintAnalysis, month)).status).toBe(403);
    expect((await world.call('fremd', getComplaintAnalysis, month)).body.figures.complaints).toBe(0);
  });

  test('satisfaction is the last answer of each customer, from five answers on', async () => {
    const month = analysisMonth('2025-11');
    const customer = await world.given.customer();
    const rate = async (complaintId: string, score: number, at: string) =>
      world.given.row('complaint_survey', {
        organization_id: customer.organization_id,
        id: crypto.randomUUID(),
        complaint_id: complaintId,
        token_hash: crypto.randomUUID(),
        language: 'de',
        made_by: people.anna.id,
        made_at: new Date(at),
        expires_at: new Date(at),
        score,
        answered_at: new Date(at),
      });
    const satisfaction = async () =>
      (await world.call('petra', getComplaintAnalysis, month)).body.figures.satisfaction;
    for (const score of [5, 4, 4, 2]) {
      const { id } = await storeAnswered(world, { customer, on: '2025-11-04', minutes: 30 });
      await rate(id, 1, '2025-11-10T10:00:00Z');
      await rate(id, score, '2025-11-11T10:00:00Z');
    }
    const few = await satisfaction();
    await storeAnswered(world, { customer, on: '2025-11-05', minutes: 30 });
    const { id } = await storeAnswered(world, { customer, on: '2025-11-05', minutes: 30 });
    await rate(id, 3, '2025-11-10T10:00:00Z');

    const rated = await world.call('petra', listAnalysedComplaints, { ...month, which: 'rated' });
    expect(rated.body.items).toHaveLength(5);
    expect(few).toEqual({ answers: 4, average: null });
    expect(await satisfaction()).toEqual({ answers: 5, average: 3.6 });
  });

  test('the list behind a figure goes on page by page, newest first', async () => {
    const month = analysisMonth('2025-10');
    const customer = await world.given.customer();
    const days = ['2025-10-07', '2025-10-08', '2025-10-08', '2025-10-09'];
    for (const on of days) await storeAnswered(world, { customer, on, minutes: 30 });

    const first = (await world.call('petra', listAnalysedComplaints, { ...month, limit: '3' })).body;
    const cursor = first.nextCursor ?? '';
    const second = (await world.call('petra', listAnalysedComplaints, { ...month, limit: '3', cursor })).body;

    const all = [...first.items, ...second.items];
    expect(all.map(({ receivedAt }) => receivedAt.slice(0, 10))).toEqual(days.toReversed());
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    expect(second.nextCursor).toBeNull();
  });
});
