// What the figures suggest about a customer: hints with their reasons, expected demand, revenue by month, margin for those entitled.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCustomerInsights, getCustomerRevenue } from '#contract/insight.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { people, territories } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const organization_id = demoTenantId;
const like = { target_group: 'Verarbeiter', share_of_wallet_percent: 45 };

describe.each(databases)('insights on %s', (database) => {
  let world: World;
  const groups = { doors: newId(), fire: newId(), safety: newId() };
  const products = { doors: newId(), fire: newId(), safety: newId() };
  beforeAll(async () => {
    world = await createWorld({ database });
    for (const [key, name] of [
      ['doors', 'Türtechnik'],
      ['fire', 'Brandschutz'],
      ['safety', 'Arbeitsschutz'],
    ] as const) {
      await world.given.row('product_group', { organization_id, id: groups[key], name });
      await world.given.row('product', {
        organization_id,
        id: products[key],
        number: key,
        name,
        group_id: groups[key],
      });
    }
  });
  afterAll(() => world.close());

  async function buys(customer_id: string, group: keyof typeof groups, days: string[], cents: number) {
    await world.deps.db.system((trx) =>
      trx
        .insertInto('customer_product_group')
        .values({ organization_id, customer_id, group_id: groups[group] })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    for (const ordered_on of days) {
      const { id } = await world.given.order({ customer_id, ordered_on, total_cents: cents, lines: [] });
      await world.given.row('order_line', {
        organization_id,
        order_id: id,
        position: 1,
        product_id: products[group],
        text: group,
        quantity: 1,
        net_cents: cents,
      });
    }
  }

  it('names groups that comparable customers buy, each with how many of how many', async () => {
    const me = await world.given.customer({ ...like, revenue_12_months_cents: 12_000_000 });
    await buys(me.id, 'doors', ['2026-08-01'], 100_000);
    for (let n = 0; n < 9; n += 1) {
      const peer = await world.given.customer({ ...like, revenue_12_months_cents: 11_000_000 + n * 100_000 });
      await buys(peer.id, 'doors', ['2026-07-01'], 1_000_000);
      if (n < 7) await buys(peer.id, 'safety', ['2026-07-02'], 50_000);
      if (n < 3) await buys(peer.id, 'fire', ['2026-07-02'], 50_000);
    }
    const elsewhere = { ...like, owner_id: people.ben.id, territory_id: territories.north.id };
    const foreign = await world.given.customer({ ...elsewhere, revenue_12_months_cents: 12_000_000 });
    await buys(foreign.id, 'safety', ['2026-07-02'], 50_000);

    const { status, body } = await world.call('anna', getCustomerInsights, { id: me.id });

    expect(status).toBe(200);
    expect(body.comparable).toEqual({ count: 9, targetGroup: 'Verarbeiter', letter: 'A' });
    expect(body.crossSelling).toEqual([
      { group: { id: groups.safety, name: 'Arbeitsschutz' }, buyers: 7, peers: 9 },
    ]);
    expect(body.upSelling).toEqual([
      {
        group: { id: groups.doors, name: 'Türtechnik' },
        ownCents: 100_000,
        usualCents: 1_000_000,
        buyers: 9,
      },
    ]);
    expect(body.groups).toEqual([
      { id: groups.safety, name: 'Arbeitsschutz', isBought: false, last12MonthsCents: 0, lastOn: null },
      { id: groups.fire, name: 'Brandschutz', isBought: false, last12MonthsCents: 0, lastOn: null },
      {
        id: groups.doors,
        name: 'Türtechnik',
        isBought: true,
        last12MonthsCents: 100_000,
        lastOn: '2026-08-01',
      },
    ]);
    const all = await world.call('petra', getCustomerInsights, { id: me.id });
    expect(all.body.comparable.count).toBe(10);
  });

  it('keeps silent about selling when there is nobody to compare with', async () => {
    const me = await world.given.customer({ target_group: 'Kommune', revenue_12_months_cents: 5_000_000 });

    const { body } = await world.call('anna', getCustomerInsights, { id: me.id });

    expect(body).toMatchObject({ comparable: { count: 0 }, crossSelling: [], upSelling: [], reorders: [] });
  });

  it('expects the next order by the rhythm of each group, and a service when its months are over', async () => {
    const me = await world.given.customer({ target_group: 'Kommune' });
    await buys(me.id, 'doors', ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-02'], 10_000);
    await buys(me.id, 'safety', ['2024-01-10', '2024-02-10', '2024-03-10'], 10_000);
    await world.given.row('service_interval', {
      organization_id,
      id: newId(),
      customer_id: me.id,
      subject: 'Wartung Feststellanlagen',
      product_id: products.fire,
      every_months: 12,
      last_on: '2025-09-15',
      next_on: '2026-09-15',
    });

    const { body } = await world.call('anna', getCustomerInsights, { id: me.id });

    expect(body.reorders).toEqual([
      {
        group: { id: groups.doors, name: 'Türtechnik' },
        everyDays: 31,
        orders: 4,
        lastOn: '2026-08-02',
        expectedOn: '2026-09-02',
      },
    ]);
    expect(body.services).toMatchObject([
      { subject: 'Wartung Feststellanlagen', product: 'Brandschutz', everyMonths: 12, nextOn: '2026-09-15' },
    ]);
  });

  it('shows revenue by month beside the year before; the margin to the owner and to managers', async () => {
    const me = await world.given.customer();
    for (const [month, cents, margin_cents] of [
      ['2026-09-01', 500, 100],
      ['2025-09-01', 400, 90],
      ['2025-10-01', 300, 60],
      ['2022-03-01', 200, null],
    ] as const) {
      await world.given.row('revenue_month', {
        organization_id,
        customer_id: me.id,
        month,
        cents,
        margin_cents,
      });
    }

    const owner = await world.call('anna', getCustomerRevenue, { id: me.id });
    const colleague = await world.call('jonas', getCustomerRevenue, { id: me.id });
    const manager = await world.call('petra', getCustomerRevenue, { id: me.id });

    expect(owner.body.months).toHaveLength(12);
    expect(owner.body.months.at(0)).toEqual({
      month: '2025-10-01',
      cents: 300,
      previousYearCents: 0,
      marginCents: 60,
    });
    expect(owner.body.months.at(-1)).toEqual({
      month: '2026-09-01',
      cents: 500,
      previousYearCents: 400,
      marginCents: 100,
    });
    expect(owner.body.years.at(0)).toEqual({ year: 2022, cents: 200, marginCents: null });
    expect(owner.body.years.at(-2)).toEqual({ year: 2025, cents: 700, marginCents: 150 });
    expect([owner.body.showsMargin, colleague.body.showsMargin, manager.body.showsMargin]).toEqual([
      true,
      false,
      true,
    ]);
    expect(colleague.body.months.every((one) => one.marginCents === null)).toBe(true);
    expect(colleague.body.years.every((one) => one.marginCents === null)).toBe(true);
  });

  it.each([getCustomerInsights, getCustomerRevenue])(
    'says nothing to partners, and nothing of others’ customers ($name)',
    async (endpoint) => {
      const shared = await world.given.customer({ sharedWith: [people.dieter.id] });
      const north = await world.given.customer({
        owner_id: people.ben.id,
        territory_id: territories.north.id,
      });

      const partner = await world.call('dieter', endpoint, { id: shared.id });
      const foreign = await world.call('anna', endpoint, { id: north.id });
      const unknown = await world.call('anna', endpoint, { id: newId() });

      expect([partner.status, foreign.status, unknown.status]).toEqual([403, 404, 404]);
      expect({ ...foreign.body.error, requestId: '' }).toEqual({ ...unknown.body.error, requestId: '' });
    },
  );
});
