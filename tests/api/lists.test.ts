// Lists over HTTP: every operator, nested groups, order and pages, totals, rights.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFields, runList } from '#contract/list.ts';
import { listKinds } from '#contract/list-filter.ts';
import type { ListFilter, ListGroup } from '#contract/list-filter.ts';
import { databases } from '#tests/support/databases.ts';
import { otherTenantId, people, territories } from '#tests/support/people.ts';
import type { ShortName } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

const all = (...parts: ListFilter[]): ListGroup => ({ match: 'all', parts });
const any = (...parts: ListFilter[]): ListGroup => ({ match: 'any', parts });

describe.each(databases)('lists on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    const { given } = world;
    const alpha = await given.customer({
      name: 'Alpha Bau GmbH',
      number: '1001',
      city: 'Ulm',
      rating_letter: 'A',
      rating_digit: '1',
      revenue_12_months_cents: 12_000_000,
      share_of_wallet_percent: 25,
      customer_since: '2020-01-31',
    });
    await given.customer({
      name: 'Beta 100%_Metall',
      number: '1002',
      city: 'Aalen',
      rating_letter: 'B',
      rating_digit: '2',
      revenue_12_months_cents: 4_000_050,
      customer_since: null,
    });
    await given.customer({
      name: 'Ärmel & Söhne',
      number: '1003',
      city: null,
      phase: 'win_back',
      revenue_12_months_cents: 0,
      customer_since: '2026-09-03',
    });
    await given.customer({ name: 'Zett Nord', owner_id: people.ben.id, territory_id: territories.north.id });
    await given.customer({ name: 'Alpha fremd', organization_id: otherTenantId, owner_id: people.fremd.id });
    await given.customer({ name: 'Alt und weg', archived_at: new Date() });
    const about = { customer_id: alpha.id };
    await given.quote({
      ...about,
      title: 'Tore',
      total_cents: 1_500_000,
      valid_until: '2026-09-10',
      chance_percent: 70,
    });
    await given.quote({ ...about, title: 'Türen', total_cents: 900_000, valid_until: '2026-09-10' });
    await given.quote({ ...about, title: 'Schlösser', total_cents: 2_500_000, valid_until: '2026-11-10' });
    await given.visit({ ...about, user_id: people.anna.id, starts_at: new Date('2026-05-01T10:00:00Z') });
    await given.invoice({ ...about, total_cents: 50_000, due_on: '2026-08-01', paid_on: null });
  });
  afterAll(() => world.close());

  async function names(filter: ListFilter, user: ShortName = 'anna'): Promise<unknown[]> {
    const { status, body, text } = await world.call(user, runList, {
      kind: 'customer',
      columns: ['name'],
      filter: 'field' in filter ? all(filter) : filter,
      sort: [{ field: 'name' }],
    });
    expect(status, text).toBe(200);
    expect(body.count).toBe(body.rows.length);
    return body.rows.map((row) => row.cells[0]);
  }

  const [alpha, beta, aermel] = ['Alpha Bau GmbH', 'Beta 100%_Metall', 'Ärmel & Söhne'];

  test.each<[string, ListFilter, string[]]>([
    ['nothing', all(), [alpha, aermel, beta]],
    ['contains, whatever the case', { field: 'name', operator: 'contains', value: 'bAu' }, [alpha]],
    ['wildcards as letters', { field: 'name', operator: 'contains', value: '%_' }, [beta]],
    ['a backslash', { field: 'name', operator: 'contains', value: '\\' }, []],
    ['regular expressions as letters', { field: 'name', operator: 'contains', value: '.*' }, []],
    ['starts with', { field: 'name', operator: 'starts_with', value: 'är' }, [aermel]],
    [
      'contains not, empty included',
      { field: 'city', operator: 'not_contains', value: 'Ulm' },
      [aermel, beta],
    ],
    ['equals', { field: 'city', operator: 'equals', value: 'ulm' }, [alpha]],
    ['equals not', { field: 'city', operator: 'not_equals', value: 'Ulm' }, [aermel, beta]],
    [
      'one of several texts',
      { field: 'number', operator: 'one_of', value: ['1001', '1003'] },
      [alpha, aermel],
    ],
    ['empty', { field: 'city', operator: 'is_empty' }, [aermel]],
    ['filled', { field: 'city', operator: 'is_not_empty' }, [alpha, beta]],
    [
      'at least, in cents',
      { field: 'revenue_12_months', operator: 'at_least', value: 4_000_050 },
      [alpha, beta],
    ],
    ['less', { field: 'revenue_12_months', operator: 'less', value: 4_000_050 }, [aermel]],
    [
      'between, both ends within',
      { field: 'revenue_12_months', operator: 'between', value: [1, 4_000_050] },
      [beta],
    ],
    ['one of several choices', { field: 'rating', operator: 'one_of', value: ['A1', 'C3'] }, [alpha]],
    [
      'none of, empty included',
      { field: 'rating_letter', operator: 'none_of', value: ['A'] },
      [aermel, beta],
    ],
    ['on a day', { field: 'customer_since', operator: 'equals', value: '2020-01-31' }, [alpha]],
    ['before a day', { field: 'customer_since', operator: 'less', value: '2020-02-01' }, [alpha]],
    ['older than days', { field: 'customer_since', operator: 'older_than_days', value: 1 }, [alpha]],
    ['today', { field: 'customer_since', operator: 'today' }, [aermel]],
    ['this year', { field: 'customer_since', operator: 'this_year' }, [aermel]],
    [
      'a figure of other records',
      { field: 'last_visit_at', operator: 'older_than_days', value: 90 },
      [alpha],
    ],
    ['open items', { field: 'overdue_items', operator: 'at_least', value: 1 }, [alpha]],
    ['mine', { field: 'owner', operator: 'is_me' }, [alpha, aermel, beta]],
    [
      'nested groups',
      any(
        all(
          { field: 'rating_letter', operator: 'one_of', value: ['A'] },
          { field: 'city', operator: 'equals', value: 'Ulm' },
        ),
        all(
          { field: 'phase', operator: 'one_of', value: ['win_back'] },
          any({ field: 'city', operator: 'is_empty' }, { field: 'number', operator: 'equals', value: 'x' }),
        ),
      ),
      [alpha, aermel],
    ],
  ])('finds %s', async (_title, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('archived customers come only when they are asked for', async () => {
    expect(await names({ field: 'archived', operator: 'is_true' })).toEqual(['Alt und weg']);
  });

  test('everybody sees only what they may see', async () => {
    expect(await names(all(), 'ben')).toEqual(['Zett Nord']);
    expect(await names({ field: 'name', operator: 'contains', value: 'fremd' }, 'petra')).toEqual([]);
    expect(await names(all(), 'petra')).toEqual([alpha, aermel, beta, 'Zett Nord']);
  });

  test.each(listKinds.map((kind) => [kind]))(
    'every field of %s can be shown, sorted and asked',
    async (kind) => {
      const { body } = await world.call('petra', listFields, { kind });
      const names = body.fields.map((field) => field.name);
      for (let at = 0; at < names.length; at += 40) {
        const { status, text } = await world.call('petra', runList, {
          kind,
          columns: names.slice(at, at + 40),
        });
        expect(status, text).toBe(200);
      }
      for (const field of body.fields.filter((one) => one.canSort)) {
        const input = {
          kind,
          columns: [field.name],
          sort: [{ field: field.name, descending: true }],
          filter: all({
            field: field.name,
            operator: field.type === 'yes_no' ? ('is_false' as const) : ('is_not_empty' as const),
          }),
          limit: 1,
        };
        const first = await world.call('petra', runList, input);
        expect(first.status, `${field.name} ${first.text}`).toBe(200);
        if (first.body.nextCursor === null) continue;
        const next = await world.call('petra', runList, { ...input, cursor: first.body.nextCursor });
        expect(next.status, `${field.name} ${next.text}`).toBe(200);
        expect(next.body.rows[0]?.id).not.toBe(first.body.rows[0]?.id);
      }
      const inUse = body.columns.filter((name) => !names.includes(name));
      expect(inUse).toEqual([]);
    },
  );

  test('quotes above a sum that run out soon, with totals', async () => {
    const { body } = await world.call('anna', runList, {
      kind: 'quote',
      columns: ['title', 'total', 'chance', 'customer.name', 'customer.rating'],
      filter: all(
        { field: 'total', operator: 'at_least', value: 1_000_000 },
        { field: 'valid_until', operator: 'within_next_days', value: 14 },
      ),
    });

    expect(body.rows.map((row) => row.cells)).toEqual([['Tore', 1_500_000, 70, 'Alpha Bau GmbH', 'A1']]);
    expect(body.totals?.[1]).toEqual({ sum: 1_500_000, average: 1_500_000 });
    expect(body.totals?.[2]?.sum).toBeNull();
    expect(body.totals?.[3]).toBeNull();
  });

  test.each<[string, { field: string; descending: boolean }[]]>([
    ['a text, empty ones last', [{ field: 'city', descending: false }]],
    ['a text backwards', [{ field: 'city', descending: true }]],
    [
      'two fields',
      [
        { field: 'rating', descending: false },
        { field: 'revenue_12_months', descending: true },
      ],
    ],
    ['a moment', [{ field: 'created_at', descending: true }]],
    ['a day with gaps', [{ field: 'customer_since', descending: true }]],
    [
      'a figure of other records',
      [
        { field: 'last_visit_at', descending: false },
        { field: 'name', descending: false },
      ],
    ],
    ['nothing', []],
  ])('pages by %s show every row once, also when rows come in between', async (_title, sort) => {
    const seen: string[] = [];
    const whole = await world.call('petra', runList, { kind: 'customer', columns: ['name'], sort });
    let cursor: string | undefined;
    let added = 0;
    do {
      const input = { kind: 'customer' as const, columns: ['name'], sort, limit: 1 };
      const { body, status, text } = await world.call('petra', runList, {
        ...input,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(status, text).toBe(200);
      seen.push(...body.rows.map((row) => String(row.cells[0])));
      cursor = body.nextCursor ?? undefined;
      if (added === 0) {
        added += 1;
        const late = await world.given.customer({ name: 'Später', city: '0', archived_at: null });
        await world.deps.db.system((trx) =>
          trx.updateTable('customer').set({ archived_at: new Date() }).where('id', '=', late.id).execute(),
        );
      }
    } while (cursor !== undefined);

    expect(seen).toEqual(whole.body.rows.map((row) => row.cells[0]));
  });
});
