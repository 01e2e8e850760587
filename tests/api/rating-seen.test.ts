// The reason of a rating by a free rule over HTTP: it names no attribute to those who may not see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttribute, updateAttribute } from '#contract/attribute.ts';
import { findCockpit, getCockpit } from '#contract/cockpit.ts';
import { getCustomer } from '#contract/customer.ts';
import { buildRatingRule } from '#contract/examples-rating.ts';
import { buildMail } from '#contract/examples.ts';
import { databases } from '#tests/support/databases.ts';
import { ratingCase } from '#tests/support/rating-case.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const secret = 'Internes Limit';

describe.each(databases)('reasons on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());
  const { saveRules } = ratingCase(() => world);

  async function givenRated() {
    const { body: attribute } = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: secret,
      labelEn: 'Internal limit',
      type: 'yes_no',
    });
    const condition = { operator: 'is', value: true, label: secret, valueLabel: '' } as const;
    const byLimit = { ...condition, field: 'attribute', attributeId: attribute.id } as const;
    const bySize = {
      field: 'employees',
      attributeId: null,
      operator: 'gte',
      value: 10,
      label: '',
      valueLabel: '',
    } as const;
    const rule = buildRatingRule({
      digit: { by: 'rule', classes: [{ class: '1', match: 'all', conditions: [byLimit, bySize] }] },
    });
    await saveRules([rule]);
    const customer = await world.given.customer({
      name: 'Limit GmbH',
      employees: 20,
      revenue_12_months_cents: 12_000_000,
      attributes: JSON.stringify({ [attribute.id]: true }),
    });
    return { attribute, customer };
  }

  it('an attribute for managers is named to managers, and only counted for sales', async () => {
    const { attribute, customer } = await givenRated();
    const { id } = customer;
    const before = await world.call('anna', getCustomer, { id });
    await world.call(
      'miriam',
      updateAttribute,
      { id: attribute.id, visibleTo: ['manager', 'admin'] },
      { ifMatch: attribute.version },
    );

    const [sales, manager, admin] = await Promise.all([
      world.call('anna', getCustomer, { id }),
      world.call('petra', getCustomer, { id }),
      world.call('miriam', getCustomer, { id }),
    ]);
    const mail = buildMail({ subject: 'Limit' });
    const elsewhere = await Promise.all([
      world.call('anna', getCockpit, { customerId: id }),
      world.call('anna', findCockpit, { mail, customerId: id }),
    ]);

    const reasonOf = ({ body }: typeof sales) => body.rating?.digitReason;
    expect(reasonOf(before)?.conditions[0]).toMatchObject({ label: secret, attributeId: attribute.id });
    expect(reasonOf(sales)).toMatchObject({
      by: 'rule',
      conditions: [
        { field: 'attribute', attributeId: null, label: '', value: '' },
        { field: 'employees', value: 10, actual: 20 },
      ],
    });
    expect(sales.body.rating).toMatchObject({ letter: 'A', digit: '1' });
    expect(reasonOf(manager)?.conditions[0]).toMatchObject({ label: secret });
    expect(reasonOf(admin)?.conditions[0]).toMatchObject({ label: secret });
    for (const answer of elsewhere) {
      expect(answer.status, answer.text).toBe(200);
      expect(answer.text).toContain('Limit GmbH');
      expect(answer.text).not.toContain(secret);
      expect(answer.text).not.toContain(attribute.id);
    }
  });
});
