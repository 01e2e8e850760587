// What lists refuse, over HTTP: filters too large or wrong, foreign cursors, columns that do not exist.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countList, runList } from '#contract/list.ts';
import type { ListFilter, ListGroup } from '#contract/list-filter.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const all = (...parts: ListFilter[]): ListGroup => ({ match: 'all', parts });

describe.each(databases)('lists on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    for (const name of ['Alpha Bau GmbH', 'Beta Metall']) await world.given.customer({ name });
  });
  afterAll(() => world.close());

  describe('refuses', () => {
    const deep = (levels: number): unknown =>
      levels === 0 ? { field: 'name', operator: 'is_empty' } : { match: 'all', parts: [deep(levels - 1)] };
    const many = (count: number) => ({
      match: 'any',
      parts: Array.from({ length: count }, () => ({ field: 'name', operator: 'is_empty' })),
    });
    test.each<[string, unknown, string]>([
      ['50 levels', deep(50), '^$'],
      ['20 levels', deep(20), 'filter'],
      ['6 levels', deep(6), 'filter'],
      ['10,000 conditions', many(10_000), 'filter'],
      ['101 conditions in two groups', { match: 'all', parts: [many(60), many(41)] }, 'filter'],
      ['an unknown field', all({ field: 'salary', operator: 'is_empty' }), 'filter.parts.0.field'],
      ['SQL as a field', { match: 'all', parts: [{ field: '1; drop', operator: 'is_empty' }] }, 'filter'],
      ['a field of Object', all({ field: 'constructor', operator: 'is_empty' }), 'filter.parts.0.field'],
      [
        'an operator of another type',
        all({ field: 'name', operator: 'at_least', value: 1 }),
        'filter.parts.0.operator',
      ],
      [
        'an operator there is not',
        { match: 'all', parts: [{ field: 'name', operator: 'or 1=1' }] },
        'filter',
      ],
      [
        'a text for a number',
        all({ field: 'revenue_12_months', operator: 'less', value: '1' }),
        'filter.parts.0.value',
      ],
      [
        'half a range',
        all({ field: 'revenue_12_months', operator: 'between', value: [1] }),
        'filter.parts.0.value',
      ],
      [
        'no such day',
        all({ field: 'customer_since', operator: 'equals', value: '2026-02-30' }),
        'filter.parts.0.value',
      ],
      [
        'half a day',
        all({ field: 'customer_since', operator: 'older_than_days', value: 0.5 }),
        'filter.parts.0.value',
      ],
      ['is me for what is no person', all({ field: 'name', operator: 'is_me' }), 'filter.parts.0.operator'],
    ])('%s', async (_title, filter, path) => {
      const { status, body } = await world.call('anna', countList, {
        kind: 'customer',
        filter: filter as ListGroup,
      });

      expect(status).toBe(400);
      expect(body.error?.fields?.[0]?.path).toMatch(new RegExp(path));
    });

    test('cursors that are not ours', async () => {
      const ask = (cursor: string, field = 'name') =>
        world.call('anna', runList, {
          kind: 'customer',
          columns: ['name'],
          sort: [{ field }],
          cursor,
          limit: 1,
        });
      const good = (
        await world.call('anna', runList, {
          kind: 'customer',
          columns: ['name'],
          sort: [{ field: 'name' }],
          limit: 1,
        })
      ).body.nextCursor;

      expect((await ask(good ?? '')).status).toBe(200);
      expect((await ask(good ?? '', 'city')).status).toBe(400);
      expect((await ask('quatsch')).status).toBe(400);
      expect((await ask(Buffer.from('["x","y","z"]').toString('base64url'))).status).toBe(400);
    });

    test('columns and orders that do not exist, or have no order', async () => {
      const ask = async (input: { columns: string[]; sort?: { field: string }[] }) =>
        (await world.call('anna', runList, { kind: 'customer', ...input })).status;

      expect(await ask({ columns: ['salary'] })).toBe(400);
      expect(await ask({ columns: ['name'], sort: [{ field: 'salary' }] })).toBe(400);
      expect(await ask({ columns: ['name'], sort: [{ field: 'product_groups' }] })).toBe(400);
    });
  });
});
