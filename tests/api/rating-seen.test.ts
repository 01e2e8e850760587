// The reason of a rating by a free rule over HTTP: it names no attribute to those who may not see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttribute, updateAttribute } from '#contract/attribute.ts';
import { findCockpit, getCockpit } from '#contract/cockpit.ts';
import { getCustomer, listCustomers } from '#contract/customer.ts';
import { buildRatingRule } from '#contract/examples-rating.ts';
import { buildMail } from '#contract/examples.ts';
import { exportList, listFields, runList } from '#contract/list.ts';
import type { RatingCondition, RatingRule } from '#contract/rating-scale.ts';
import { getRatingRules, listRatingVersions, previewRatingRules } from '#contract/rating.ts';
import { search } from '#contract/search.ts';
import { listDueVisits } from '#contract/visit.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { rebuildSearch } from '#api/search/search.ts';
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

  let given = 0;
  async function givenRated() {
    given += 1;
    const label = `${secret} ${given}`;
    const { body: attribute } = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: label,
      labelEn: `Internal limit ${given}`,
      type: 'yes_no',
    });
    const condition = { operator: 'is', value: true, label, valueLabel: '' } as const;
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
    return { attribute, customer, label };
  }

  const hideFromSales = ({ id, version }: { id: string; version: number }) =>
    world.call('miriam', updateAttribute, { id, visibleTo: ['manager', 'admin'] }, { ifMatch: version });

  it('an attribute for managers is named to managers, and only counted for sales', async () => {
    const { attribute, customer, label } = await givenRated();
    const { id } = customer;
    const before = await world.call('anna', getCustomer, { id });
    await hideFromSales(attribute);

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
    expect(reasonOf(before)?.conditions[0]).toMatchObject({ label, attributeId: attribute.id });
    expect(reasonOf(sales)).toMatchObject({
      by: 'rule',
      conditions: [
        { field: 'attribute', attributeId: null, label: '', value: '' },
        { field: 'employees', value: 10, actual: 20 },
      ],
    });
    expect(sales.body.rating).toMatchObject({ letter: 'A', digit: '1' });
    expect(reasonOf(manager)?.conditions[0]).toMatchObject({ label });
    expect(reasonOf(admin)?.conditions[0]).toMatchObject({ label });
    for (const answer of elsewhere) {
      expect(answer.status, answer.text).toBe(200);
      expect(answer.text).toContain('Limit GmbH');
      expect(answer.text).not.toContain(secret);
      expect(answer.text).not.toContain(attribute.id);
    }
  });

  it('neither search nor lists nor their files nor the due visits name it to sales', async () => {
    const { attribute, customer } = await givenRated();
    await hideFromSales(attribute);
    await world.deps.db.system((trx) => rebuildSearch(trx, demoTenantId));
    const columnsOf = async (user: 'anna' | 'petra') => {
      const { body } = await world.call(user, listFields, { kind: 'customer' });
      const known = body.fields.map(({ name }) => name);
      return ['name', ...known.filter((name) => /^rating|attribute/.test(name)), ...known].slice(0, 40);
    };
    const columns = [...new Set(await columnsOf('anna'))];
    const list = { kind: 'customer' as const, columns, sort: [{ field: 'name' }] };

    const answers = await Promise.all([
      world.call('anna', search, { q: 'Limit GmbH' }),
      world.call('anna', listCustomers, { limit: 100 }),
      world.call('anna', runList, { ...list, limit: 200 }),
      world.call('anna', exportList, { ...list, format: 'csv' }),
      world.call('anna', listDueVisits, { limit: 100 }),
    ]);
    const fields = await world.call('anna', listFields, { kind: 'customer' });
    const found = await world.call('anna', search, { q: secret });
    const ofManager = await world.call('petra', search, { q: 'Limit GmbH' });

    for (const { status, text } of [...answers, fields]) {
      expect(status, text).toBe(200);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(attribute.id);
    }
    for (const { text } of answers.slice(0, 4)) expect(text).toContain('Limit GmbH');
    expect(found.text).not.toContain(attribute.id);
    const hit = answers[0].body.items.find((one) => one.customer.id === customer.id);
    expect(hit?.rating).toMatchObject({ letter: 'A', digit: '1' });
    expect(ofManager.text).toContain(secret);
    const refused = await world.call('anna', runList, { ...list, columns: ['name', attribute.id] });
    expect(refused.text).not.toContain(secret);
  });

  it('the rules and their versions name it to those who may see it, and cannot be tried with it by others', async () => {
    const { attribute, label } = await givenRated();
    const [before] = (await world.call('anna', getRatingRules, {})).body.rules;
    expect(conditionsOf(before)[0]).toMatchObject({ attributeId: attribute.id, label });
    await hideFromSales(attribute);

    const sales = await world.call('anna', getRatingRules, {});
    const manager = await world.call('petra', getRatingRules, {});
    const versions = await world.call('petra', listRatingVersions, {});
    expect(sales.text).not.toContain(secret);
    expect(sales.text).not.toContain(attribute.id);
    expect(conditionsOf(sales.body.rules[0])).toMatchObject([
      { field: 'attribute', attributeId: null, label: '', value: '' },
      { field: 'employees', value: 10 },
    ]);
    expect(manager.text).toContain(label);
    expect(versions.text).toContain(label);

    await world.call(
      'miriam',
      updateAttribute,
      { id: attribute.id, visibleTo: ['admin'] },
      { ifMatch: attribute.version + 1 },
    );
    const { rules } = (await world.call('miriam', getRatingRules, {})).body;
    const again = await Promise.all([
      world.call('petra', getRatingRules, {}),
      world.call('petra', listRatingVersions, {}),
    ]);
    for (const { text } of again) expect(text).not.toContain(attribute.id);
    const tried = await world.call('petra', previewRatingRules, { rules });
    expect([tried.status, tried.body.error?.fields?.[0]?.problem]).toEqual([400, 'unknown_attribute']);
    expect((await world.call('miriam', previewRatingRules, { rules })).status).toBe(200);
  });
});

function conditionsOf(rule: RatingRule | undefined): readonly RatingCondition[] {
  return rule?.digit.by === 'rule' ? rule.digit.classes.flatMap((step) => step.conditions) : [];
}
