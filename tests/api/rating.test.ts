// The rating as customers get it: by figure, target group and attributes, with reasons, and as time goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateCustomer } from '#contract/customer.ts';
import { buildRatingRule } from '#contract/examples-rating.ts';
import type { RatingRule } from '#contract/rating-scale.ts';
import { newId } from '#api/db/id.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { ratingCase } from '#tests/support/rating-case.ts';

const byEmployees: RatingRule['digit'] = {
  by: 'employees',
  bands: [
    { class: '1', from: 50, to: null },
    { class: '2', from: 10, to: 50 },
    { class: '3', from: null, to: 10 },
  ],
};
const byMargin: RatingRule['letter'] = {
  by: 'margin',
  bands: [
    { class: 'A', from: 2_000_000, to: null },
    { class: 'B', from: 500_000, to: 2_000_000 },
    { class: 'C', from: null, to: 500_000 },
  ],
};

describe.each(databases)('ratings on %s', (database) => {
  let world: World;
  const attribute = newId();
  beforeAll(async () => {
    world = await createWorld({ database });
    await world.given.row('attribute', {
      organization_id: demoTenantId,
      id: attribute,
      record_kind: 'customer',
      key: 'eigene_werkstatt',
      label_de: 'Eigene Werkstatt',
      label_en: 'Own workshop',
      type: 'yes_no',
    });
  });
  afterAll(() => world.close());

  const { ratingOf, saveRules } = ratingCase(() => world);

  it.each([
    [12_840_000, 45, 'A2', [10_000_000, null]],
    [10_000_000, 30, 'A2', [10_000_000, null]],
    [9_999_999, 29.99, 'B1', [2_500_000, 10_000_000]],
    [2_500_000, 59.99, 'B2', [2_500_000, 10_000_000]],
    [2_499_999, 60, 'C3', [null, 2_500_000]],
    [0, 10, 'C1', [null, 2_500_000]],
    [-50_000, 10, 'C1', [null, 2_500_000]],
    [100, null, 'C2', [null, 2_500_000]],
  ] as const)(
    '%d cents and a share of %j percent make %j',
    async (cents, percent, cell, [fromCents, toCents]) => {
      const figures = { revenue_12_months_cents: cents, share_of_wallet_percent: percent };

      const { id } = await world.given.customer(figures);

      expect(await ratingOf(id)).toMatchObject({
        letter: cell[0],
        digit: cell[1],
        targetGroup: null,
        letterReason: { by: 'revenue', cents, fromCents, toCents },
        digitReason: { by: 'share_of_wallet', value: percent },
      });
    },
  );

  it('is missing while neither revenue nor potential is known', async () => {
    const { id } = await world.given.customer({ target_group: 'Verarbeiter', employees: 20 });

    expect(await ratingOf(id)).toBeNull();
  });

  it('follows an edit at once, with its day in the history', async () => {
    const { id } = await world.given.customer({
      revenue_12_months_cents: 3_000_000,
      share_of_wallet_percent: 70,
    });

    const { body } = await world.call(
      'anna',
      updateCustomer,
      { id, shareOfWalletPercent: 20 },
      { ifMatch: 1 },
    );

    expect(body.rating).toMatchObject({ letter: 'B', digit: '1' });
    const history = await world.deps.db.system((trx) =>
      trx.selectFrom('rating_history').selectAll().where('customer_id', '=', id).execute(),
    );
    expect(history).toMatchObject([
      { on_day: '2026-09-03', letter: 'B', digit: '1', reason: { digitReason: { value: 20 } } },
    ]);
  });

  it('goes by the target group’s own rule, by employees, margin or a free rule over attributes', async () => {
    const workshop: RatingRule['digit'] = {
      by: 'rule',
      classes: [
        {
          class: '1',
          match: 'all',
          conditions: [
            {
              field: 'attribute',
              attributeId: attribute,
              operator: 'is',
              value: true,
              label: 'Eigene Werkstatt',
              valueLabel: '',
            },
            { field: 'employees', attributeId: null, operator: 'gte', value: 20, label: '', valueLabel: '' },
          ],
        },
        {
          class: '2',
          match: 'any',
          conditions: [
            {
              field: 'attribute',
              attributeId: attribute,
              operator: 'is',
              value: true,
              label: 'Eigene Werkstatt',
              valueLabel: '',
            },
            { field: 'employees', attributeId: null, operator: 'gte', value: 50, label: '', valueLabel: '' },
          ],
        },
      ],
    };
    const made = { revenue_12_months_cents: 3_000_000, employees: 25, share_of_wallet_percent: 90 };
    const dealer = await world.given.customer({
      ...made,
      target_group: 'Händler',
      margin_12_months_cents: 2_100_000,
    });
    const maker = await world.given.customer({ ...made, target_group: 'Verarbeiter' });
    const own = await world.given.customer({
      ...made,
      target_group: 'Kommune',
      attributes: JSON.stringify({ [attribute]: true }),
    });
    const small = await world.given.customer({
      ...made,
      target_group: 'Kommune',
      employees: 5,
      attributes: JSON.stringify({ [attribute]: true }),
    });
    const other = await world.given.customer({ ...made, target_group: 'Kommune' });

    const saved = await saveRules([
      buildRatingRule({ targetGroup: 'Händler', letter: byMargin }),
      buildRatingRule({ targetGroup: 'Verarbeiter', digit: byEmployees }),
      buildRatingRule({ targetGroup: 'Kommune', digit: workshop }),
      buildRatingRule(),
    ]);

    expect(saved.status).toBe(200);
    expect(await ratingOf(dealer.id)).toMatchObject({
      letter: 'A',
      digit: '3',
      targetGroup: 'Händler',
      letterReason: { by: 'margin', cents: 2_100_000, fromCents: 2_000_000 },
    });
    expect(await ratingOf(maker.id)).toMatchObject({
      letter: 'B',
      digit: '2',
      digitReason: { by: 'employees', value: 25, from: 10, to: 50 },
    });
    expect(await ratingOf(own.id)).toMatchObject({
      letter: 'B',
      digit: '1',
      digitReason: {
        by: 'rule',
        conditions: [
          { label: 'Eigene Werkstatt', actual: null },
          { field: 'employees', value: 20, actual: 25 },
        ],
      },
    });
    expect(await ratingOf(small.id)).toMatchObject({
      digit: '2',
      digitReason: { conditions: [{ label: 'Eigene Werkstatt' }] },
    });
    expect(await ratingOf(other.id)).toMatchObject({ digit: '3', digitReason: { conditions: [] } });

    await saveRules([buildRatingRule()]);
    expect(await ratingOf(maker.id)).toMatchObject({ letter: 'B', digit: '3', targetGroup: null });
  });

  it('moves the twelve months on every night: an order that grew old no longer counts', async () => {
    const customer = await world.given.customer({
      revenue_12_months_cents: 12_000_000,
      share_of_wallet_percent: 45,
    });
    await world.given.order({
      customer_id: customer.id,
      ordered_on: '2025-08-20',
      total_cents: 9_000_000,
      margin_cents: 2_000_000,
    });
    await world.given.order({
      customer_id: customer.id,
      ordered_on: '2026-02-20',
      total_cents: 3_000_000,
      margin_cents: 600_000,
    });
    await world.deps.db.system((trx) =>
      trx.updateTable('organization').set({ rated_on: '2026-09-02' }).execute(),
    );

    await world.runSweeps();

    expect(await ratingOf(customer.id)).toMatchObject({ letter: 'B', letterReason: { cents: 3_000_000 } });
    const history = await world.deps.db.system((trx) =>
      trx
        .selectFrom('rating_history')
        .select(['on_day', 'letter'])
        .where('customer_id', '=', customer.id)
        .execute(),
    );
    expect(history).toEqual([{ on_day: '2026-09-03', letter: 'B' }]);
  });
});
