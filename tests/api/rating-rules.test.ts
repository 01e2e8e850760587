// Rules of rating: tried before they count, saved with their effect, kept as versions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRatingRule, buildStrategies } from '#contract/examples-rating.ts';
import { getRatingRules, listRatingVersions, previewRatingRules, saveRatingRules } from '#contract/rating.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';
import { ratingCase } from '#tests/support/rating-case.ts';

describe.each(databases)('rules of rating on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const { ratingOf, saveRules } = ratingCase(() => world);

  it('shows the effect of new thresholds before they count, and stores nothing', async () => {
    const { id } = await world.given.customer({
      name: 'Grenzfall GmbH',
      revenue_12_months_cents: 9_000_000,
      share_of_wallet_percent: 45,
    });
    const lower = buildRatingRule({
      letter: {
        by: 'revenue',
        bands: [
          { class: 'A', from: 8_000_000, to: null },
          { class: 'B', from: 2_500_000, to: 8_000_000 },
          { class: 'C', from: null, to: 2_500_000 },
        ],
      },
    });

    const { body, status } = await world.call('petra', previewRatingRules, { rules: [lower] });

    expect(status).toBe(200);
    const cell = (name: string) => body.cells.find((one) => one.cell === name);
    expect(body.movers).toContainEqual({
      customer: expect.objectContaining({ id, name: 'Grenzfall GmbH' }) as unknown,
      before: 'B2',
      after: 'A2',
      revenueCents: 9_000_000,
    });
    expect(cell('A2')?.after).toBe((cell('A2')?.before ?? 0) + 1);
    expect(body.cells.reduce((sum, one) => sum + one.after, 0) + body.unratedAfter).toBe(body.customers);
    expect(await ratingOf(id)).toMatchObject({ letter: 'B', digit: '2' });
  });

  it('says exactly how many moved when they are saved, keeps every version, and who saved it', async () => {
    const before = await world.call('petra', listRatingVersions, {});
    const customer = await world.given.customer({
      revenue_12_months_cents: 9_000_000,
      share_of_wallet_percent: 45,
    });
    await world.runSweeps();
    const rule = buildRatingRule({
      letter: {
        by: 'revenue',
        bands: [
          { class: 'A', from: 8_900_000, to: null },
          { class: 'B', from: 2_500_000, to: 8_900_000 },
          { class: 'C', from: null, to: 2_500_000 },
        ],
      },
    });
    const preview = await world.call('petra', previewRatingRules, { rules: [rule] });

    const { body } = await saveRules(
      [rule],
      buildStrategies({ A2: { visitsPerYear: 8, channel: 'visit', ownerType: 'key_account' } }),
    );

    expect(body.moved).toBe(preview.body.moved);
    expect(await ratingOf(customer.id)).toMatchObject({
      letter: 'A',
      visitsPerYear: 8,
      ownerType: 'key_account',
    });
    const { body: versions } = await world.call('petra', listRatingVersions, {});
    expect(versions.items.length).toBe(before.body.items.length + 1);
    expect(versions.items[0]).toMatchObject({
      version: body.version,
      note: 'Test',
      moved: body.moved,
      savedBy: { name: 'Miriam Stolz' },
    });
    await saveRules([buildRatingRule()]);
  });

  it.each([
    ['gap', 9_000_000],
    ['overlap', 11_000_000],
  ])('refuses thresholds with a %s and says where', async (problem, to) => {
    const bands = [
      { class: 'A' as const, from: 10_000_000, to: null },
      { class: 'B' as const, from: 2_500_000, to },
      { class: 'C' as const, from: null, to: 2_500_000 },
    ];
    const rules = [buildRatingRule({ letter: { by: 'revenue', bands } })];

    const saved = await saveRules(rules);
    const tried = await world.call('petra', previewRatingRules, { rules });

    for (const { status, body } of [saved, tried]) {
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        code: 'invalid_input',
        fields: [{ path: 'rules.0.letter.bands.0', problem }],
      });
    }
  });

  it('refuses to overwrite a colleague’s version, and anybody but the administrator', async () => {
    const input = { rules: [buildRatingRule()], strategy: buildStrategies() };

    const stale = await world.call('miriam', saveRatingRules, input, { ifMatch: 1 });
    const sales = await world.call('anna', saveRatingRules, input, { ifMatch: 1 });
    const manager = await world.call('petra', saveRatingRules, input, { ifMatch: 1 });
    const partner = await world.call('dieter', getRatingRules, {});

    expect(stale.status).toBe(412);
    expect([sales.status, manager.status, partner.status]).toEqual([403, 403, 403]);
    expect((await world.call('miriam', saveRatingRules, input)).status).toBe(428);
  });

  it('keeps a free rule whose attribute was retired, and refuses to save it anew', async () => {
    const gone = newId();
    const rules = [
      buildRatingRule({
        digit: {
          by: 'rule',
          classes: [
            {
              class: '1',
              match: 'any',
              conditions: [
                {
                  field: 'attribute',
                  attributeId: gone,
                  operator: 'is',
                  value: true,
                  label: 'Weg',
                  valueLabel: '',
                },
              ],
            },
          ],
        },
      }),
    ];

    const { status, body } = await saveRules(rules);

    expect(status).toBe(400);
    expect(body.error?.fields?.[0]?.problem).toBe('unknown_attribute');
  });
});
