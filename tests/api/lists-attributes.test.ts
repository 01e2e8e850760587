// The company's own attributes in lists, over HTTP: like any other field, or as if there were none.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAttribute } from '#contract/attribute.ts';
import type { Attribute } from '#contract/attribute.ts';
import { countList, listFields, runList } from '#contract/list.ts';
import type { ListFilter, ListGroup } from '#contract/list-filter.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const all = (...parts: ListFilter[]): ListGroup => ({ match: 'all', parts });

describe.each(databases)('lists on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    const { id } = await world.given.customer({ name: 'Alpha Bau GmbH', number: '1001' });
    await world.given.customer({ name: 'Beta Metall', number: '1002' });
    for (const title of ['Tore', 'Türen', 'Schlösser']) await world.given.quote({ customer_id: id, title });
  });
  afterAll(() => world.close());

  describe('attributes', () => {
    let brand: Attribute;
    let hidden: Attribute;
    const choices = ['Dorma', 'Geze'].map((label, at) => ({
      id: `01890a5d-ac96-774b-bcce-b302099a805${at}`,
      labelDe: label,
      labelEn: label,
    }));
    beforeAll(async () => {
      const make = async (input: object) =>
        (
          await world.call('miriam', createAttribute, {
            recordKind: 'customer',
            labelDe: 'Marke',
            labelEn: 'Brand',
            type: 'choice',
            choices,
            ...input,
          })
        ).body;
      brand = await make({});
      hidden = await make({
        labelDe: 'Bonität',
        type: 'money',
        choices: [],
        visibleTo: ['manager', 'admin'],
      });
      await world.deps.db.system((trx) =>
        trx
          .updateTable('customer')
          .set({ attributes: JSON.stringify({ [brand.id]: choices[1]?.id, [hidden.id]: 4_711_00 }) })
          .where('number', '=', '1001')
          .execute(),
      );
    });

    test('filter, sort and show like any other field', async () => {
      const field = `attribute.${brand.id}`;
      const { body } = await world.call('anna', runList, {
        kind: 'customer',
        columns: ['name', field],
        filter: all({ field, operator: 'one_of', value: [choices[1]?.id ?? ''] }),
        sort: [{ field }],
      });

      expect(body.rows.map((row) => row.cells)).toEqual([['Alpha Bau GmbH', choices[1]?.id]]);
      const quotes = await world.call('anna', countList, {
        kind: 'quote',
        filter: all({ field: `customer.${field}`, operator: 'is_not_empty' }),
      });
      expect(quotes.body.count).toBe(3);
    });

    test('that are hidden answer like fields there are not, in every place', async () => {
      const field = `attribute.${hidden.id}`;
      const unknown = 'attribute.01890a5d-ac96-774b-bcce-b302099a8059';
      const inputs = (name: string) => [
        { kind: 'customer' as const, columns: [name] },
        { kind: 'customer' as const, columns: ['name'], sort: [{ field: name }] },
        { kind: 'customer' as const, columns: ['name'], filter: all({ field: name, operator: 'is_empty' }) },
        { kind: 'quote' as const, columns: [`customer.${name}`] },
      ];
      const hiddenAnswers = [];
      for (const [at, input] of inputs(field).entries()) {
        const answer = await world.call('anna', runList, input);
        const none = await world.call('anna', runList, inputs(unknown)[at] ?? input);
        expect(answer.status).toBe(400);
        expect(answer.body.error?.fields).toEqual(none.body.error?.fields);
        hiddenAnswers.push(answer);
      }
      expect(hiddenAnswers).toHaveLength(4);
      const fields = (await world.call('anna', listFields, { kind: 'customer' })).text;
      expect(fields).not.toContain(hidden.id);
      expect((await world.call('petra', runList, { kind: 'customer', columns: [field] })).status).toBe(200);
    });
  });
});
